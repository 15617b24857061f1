import { HOURLY_BUDGET } from '@yilian/domain/access/budget.ts'
import { instant } from '@yilian/domain/day.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { accountApi, grant, makeAdministrator, makeUser, type Account } from '../../test/accounts.ts'
import { recordedEvents } from '../../test/events.ts'
import { expectPaging } from '../../test/paging.ts'
import { makers, recorded } from '../../test/make.ts'
import { SIGN_IN_SETTINGS } from '../sign-in/sign-in-settings.ts'
import { denialsWritten } from '../access/denied.ts'
import { hashOfSecret, SECRET } from './secret.ts'

const NOW = '2026-11-22T04:00:00Z'
const { db, countStatements } = await testDatabase()
const accounts = await accountApi(db, NOW)
const { program } = accounts
const make = makers(program)

let system: Account
let security: Account
beforeAll(async () => {
  system = await makeAdministrator(program, 'SYSTEM')
  security = await makeAdministrator(program, 'SECURITY')
})
const events = recordedEvents(db)
beforeEach(async () => {
  accounts.denials.length = 0
  accounts.setNow(NOW)
  await db.deleteFrom('signInAddress').execute()
})

const CREATE = `mutation ($input: CreateTokenInput!) { createToken(input: $input) { __typename
  ... on TokenCreated { secret token { id name prefix readOnly grants { role } owner { username } expiresAt createdAt lastUsedAt lastUsedFrom revokedAt } }
  ... on InputRefused { issues { path code } } } }`
const create = async (asker: Account, more: Readonly<Record<string, unknown>> = {}) =>
  (await accounts.as(asker).query(CREATE, { input: { name: '月报脚本', expiresOn: '2027-06-30', ...more } }))['createToken']
const refused = async (asker: Account, more: Readonly<Record<string, unknown>>) =>
  (await create(asker, more)).issues.map(({ path, code }: { path: string; code: string }) => `${path}: ${code}`)

/** An analyst whose password is their own, as everybody's is who could make a token. */
async function makeAnalyst(): Promise<Account & { readonly grantId: string }> {
  const user = await makeUser(program)
  await settle(user)
  const { id } = await grant(program, user, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  return { ...user, grantId: id }
}
const settle = (user: Account) => db.updateTable('userAccount').set({ mustChangePassword: false }).where('id', '=', user.uuid).execute()

const ME = '{ viewer { id viaToken permissions } }'
const status = async (secret: string, document = ME) => (await accounts.withToken(secret).send(document)).status

test('a token is made for oneself, its secret shown once and kept as a hash', async () => {
  const analyst = await makeAnalyst()
  const { secret, token } = await create(analyst)
  expect(secret).toMatch(SECRET)
  expect(token).toEqual({
    id: token.id,
    name: '月报脚本',
    prefix: secret.slice(0, 10),
    readOnly: true,
    grants: null,
    owner: { username: analyst.username },
    expiresAt: '2027-06-30T16:00:00.000000Z',
    createdAt: '2026-11-22T04:00:00.000000Z',
    lastUsedAt: null,
    lastUsedFrom: null,
    revokedAt: null,
  })
  const kept = await db.selectFrom('apiToken').selectAll().where('id', '=', token.id).executeTakeFirstOrThrow()
  expect(kept.hash).toBe(hashOfSecret(secret))
  expect(JSON.stringify(kept)).not.toContain(secret.slice(10))
  expect(await events()).toMatchObject([
    { kind: 'TOKEN_CREATED', actorId: analyst.uuid, subjectId: analyst.uuid, details: { tokenId: token.id } },
  ])
  expect(JSON.stringify(await events())).not.toContain(secret.slice(10))
  const { viewer } = await accounts.as(analyst).query('{ viewer { tokens { id name owner { name } } user { tokens { id } } } }')
  expect(viewer).toEqual({
    tokens: [{ id: token.id, name: '月报脚本', owner: { name: analyst.name } }],
    user: { tokens: [{ id: token.id }] },
  })
})

test('a token is refused for what is wrong with it', async () => {
  const analyst = await makeAnalyst()
  const other = await makeAnalyst()
  expect(await refused(analyst, { name: ' ', grantIds: [], expiresOn: '2027-12-28' })).toEqual([
    'name: REQUIRED',
    'grantIds: REQUIRED',
    'expiresOn: TOKEN_EXPIRY',
  ])
  expect(await refused(analyst, { expiresOn: '2026-11-21' })).toEqual(['expiresOn: TOKEN_EXPIRY'])
  expect(await refused(analyst, { grantIds: [analyst.grantId, other.grantId] })).toEqual(['grantIds.1: NOT_THE_OWNERS_GRANT'])
  expect(await refused(analyst, { forUserId: other.id })).toEqual(['forUserId: TOKEN_FOR_SERVICE_ONLY'])
  expect(accounts.denials).toMatchObject([{ actor: analyst.uuid, field: 'createToken', subjectId: other.uuid }])
  expect(await refused(system, { forUserId: other.id })).toEqual(['forUserId: TOKEN_FOR_SERVICE_ONLY'])
  expect(await refused(system, { forUserId: '00000000-0000-0000-0000-000000000001' })).toEqual(['forUserId: NOT_FOUND'])
})

test('so many of an account work at a time, whoever makes them at once', async () => {
  const analyst = await makeAnalyst()
  await db
    .insertInto('apiToken')
    .values(
      Array.from({ length: 49 }, (_, n) => ({
        userId: analyst.uuid,
        name: `${n}`,
        hash: `${analyst.uuid}${n}`,
        prefix: 'yln_x',
        expiresAt: instant('2027-01-01T00:00:00Z'),
      })),
    )
    .execute()
  const outcomes = await Promise.all([create(analyst), create(analyst), create(analyst)])
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['InputRefused', 'InputRefused', 'TokenCreated'])
  expect(await refused(analyst, {})).toEqual([': TOO_MANY_TOKENS'])
})

test('a token asks in the name of its owner, with the roles that the owner has at that moment', async () => {
  const analyst = await makeAnalyst()
  const { secret } = await create(analyst)
  const api = accounts.withToken(secret)
  const viewer = async () => (await api.query(ME))['viewer']
  expect(await viewer()).toEqual({
    id: analyst.uuid,
    viaToken: true,
    permissions: ['institution.read', 'alliance.read', 'construction.read', 'staff.read', 'policyDocument.read'],
  })
  const second = await grant(program, analyst, { role: 'BUREAU_OPERATOR', scopeKind: 'COUNTY', scopeId: '431221', workArea: 'ALLIANCE' })
  expect((await viewer()).permissions).toContain('alliance.change')
  await recorded(program, 'endRoleGrant', { roleGrantId: second.id, baseVersion: second.version, effectiveOn: '2026-11-22' })
  expect((await viewer()).permissions).not.toContain('alliance.change')
})

test('a token with chosen grants has those and no others, and none of them when its owner has lost them', async () => {
  const user = await makeAnalyst()
  const operator = await grant(program, user, { role: 'BUREAU_OPERATOR', scopeKind: 'COUNTY', scopeId: '341821', workArea: 'ALLIANCE' })
  const { secret, token } = await create(user, { grantIds: [operator.id], readOnly: false })
  expect(token.grants).toEqual([{ role: 'BUREAU_OPERATOR' }])
  const { viewer } = await accounts.withToken(secret).query('{ viewer { permissions grants { role scopeId } counties { code } } }')
  expect(viewer).toMatchObject({ grants: [{ role: 'BUREAU_OPERATOR', scopeId: '341821' }], counties: [{ code: '341821000000' }] })
  await recorded(program, 'endRoleGrant', { roleGrantId: operator.id, baseVersion: operator.version, effectiveOn: '2026-11-01' })
  expect((await accounts.withToken(secret).query(ME))['viewer'].permissions).toEqual([])
})

test('a read-only token changes nothing, another one what its owner may', async () => {
  const user = await makeUser(program)
  await settle(user)
  await grant(program, user, { role: 'BUREAU_OPERATOR', scopeKind: 'COUNTY', scopeId: '431221', workArea: 'ALLIANCE' })
  const [reading, writing] = [await create(user), await create(user, { readOnly: false })]
  const record =
    'mutation { recordPolicyDocument(input: { title: "脚本登记" }) { __typename ... on ChangeRecorded { change { actor { id } } } } }'
  const answer = await accounts.withToken(reading.secret).send(record)
  expect([answer.status, answer.body.errors?.[0]?.extensions['code']]).toEqual([403, 'READ_ONLY_TOKEN'])
  expect((await accounts.withToken(reading.secret).send('mutation { __typename }')).status).toBe(403)
  const done = await accounts.withToken(writing.secret).query(record)
  expect(done['recordPolicyDocument']).toEqual({ __typename: 'ChangeRecorded', change: { actor: { id: user.uuid } } })
})

test('accounts, grants, departments, tokens and personal data are for persons at a screen, whatever the owner of a token may', async () => {
  await settle(system)
  await settle(security)
  const bySystem = (await create(system, { readOnly: false })).secret
  const bySecurity = (await create(security, { readOnly: false })).secret
  const id = system.id
  const attempts: [string, string, string][] = [
    ['createUser', bySystem, `createUser(input: { username: "by.token", name: "脚本", password: "Xiang-xi 431221" })`],
    ['disableUser', bySystem, `disableUser(input: { userId: "${security.id}" })`],
    ['resetPassword', bySystem, `resetPassword(input: { userId: "${security.id}", newPassword: "Xiang-xi 431221" })`],
    ['recordDepartment', bySystem, `recordDepartment(input: { countyCode: "431221", name: "股" })`],
    ['revealPersonalData', bySystem, `revealPersonalData(input: { userId: "${id}", field: PHONE, reason: "看" })`],
    ['createToken', bySystem, `createToken(input: { name: "又一", expiresOn: "2027-01-01" })`],
    ['revokeToken', bySystem, `revokeToken(id: "${id}")`],
    [
      'grantRole',
      bySecurity,
      `grantRole(input: { userId: "${id}", role: ANALYST, scopeKind: COUNTY, scopeId: "431221", reason: "x", effectiveOn: "2026-01-01" })`,
    ],
    ['endRoleGrant', bySecurity, `endRoleGrant(input: { roleGrantId: "${id}", baseVersion: 1, effectiveOn: "2026-01-01" })`],
  ]
  for (const [field, secret, call] of attempts) {
    const { body } = await accounts.withToken(secret).send(`mutation { ${call} { __typename } }`)
    expect(accounts.denials.at(-1)).toMatchObject({ field })
    expect(body.errors?.map(({ message }) => message)).toEqual(['The roles of this token do not allow this, or no token does.'])
  }
  expect((await accounts.withToken(bySystem).query('{ users { totalCount } }'))['users'].totalCount).toBeGreaterThan(1)
  expect((await accounts.withToken(bySecurity).send('{ tokens { totalCount } }')).body.errors).toHaveLength(1)
})

test('a token does not work when it is revoked or expired, or its owner is disabled, locked or must change the password', async () => {
  const analyst = await makeAnalyst()
  const { secret, token } = await create(analyst)
  expect(await status(secret)).toBe(200)
  const owner = (set: object) => db.updateTable('userAccount').set(set).where('id', '=', analyst.uuid).execute()
  await recorded(program, 'disableUser', { userId: analyst.id })
  expect(await status(secret)).toBe(401)
  await recorded(program, 'enableUser', { userId: analyst.id })
  await owner({ lockedUntil: '2026-11-22T04:00:01.000000Z' })
  expect(await status(secret)).toBe(401)
  await owner({ lockedUntil: '2026-11-22T04:00:00.000000Z', mustChangePassword: true })
  expect(await status(secret)).toBe(401)
  await owner({ mustChangePassword: false })
  expect(await status(secret)).toBe(200)
  accounts.setNow('2027-06-30T15:59:59Z')
  expect(await status(secret)).toBe(200)
  accounts.setNow('2027-06-30T16:00:00Z')
  expect(await status(secret)).toBe(401)
  accounts.setNow(NOW)
  await accounts.as(analyst).query('mutation ($id: ID!) { revokeToken(id: $id) { __typename } }', { id: token.id })
  expect(await status(secret)).toBe(401)
  expect((await events()).filter(({ kind }) => kind === 'SIGN_IN_FAILED')).toHaveLength(5)
  expect(JSON.stringify(await events())).not.toContain(secret)
})

test.each([
  ['no token at all', 'Bearer '],
  ['another scheme', 'Basic eWxuXzpzZWNyZXQ='],
  ['a token of another shape', 'Bearer yln_short'],
  ['a token that was never made', `Bearer yln_${'A'.repeat(43)}`],
  ['a secret behind the secret', `Bearer yln_${'A'.repeat(43)} yln_${'A'.repeat(43)}`],
])('%s is answered 401', async (_, authorization) => {
  const answer = await program.send(ME, {}, { authorization })
  expect([answer.status, answer.body.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED'])
})

test('too many tokens from one address that do not work are held off like sign-ins; those that work are not', async () => {
  const { secret } = await create(await makeAnalyst())
  const wrong = `yln_${'B'.repeat(43)}`
  const statuses: number[] = []
  for (let tries = 0; tries < SIGN_IN_SETTINGS.addressFailures + 2; tries++) statuses.push(await status(wrong))
  expect(statuses.slice(0, SIGN_IN_SETTINGS.addressFailures).every((one) => one === 401)).toBe(true)
  const held = await accounts.withToken(wrong).send(ME)
  expect([held.status, held.body.errors?.[0]?.extensions['code']]).toEqual([429, 'TOO_MANY'])
  expect(Number(held.headers.get('retry-after'))).toBe(SIGN_IN_SETTINGS.addressSeconds)
  expect(await status(secret)).toBe(200)
})

test('the last use is noted with its address, once a minute at most', async () => {
  const analyst = await makeAnalyst()
  const { secret } = await create(analyst)
  const used = async () => (await accounts.as(analyst).query('{ viewer { tokens { lastUsedAt lastUsedFrom } } }'))['viewer'].tokens[0]
  // Refusals before this are written after their answers.
  await denialsWritten(db)
  const first = await countStatements(() => status(secret, '{ today }'))
  expect(await used()).toEqual({ lastUsedAt: '2026-11-22T04:00:00.000000Z', lastUsedFrom: '127.0.0.1' })
  accounts.setNow('2026-11-22T04:00:59Z')
  const second = await countStatements(() => status(secret, '{ today }'))
  expect([first.length, second.length]).toEqual([2, 1])
  expect((await used()).lastUsedAt).toBe('2026-11-22T04:00:00.000000Z')
  accounts.setNow('2026-11-22T04:01:00Z')
  await status(secret, '{ today }')
  expect((await used()).lastUsedAt).toBe('2026-11-22T04:01:00.000000Z')
})

test('tokens of service accounts are made by the system administrator', async () => {
  const service = await makeUser(program, { kind: 'SERVICE', name: '数据平台' })
  await grant(program, service, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  const { secret, token } = await create(system, { forUserId: service.id })
  expect((await accounts.withToken(secret).query(ME))['viewer']).toMatchObject({ id: service.uuid })
  const { user } = await accounts.as(system).query('query ($u: String!) { user(username: $u) { tokens { id } } }', { u: service.username })
  expect(user.tokens).toEqual([{ id: token.id }])
  await recorded(program, 'disableUser', { userId: service.id })
  expect(await status(secret)).toBe(401)
  expect(await refused(system, { forUserId: service.id })).toEqual(['forUserId: OWNER_DISABLED'])
})

const REVOKE = `mutation ($id: ID!) { revokeToken(id: $id) { __typename ... on ApiToken { id revokedAt } ... on InputRefused { issues { path code } } } }`

test('a token is revoked by its owner, or by who oversees tokens; for others there is none', async () => {
  const analyst = await makeAnalyst()
  const { token } = await create(analyst)
  const other = await makeAnalyst()
  const revoke = async (asker: Account, id = token.id) => (await accounts.as(asker).query(REVOKE, { id }))['revokeToken']
  const none = { __typename: 'InputRefused', issues: [{ path: 'id', code: 'NOT_FOUND' }] }
  expect(await revoke(other)).toEqual(none)
  expect(await revoke(system)).toEqual(none)
  expect(await revoke(analyst, other.id)).toEqual(none)
  const done = { __typename: 'ApiToken', id: token.id, revokedAt: '2026-11-22T04:00:00.000000Z' }
  expect(await revoke(security)).toEqual(done)
  accounts.setNow('2026-11-22T05:00:00Z')
  expect(await revoke(analyst)).toEqual(done)
  expect((await events()).filter(({ kind }) => kind === 'TOKEN_REVOKED')).toMatchObject([
    { actorId: security.uuid, subjectId: analyst.uuid },
  ])
})

test('the security administrator oversees all tokens in pages, others none but their own', async () => {
  const analyst = await makeAnalyst()
  for (const name of ['一', '二', '三']) await create(analyst, { name })
  const api = accounts.as(security)
  await expectPaging(api, 'tokens', 'filter: {}', 4)
  const count = async (filter: Readonly<Record<string, unknown>>) =>
    (await api.query('query ($f: ApiTokenFilter) { tokens(filter: $f) { totalCount } }', { f: filter }))['tokens'].totalCount
  expect(await count({ ownerId: analyst.id })).toBe(3)
  expect(await count({ ownerId: analyst.id, working: false })).toBe(0)
  accounts.setNow('2028-01-01T00:00:00Z')
  expect(await count({ ownerId: analyst.id, working: false })).toBe(3)
  accounts.setNow(NOW)
  for (const asker of [analyst, system]) {
    const { body } = await accounts.as(asker).send('{ tokens { totalCount } }')
    expect(body.errors?.map(({ message }) => message)).toEqual(['Your roles do not allow this.'])
  }
  const { body } = await accounts.as(system).send('query ($u: String!) { user(username: $u) { tokens { id } } }', { u: analyst.username })
  expect(body.errors?.map(({ message }) => message)).toEqual(['Your roles do not allow this.'])
  const READ = 'query ($n: Int) { tokens(first: $n) { nodes { name grants { role } owner { username } } } }'
  // Refusals before this are written after their answers.
  await denialsWritten(db)
  const few = await countStatements(() => api.query(READ, { n: 1 }))
  expect((await countStatements(() => api.query(READ, { n: 50 }))).length).toBe(few.length)
})

test('each answer says its cost and what is left; a token that has spent its hour is refused until the next', async () => {
  const analyst = await makeAnalyst()
  const { secret } = await create(analyst)
  const api = accounts.withToken(secret)
  const limit = HOURLY_BUDGET.ANALYST / 2
  const { body } = await api.send('{ institutions(first: 10) { nodes { name } } }')
  expect(body.extensions).toEqual({
    cost: { values: 21, limit: 1_000_000, budget: { spent: 21, limit, resetsAt: '2026-11-22T05:00:00.000000Z' } },
  })
  // Three levels of full pages: as dear as one operation may be.
  const dear = '{ institutions(first: 500) { nodes { changes(first: 400) { nodes { number note } } } } }'
  const values = (await api.send(dear)).body.extensions!['cost'].values
  expect(values).toBeGreaterThan(limit / 400)
  let answer = await api.send(dear)
  for (let times = 2; answer.status === 200 && times < 400; times++) answer = await api.send(dear)
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('3600')
  expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'BUDGET_SPENT', cost: values, limit, retryAfter: 3600 })
  expect(answer.body.extensions!['cost'].budget.limit - answer.body.extensions!['cost'].budget.spent).toBeLessThan(values)
  // The person at the screen goes on, and the token in the next hour.
  expect((await accounts.as(analyst).send(ME)).status).toBe(200)
  expect((await api.send(ME)).status).toBe(200)
  accounts.setNow('2026-11-22T05:00:00Z')
  expect((await api.send(dear)).status).toBe(200)
})

test('what asks for too much in itself is told the cost and the limit, and spends nothing', async () => {
  const analyst = await makeAnalyst()
  await make.institution()
  const api = accounts.as(analyst)
  const tooMuch = await api.send(
    '{ institutions(first: 500) { nodes { changes(first: 500) { nodes { number note effects { after { label } } } } } } }',
    {},
    { accept: 'application/graphql-response+json' },
  )
  expect(tooMuch.status).toBe(400)
  expect(tooMuch.body.errors?.[0]?.extensions).toMatchObject({ code: 'TOO_COMPLEX', limit: 1_000_000 })
  expect((await api.send(ME)).body.extensions!['cost'].budget).toMatchObject({ spent: 4, limit: HOURLY_BUDGET.ANALYST })
})
