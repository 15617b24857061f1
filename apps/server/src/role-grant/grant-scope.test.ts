import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { accountApi, grant, makeAdministrator, makeUser, type Account } from '../../test/accounts.ts'
import { makers, recorded } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const accounts = await accountApi(db)
const { program } = accounts
const make = makers(program)

let security: Account
let system: Account
beforeAll(async () => {
  security = await makeAdministrator(program, 'SECURITY')
  system = await makeAdministrator(program, 'SYSTEM')
})

interface Scope {
  readonly id: string
  readonly name: string
  readonly within: string | null
}
const scopes = async (kind: string, search: string | null = null): Promise<Scope[]> =>
  (
    await accounts
      .as(security)
      .query('query ($kind: ScopeKind!, $search: String) { grantScopes(kind: $kind, search: $search) { id name within } }', {
        kind,
        search,
      })
  )['grantScopes']
const names = async (kind: string, search: string | null = null) => (await scopes(kind, search)).map(({ name }) => name)

test('a county is found by part of its name and by its six digits, whether anything of it is kept yet or not', async () => {
  expect(await scopes('COUNTY', '中方')).toEqual([{ id: '431221', name: '中方县', within: '怀化市' }])
  expect(await names('COUNTY', '431221')).toEqual(['中方县'])
  expect(await names('COUNTY', '%')).toEqual([])
  expect(await names('COUNTY', '999999')).toEqual([])
})

test('alliances and institutions are found by name and pinyin, and a grant over one found is accepted', async () => {
  await make.institution({ name: '铜湾镇中心卫生院' })
  await make.alliance({ name: '铜湾片区医共体' })
  expect(await names('INSTITUTION', 'twz')).toEqual(['铜湾镇中心卫生院'])
  const [found] = await scopes('ALLIANCE', '铜湾')
  expect(found).toMatchObject({ name: '铜湾片区医共体', within: '中方县' })
  const change = await recorded(program, 'grantRole', {
    userId: system.id,
    role: 'LEAD_OPERATOR',
    scopeKind: 'ALLIANCE',
    scopeId: found!.id,
    reason: '负责日常工作',
    effectiveOn: '2019-01-01',
    until: '2019-02-01',
  })
  expect(change.effects[0]!.after[0]!.label).toContain('铜湾片区医共体')
})

test('departments that are closed are not offered, and their county is said', async () => {
  await recorded(program, 'recordDepartment', { countyCode: '431221', name: '医政股' })
  await recorded(program, 'recordDepartment', { countyCode: '431221', name: '防保股', closedOn: '2020-01-01' })
  expect(await scopes('DEPARTMENT', '股')).toMatchObject([{ name: '医政股', within: '中方县' }])
})

test('a text is no pattern, one statement answers, and the whole installation has nothing to choose from', async () => {
  expect(await names('DEPARTMENT', '_政股')).toEqual([])
  expect(await names('INSTALLATION')).toEqual([])
  const statements = await countStatements(() => scopes('INSTITUTION', '卫生院'))
  const without = await countStatements(() => scopes('INSTALLATION'))
  expect(statements.length - without.length).toBe(1)
})

test('only who sees grants may ask', async () => {
  const operator = await makeUser(program)
  await grant(program, operator, { role: 'BUREAU_OPERATOR', scopeKind: 'COUNTY', scopeId: '431221', workArea: 'ALLIANCE' })
  const answer = await accounts.as(operator).send('{ grantScopes(kind: COUNTY, search: "中方") { name } }')
  expect(answer.body.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})
