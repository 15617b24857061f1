import { randomUUID } from 'node:crypto'

import { verifyPassword } from 'better-auth/crypto'
import { instant } from '@yilian/domain/day.ts'
import { identityCheckCharacter } from '@yilian/domain/personal-data.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { accountApi, grant, makeAdministrator, makeUser, PASSWORD, type Account } from '../../test/accounts.ts'
import { recorded, refusals, run, versionOf } from '../../test/make.ts'
import { expectPaging } from '../../test/paging.ts'
import { denialsWritten } from '../access/denied.ts'

const { db, countStatements } = await testDatabase()
const accounts = await accountApi(db)
const { program } = accounts

let system: Account
let security: Account
beforeAll(async () => {
  system = await makeAdministrator(program, 'SYSTEM')
  security = await makeAdministrator(program, 'SECURITY')
})

/** 431221 1975-04-01, the first of the day. */
const SECOND_NUMBER = `43122119750401001${identityCheckCharacter('43122119750401001')}`

let phones = 13_700_000_000
const nextPhone = () => String(++phones)

const credential = (userId: string) => db.selectFrom('userCredential').selectAll().where('userId', '=', userId).executeTakeFirst()

async function openSession(userId: string): Promise<void> {
  await db
    .insertInto('userSession')
    .values({ userId, token: randomUUID(), expiresAt: instant('2027-01-01T00:00:00Z') })
    .execute()
}
const sessionsOf = async (userId: string) => (await db.selectFrom('userSession').select('id').where('userId', '=', userId).execute()).length

test('an account is created by the system administrator, found, and shown with masked personal data', async () => {
  const api = accounts.as(system)
  const zhang = await makeUser(api, {
    username: ' Zhang.San ',
    name: ' 张三 ',
    phone: '138 1234 5678',
    identityNumber: '11010519491231002x',
    note: '新入职',
  })
  const { user } = await api.query(
    `{ user(username: "zhang.san") { id username name kind status locked lockedUntil phone identityNumber demonstration mustChangePassword
       twoFactorEnabled lastSignInAt createdAt department { id } grants { role } changes { nodes { command summary note actor { id name } } } } }`,
  )
  expect(user).toMatchObject({
    id: zhang.id,
    username: 'zhang.san',
    name: '张三',
    kind: 'PERSON',
    status: 'ACTIVE',
    locked: false,
    lockedUntil: null,
    phone: '138****5678',
    identityNumber: '110105********002X',
    demonstration: false,
    mustChangePassword: true,
    twoFactorEnabled: false,
    lastSignInAt: null,
    department: null,
    grants: [],
  })
  expect(user.changes.nodes).toEqual([
    { command: 'createUser', summary: '新建用户：张三 zhang.san', note: '新入职', actor: { id: system.uuid, name: system.name } },
  ])
  const kept = await credential(zhang.uuid)
  expect(await verifyPassword({ hash: kept!.password!, password: PASSWORD })).toBe(true)
  expect(JSON.stringify(kept)).not.toContain(PASSWORD)
})

test('a trial creates nothing, and says what the run would be refused for', async () => {
  const api = accounts.as(system)
  const tried = await run(api, 'createUser', { username: 'tried', name: '试', password: PASSWORD, validateOnly: true })
  expect(tried).toEqual({ __typename: 'ChangePreview', effects: [] })
  expect((await api.query('{ user(username: "tried") { id } }'))['user']).toBeNull()
})

test('an account is refused for what is wrong with it', async () => {
  const api = accounts.as(system)
  await makeUser(api, { username: 'taken', phone: '13900000001', identityNumber: '440524188001010014' })
  const refused = (more: Readonly<Record<string, unknown>>) =>
    refusals(api, 'createUser', { username: 'fresh', name: '新', password: PASSWORD, ...more })
  expect(await refused({ username: 'X', name: ' ', password: 'short', phone: '110', identityNumber: '1' })).toEqual([
    'username: USERNAME_FORM',
    'name: REQUIRED',
    'password: PASSWORD_TOO_SHORT',
    'password: PASSWORD_TOO_PLAIN',
    'phone: NOT_A_MOBILE',
    'identityNumber: NOT_AN_IDENTITY_NUMBER',
  ])
  expect(await refused({ username: '13812345678' })).toEqual(['username: USERNAME_IS_PHONE'])
  expect(await refused({ password: null })).toEqual(['password: PASSWORD_TOO_SHORT', 'password: PASSWORD_TOO_PLAIN'])
  expect(await refused({ username: 'TAKEN', phone: '+86 13900000001', identityNumber: '440524 18800101 0014' })).toEqual([
    'username: USERNAME_TAKEN',
    'phone: PHONE_TAKEN',
    'identityNumber: IDENTITY_NUMBER_TAKEN',
  ])
  expect(await refused({ departmentId: system.id })).toEqual(['departmentId: NOT_FOUND'])
  expect(await refused({ kind: 'SERVICE', phone: '13900000009', identityNumber: '11010519491231002X' })).toEqual([
    'password: NO_PASSWORD_FOR_SERVICE',
    'phone: NO_PERSONAL_DATA_FOR_SERVICE',
    'identityNumber: NO_PERSONAL_DATA_FOR_SERVICE',
  ])
})

test('the user name of a disabled account stays taken', async () => {
  const api = accounts.as(system)
  const gone = await makeUser(api, { username: 'gone.one' })
  await recorded(api, 'disableUser', { userId: gone.id, note: '离职' })
  expect(await refusals(api, 'createUser', { username: 'gone.one', name: '新', password: PASSWORD })).toEqual(['username: USERNAME_TAKEN'])
})

test('two who create the same user name at once: one succeeds, the other is told', async () => {
  const api = accounts.as(system)
  const input = { username: 'raced', name: '同时', password: PASSWORD }
  const outcomes = await Promise.all([1, 2, 3].map(() => run(api, 'createUser', input)))
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRecorded', 'InputRefused', 'InputRefused'])
  const codes = outcomes.flatMap(({ issues }) => issues?.map(({ code }) => code) ?? [])
  expect(new Set(codes)).toEqual(new Set(['USERNAME_TAKEN']))
})

test('a service account has no password, and cannot be given one', async () => {
  const api = accounts.as(system)
  const service = await makeUser(api, { kind: 'SERVICE', name: '数据平台' })
  expect(await credential(service.uuid)).toBeUndefined()
  const { user } = await api.query('query ($u: String!) { user(username: $u) { kind mustChangePassword tokens { id } } }', {
    u: service.username,
  })
  expect(user).toEqual({ kind: 'SERVICE', mustChangePassword: false, tokens: [] })
  expect(await refusals(api, 'resetPassword', { userId: service.id, newPassword: PASSWORD })).toEqual([': NO_PASSWORD_FOR_SERVICE'])
  expect(
    await refusals(api, 'reviseUser', {
      userId: service.id,
      baseVersion: await versionOf(program, service.id),
      name: '平台',
      phone: '13900000010',
    }),
  ).toEqual(['phone: NO_PERSONAL_DATA_FOR_SERVICE'])
})

test('an account is revised on the version that was looked at; what is left out of personal data stays, null takes it away', async () => {
  const api = accounts.as(system)
  const li = await makeUser(api, { name: '李四', phone: '13900000002' })
  const baseVersion = await versionOf(program, li.id)
  const read = async () =>
    (await api.query('query ($u: String!) { user(username: $u) { name phone identityNumber } }', { u: li.username }))['user']
  await recorded(api, 'reviseUser', { userId: li.id, baseVersion, name: '李思', identityNumber: SECOND_NUMBER })
  expect(await read()).toEqual({ name: '李思', phone: '139****0002', identityNumber: '431221********0014' })
  expect(await run(api, 'reviseUser', { userId: li.id, baseVersion, name: '李斯' })).toMatchObject({
    __typename: 'StaleVersion',
    baseVersion,
    changes: [{ command: 'reviseUser' }],
  })
  const again = { userId: li.id, baseVersion: await versionOf(program, li.id), name: '李思' }
  expect(await refusals(api, 'reviseUser', again)).toEqual([': NOTHING_CHANGES'])
  await recorded(api, 'reviseUser', { ...again, phone: null, identityNumber: null })
  expect(await read()).toEqual({ name: '李思', phone: null, identityNumber: null })
})

test('a disabled account loses its sessions and can be enabled again', async () => {
  const api = accounts.as(system)
  const user = await makeUser(api)
  await openSession(user.uuid)
  await recorded(api, 'disableUser', { userId: user.id })
  expect(await sessionsOf(user.uuid)).toBe(0)
  expect(await refusals(api, 'disableUser', { userId: user.id })).toEqual([': ALREADY_DISABLED'])
  await recorded(api, 'enableUser', { userId: user.id })
  expect(await refusals(api, 'enableUser', { userId: user.id })).toEqual([': NOT_DISABLED'])
  expect(await refusals(api, 'disableUser', { userId: '00000000-0000-0000-0000-000000000001' })).toEqual(['userId: NOT_FOUND'])
})

test('nobody disables themselves, resets their own password or their own second factor', async () => {
  const api = accounts.as(system)
  expect(await refusals(api, 'disableUser', { userId: system.id })).toEqual([': NOT_ONES_OWN_ACCOUNT'])
  expect(await refusals(api, 'resetPassword', { userId: system.id, newPassword: PASSWORD })).toEqual([': NOT_ONES_OWN_ACCOUNT'])
  expect(await refusals(api, 'resetTwoFactor', { userId: system.id })).toEqual([': NOT_ONES_OWN_ACCOUNT'])
})

test('the last holder of an administrator’s role who can sign in is not disabled, the one before the last is', async () => {
  const api = accounts.as(system)
  expect(await refusals(api, 'disableUser', { userId: security.id })).toEqual([': LAST_ADMINISTRATOR'])
  const second = await makeAdministrator(program, 'SECURITY')
  const third = await makeAdministrator(program, 'SECURITY')
  const outcomes = await Promise.all([security, second, third].map(({ id }) => run(api, 'disableUser', { userId: id })))
  expect(outcomes.filter(({ __typename }) => __typename === 'ChangeRecorded')).toHaveLength(2)
  const refused = outcomes.findIndex(({ __typename }) => __typename === 'InputRefused')
  for (const [at, { id }] of [security, second, third].entries()) if (at !== refused) await recorded(api, 'enableUser', { userId: id })
})

test('a locked account says so until the lock runs out, and is unlocked before', async () => {
  const api = accounts.as(system)
  const user = await makeUser(api)
  const lock = (until: string) =>
    db
      .updateTable('userAccount')
      .set({ lockedUntil: instant(until), failedSignIns: 5 })
      .where('id', '=', user.uuid)
      .execute()
  const read = async () =>
    (await api.query('query ($u: String!) { user(username: $u) { locked lockedUntil } }', { u: user.username }))['user']
  await lock('2026-11-22T04:00:00.000000Z')
  expect(await read()).toEqual({ locked: false, lockedUntil: null })
  await lock('2026-11-22T04:10:00.000000Z')
  expect(await read()).toEqual({ locked: true, lockedUntil: '2026-11-22T04:10:00.000000Z' })
  await recorded(api, 'unlockUser', { userId: user.id })
  expect(await read()).toEqual({ locked: false, lockedUntil: null })
  expect(await refusals(api, 'unlockUser', { userId: user.id })).toEqual([': NOT_LOCKED'])
})

test('a reset password works until it is changed at the next sign-in, and ends sessions', async () => {
  const api = accounts.as(system)
  const user = await makeUser(api)
  await db.updateTable('userAccount').set({ mustChangePassword: false }).where('id', '=', user.uuid).execute()
  await openSession(user.uuid)
  const newPassword = 'Another-one 77'
  expect((await run(api, 'resetPassword', { userId: user.id, newPassword, validateOnly: true })).__typename).toBe('ChangePreview')
  expect(await sessionsOf(user.uuid)).toBe(1)
  await recorded(api, 'resetPassword', { userId: user.id, newPassword })
  expect(await sessionsOf(user.uuid)).toBe(0)
  expect(await verifyPassword({ hash: (await credential(user.uuid))!.password!, password: newPassword })).toBe(true)
  const { user: read } = await api.query('query ($u: String!) { user(username: $u) { mustChangePassword } }', { u: user.username })
  expect(read.mustChangePassword).toBe(true)
  expect(await refusals(api, 'resetPassword', { userId: user.id, newPassword: 'kx7kx' })).toEqual([
    'newPassword: PASSWORD_TOO_SHORT',
    'newPassword: PASSWORD_TOO_PLAIN',
  ])
  expect(await refusals(api, 'resetPassword', { userId: user.id, newPassword: `X7 ${user.username} #` })).toEqual([
    'newPassword: PASSWORD_HAS_USERNAME',
  ])
})

test('who keeps accounts does not reset the password of who grants roles or reads the audit', async () => {
  const audit = await makeAdministrator(program, 'AUDIT')
  const api = accounts.as(system)
  for (const { id } of [security, audit])
    expect(await refusals(api, 'resetPassword', { userId: id, newPassword: 'Another-one 77' })).toEqual([': RESET_AT_MACHINE'])
  const second = await makeAdministrator(program, 'SYSTEM')
  await recorded(api, 'resetPassword', { userId: second.id, newPassword: 'Another-one 77' })
  await recorded(api, 'disableUser', { userId: second.id })
})

test('a lost second factor is taken away', async () => {
  const api = accounts.as(system)
  const user = await makeUser(api)
  expect(await refusals(api, 'resetTwoFactor', { userId: user.id })).toEqual([': NO_TWO_FACTOR'])
  await db.insertInto('userTwoFactor').values({ userId: user.uuid, secret: 's', backupCodes: 'c' }).execute()
  await db.updateTable('userAccount').set({ twoFactorEnabled: true }).where('id', '=', user.uuid).execute()
  await recorded(api, 'resetTwoFactor', { userId: user.id })
  expect(await db.selectFrom('userTwoFactor').select('id').where('userId', '=', user.uuid).execute()).toEqual([])
  const { user: read } = await api.query('query ($u: String!) { user(username: $u) { twoFactorEnabled } }', { u: user.username })
  expect(read.twoFactorEnabled).toBe(false)
})

test('what is done with an account is its history, and cannot be undone', async () => {
  const api = accounts.as(system)
  const user = await makeUser(api)
  const { id } = await recorded(api, 'disableUser', { userId: user.id, note: '调离' })
  const { user: read } = await api.query(
    'query ($u: String!) { user(username: $u) { version changes { totalCount nodes { number summary en: summary(locale: en) undoable } } } }',
    { u: user.username },
  )
  expect(read.changes.totalCount).toBe(2)
  expect(read.changes.nodes[0]).toEqual({
    number: read.version,
    summary: `停用用户：${user.name} ${user.username}`,
    en: `Disable user: ${user.name} ${user.username}`,
    undoable: false,
  })
  expect(await refusals(program, 'undoChange', { changeId: id })).toEqual(['changeId: NOT_UNDOABLE'])
})

test('users are found by parts of their names in characters, pinyin and initials, and by user name', async () => {
  const api = accounts.as(system)
  const { id } = await makeUser(api, { username: 'ouyang.xx', name: '欧阳修文' })
  const find = async (search: string) =>
    (
      (await api.query('query ($s: String) { users(filter: { search: $s }) { nodes { id } } }', { s: search }))['users'].nodes as {
        id: string
      }[]
    ).map((one) => one.id)
  for (const search of ['阳修', 'ouyangxiu', 'oyxw', 'OUYANG.XX', 'yang.x', ' 欧阳 修文']) expect(await find(search), search).toEqual([id])
  expect(await find('不存在')).toEqual([])
  expect(await find('%')).toEqual([])
  await recorded(api, 'reviseUser', { userId: id, baseVersion: await versionOf(program, id), name: '曾巩' })
  expect(await find('欧阳修文')).toEqual([])
  expect(await find('zenggong')).toEqual([id])
})

test('users are filtered, ordered and paged by cursor in every order, with a total', async () => {
  const api = accounts.as(system)
  await db
    .updateTable('userAccount')
    .set({ lastSignInAt: instant('2026-11-01T00:00:00.000001Z') })
    .where('id', '=', system.uuid)
    .execute()
  for (const by of ['NAME', 'USERNAME', 'LAST_SIGN_IN', 'CREATED']) {
    for (const descending of [false, true]) await expectPaging(api, 'users', `orderBy: ${by}, descending: ${descending}`, 7)
  }
  const LIST = 'query ($filter: UserFilter) { users(filter: $filter, first: 500) { nodes { id username kind } } }'
  const of = async (filter: Readonly<Record<string, unknown>>) => (await api.query(LIST, { filter }))['users'].nodes
  expect((await of({ kind: 'SERVICE' })).every(({ kind }: { kind: string }) => kind === 'SERVICE')).toBe(true)
  expect((await of({ status: 'DISABLED' })).map(({ username }: { username: string }) => username)).toContain('gone.one')
  expect((await of({ role: 'SYSTEM_ADMINISTRATOR', status: 'ACTIVE' })).map(({ id }: { id: string }) => id)).toEqual([system.id])
  const { users } = await api.query('{ users(orderBy: LAST_SIGN_IN, descending: true, first: 1) { nodes { id } } }')
  expect(users.nodes).toEqual([{ id: system.id }])
})

test('the list of users takes as many statements for many as for few', async () => {
  const api = accounts.as(system)
  const READ = `query ($first: Int) { users(first: $first, orderBy: CREATED, descending: true) { totalCount nodes { name phone version
    department { name userCount } grants { role scopeName user { name } grantedBy { name } change { number } } } } }`
  const { department } = await api
    .query('mutation { recordDepartment(input: { countyCode: "431221", name: "信息股" }) { ... on ChangeRecorded { department { id } } } }')
    .then((answer) => answer['recordDepartment'])
  const makeGranted = async () => {
    const user = await makeUser(program, { departmentId: department.id, phone: nextPhone() })
    await grant(program, user, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  }
  await makeGranted()
  // Refusals of the tests before are written after their answers.
  await denialsWritten(db)
  const few = await countStatements(() => api.query(READ, { first: 1 }))
  await makeGranted()
  await makeGranted()
  const many = await countStatements(() => api.query(READ, { first: 100 }))
  expect(many.length).toBe(few.length)
  expect(many.length).toBeLessThan(14)
})

test('who may not read accounts finds none, but the own one', async () => {
  const analyst = await makeUser(program)
  await grant(program, analyst, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  const api = accounts.as(analyst)
  const denied = async (document: string) => (await api.send(document)).body.errors?.map(({ message }) => message)
  expect(await denied('{ users { totalCount } }')).toEqual(['Your roles do not allow this.'])
  expect(await denied('{ user(username: "zhang.san") { id } }')).toEqual(['Your roles do not allow this.'])
  const nodes = (
    await api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on User { username } } }', { ids: [system.id, analyst.id] })
  )['nodes']
  expect(nodes).toEqual([null, { id: analyst.id, username: analyst.username }])
  expect(await denied(`mutation { disableUser(input: { userId: "${system.id}" }) { __typename } }`)).toEqual([
    'Your roles do not allow this.',
  ])
  // The security administrator sees accounts and changes none.
  expect((await accounts.as(security).query('{ users { totalCount } }'))['users'].totalCount).toBeGreaterThan(3)
  const refused = await accounts.as(security).send(`mutation { disableUser(input: { userId: "${analyst.id}" }) { __typename } }`)
  expect(refused.body.errors?.map(({ message }) => message)).toEqual(['Your roles do not allow this.'])
})
