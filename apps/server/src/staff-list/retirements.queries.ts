import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import { SEXES } from '@yilian/domain/code-lists/education.ts'
import { WORK_CLASSES, type Profession } from '@yilian/domain/code-lists/profession.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import { RETIREMENT_RULES, retirementGroup, type RetirementGroup } from '@yilian/domain/staffing/retirement.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import type { OfPerson } from '../head-count/counted-person.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import { countsOf, withPlaces, type StaffCountRow, type StaffPlaceFilter } from './staff-place.queries.ts'

/** Years that the list looks ahead unless told. */
export const RETIREMENT_YEARS = 3

export interface RetirementsFilter extends StaffPlaceFilter {
  readonly professions?: readonly string[] | null | undefined
  /** Those past their day and still in service, instead of those to come. */
  readonly past?: boolean | null | undefined
  /** Years from the day asked about; not for those past it. */
  readonly withinYears: number
}

/** Somebody in service with the day of statutory retirement. `id` is the person's. */
export interface RetirementRow extends AtMoment, OfPerson {
  readonly id: string
  readonly institutionId: string
  readonly profession: Profession | null
  readonly group: RetirementGroup
  readonly retiresOn: IsoDate
}

/** The rules of the domain as a table: who is of which group, and how the age rises for it. */
function rules(): RawBuilder<unknown> {
  const rows = codesOf(SEXES).flatMap((sex) =>
    codesOf(WORK_CLASSES).flatMap((workClass) => {
      const group = retirementGroup(sex, workClass)
      if (group === null) return []
      const { age, bornFrom, monthsPerStep, mostMonths } = RETIREMENT_RULES[group]
      return [sql`(${sex}, ${workClass}, ${group}, ${age * 12}::int, ${`${bornFrom}-01`}::date, ${monthsPerStep}::int, ${mostMonths}::int)`]
    }),
  )
  return sql`(values ${sql.join(rows)}) as rule (sex, work_class, "group", age, born_from, step, most)`
}

/** Months of birth since the first that the rise concerns; negative before. */
const SINCE = sql`((extract(year from v.birth_date) - extract(year from rule.born_from)) * 12 + extract(month from v.birth_date) - extract(month from rule.born_from))::int`
const RETIRES_ON = sql`(v.birth_date + make_interval(months => rule.age + case when ${SINCE} < 0 then 0 else least(rule.most, ${SINCE} / rule.step + 1) end))::date`

function retirements(
  reader: Reader,
  { professions, past, withinYears, ...places }: RetirementsFilter,
  moment: Moment,
): RawBuilder<unknown> {
  const day = sql`${moment.asOf}::date`
  const when = past
    ? sql`d.retires_on < ${day}`
    : sql`d.retires_on >= ${day} and d.retires_on < (${day} + make_interval(years => ${withinYears}::int))::date`
  return sql`${withPlaces(reader, places, moment)}
    select d.*, d.profession as code from (
      select v.id, v.id as person_id, v.name as person_name, a.institution_id, v.profession, rule."group", ${RETIRES_ON} as retires_on
      from place join appointment a on a.institution_id = place.id and a.kind = any(${kindsThat('home')}) and a.kind <> 'REHIRED' and ${whereInForce('a', moment)}
        join person_version v on v.id = a.person_id and ${whereInForce('v', moment)}
        join ${rules()} on rule.sex = v.sex and rule.work_class = v.work_class) d
    where ${when} and ${professions?.length ? sql`d.profession = any(${professions})` : sql`true`}`
}

/** People in service by the day they retire by statute, the earliest first; who is rehired has retired. One statement a page. */
export async function retirementPage(
  reader: Reader,
  filter: RetirementsFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<RetirementRow>> {
  const order = { key: sql`t.retires_on`, type: 'date', descending: false } as const
  const found = await keysetPage<RetirementRow>(reader.db, retirements(reader, filter, moment), order, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** How many of them there are of each profession. */
export function retirementCounts(reader: Reader, filter: RetirementsFilter, moment: Moment): Promise<StaffCountRow[]> {
  return countsOf(reader, retirements(reader, filter, moment))
}
