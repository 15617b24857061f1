import type { Db } from '@yilian/database/db.ts'
import type { Instant } from '@yilian/domain/day.ts'
import { sql, type RawBuilder } from 'kysely'

import { networkOf } from '../http/client.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** Whose attempts are counted: an account's, or those for a name that nobody has, by its hash. */
export type AttemptFor = { readonly userId: string } | { readonly nameHash: string }

/** A try that may be made. It is counted as failed already, so that many at once are no more tries than the limit. */
export interface Attempt {
  readonly allowed: boolean
  /** Until when nobody may try: since before this try, or should it fail. */
  readonly lockedUntil: Date | null
}

const MINUTE = 60_000
/** So long a name that nobody has stays counted after the last try. */
const FORGOTTEN_AFTER = 24 * 60 * MINUTE

/** Counts a try to sign in or to prove who one is, unless the account is locked. One statement, two when it is. */
export async function takeAttempt(db: Db, whose: AttemptFor, now: Date, { lockAfter, lockMinutes }: SignInSettings): Promise<Attempt> {
  const isAccount = 'userId' in whose
  const lock = new Date(now.getTime() + lockMinutes * MINUTE)
  // A lock that is over leaves nothing behind.
  const failures = sql`(case when t.locked_until is null then t.failed_sign_ins else 0 end + 1)`
  const set = sql`failed_sign_ins = ${failures}, locked_until = case when ${failures} >= ${lockAfter}::integer then ${lock}::timestamptz end`
  const free = sql`(t.locked_until is null or t.locked_until <= ${now}::timestamptz)`
  const statement: RawBuilder<{ lockedUntil: Instant | null }> = isAccount
    ? sql`update user_account t set ${set} where id = ${whose.userId}::uuid and ${free} returning locked_until`
    : sql`insert into unknown_username as t (name_hash, failed_sign_ins, last_tried_at) values (${whose.nameHash}, 1, ${now}::timestamptz)
        on conflict (name_hash) do update set ${set}, last_tried_at = ${now}::timestamptz where ${free} returning locked_until`
  const [counted] = (await statement.execute(db)).rows
  if (counted) return { allowed: true, lockedUntil: asDate(counted.lockedUntil) }
  const locked: RawBuilder<{ lockedUntil: Instant | null }> = isAccount
    ? sql`select locked_until from user_account where id = ${whose.userId}::uuid`
    : sql`select locked_until from unknown_username where name_hash = ${whose.nameHash}`
  return { allowed: false, lockedUntil: asDate((await locked.execute(db)).rows[0]?.lockedUntil ?? null) }
}

/** The try did not fail, but does not yet prove who it is: it is not counted, and what failed before still is. */
export async function returnAttempt(db: Db, userId: string): Promise<void> {
  await sql`update user_account set failed_sign_ins = greatest(failed_sign_ins - 1, 0), locked_until = null where id = ${userId}::uuid`.execute(
    db,
  )
}

/** Somebody signed in: failures are counted anew. */
export async function noteSignIn(db: Db, userId: string, now: Date): Promise<void> {
  await sql`update user_account set failed_sign_ins = 0, locked_until = null, last_sign_in_at = ${now}::timestamptz where id = ${userId}::uuid`.execute(
    db,
  )
}

/** Counts a try from an address unless there were too many; answers until when nobody there may try, or `null` when this one may be made. */
export async function takeAddress(
  db: Db,
  address: string,
  now: Date,
  { addressFailures, addressSeconds }: SignInSettings,
): Promise<Date | null> {
  const over = new Date(now.getTime() - addressSeconds * 1000)
  const isNew = sql`t.counted_from <= ${over}::timestamptz`
  const { rows } = await sql`
    insert into sign_in_address as t (address, failures, counted_from) values (${networkOf(address)}, 1, ${now}::timestamptz)
    on conflict (address) do update set failures = case when ${isNew} then 1 else t.failures + 1 end,
      counted_from = case when ${isNew} then ${now}::timestamptz else t.counted_from end
    where ${isNew} or t.failures < ${addressFailures}::integer
    returning address`.execute(db)
  if (rows.length > 0) return null
  const found = await db.selectFrom('signInAddress').select('countedFrom').where('address', '=', networkOf(address)).executeTakeFirst()
  return new Date(Date.parse(found?.countedFrom ?? now.toISOString()) + addressSeconds * 1000)
}

/** The try did not fail. */
export async function returnAddress(db: Db, address: string): Promise<void> {
  await sql`update sign_in_address set failures = greatest(failures - 1, 0) where address = ${networkOf(address)}`.execute(db)
}

/** Notes that this user's code is used; `false` when it was before. Codes are good for some 90 seconds. */
export async function spendCode(db: Db, userId: string, codeHash: string, now: Date): Promise<boolean> {
  await sql`delete from used_code where user_id = ${userId}::uuid and used_at < ${new Date(now.getTime() - 3 * MINUTE)}::timestamptz`.execute(
    db,
  )
  const { rows } = await sql`insert into used_code (user_id, code_hash, used_at) values (${userId}::uuid, ${codeHash}, ${now}::timestamptz)
    on conflict do nothing returning user_id`.execute(db)
  return rows.length > 0
}

/** Forgets what is counted for nothing any more: names that nobody has, and addresses. */
export async function forgetAttempts(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER)
  await sql`delete from unknown_username where last_tried_at < ${before}::timestamptz`.execute(db)
  await sql`delete from sign_in_address where counted_from < ${before}::timestamptz`.execute(db)
}

function asDate(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}
