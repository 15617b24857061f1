import { type RawBuilder, sql } from 'kysely'

import { knownNow, nearestRow, whereInForce, whereKnown, type WhichRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { ADMINISTRATORS, type Administration } from '@yilian/domain/access/administrators.ts'
import type { RoleGrant } from '@yilian/domain/access/role-grant.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import type { AtMoment } from '../graphql/moment.ts'
import { atMoment } from '../list/at-moment.ts'

/** One stretch of a grant, read at a moment. */
export type RoleGrantRow = RoleGrant & AtMoment

async function grants(db: Db, where: RawBuilder<unknown>, moment: Moment): Promise<RoleGrantRow[]> {
  const { rows } = await sql<RoleGrantRow>`select g.* from role_grant g where ${where} order by g.valid_from, g.role, g.id`.execute(db)
  return atMoment(rows, moment)
}

/** The grants in force at a moment, by user. */
export async function roleGrantsOfUsers(db: Db, userIds: readonly string[], moment: Moment): Promise<Map<string, RoleGrantRow[]>> {
  return Map.groupBy(
    await grants(db, sql`g.user_id = any(${userIds}::uuid[]) and ${whereInForce('g', moment)}`, moment),
    ({ userId }) => userId,
  )
}

/** Every stretch of every grant as known at an instant, past and future, by user. */
export async function roleGrantTimelinesOfUsers(db: Db, userIds: readonly string[], moment: Moment): Promise<Map<string, RoleGrantRow[]>> {
  return Map.groupBy(
    await grants(db, sql`g.user_id = any(${userIds}::uuid[]) and ${whereKnown('g', moment.asKnownAt)}`, moment),
    ({ userId }) => userId,
  )
}

/** The stretch in force at a moment, or the nearest, of these grants. */
export async function roleGrantsByIds(db: Db, ids: readonly string[], moment: Moment): Promise<Map<string, RoleGrantRow>> {
  const { rows } = await sql<RoleGrantRow>`select g.* from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('role_grant', sql`wanted.id`, moment, 'g')} on true`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}

/** All that is known of one user's grants, for the rules. */
export async function roleGrantsForRules(db: Db, userId: string, which: WhichRows = knownNow): Promise<RoleGrant[]> {
  const { rows } =
    await sql<RoleGrant>`select g.* from role_grant g where g.user_id = ${userId} and ${which('g')} order by g.valid_from`.execute(db)
  return rows
}

/** Who administers when, of those who can sign in. */
export async function administrations(db: Db, which: WhichRows = knownNow): Promise<(Administration & { userId: string })[]> {
  const { rows } = await sql<Administration & { userId: string }>`
    select g.role, g.user_id, g.valid_from, g.valid_to from role_grant g join user_account u on u.id = g.user_id
    where g.role = any(${[...ADMINISTRATORS]}) and u.status = 'ACTIVE' and u.kind = 'PERSON' and ${which('g')}`.execute(db)
  return rows
}

/** Holds the question who administers until the transaction ends, so that two who each take the other away do not both succeed. */
export async function lockAdministrators(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('yilian administrators'), 0)`.execute(db)
}

/** Whose grants, and which roles, a change wrote or closed. */
export async function grantsTouched(db: Db, changeNumber: number): Promise<{ userId: string }[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id from role_grant where recorded_by = ${changeNumber} union select user_id from role_grant where closed_by = ${changeNumber}`.execute(
    db,
  )
  return rows
}
