import type { Db } from '@yilian/database/db.ts'
import { refreshUserSearch } from '@yilian/database/search.ts'
import { ADMINISTRATORS, administratorIssues } from '@yilian/domain/access/administrators.ts'
import { passwordIssues } from '@yilian/domain/access/password.ts'
import { roleRules } from '@yilian/domain/access/role.ts'
import { normalUsername, usernameIssues } from '@yilian/domain/access/username.ts'
import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { normalisePersonal, personalIssues, type PersonalField } from '@yilian/domain/personal-data.ts'
import { userNameIssues, type UserKind } from '@yilian/domain/user.ts'

import type { AuditEventKind } from '../audit/audit-event.ts'
import { requestEvent } from '../audit/request-event.ts'
import { notFound } from '../command/known.ts'
import { refuseOn, refuseStale, type CommandBody, type CommandInput } from '../command/run-command.ts'
import type { Context } from '../graphql/context.ts'
import { setPersonal, userWithPersonal } from '../personal-data/personal-data.queries.ts'
import { administrations, lockAdministrators } from '../role-grant/role-grant.queries.ts'
import { disableAccount, enableAccount, insertAccount, passwordHash, resetPasswordTo, unlockAccount } from '../sign-in/accounts.ts'
import { endSessionsOf } from '../sign-in/sessions.queries.ts'
import { userChangesSince, userVersions } from './user.queries.ts'

type Given = string | null | undefined

interface UserFields {
  readonly name: string
  readonly departmentId?: Given
  readonly phone?: Given
  readonly identityNumber?: Given
}

export interface CreateUser extends CommandInput, UserFields {
  readonly kind?: UserKind | null | undefined
  readonly username: string
  /** Of a person; it must be changed at the first sign-in. */
  readonly password?: Given
}

/** 新建用户: an account for a person, or for a program that uses tokens. */
export const createUser =
  (input: CreateUser, { keys, today, passwordRules }: Context): CommandBody =>
  async (trx, begin) => {
    const kind = input.kind ?? 'PERSON'
    const username = normalUsername(input.username)
    const name = input.name.trim()
    const personal = personalOf(input)
    refuseOn([
      ...usernameIssues(username),
      ...userNameIssues(name),
      ...(kind === 'SERVICE' ? serviceIssues(input) : passwordIssues({ password: input.password ?? '', username }, passwordRules)),
      ...personal.issues,
    ])
    refuseOn([
      ...(await usernameTakenIssues(trx, username)),
      ...(await takenIssues(trx, keys, personal.values, null)),
      ...(await departmentIssuesOf(trx, input.departmentId ?? null, today)),
    ])
    const change = await begin()
    const hash = kind === 'SERVICE' ? null : await passwordHash(input.password ?? '')
    const options = { kind, mustChangePassword: kind === 'PERSON', departmentId: input.departmentId ?? null }
    const id = await insertAccount(trx, change, { username, name }, hash, options)
    await setPersonal(trx, keys, { of: 'USER', id }, personal.values)
  }

export interface UserCommand extends CommandInput {
  readonly userId: string
}

export interface ReviseUser extends UserCommand, UserFields {
  readonly baseVersion: number
}

/** 修改用户: name and department whole; personal data where they are given, for nobody has them in clear to send back. */
export const reviseUser =
  (input: ReviseUser, { keys, today }: Context): CommandBody =>
  async (trx, begin) => {
    const user = await lockUser(trx, input.userId)
    await requireUserVersion(trx, user.id, input.baseVersion)
    const name = input.name.trim()
    const departmentId = input.departmentId ?? null
    const personal = personalOf(input)
    refuseOn([...userNameIssues(name), ...(user.kind === 'SERVICE' ? serviceIssues(input) : []), ...personal.issues])
    refuseOn([
      ...(await takenIssues(trx, keys, personal.values, user.id)),
      ...(departmentId === user.departmentId ? [] : await departmentIssuesOf(trx, departmentId, today)),
    ])
    const isSame = name === user.name && departmentId === user.departmentId
    if (isSame && Object.values(personal.values).every((value) => value === undefined)) return
    const change = await begin()
    await trx.updateTable('userAccount').set({ name, departmentId }).where('id', '=', user.id).execute()
    await setPersonal(trx, keys, { of: 'USER', id: user.id }, personal.values)
    await refreshUserSearch(trx, [user.id])
    change.others.add(user.id)
  }

/** 停用用户: it cannot sign in any more, its sessions end, and its tokens stop working. */
export const disableUser =
  (input: UserCommand, { actor, today }: Context): CommandBody =>
  async (trx, begin) => {
    await lockAdministrators(trx)
    const user = await lockUser(trx, input.userId)
    if (user.status === 'DISABLED') refuseOn([issue('', 'ALREADY_DISABLED')])
    refuseOn(ownAccountIssues(actor.id, user.id, 'disableUser'))
    const held = await administrations(trx)
    const left = held.filter(({ userId }) => userId !== user.id)
    refuseOn(administratorIssues(ADMINISTRATORS, held, left, today))
    const change = await begin()
    await disableAccount(trx, user.id)
    change.others.add(user.id)
  }

/** 启用用户: it can sign in again, with the roles it has today. */
export const enableUser =
  (input: UserCommand): CommandBody =>
  async (trx, begin) => {
    const user = await lockUser(trx, input.userId)
    if (user.status === 'ACTIVE') refuseOn([issue('', 'NOT_DISABLED')])
    const change = await begin()
    await enableAccount(trx, user.id)
    change.others.add(user.id)
  }

/** 解锁用户: it may try to sign in again before the lock runs out. */
export const unlockUser =
  (input: UserCommand): CommandBody =>
  async (trx, begin) => {
    const user = await lockUser(trx, input.userId)
    if (user.lockedUntil === null && user.failedSignIns === 0) refuseOn([issue('', 'NOT_LOCKED')])
    const change = await begin()
    await unlockAccount(trx, user.id)
    await trx.updateTable('userTwoFactor').set({ lockedUntil: null, failedVerificationCount: 0 }).where('userId', '=', user.id).execute()
    change.others.add(user.id)
  }

export interface ResetPassword extends UserCommand {
  readonly newPassword: string
}

/** 重置密码: this one until the next sign-in, where it must be changed; sessions end. */
export const resetPassword =
  (input: ResetPassword, context: Context): CommandBody =>
  async (trx, begin) => {
    const user = await lockUser(trx, input.userId)
    refuseOn(ownAccountIssues(context.actor.id, user.id, 'resetPassword'))
    if (user.kind === 'SERVICE') refuseOn([issue('', 'NO_PASSWORD_FOR_SERVICE')])
    refuseOn(await apartIssues(trx, user.id))
    refuseOn(passwordIssues({ password: input.newPassword, username: user.username }, context.passwordRules, 'newPassword'))
    const change = await begin()
    await resetPasswordTo(trx, user.id, await passwordHash(input.newPassword), new Date(context.requestedAt))
    change.others.add(user.id)
    await noteEvent(trx, context, 'PASSWORD_CHANGED', input)
  }

/** 解除动态口令: it signs in with the password alone until it sets up a new one; sessions end. */
export const resetTwoFactor =
  (input: UserCommand, context: Context): CommandBody =>
  async (trx, begin) => {
    const user = await lockUser(trx, input.userId)
    refuseOn(ownAccountIssues(context.actor.id, user.id, 'resetTwoFactor'))
    const removed = await trx.deleteFrom('userTwoFactor').where('userId', '=', user.id).returning('id').execute()
    if (removed.length === 0 && !user.twoFactorEnabled) refuseOn([issue('', 'NO_TWO_FACTOR')])
    const change = await begin()
    await trx.updateTable('userAccount').set({ twoFactorEnabled: false }).where('id', '=', user.id).execute()
    await endSessionsOf(trx, user.id)
    change.others.add(user.id)
    await noteEvent(trx, context, 'TWO_FACTOR_CHANGED', input)
  }

/** The account, held until the transaction ends. Refuses when there is none. */
export async function lockUser(trx: Db, id: string, path = 'userId') {
  const user = await trx
    .selectFrom('userAccount')
    .select(['id', 'kind', 'username', 'name', 'departmentId', 'status', 'lockedUntil', 'failedSignIns', 'twoFactorEnabled'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!user) throw notFound(path, 'user', id)
  return user
}

async function requireUserVersion(trx: Db, id: string, baseVersion: number): Promise<void> {
  const currentVersion = (await userVersions(trx, [id])).get(id) ?? 0
  if (currentVersion === baseVersion) return
  refuseStale({ of: 'THING', baseVersion, currentVersion, changeNumbers: await userChangesSince(trx, id, baseVersion) })
}

function ownAccountIssues(actorId: string, userId: string, command: CommandKey): Issue[] {
  return actorId === userId ? [issue('', 'NOT_ONES_OWN_ACCOUNT', { command: COMMANDS[command] })] : []
}

/** Who keeps accounts must not come in as who grants roles or reads the audit. */
async function apartIssues(trx: Db, id: string): Promise<Issue[]> {
  const apart = (await administrations(trx)).find(({ userId, role }) => userId === id && role !== 'SYSTEM_ADMINISTRATOR')
  return apart ? [issue('', 'RESET_AT_MACHINE', { role: roleRules(apart.role).label })] : []
}

/** Personal data as given, in their normal form: `undefined` where left out, `null` where taken away. */
function personalOf({ phone, identityNumber }: UserFields) {
  const read = (field: PersonalField, given: Given) => (given == null ? given : normalisePersonal(field, given) || null)
  const values = { PHONE: read('PHONE', phone), IDENTITY_NUMBER: read('IDENTITY_NUMBER', identityNumber) }
  return {
    values,
    issues: [
      ...(values.PHONE ? personalIssues('phone', 'PHONE', values.PHONE) : []),
      ...(values.IDENTITY_NUMBER ? personalIssues('identityNumber', 'IDENTITY_NUMBER', values.IDENTITY_NUMBER) : []),
    ],
  }
}

function serviceIssues({ password, phone, identityNumber }: Partial<CreateUser>): Issue[] {
  return [
    ...(password ? [issue('password', 'NO_PASSWORD_FOR_SERVICE')] : []),
    ...(phone ? [issue('phone', 'NO_PERSONAL_DATA_FOR_SERVICE')] : []),
    ...(identityNumber ? [issue('identityNumber', 'NO_PERSONAL_DATA_FOR_SERVICE')] : []),
  ]
}

async function usernameTakenIssues(trx: Db, username: string): Promise<Issue[]> {
  const holder = await trx.selectFrom('userAccount').select('id').where('username', '=', username).executeTakeFirst()
  return holder ? [issue('username', 'USERNAME_TAKEN', { username })] : []
}

async function takenIssues(
  trx: Db,
  keys: Context['keys'],
  { PHONE: phone, IDENTITY_NUMBER: identityNumber }: Readonly<Record<PersonalField, Given>>,
  id: string | null,
): Promise<Issue[]> {
  const issues: Issue[] = []
  const withPhone = phone ? await userWithPersonal(trx, keys, 'PHONE', phone) : undefined
  if (withPhone && withPhone.id !== id) issues.push(issue('phone', 'PHONE_TAKEN', { username: withPhone.username }))
  const withNumber = identityNumber ? await userWithPersonal(trx, keys, 'IDENTITY_NUMBER', identityNumber) : undefined
  if (withNumber && withNumber.id !== id) issues.push(issue('identityNumber', 'IDENTITY_NUMBER_TAKEN', { username: withNumber.username }))
  return issues
}

async function departmentIssuesOf(trx: Db, id: string | null, today: IsoDate): Promise<Issue[]> {
  if (id === null) return []
  const department = await trx.selectFrom('department').select(['name', 'closedOn']).where('id', '=', id).executeTakeFirst()
  if (!department) throw notFound('departmentId', 'department', id)
  const { name, closedOn } = department
  return closedOn !== null && closedOn <= today ? [issue('departmentId', 'DEPARTMENT_CLOSED', { name, day: closedOn })] : []
}

async function noteEvent(trx: Db, context: Context, kind: AuditEventKind, { userId, note, validateOnly }: UserCommand): Promise<void> {
  if (!validateOnly) await requestEvent(trx, context, { kind, subjectId: userId, reason: note ?? null, details: { by: 'ADMINISTRATOR' } })
}
