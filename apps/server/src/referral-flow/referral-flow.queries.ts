import { type RawBuilder, sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { ReferralFlow } from '@yilian/domain/referral-flow.ts'

import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'
import { wholeList } from '../list/whole-list.ts'

/** A month's count, read at a moment: its two institutions are shown as of the same. */
export interface ReferralFlowRow extends ReferralFlow, AtMoment {
  readonly documentId: string | null
}

/** Months `YYYY-MM`, both included; `null` has no bound. */
export interface Months {
  readonly from: string | null
  readonly to: string | null
}

function flows({ db, access }: Reader, where: RawBuilder<unknown>, { from, to }: Months, moment: Moment): Promise<ReferralFlowRow[]> {
  const list = sql<ReferralFlowRow>`select f.*, ${asMoment(moment)} from referral_flow f
    join institution a on a.id = f.from_id join institution b on b.id = f.to_id
    where ${where} and f.period >= ${from ?? ''} and (${to}::text is null or f.period <= ${to}) and ${whereKnown('f', moment.asKnownAt)}
      and ${seesFact(access, 'REFERRAL_FLOW', 'f')} order by f.period, f.direction desc, a.code, b.code`
  return wholeList(db, list)
}

/** The counts of these months as known at an instant, by alliance. Throws `TooManyRows`. */
export async function referralFlowsOfAlliances(
  reader: Reader,
  allianceIds: readonly string[],
  months: Months,
  moment: Moment,
): Promise<Map<string, ReferralFlowRow[]>> {
  return Map.groupBy(await flows(reader, sql`f.alliance_id = any(${allianceIds}::uuid[])`, months, moment), ({ allianceId }) => allianceId)
}

/** The counts of these months in which these institutions refer or receive, by institution. Throws `TooManyRows`. */
export async function referralFlowsOfInstitutions(
  reader: Reader,
  institutionIds: readonly string[],
  months: Months,
  moment: Moment,
): Promise<Map<string, ReferralFlowRow[]>> {
  const ids = sql`any(${institutionIds}::uuid[])`
  const rows = await flows(reader, sql`(f.from_id = ${ids} or f.to_id = ${ids})`, months, moment)
  return new Map(institutionIds.map((id) => [id, rows.filter(({ fromId, toId }) => fromId === id || toId === id)]))
}
