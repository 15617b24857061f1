import { COMMANDS } from '@yilian/domain/commands.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { getNamedType } from 'graphql'
import { beforeAll, expect, test } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../src/access/identify.ts'
import { schema } from '../src/graphql/schema.ts'
import {
  ADMINISTRATION,
  ADMINISTRATION_QUERIES,
  ADMINISTRATION_TYPES,
  FIELDS,
  isAdministration,
  ROWS,
  TOLD_TO_EVERYBODY,
  type Row,
} from './access-table.ts'
import { buildSide, type Side } from './access-world.ts'
import { grant, makeUser, type Account } from './accounts.ts'
import { testApi, type Json } from './api.ts'
import { askerWith, holds } from './askers.ts'
import { executor } from './execute-as.ts'
import { recorded } from './make.ts'
import { commandsOf, everythingOf, fieldsWithScopes, walkedIn } from './walk-schema.ts'

// Accounts, roles and tokens are of the whole installation: whoever holds a permission holds it over all of them, nobody else over any.
const { db } = await testDatabase()
const ask = executor(db)
const api = await testApi(db)
const PHONE = '13812345678'
let side: Side
let user: Account
let service: Account
let departmentId: string
let held: { readonly id: string; readonly version: number }

beforeAll(async () => {
  side = await buildSide(api, '甲', '431221', '431221104000')
  await recorded(api, 'recordDepartment', { countyCode: side.countyCode, name: '共股室' })
  departmentId = (await db.selectFrom('department').select('id').where('name', '=', '共股室').executeTakeFirstOrThrow()).id
  user = await makeUser(api, { name: '共用户', departmentId, phone: PHONE })
  service = await makeUser(api, { name: '共服务号', kind: 'SERVICE' })
  held = await grant(api, user, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: side.countyCode, reason: '共事由' })
  const input = { name: '共令牌', expiresOn: '2026-12-31', forUserId: service.id }
  await ask(LOCAL_OPERATOR, 'mutation { verifyAudit { ok } }')
  await ask(LOCAL_OPERATOR, 'mutation ($input: CreateTokenInput!) { createToken(input: $input) { __typename } }', { input })
})

const WORDS = '股室 用户 服务号 事由 令牌'.split(' ')

function questions(): Record<string, string[]> {
  const grantId = Buffer.from(`RoleGrant:${held.id}`).toString('base64')
  return {
    departments: [''],
    policies: [''],
    user: [`(username: "${user.username}")`, `(username: "${service.username}")`],
    users: ['', '(filter: { search: "共" })', '(orderBy: LAST_SIGN_IN)'],
    grantScopes: ['(kind: COUNTY, search: "中方")'],
    auditEntry: ['(id: 1)', '(id: 40)'],
    auditEntries: ['(first: 500)', '(filter: { search: "共" })'],
    auditState: [''],
    tokens: [''],
    node: [`(id: "${user.id}")`, `(id: "${grantId}")`],
    viewer: [''],
  }
}

/** Asks everything of accounts that this row may be told; answers what was, and the types that were walked. */
async function walk(
  asker: Asker,
  may: (one: (typeof FIELDS)[string] | 'SIGNED_IN') => boolean,
): Promise<{ told: string; walked: Set<string> }> {
  const leaveOut = new Set(Object.keys(FIELDS).filter((field) => !may(FIELDS[field]!)))
  const walked = new Set<string>()
  let text = ''
  for (const [field, calls] of Object.entries(questions())) {
    const type = getNamedType(schema.getQueryType()!.getFields()[field]!.type)
    for (const call of calls) {
      const { data, codes } = await ask(asker, `{ ${field}${call} ${everythingOf(type, 2, leaveOut)} }`)
      expect([field, codes]).toEqual([field, may(ADMINISTRATION_QUERIES[field] ?? 'SIGNED_IN') ? [] : ['FORBIDDEN']])
      text += JSON.stringify(data)
      walkedIn(data, walked)
    }
  }
  return { told: WORDS.filter((word) => text.includes(`共${word}`)).join(' ') + (text.includes(PHONE) ? ` ${PHONE}` : ''), walked }
}

test('one who may everything comes to every type of accounts and roles; a phone is masked for them too', async () => {
  const { told, walked } = await walk(LOCAL_OPERATOR, () => true)
  expect(Object.keys(ADMINISTRATION_TYPES).filter((name) => !walked.has(name))).toEqual([])
  expect(told).toBe(WORDS.join(' '))
})

test.each(ROWS)('$who is told of accounts, roles and tokens what the table says', async (row) => {
  const { told } = await walk(askerWith(row.grant(side)), (one) => holds(row.grant(side), one))
  expect(told).toBe(ADMINISTRATION[row.who] ?? TOLD_TO_EVERYBODY)
})

test('every field that says itself who may has a row, and is denied to whoever may not', async () => {
  expect(fieldsWithScopes().toSorted()).toEqual(Object.keys(FIELDS).toSorted())
  const ways: Readonly<Record<string, string>> = { Department: 'departments { … }', User: 'users { nodes { … } }' }
  for (const [name, permission] of Object.entries(FIELDS)) {
    const [type, field] = name.split('.') as [string, string]
    const leaf = schema.getType(type)
    const inner = leaf && 'getFields' in leaf ? getNamedType(leaf.getFields()[field]!.type!) : undefined
    const shown = inner && 'getFields' in inner ? `${field} { __typename }` : field
    for (const row of ROWS) {
      const { codes } = await ask(askerWith(row.grant(side)), `{ ${ways[type]!.replace('…', shown)} }`)
      expect([name, row.who, codes.length === 0]).toEqual([name, row.who, holds(row.grant(side), permission)])
      expect(codes.filter((code) => code !== 'FORBIDDEN')).toEqual([])
    }
  }
})

function inputs(): Readonly<Record<string, Json>> {
  const ofUser = { userId: user.id }
  const ofGrant = { roleGrantId: held.id, baseVersion: held.version }
  return {
    createUser: { username: 'neu.user', name: '新用户', password: 'Xiang-xi 431221' },
    reviseUser: { ...ofUser, name: '改名', baseVersion: 0 },
    disableUser: ofUser,
    enableUser: ofUser,
    unlockUser: ofUser,
    resetPassword: { ...ofUser, newPassword: 'Xiang-xi 431222' },
    resetTwoFactor: ofUser,
    recordDepartment: { countyCode: side.countyCode, name: '新股室' },
    grantRole: { ...ofUser, role: 'LEADER', scopeKind: 'COUNTY', scopeId: side.countyCode, reason: '试', effectiveOn: '2024-01-01' },
    endRoleGrant: { ...ofGrant, effectiveOn: '2024-01-01' },
    correctRoleGrant: { ...ofGrant, stretches: [] },
  }
}

test.each(commandsOf((needs) => needs !== null && isAdministration(needs)))('%s is done by whoever holds what it needs', async (name) => {
  const input = inputs()[name]
  expect(input, name).toBeDefined()
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const refusal = '... on InputRefused { issues { path code } }'
  const outcomeOf = async (row: Row | null) => {
    const asker = row ? askerWith(row.grant(side)) : LOCAL_OPERATOR
    const document = `mutation ($input: ${type}!) { r: ${name}(input: $input) { __typename ${refusal} } }`
    const { data, codes } = await ask(asker, document, { input: { ...input, validateOnly: true } })
    return codes[0] ?? JSON.stringify(data['r'])
  }
  // What a program without limit is answered, whoever holds the permission is: what is refused to both is not for who asks.
  const unlimited = await outcomeOf(null)
  expect(unlimited).not.toBe('FORBIDDEN')
  for (const row of ROWS) {
    const { needs } = COMMANDS[name]
    expect([row.who, await outcomeOf(row)]).toEqual([row.who, needs && holds(row.grant(side), needs) ? unlimited : 'FORBIDDEN'])
  }
})

test('the audit is verified by whoever reads it', async () => {
  for (const row of ROWS) {
    const { codes } = await ask(askerWith(row.grant(side)), 'mutation { verifyAudit { ok } }')
    expect([row.who, codes]).toEqual([row.who, holds(row.grant(side), 'audit.read') ? [] : ['FORBIDDEN']])
  }
})

test('what is neither a command nor an import is told of here', () => {
  const all = Object.values(schema.getMutationType()!.getFields()).filter(({ type }) => getNamedType(type).name !== 'CommandResult')
  // Of one's own account, or held to their permissions by the feature itself: api-token.test.ts and personal-data.test.ts.
  const oneself = ['createToken', 'revealPersonalData', 'revokeToken']
  const audit = ['verifyAudit']
  expect(all.map(({ name }) => name).toSorted()).toEqual(
    [...oneself, ...audit, 'cancelImport', 'commitImport', 'remapImport', 'startImport'].toSorted(),
  )
})
