import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { randomUUID } from 'node:crypto'

import type { Change } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { refreshUserSearch } from '@yilian/database/search.ts'
import { passwordIssues, type PasswordRules } from '@yilian/domain/access/password.ts'
import { roleGrantIssues, type RoleGrantDraft, type RoleGrantKey, type RoleGrantValue } from '@yilian/domain/access/role-grant.ts'
import type { Role, ScopeKind } from '@yilian/domain/access/role.ts'
import { usernameIssues } from '@yilian/domain/access/username.ts'
import type { WorkArea } from '@yilian/domain/access/work-area.ts'
import { instant } from '@yilian/domain/day.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import type { Period } from '@yilian/domain/period.ts'
import { userNameIssues, type UserKind } from '@yilian/domain/user.ts'

import { endSessionsOf } from './sessions.queries.ts'

/** Who gets an account. */
export interface AccountDraft {
  readonly username: string
  readonly name: string
  readonly password: string
}

/** Everything that is wrong with a new account, but that its name is taken. */
export function accountIssues({ username, name, password }: AccountDraft, rules: PasswordRules): Issue[] {
  return [...usernameIssues(username), ...userNameIssues(name), ...passwordIssues({ username, password }, rules)]
}

/** Of these user names, those that somebody has. */
export async function takenUsernames(db: Db, usernames: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('userAccount').select('username').where('username', 'in', usernames).execute()
  return rows.map(({ username }) => username)
}

/** A password as it is kept: salted and slow to compute (scrypt). Take it before a transaction. */
export function passwordHash(password: string): Promise<string> {
  return hashPassword(password)
}

/** What an account is beside its names. */
export interface AccountOptions {
  readonly mustChangePassword: boolean
  readonly demonstration?: boolean
  readonly kind?: UserKind
  readonly departmentId?: string | null
}

/** Adds an account, with the terms it is found under; without a password (`null`) it cannot sign in. Answers its id. The draft has been judged. */
export async function insertAccount(
  trx: Db,
  change: Change,
  { username, name }: Omit<AccountDraft, 'password'>,
  hash: string | null,
  options: AccountOptions,
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('userAccount')
    .values({ id, username, name: name.trim(), ...options })
    .execute()
  if (hash !== null) await writeCredential(trx, id, hash)
  await refreshUserSearch(trx, [id])
  change.others.add(id)
  return id
}

/** The password somebody else gave a user: to be changed at the next sign-in. Ends every session. Call in a transaction. */
export async function resetPasswordTo(trx: Db, userId: string, hash: string, now: Date): Promise<void> {
  await writeCredential(trx, userId, hash)
  const set = { mustChangePassword: true, passwordChangedAt: instant(now.toISOString()), failedSignIns: 0, lockedUntil: null }
  await trx.updateTable('userAccount').set(set).where('id', '=', userId).execute()
  await endSessionsOf(trx, userId)
}

/** Lets a locked account try again. */
export async function unlockAccount(trx: Db, userId: string): Promise<void> {
  await trx.updateTable('userAccount').set({ failedSignIns: 0, lockedUntil: null }).where('id', '=', userId).execute()
}

/** Nobody signs in with the account any more; its sessions end. Call in a transaction. */
export async function disableAccount(trx: Db, userId: string): Promise<void> {
  await trx.updateTable('userAccount').set({ status: 'DISABLED' }).where('id', '=', userId).execute()
  await endSessionsOf(trx, userId)
}

/** The account may be signed in with again. */
export async function enableAccount(trx: Db, userId: string): Promise<void> {
  await trx.updateTable('userAccount').set({ status: 'ACTIVE' }).where('id', '=', userId).execute()
}

/** For somebody who lost app and recovery codes: the password alone opens the account again. Ends its sessions. Call in a transaction. */
export async function removeTwoFactor(trx: Db, userId: string): Promise<void> {
  await trx.deleteFrom('userTwoFactor').where('userId', '=', userId).execute()
  await trx.updateTable('userAccount').set({ twoFactorEnabled: false }).where('id', '=', userId).execute()
  await endSessionsOf(trx, userId)
}

/** Whether this is the user's password now. */
export async function isPasswordOf(db: Db, userId: string, password: string): Promise<boolean> {
  const found = await db.selectFrom('userCredential').select('password').where('userId', '=', userId).executeTakeFirst()
  return found?.password ? verifyPassword({ hash: found.password, password }) : false
}

async function writeCredential(trx: Db, userId: string, password: string): Promise<void> {
  await trx
    .insertInto('userCredential')
    .values({ userId, accountId: userId, providerId: 'credential', password })
    .onConflict((conflict) => conflict.constraint('user_credential_once').doUpdateSet({ password }))
    .execute()
}

/** What a user is to be granted. */
export interface GrantDraft extends RoleGrantKey, Period {
  readonly reason: string
}

/** What is wrong with a grant beside those the user has. */
export async function grantIssues(db: Db, draft: GrantDraft): Promise<Issue[]> {
  const held = await db
    .selectFrom('roleGrant')
    .select(['id', 'userId', 'role', 'scopeKind', 'scopeId', 'workArea', 'validFrom', 'validTo'])
    .where('userId', '=', draft.userId)
    .where('recordedTo', 'is', null)
    .execute()
  const others: RoleGrantDraft[] = held.map((one) => ({
    ...one,
    role: one.role as Role,
    scopeKind: one.scopeKind satisfies ScopeKind,
    workArea: one.workArea as WorkArea | null,
  }))
  return roleGrantIssues({ ...draft, id: null }, others, draft.reason)
}

/** Records a grant under a change. It has been judged. */
export async function insertGrant(trx: Db, change: Change, { reason, validFrom, validTo, ...key }: GrantDraft): Promise<void> {
  const { userId, role, scopeKind, scopeId, workArea } = key
  const keys = { userId, role, scopeKind, scopeId, workArea }
  const value: RoleGrantValue & Period = { reason, documentId: null, validFrom, validTo }
  await writeTimeline(trx, change, 'ROLE_GRANT', randomUUID(), keys, [value])
  change.others.add(userId)
}
