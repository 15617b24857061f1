import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { accountApi, grant, makeAdministrator, makeUser, type Account } from '../../test/accounts.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { makers, recorded, refusals, run, versionOf, globalId } from '../../test/make.ts'
import { denialsWritten } from '../access/denied.ts'

const { db, countStatements } = await testDatabase()
const accounts = await accountApi(db)
const { program } = accounts
const make = makers(program)

let system: Account
let security: Account
let second: Account
beforeAll(async () => {
  system = await makeAdministrator(program, 'SYSTEM')
  security = await makeAdministrator(program, 'SECURITY')
  second = await makeAdministrator(program, 'SECURITY')
})

const OPERATOR = {
  role: 'BUREAU_OPERATOR',
  scopeKind: 'COUNTY',
  scopeId: '431221',
  workArea: 'ALLIANCE',
  reason: '分管医共体工作',
  effectiveOn: '2026-01-01',
}

const GRANTS = `query ($u: String!, $on: Date, $at: Instant) { user(username: $u) {
  grants(asOf: $on, asKnownAt: $at) { id version role scopeKind scopeId scopeName en: scopeName(locale: en) label workArea reason validFrom validTo recordedTo
    user { username } grantedBy { id name } change { command } document { title } }
  grantTimeline(asKnownAt: $at) { validFrom validTo reason } } }`
const read = async ({ username }: Account, on: string | null = null, at: string | null = null) =>
  (await accounts.as(security).query(GRANTS, { u: username, on, at }))['user']

test('a role is granted by the security administrator with an exact preview, and shown with scope, line of work and who gave it', async () => {
  const user = await makeUser(program)
  const change = await expectExactPreview(db, accounts.as(security), 'grantRole', { ...OPERATOR, userId: user.id, until: '2027-01-01' })
  expect(change).toMatchObject({ summary: `自 2026-01-01 起授予角色：${user.name} · 局经办人` })
  expect(change.effects).toMatchObject([
    { fact: 'ROLE_GRANT', before: [], after: [{ label: '县（市、区） · 中方县 · 医共体', validTo: '2027-01-01' }] },
  ])
  const { grants } = await read(user)
  expect(grants).toEqual([
    {
      id: globalId('RoleGrant', change.effects[0]!.factId),
      version: change.number,
      role: 'BUREAU_OPERATOR',
      scopeKind: 'COUNTY',
      scopeId: '431221',
      scopeName: '中方县',
      en: '中方县',
      label: '局经办人（医共体） · 中方县',
      workArea: 'ALLIANCE',
      reason: '分管医共体工作',
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
      recordedTo: null,
      user: { username: user.username },
      grantedBy: { id: security.uuid, name: security.name },
      change: { command: 'grantRole' },
      document: null,
    },
  ])
  expect((await read(user, '2025-12-31')).grants).toEqual([])
  expect((await read(user, '2027-01-01')).grants).toEqual([])
  const { user: history } = await accounts
    .as(security)
    .query('query ($u: String!) { user(username: $u) { changes { nodes { command } } } }', {
      u: user.username,
    })
  expect(history.changes.nodes.map(({ command }: { command: string }) => command)).toEqual(['grantRole', 'createUser'])
})

test('a role is granted over what is there and suits it', async () => {
  const user = await makeUser(program)
  const refused = (more: Readonly<Record<string, unknown>>) =>
    refusals(accounts.as(security), 'grantRole', { ...OPERATOR, userId: user.id, ...more })
  expect(await refused({ scopeId: '999999' })).toEqual(['scopeId: NOT_FOUND'])
  expect(await refused({ scopeId: '431200' })).toEqual(['scopeId: NOT_FOUND'])
  expect(await refused({ scopeId: null })).toEqual(['scopeId: REQUIRED'])
  expect(await refused({ scopeKind: 'DEPARTMENT', scopeId: user.id })).toEqual(['scopeId: NOT_FOUND'])
  expect(await refused({ scopeKind: 'INSTITUTION', scopeId: user.id })).toEqual(['scopeKind: SCOPE_NOT_FOR_ROLE'])
  expect(await refused({ role: 'REPORTER', workArea: null, scopeKind: 'INSTITUTION', scopeId: user.id })).toEqual(['scopeId: NOT_FOUND'])
  expect(await refused({ workArea: null })).toEqual(['workArea: REQUIRED'])
  expect(await refused({ role: 'LEADER' })).toEqual(['workArea: WORK_AREA_NOT_FOR_ROLE'])
  expect(await refused({ reason: ' ' })).toEqual(['reason: REQUIRED'])
  expect(await refused({ until: '2025-01-01' })).toEqual(['until: END_BEFORE_START'])
  expect(await refused({ userId: globalId('User', '00000000-0000-0000-0000-000000000001') })).toEqual(['userId: NOT_FOUND'])
})

test('over an institution, an alliance and a department, with their names', async () => {
  const institution = await make.institution()
  const alliance = await make.alliance()
  const { recordDepartment } = await accounts
    .as(system)
    .query('mutation { recordDepartment(input: { countyCode: "431221", name: "医政股" }) { ... on ChangeRecorded { department { id } } } }')
  const user = await makeUser(program)
  const api = accounts.as(security)
  const base = { userId: user.id, reason: '工作需要', effectiveOn: '2026-01-01' }
  await recorded(api, 'grantRole', { ...base, role: 'REPORTER', scopeKind: 'INSTITUTION', scopeId: institution.id })
  await recorded(api, 'grantRole', { ...base, role: 'ANALYST', scopeKind: 'ALLIANCE', scopeId: alliance.uuid })
  await recorded(api, 'grantRole', { ...base, role: 'LEADER', scopeKind: 'DEPARTMENT', scopeId: recordDepartment.department.id })
  expect((await read(user)).grants.map(({ scopeName }: { scopeName: string }) => scopeName).toSorted()).toEqual(
    [institution.name, alliance.name, '医政股'].toSorted(),
  )
})

test('not twice at a time, and an administrator’s role stands alone', async () => {
  const user = await makeUser(program)
  const api = accounts.as(security)
  await recorded(api, 'grantRole', { ...OPERATOR, userId: user.id })
  expect(await refusals(api, 'grantRole', { ...OPERATOR, userId: user.id, effectiveOn: '2026-06-01' })).toEqual(['role: ALREADY_GRANTED'])
  const audit = { role: 'AUDIT_ADMINISTRATOR', scopeKind: 'INSTALLATION', workArea: null, scopeId: null }
  expect(await refusals(api, 'grantRole', { ...OPERATOR, ...audit, userId: user.id })).toEqual(['role: ROLES_APART'])
  await recorded(api, 'grantRole', { ...OPERATOR, userId: user.id, workArea: 'TASKS' })
  // Two at the same moment, each alone allowed.
  const other = await makeUser(program)
  const outcomes = await Promise.all([
    run(api, 'grantRole', { ...OPERATOR, userId: other.id }),
    run(accounts.as(second), 'grantRole', { ...OPERATOR, ...audit, userId: other.id }),
  ])
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRecorded', 'InputRefused'])
})

test('nobody grants to themselves, ends, corrects or undoes their own', async () => {
  const api = accounts.as(security)
  expect(await refusals(api, 'grantRole', { ...OPERATOR, userId: system.id, role: 'ANALYST', workArea: null })).toEqual([
    'role: ROLES_APART',
  ])
  expect((await refusals(api, 'grantRole', { ...OPERATOR, userId: security.id, role: 'ANALYST', workArea: null })).toSorted()).toEqual([
    'role: ROLES_APART',
  ])
  const own = (await read(security)).grants[0]
  const base = { roleGrantId: own.id, baseVersion: own.version }
  expect(await refusals(api, 'endRoleGrant', { ...base, effectiveOn: '2026-12-01' })).toEqual([': NOT_FOR_ONESELF'])
  expect(await refusals(api, 'correctRoleGrant', { ...base, stretches: [{ reason: '更长', validFrom: '2019-01-01' }] })).toEqual([
    ': NOT_FOR_ONESELF',
  ])
})

test('a grant ends on the version that was looked at, and ending can be undone', async () => {
  const user = await makeUser(program)
  const { id, version } = await grant(accounts.as(security), user, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  const api = accounts.as(security)
  const end = { roleGrantId: id, baseVersion: version, effectiveOn: '2026-11-22' }
  expect(await refusals(api, 'endRoleGrant', { ...end, effectiveOn: '2019-01-01' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  const ended = await expectExactPreview(db, api, 'endRoleGrant', end)
  expect((await read(user)).grants).toEqual([])
  expect((await read(user, '2026-11-21')).grants).toHaveLength(1)
  expect(await run(api, 'endRoleGrant', end)).toMatchObject({ __typename: 'StaleVersion', changes: [{ command: 'endRoleGrant' }] })
  await recorded(program, 'undoChange', { changeId: ended.id })
  expect((await read(user)).grants).toMatchObject([{ validTo: null, change: { command: 'undoChange' } }])
  const { user: history } = await api.query(
    'query ($u: String!) { user(username: $u) { changes { nodes { command summary undoable } } } }',
    { u: user.username },
  )
  expect(history.changes.nodes.slice(0, 2)).toEqual([
    { command: 'undoChange', summary: `撤回变更（收回角色）：${user.name} · 分析员`, undoable: true },
    { command: 'endRoleGrant', summary: `自 2026-11-22 起收回角色：${user.name} · 分析员`, undoable: false },
  ])
})

test('undoing is held to the same rules: the administrators stay apart', async () => {
  const user = await makeUser(program)
  const api = accounts.as(security)
  const { id, version } = await grant(api, user, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  const ended = await recorded(api, 'endRoleGrant', { roleGrantId: id, baseVersion: version, effectiveOn: '2026-11-01' })
  await recorded(api, 'grantRole', {
    userId: user.id,
    role: 'AUDIT_ADMINISTRATOR',
    scopeKind: 'INSTALLATION',
    reason: '调整',
    effectiveOn: '2026-11-01',
  })
  expect(await refusals(program, 'undoChange', { changeId: ended.id })).toEqual([': ROLES_APART'])
})

test('a grant is corrected as it truly was; what was known before stays readable', async () => {
  const user = await makeUser(program)
  const api = accounts.as(security)
  const { id, version } = await grant(api, user, { role: 'LEADER', scopeKind: 'COUNTY', scopeId: '431221' })
  const [{ recordedAt }] = (await program.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes
  const correct = { roleGrantId: id, baseVersion: version }
  expect(
    await refusals(api, 'correctRoleGrant', {
      ...correct,
      stretches: [
        { reason: '', validFrom: '2020-01-01', validTo: '2019-01-01' },
        { reason: '二', validFrom: '2021-01-01' },
      ],
    }),
  ).toEqual(['stretches.0.validTo: END_BEFORE_START', 'stretches.0.reason: REQUIRED'])
  await recorded(api, 'correctRoleGrant', { ...correct, stretches: [{ reason: '任职', validFrom: '2022-03-01', validTo: '2024-03-01' }] })
  expect((await read(user)).grantTimeline).toEqual([{ reason: '任职', validFrom: '2022-03-01', validTo: '2024-03-01' }])
  expect((await read(user, null, recordedAt)).grantTimeline).toEqual([{ reason: '测试', validFrom: '2020-01-01', validTo: null }])
  const baseVersion = await versionOf(program, globalId('RoleGrant', id))
  await recorded(api, 'correctRoleGrant', { roleGrantId: id, baseVersion, stretches: [] })
  expect((await read(user)).grantTimeline).toEqual([])
})

test('the last security administrator’s grant is not ended, by whatever command, and of two who end each other’s one succeeds', async () => {
  const [first, other] = [(await read(security)).grants[0], (await read(second)).grants[0]]
  const endOf = (one: { id: string; version: number }) => ({ roleGrantId: one.id, baseVersion: one.version, effectiveOn: '2026-11-22' })
  const outcomes = await Promise.all([
    run(accounts.as(security), 'endRoleGrant', endOf(other)),
    run(accounts.as(second), 'endRoleGrant', endOf(first)),
  ])
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRecorded', 'InputRefused'])
  const winner = outcomes.findIndex(({ __typename }) => __typename === 'ChangeRecorded')
  expect(outcomes[1 - winner]!.issues).toMatchObject([{ path: '', code: 'LAST_ADMINISTRATOR' }])
  // The program may everything, but not this.
  const left = winner === 0 ? first : other
  expect(await refusals(program, 'endRoleGrant', endOf(left))).toEqual([': LAST_ADMINISTRATOR'])
  expect(await refusals(program, 'correctRoleGrant', { ...endOf(left), effectiveOn: undefined, stretches: [] })).toEqual([
    ': LAST_ADMINISTRATOR',
  ])
  await recorded(program, 'undoChange', { changeId: outcomes[winner]!.change!.id })
})

test('grants of others are for those who keep accounts and roles; one’s own are everybody’s own', async () => {
  const analyst = await makeUser(program)
  const { id } = await grant(program, analyst, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  const elsewhere = await grant(program, await makeUser(program), { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  const api = accounts.as(analyst)
  const { viewer, nodes } = await api.query(
    'query ($ids: [ID!]!) { viewer { user { username grants { role } } grants { scopeName } } nodes(ids: $ids) { id } }',
    { ids: [globalId('RoleGrant', id), globalId('RoleGrant', elsewhere.id)] },
  )
  expect(viewer).toEqual({ user: { username: analyst.username, grants: [{ role: 'ANALYST' }] }, grants: [{ scopeName: '中方县' }] })
  expect(nodes).toEqual([{ id: globalId('RoleGrant', id) }, null])
  for (const command of ['grantRole', 'endRoleGrant', 'correctRoleGrant']) {
    const input = {
      grantRole: { ...OPERATOR, userId: analyst.id },
      endRoleGrant: { roleGrantId: id, baseVersion: 1, effectiveOn: '2026-01-01' },
      correctRoleGrant: { roleGrantId: id, baseVersion: 1, stretches: [] },
    }[command]
    for (const asker of [analyst, system]) {
      const type = `${command[0]!.toUpperCase()}${command.slice(1)}Input`
      const { body } = await accounts.as(asker).send(`mutation ($input: ${type}!) { ${command}(input: $input) { __typename } }`, { input })
      expect(body.errors?.map(({ message }) => message)).toEqual(['Your roles do not allow this.'])
    }
  }
})

test('the grants of many are read with as many statements as those of one', async () => {
  const READ =
    'query ($n: Int) { users(first: $n, orderBy: CREATED, descending: true) { nodes { grants { scopeName version grantedBy { name } change { number } } grantTimeline { reason } } } }'
  const api = accounts.as(security)
  // Refusals of the tests before are written after their answers.
  await denialsWritten(db)
  const few = await countStatements(() => api.query(READ, { n: 1 }))
  expect((await countStatements(() => api.query(READ, { n: 100 }))).length).toBe(few.length)
})
