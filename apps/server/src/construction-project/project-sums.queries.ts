import { type RawBuilder, sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { PeriodStanding } from '@yilian/domain/construction/money-standing.ts'
import type { Moment } from '@yilian/domain/dated.ts'

// Sums of the project `p` of a list, for its order, totals and rows: the same figures that `moneyStanding` gives for one project (tested).

export const planned = ({ asKnownAt }: Moment): RawBuilder<unknown> =>
  sql`(select sum(l.planned) from funding_line l where l.project_id = p.id and ${whereKnown('l', asKnownAt)})`

export const arrived = ({ asOf, asKnownAt }: Moment): RawBuilder<unknown> =>
  sql`(select sum(r.amount) from fund_receipt r where r.project_id = p.id and r.received_on <= ${asOf}::date and ${whereKnown('r', asKnownAt)})`

export const paid = ({ asOf, asKnownAt }: Moment): RawBuilder<unknown> =>
  sql`(select sum(y.amount) from project_payment y where y.project_id = p.id and y.paid_on <= ${asOf}::date and ${whereKnown('y', asKnownAt)})`

/** Submitted or accepted reports until the day's month. */
const counting = ({ asOf, asKnownAt }: Moment) =>
  sql`c.project_id = p.id and c.state in ('SUBMITTED', 'ACCEPTED') and c.month <= ${asOf.slice(0, 7)} and ${whereKnown('c', asKnownAt)}`

/** The month last reported. */
export const reportedUntil = (moment: Moment): RawBuilder<unknown> =>
  sql`(select max(c.month) from progress_report c where ${counting(moment)})`

/** Investment completed: the last figure to date, and the months reported since. */
export const completed = (moment: Moment): RawBuilder<unknown> => sql`(
  select sum(case when c.month = d.last then c.investment_to_date else c.investment_month end)
  from (select max(c.month) as last from progress_report c where ${counting(moment)} and c.investment_to_date is not null) d, progress_report c
  where ${counting(moment)} and c.month >= coalesce(d.last, ''))`

export type ProjectSums = Pick<PeriodStanding, 'planned' | 'arrived' | 'paid' | 'completed'>

/** A select of what projects, which were seen, come to, to be read together with others. */
export function selectSums(which: (projectId: RawBuilder<unknown>) => RawBuilder<boolean>, moment: Moment): RawBuilder<unknown> {
  const text = (sum: RawBuilder<unknown>, name: string) => sql`${sum}::text as ${sql.raw(name)}`
  return sql`select p.id as "projectId", ${text(planned(moment), 'planned')}, ${text(arrived(moment), 'arrived')},
    ${text(paid(moment), 'paid')}, ${text(completed(moment), 'completed')}
    from construction_project p where ${which(sql`p.id`)}`
}
