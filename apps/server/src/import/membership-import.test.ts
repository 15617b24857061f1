import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import type { Json } from '../../test/api.ts'
import { excel } from '../../test/files.ts'
import { fileServer } from '../../test/file-server.ts'
import { makers, recorded, type Made } from '../../test/make.ts'

const database = await testDatabase()
const server = await fileServer(database)
const make = makers(server)

type Row = readonly (string | null)[]
const HEADER = ['机构', '医共体', '角色', '起始日', '截止日']
const upload = async (...rows: Row[]) => server.upload('MEMBERSHIPS', await excel([HEADER, ...rows].map((row) => [...row])))
const states = (run: Json): string[] => run['rows'].rows.map(({ state }: Json) => state)
const faults = (run: Json): string[] =>
  run['rows'].rows.flatMap(({ row, issues }: Json) => issues.map(({ path, code }: Json) => `${row} ${path} ${code}`))
const timeline = async (alliance: Made): Promise<string[]> => {
  const document = `query ($id: ID!) { alliance(id: $id) { membershipTimeline { role validFrom validTo institution { name } } } }`
  const { membershipTimeline } = (await server.query(document, { id: alliance.id }))['alliance']
  return membershipTimeline.map(({ role, validFrom, validTo, institution }: Json) => `${institution.name} ${role} ${validFrom} ${validTo}`)
}

async function write(...rows: Row[]): Promise<void> {
  const run = await upload(...rows)
  expect(faults(run)).toEqual([])
  expect((await server.commit(run['id']))['state']).toBe('DONE')
}

let first: Made
let second: Made

beforeAll(async () => {
  const leads = [await make.hospital({ name: '第一医院' }), await make.hospital({ name: '第二医院' })]
  first = await make.alliance({ name: '第一医共体', leadId: leads[0]!.id })
  second = await make.alliance({ name: '第二医共体', leadId: leads[1]!.id })
  for (const name of ['甲卫生院', '乙卫生院', '丙卫生院', '丁卫生院']) await make.institution({ name, aliases: [`${name}别名`] })
  await make.institution({ name: '甲卫生院' })
})

test('rows admit, change roles and end memberships as they happened, whatever their order; again they change nothing', async () => {
  const rows: Row[] = [
    ['乙卫生院', '第二医共体', '成员单位', '2021-01-01', null],
    ['乙卫生院别名', '第一医共体', '成员单位', '2019-06-01', '2020-12-31'],
    ['丙卫生院', '第一医共体', '上级支援单位', '2019-06-01', '2020年7月31日'],
    ['丙卫生院', '第一医共体', '成员单位', '2020-08-01', null],
  ]
  await write(...rows)
  expect(await timeline(second)).toContain('乙卫生院 MEMBER 2021-01-01 null')
  expect((await timeline(first)).filter((one) => !one.startsWith('第一医院'))).toEqual([
    '丙卫生院 SUPPORTING 2019-06-01 2020-08-01',
    '乙卫生院 MEMBER 2019-06-01 2021-01-01',
    '丙卫生院 MEMBER 2020-08-01 null',
  ])
  expect(states(await upload(...rows))).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED'])
  await write(['丙卫生院', '第一医共体', '成员单位', '2020-08-01', '2025-12-31'])
  expect(await timeline(first)).toContain('丙卫生院 MEMBER 2020-08-01 2026-01-01')
})

test('two tight alliances at once are refused, between two rows of a file and with what is recorded', async () => {
  const run = await upload(
    ['丁卫生院', '第一医共体', '成员单位', '2022-01-01', null],
    ['丁卫生院', '第二医共体', '成员单位', '2023-01-01', null],
    ['乙卫生院', '第一医共体', '成员单位', '2022-01-01', null],
  )
  expect(faults(run)).toEqual(['3 institutionId ALREADY_IN_TIGHT_ALLIANCE', '4 institutionId ALREADY_IN_TIGHT_ALLIANCE'])
  expect(run['rows'].rows[2].issues[0].message).toContain('乙卫生院自 2021-01-01 起是第二医共体的成员单位')
  expect((await timeline(first)).join()).not.toContain('丁卫生院')
})

test('an alliance keeps its lead: a lead that goes without another is refused, one that is followed is not', async () => {
  expect(faults(await upload(['第一医院', '第一医共体', '牵头单位', '2018-01-01', '2023-12-31']))).toEqual(['2 role LEAD_REQUIRED'])
  expect(faults(await upload(['第二医院', '第一医共体', '牵头单位', '2024-01-01', null]))).toContain('2 role TWO_LEADS')
  const hospital = await make.hospital({ name: '第三医院' })
  expect(hospital.name).toBe('第三医院')
  await write(
    ['第三医院', '第一医共体', '牵头单位', '2024-01-01', null],
    ['第一医院', '第一医共体', '牵头单位', '2018-01-01', '2023-12-31'],
  )
  expect(await timeline(first)).toEqual(expect.arrayContaining(['第一医院 LEAD 2018-01-01 2024-01-01', '第三医院 LEAD 2024-01-01 null']))
})

test('faulty rows are named: several of one name, no such alliance, an end before the start, what has ended, a category that may not lead', async () => {
  const vacant = await recorded(server, 'createAlliance', {
    name: '紧密医共体',
    kind: 'COUNTY_TIGHT',
    countyCode: '431221',
    effectiveOn: '2019-01-01',
    leadVacancyReason: '待定',
  })
  expect(vacant.effects.length).toBeGreaterThan(0)
  const run = await upload(
    ['甲卫生院', '第一医共体', '成员单位', '2022-01-01', null],
    ['丁卫生院', '没有医共体', '成员', '2022-01-01', '2021-01-01'],
    ['丁卫生院', '第二医共体', '成员单位', '2022-01-01', '2021-01-01'],
    ['乙卫生院', '第一医共体', '成员单位', '2019-06-01', '2022-12-31'],
    ['丁卫生院', '紧密医共体', '牵头单位', '2019-01-01', null],
    ['丁卫生院', '第一医共体', '成员单位', '2001-01-01', '2001-12-31'],
    [null, null, null, null, null].map((cell, at) => (at === 1 ? '第一医共体' : cell)),
  )
  expect(faults(run)).toEqual([
    '2 institutionId AMBIGUOUS',
    '3 role NOT_IN_LIST',
    '4 validTo END_BEFORE_START',
    '5 validTo MEMBERSHIP_ENDED',
    '6 role MAY_NOT_LEAD',
    '7 validFrom MEMBER_NOT_OPEN',
    '7 validFrom MEMBER_OUTSIDE_ALLIANCE',
    '8 institutionId REQUIRED',
    '8 role REQUIRED',
    '8 validFrom REQUIRED',
  ])
})

test('a lead fills a place that was declared vacant', async () => {
  const hospital = await make.hospital({ name: '第四医院' })
  await write([hospital.name, '紧密医共体', '牵头单位', '2020-01-01', null])
  const [vacancy] = await database.db.selectFrom('leadVacancy').select(['validFrom', 'validTo']).where('recordedTo', 'is', null).execute()
  expect(vacancy).toEqual({ validFrom: '2019-01-01', validTo: '2020-01-01' })
})
