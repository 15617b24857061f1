import type { Db } from '@yilian/database/db.ts'
import type { HeldGrant } from '@yilian/domain/access/own.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import { sql } from 'kysely'

import { heldGrants } from '../access/held-grants.ts'

/** A session with whose it is and what they hold on the day it was read for. */
export interface FoundSession {
  readonly id: string
  readonly token: string
  readonly expiresAt: Instant
  readonly lastSeenAt: Instant
  readonly userId: string
  readonly username: string
  readonly name: string
  readonly status: 'ACTIVE' | 'DISABLED'
  readonly mustChangePassword: boolean
  readonly passwordSetAt: Instant
  readonly grants: readonly HeldGrant[]
}

/** One of somebody's own sessions, as it is listed. */
export interface ListedSession {
  readonly id: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

/** The session of this token, whether or not it is over, with user and grants. One statement. */
export async function sessionByToken(db: Db, token: string, today: IsoDate): Promise<FoundSession | null> {
  const { rows } = await sql<FoundSession>`
    select s.id, s.token, s.expires_at, s.last_seen_at, u.id as user_id, u.username, u.name, u.status, u.must_change_password,
      coalesce(u.password_changed_at, u.created_at) as password_set_at, ${heldGrants(sql`u.id`, today)} as grants
    from user_session s join user_account u on u.id = s.user_id where s.token = ${token}`.execute(db)
  return rows[0] ?? null
}

/** Something was done in this session just now. */
export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await sql`update user_session set last_seen_at = ${now}::timestamptz where id = ${id}::uuid`.execute(db)
}

/** A user's sessions that are not over, the one last used first. */
export async function sessionsOf(db: Db, userId: string, now: Date, idleSince: Date): Promise<ListedSession[]> {
  const { rows } = await sql<ListedSession>`
    select id, created_at, last_seen_at, ip_address, user_agent from user_session
    where user_id = ${userId}::uuid and expires_at > ${now}::timestamptz and last_seen_at > ${idleSince}::timestamptz
    order by last_seen_at desc, id limit 100`.execute(db)
  return rows
}

/** Ends one session of a user; `false` when they have no such session. */
export async function endSession(db: Db, userId: string, id: string): Promise<boolean> {
  const { rows } = await sql`delete from user_session where user_id = ${userId}::uuid and id = ${id}::uuid returning id`.execute(db)
  return rows.length > 0
}

/** Ends the session of this token. */
export async function endSessionOfToken(db: Db, token: string): Promise<void> {
  await db.deleteFrom('userSession').where('token', '=', token).execute()
}

/**
 * Ends every session of a user, except one, and sign-ins that wait for a second factor; answers how many sessions. Whoever disables an
 * account, resets its password or takes its roles calls this.
 */
export async function endSessionsOf(db: Db, userId: string, exceptId: string | null = null): Promise<number> {
  const { rows } = await sql`
    delete from user_session where user_id = ${userId}::uuid and id is distinct from ${exceptId}::uuid returning id`.execute(db)
  await sql`delete from user_verification where value = ${userId}`.execute(db)
  return rows.length
}

/** Removes a user's sessions that are over. */
export async function forgetSessions(db: Db, userId: string, now: Date, idleSince: Date): Promise<void> {
  await sql`delete from user_session
    where user_id = ${userId}::uuid and (expires_at <= ${now}::timestamptz or last_seen_at <= ${idleSince}::timestamptz)`.execute(db)
}

/** The user whose sign-in waits for a second factor under this identifier. */
export async function challengedUser(
  db: Db,
  identifier: string,
  now: Date,
): Promise<{ id: string; username: string; name: string } | null> {
  const { rows } = await sql<{ id: string; username: string; name: string }>`
    select u.id, u.username, u.name from user_verification v join user_account u on u.id = v.value::uuid
    where v.identifier = ${identifier} and v.expires_at > ${now}::timestamptz and u.status = 'ACTIVE'`.execute(db)
  return rows[0] ?? null
}
