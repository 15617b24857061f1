import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Instant } from '@yilian/domain/day.ts'
import type { Membership, MembershipOfInstitution } from '@yilian/domain/membership.ts'

import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'
import { atMoment } from '../list/at-moment.ts'
import { type Columns, onlyColumns } from '../list/columns.ts'

/** One stretch of a membership, read at a moment: its alliance and institution are shown as of the same. */
export type MembershipRow = Membership & AtMoment

/** Memberships by what they were asked for. */
export type ManyMemberships = (db: Db, ids: readonly string[], moment: Moment, columns?: Columns) => Promise<Map<string, MembershipRow[]>>

// The code by a subquery, not a join: few memberships are shown, and the planner, who expects many, would read every institution.
const IN_ORDER = sql`order by case t.role when 'SUPPORTING' then 1 when 'LEAD' then 2 else 3 end,
  (select i.code from institution i where i.id = t.institution_id), t.valid_from, t.id`

async function memberships(db: Db, where: RawBuilder<unknown>, moment: Moment, columns: Columns): Promise<MembershipRow[]> {
  const list = sql`select m.* from membership m where ${where}`
  const { rows } = await onlyColumns<MembershipRow>(list, columns, IN_ORDER).execute(db)
  return atMoment(rows, moment)
}

/** The memberships in force at a moment, by alliance. */
export async function membershipsOfAlliances(
  db: Db,
  allianceIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(db, sql`m.alliance_id = any(${allianceIds}::uuid[]) and ${whereInForce('m', moment)}`, moment, columns),
    ({ allianceId }) => allianceId,
  )
}

/** The memberships in force at a moment, by institution. */
export async function membershipsOfInstitutions(
  db: Db,
  institutionIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(db, sql`m.institution_id = any(${institutionIds}::uuid[]) and ${whereInForce('m', moment)}`, moment, columns),
    ({ institutionId }) => institutionId,
  )
}

/** Every stretch of every membership as known at an instant, past and future, by alliance. */
export async function membershipTimelinesOfAlliances(
  db: Db,
  allianceIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(db, sql`m.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('m', moment.asKnownAt)}`, moment, columns),
    ({ allianceId }) => allianceId,
  )
}

/** Every stretch of every membership as known at an instant, past and future, by institution. */
export async function membershipTimelinesOfInstitutions(
  db: Db,
  institutionIds: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, MembershipRow[]>> {
  return Map.groupBy(
    await memberships(db, sql`m.institution_id = any(${institutionIds}::uuid[]) and ${whereKnown('m', moment.asKnownAt)}`, moment, columns),
    ({ institutionId }) => institutionId,
  )
}

/** The stretch in force at a moment, or the nearest, of these memberships. */
export async function membershipsByIds(db: Db, ids: readonly string[], moment: Moment): Promise<Map<string, MembershipRow>> {
  const { rows } = await sql<MembershipRow>`select m.*, ${asMoment(moment)} from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('membership', sql`wanted.id`, moment, 'm')} on true`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many institutions lead or belong to each alliance at a moment; supporters from outside are not counted. */
export async function memberCounts(db: Db, allianceIds: readonly string[], moment: Moment): Promise<Map<string, number>> {
  const { rows } = await sql<{ allianceId: string; count: number }>`
    select alliance_id, count(*) as count from membership m
    where m.alliance_id = any(${allianceIds}::uuid[]) and m.role <> 'SUPPORTING' and ${whereInForce('m', moment)} group by 1`.execute(db)
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
