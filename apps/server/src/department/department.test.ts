import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { accountApi, makeAdministrator, makeUser, type Account } from '../../test/accounts.ts'
import { recorded, refusals, run } from '../../test/make.ts'
import { denialsWritten } from '../access/denied.ts'

const { db, countStatements } = await testDatabase()
const accounts = await accountApi(db)
let system: Account
beforeAll(async () => {
  system = await makeAdministrator(accounts.program, 'SYSTEM')
})

const LIST = 'query ($c: String) { departments(countyCode: $c) { id countyCode name closedOn } }'
const list = async (c: string | null = '431221') => (await accounts.as(system).query(LIST, { c }))['departments']

async function record(input: Readonly<Record<string, unknown>>): Promise<string> {
  await recorded(accounts.as(system), 'recordDepartment', { countyCode: '431221', ...input })
  const found = (await list(null)) as { id: string; name: string }[]
  return found.find(({ name }) => name === input['name'])!.id
}

test('departments are recorded, revised and closed, and listed by pinyin with closed ones last', async () => {
  const id = await record({ name: '医政股' })
  await record({ name: '办公室' })
  await record({ name: '人事股', countyCode: '341821' })
  expect(await list()).toMatchObject([{ name: '办公室' }, { id, name: '医政股', countyCode: '431221', closedOn: null }])
  const change = await recorded(accounts.as(system), 'recordDepartment', {
    departmentId: id,
    countyCode: '431221',
    name: '医政医管股',
    closedOn: '2026-11-01',
  })
  expect(change.summary).toBe('登记股室：医政医管股')
  expect((await list()).map(({ name }: { name: string }) => name)).toEqual(['办公室', '医政医管股'])
  expect(await list(null)).toHaveLength(3)
  expect(
    await refusals(accounts.as(system), 'createUser', { username: 'late', name: '晚', password: 'Xiang-xi 431221', departmentId: id }),
  ).toEqual(['departmentId: DEPARTMENT_CLOSED'])
})

test('a department is refused for what is wrong with it', async () => {
  const id = await record({ name: '财务股' })
  const refused = (input: Readonly<Record<string, unknown>>) =>
    refusals(accounts.as(system), 'recordDepartment', { countyCode: '431221', name: '新股', ...input })
  expect(await refused({ name: ' ', countyCode: '1' })).toEqual(['countyCode: NOT_A_REGION_CODE', 'name: REQUIRED'])
  expect(await refused({ countyCode: '999999' })).toEqual(['countyCode: NOT_FOUND'])
  expect(await refused({ name: '财务股' })).toEqual(['name: DEPARTMENT_NAME_TAKEN'])
  expect(await refused({ departmentId: system.id })).toEqual(['departmentId: NOT_FOUND'])
  expect(await refused({ departmentId: id, countyCode: '341821' })).toEqual(['countyCode: DEPARTMENT_COUNTY_FIXED'])
  expect(await refused({ departmentId: id, name: '财务股' })).toEqual([': NOTHING_CHANGES'])
  const both = await Promise.all([1, 2].map(() => run(accounts.as(system), 'recordDepartment', { countyCode: '431221', name: '同时股' })))
  expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRecorded', 'InputRefused'])
})

test('everybody signed in sees departments, the system administrator alone changes them and sees how many belong to each', async () => {
  const departmentId = await record({ name: '统计股' })
  await makeUser(accounts.program, { departmentId })
  const nobody = accounts.as(await makeUser(accounts.program))
  expect((await nobody.query(LIST))['departments'].length).toBeGreaterThan(0)
  expect((await nobody.send('{ departments { userCount } }')).body.errors?.[0]?.message).toBe('Your roles do not allow this.')
  const { body } = await nobody.send('mutation { recordDepartment(input: { countyCode: "431221", name: "股" }) { __typename } }')
  expect(body.errors?.[0]?.message).toBe('Your roles do not allow this.')
  const READ = '{ departments { name userCount } }'
  // Refusals before this are written after their answers.
  await denialsWritten(db)
  const statements = await countStatements(async () => {
    expect((await accounts.as(system).query(READ))['departments']).toContainEqual({ name: '统计股', userCount: 1 })
  })
  // Who asks, the list, and the counts of all.
  expect(statements).toHaveLength(3)
})
