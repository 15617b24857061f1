import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Instant } from '@yilian/domain/day.ts'
import type { Membership, MembershipOfInstitution } from '@yilian/domain/membership.ts'

import { onDay, type Days } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'
import { atMoment } from '../list/at-moment.ts'
import { type Columns, onlyColumns } from '../list/columns.ts'

/** One stretch of a membership, read at a moment: its alliance and institution are shown as of the same. */
export type MembershipRow = Membership & AtMoment

/** Memberships by what they were asked for. */
export type ManyMemberships = (
  reader: Reader,
  ids: readonly string[],
  moment: Moment,
  columns?: Columns,
) => Promise<Map<string, MembershipRow[]>>

// The code by a subquery, not a join: few memberships are shown, and the planner, who expects many, would read every institution.
const IN_ORDER = sql`order by case t.role when 'SUPPORTING' then 1 when 'LEAD' then 2 else 3 end,
  (select i.code from institution i where i.id = t.institution_id), t.valid_from, t.id`

// Those that are seen on the days; when they are left out, on one of their own.
async function memberships(
  { db, access }: Reader,
  where: RawBuilder<unknown>,
  moment: Moment,
  columns: Columns,
  days?: Days,
): Promise<MembershipRow[]> {
  const list = sql`select m.* from membership m where ${where} and ${seesFact(access, 'MEMBERSHIP', 'm', days)}`
  const { rows } = await onlyColumns<MembershipRow>(list, columns, IN_ORDER).execute(db)
  return atMoment(rows, moment)
}

/** The memberships in force at a moment, by alliance. */
export async function membershipsOfAlliances(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(
      reader,
      sql`m.alliance_id = any(${allianceIds}::uuid[]) and ${whereInForce('m', moment)}`,
      moment,
      columns,
      onDay(moment.asOf),
    ),
    ({ allianceId }) => allianceId,
  )
}

/** The memberships in force at a moment, by institution. */
export async function membershipsOfInstitutions(
  reader: Reader,
  institutionIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(
      reader,
      sql`m.institution_id = any(${institutionIds}::uuid[]) and ${whereInForce('m', moment)}`,
      moment,
      columns,
      onDay(moment.asOf),
    ),
    ({ institutionId }) => institutionId,
  )
}

/** Every stretch of every membership as known at an instant, past and future, by alliance. */
export async function membershipTimelinesOfAlliances(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(reader, sql`m.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('m', moment.asKnownAt)}`, moment, columns),
    ({ allianceId }) => allianceId,
  )
}

/** Every stretch of every membership as known at an instant, past and future, by institution. */
export async function membershipTimelinesOfInstitutions(
  reader: Reader,
  institutionIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(
      reader,
      sql`m.institution_id = any(${institutionIds}::uuid[]) and ${whereKnown('m', moment.asKnownAt)}`,
      moment,
      columns,
    ),
    ({ institutionId }) => institutionId,
  )
}

/** The stretch in force at a moment, or the nearest, of these memberships. */
export async function membershipsByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, MembershipRow>> {
  const { rows } = await sql<MembershipRow>`select m.*, ${asMoment(moment)} from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('membership', sql`wanted.id`, moment, 'm')} on ${seesFact(access, 'MEMBERSHIP', 'm', onDay(moment.asOf))}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many institutions that are seen lead or belong to each alliance at a moment; supporters from outside are not counted. */
export async function memberCounts({ db, access }: Reader, allianceIds: readonly string[], moment: Moment): Promise<Map<string, number>> {
  const { rows } = await sql<{ allianceId: string; count: number }>`
    select alliance_id, count(*) as count from membership m
    where m.alliance_id = any(${allianceIds}::uuid[]) and m.role <> 'SUPPORTING' and ${whereInForce('m', moment)}
      and ${seesFact(access, 'MEMBERSHIP', 'm', onDay(moment.asOf))} group by 1`.execute(db)
  return new Map(rows.map(({ allianceId, count }) => [allianceId, count]))
}

/** All that is known of one institution's memberships, with the names and kinds that the rules need. */
export async function membershipsForRules(
  db: Db,
  institutionId: string,
  asKnownAt: Instant | null = null,
): Promise<MembershipOfInstitution[]> {
  const { rows } = await sql<MembershipOfInstitution>`
    select m.id, m.alliance_id, m.role, m.valid_from, m.valid_to, a.kind as alliance_kind,
      (select v.name from alliance_version v where v.id = a.id and v.recorded_to is null order by v.valid_from desc limit 1) as alliance_name
    from membership m join alliance a on a.id = m.alliance_id where m.institution_id = ${institutionId} and ${whereKnown('m', asKnownAt)} order by m.valid_from`.execute(
    db,
  )
  return rows
}
