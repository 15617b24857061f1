import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded, type Made } from '../../test/make.ts'
import { expectPaging } from '../../test/paging.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const nameOf = new Map<string, string>()
let alliance: Made
let parent: Made

beforeAll(async () => {
  const hospital = { category: 'A100', regionCode: '431221000000' }
  const made = [
    await make.institution({
      ...hospital,
      name: '中方县人民医院',
      level: 'LEVEL_2',
      grade: 'A',
      beds: 300,
      servedPopulation: 290000,
      ownership: 'PUBLIC_GOV',
    }),
    await make.institution({ ...hospital, name: '安康医院', level: 'LEVEL_2', grade: 'UNGRADED', beds: 99, ownership: 'PRIVATE_PROFIT' }),
    await make.institution({
      name: '泸阳镇卫生院',
      regionCode: '431221102000',
      level: 'NONE',
      grade: 'UNGRADED',
      beds: 60,
      ownership: 'PUBLIC_GOV',
    }),
    await make.institution({ name: '铜湾镇中心卫生院', category: 'C210', level: 'LEVEL_1', grade: 'A', beds: 60, servedPopulation: 20000 }),
    await make.institution({ name: '铁坡镇卫生院', regionCode: '431221106000' }),
    await make.institution({ name: '蒿吉坪卫生院', regionCode: '431221214000' }),
    await make.institution({ name: '汇总村卫生室', category: 'D600', unitCount: 14 }),
    await make.institution({ name: '某外地医院', category: 'A100', regionCode: '431200000000', level: 'LEVEL_3', grade: 'A' }),
  ]
  for (const one of made) nameOf.set(one.id, one.name)
  parent = made[3]!
  const clinic = await make.institution({ name: '渡头村卫生室', category: 'D600', parentId: parent.id })
  nameOf.set(clinic.id, clinic.name)
  const closed = await make.institution({ name: '已撤销卫生院' })
  nameOf.set(closed.id, closed.name)
  await recorded(api, 'closeInstitution', { institutionId: closed.id, baseVersion: closed.version, effectiveOn: '2020-01-01' })
  alliance = await make.alliance({ leadId: made[0]!.id })
  await make.membership({ alliance, institution: parent })
  await make.membership({ alliance, institution: made[7]!, role: 'SUPPORTING' })
})

const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id))

test.each([
  [
    'CODE',
    [
      '某外地医院',
      '中方县人民医院',
      '安康医院',
      '泸阳镇卫生院',
      '铜湾镇中心卫生院',
      '铁坡镇卫生院',
      '蒿吉坪卫生院',
      '汇总村卫生室',
      '渡头村卫生室',
    ],
  ],
  [
    'NAME',
    [
      '安康医院',
      '渡头村卫生室',
      '蒿吉坪卫生院',
      '汇总村卫生室',
      '泸阳镇卫生院',
      '某外地医院',
      '铁坡镇卫生院',
      '铜湾镇中心卫生院',
      '中方县人民医院',
    ],
  ],
  [
    'LEVEL',
    [
      '某外地医院',
      '中方县人民医院',
      '安康医院',
      '铜湾镇中心卫生院',
      '泸阳镇卫生院',
      '铁坡镇卫生院',
      '蒿吉坪卫生院',
      '汇总村卫生室',
      '渡头村卫生室',
    ],
  ],
  [
    'REGION',
    [
      '某外地医院',
      '中方县人民医院',
      '安康医院',
      '泸阳镇卫生院',
      '铜湾镇中心卫生院',
      '汇总村卫生室',
      '渡头村卫生室',
      '铁坡镇卫生院',
      '蒿吉坪卫生院',
    ],
  ],
  [
    'BEDS',
    [
      '泸阳镇卫生院',
      '铜湾镇中心卫生院',
      '安康医院',
      '中方县人民医院',
      '铁坡镇卫生院',
      '蒿吉坪卫生院',
      '汇总村卫生室',
      '某外地医院',
      '渡头村卫生室',
    ],
  ],
  [
    'SERVED_POPULATION',
    [
      '铜湾镇中心卫生院',
      '中方县人民医院',
      '安康医院',
      '泸阳镇卫生院',
      '铁坡镇卫生院',
      '蒿吉坪卫生院',
      '汇总村卫生室',
      '某外地医院',
      '渡头村卫生室',
    ],
  ],
  [
    'CATEGORY',
    [
      '中方县人民医院',
      '安康医院',
      '某外地医院',
      '铜湾镇中心卫生院',
      '泸阳镇卫生院',
      '铁坡镇卫生院',
      '蒿吉坪卫生院',
      '汇总村卫生室',
      '渡头村卫生室',
    ],
  ],
])('by %s the list pages the same from either end, upward and downward; what has no value comes last', async (order, expected) => {
  const up = await expectPaging(api, 'institutions', `orderBy: ${order}, direction: ASC`, 2)
  expect(names(up)).toEqual(expected)
  const down = await expectPaging(api, 'institutions', `orderBy: ${order}, direction: DESC`, 4)
  expect(down.toSorted()).toEqual(up.toSorted())
  const without = order === 'BEDS' ? 5 : order === 'SERVED_POPULATION' ? 7 : order === 'LEVEL' ? 4 : 0
  const valued = names(down).slice(0, down.length - without)
  expect(valued.toSorted()).toEqual(expected.slice(0, expected.length - without).toSorted())
  if (order === 'BEDS') expect(valued.slice(0, 2)).toEqual(['中方县人民医院', '安康医院'])
  if (order === 'NAME') expect(valued).toEqual(expected.toReversed())
})

test('a page past the end is empty; a page of none says whether there is more', async () => {
  const last = (await api.query('{ institutions(last: 1) { pageInfo { endCursor } } }'))['institutions'].pageInfo.endCursor
  const read = async (args: string) =>
    (await api.query(`{ institutions(${args}) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`))['institutions']
  expect(await read(`first: 5, after: "${last}"`)).toEqual({
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null },
  })
  expect(await read('first: 0')).toEqual({ nodes: [], pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: null } })
})

test('too many rows, a cursor that is none and a cursor of another order are refused with what to do', async () => {
  const read = (args: string) => api.query(`{ institutions(${args}) { nodes { id } } }`)
  await expect(read('first: 501')).rejects.toThrow('A page has 0 to 500 rows; 501 were asked for')
  await expect(read('first: -1')).rejects.toThrow('A page has 0 to 500 rows')
  await expect(read('after: "nonsense"')).rejects.toThrow('The cursor is not one of this list')
  const byName = (await api.query('{ institutions(orderBy: NAME, first: 1) { pageInfo { endCursor } } }'))['institutions'].pageInfo
    .endCursor
  await expect(read(`orderBy: BEDS, after: "${byName}"`)).rejects.toThrow('The cursor is not one of this list')
})

test.each([
  ['{ countyCode: "431221" }', 8],
  ['{ countyCode: "431200" }', 1],
  ['{ regionCode: "431221000000" }', 8],
  ['{ regionCode: "431221104000" }', 3],
  ['{ regionCode: "nonsense" }', 0],
  ['{ search: "卫生院" }', 4],
  ['{ search: "twzx" }', 1],
  ['{ search: "。" }', 0],
  ['{ categories: [A100] }', 3],
  ['{ primaryCare: true }', 6],
  ['{ primaryCare: false }', 3],
  ['{ levels: [LEVEL_2, LEVEL_3] }', 3],
  ['{ statuses: [CLOSED] }', 1],
  ['{ statuses: [] }', 9],
  ['{ ownerships: [PUBLIC_GOV] }', 2],
  ['{ inAlliance: true }', 2],
  ['{ inAlliance: false }', 7],
  ['{ aggregate: true }', 1],
  ['{ aggregate: false }', 8],
  ['{ primaryCare: true, search: "卫生室" }', 2],
])('the filter %s leaves %i', async (filter, count) => {
  const { institutions } = await api.query(`{ institutions(filter: ${filter}) { totalCount nodes { id } } }`)
  expect([institutions.totalCount, institutions.nodes.length]).toEqual([count, count])
})

test('institutions are filtered by alliance whatever the role, and by who runs them, as of the day', async () => {
  const count = async (filter: Readonly<Record<string, string>>, asOf: string) =>
    (
      await api.query(
        'query ($filter: InstitutionFilter, $asOf: Date) { institutions(filter: $filter, asOf: $asOf) { totalCount asOf asKnownAt } }',
        { filter, asOf },
      )
    )['institutions']
  expect(await count({ allianceId: alliance.id }, '2020-01-01')).toEqual({ totalCount: 3, asOf: '2020-01-01', asKnownAt: null })
  expect((await count({ allianceId: alliance.id }, '2018-06-01')).totalCount).toBe(1)
  expect((await count({ allianceId: alliance.id }, '2017-12-31')).totalCount).toBe(0)
  expect((await count({ parentId: parent.id }, '2020-01-01')).totalCount).toBe(1)
})

test('counts add up to the list, in entries and in units, by each dimension, with labels in both languages', async () => {
  for (const by of ['CATEGORY', 'REGION', 'LEVEL', 'STATUS', 'OWNERSHIP']) {
    const { institutionCounts } = await api.query(
      `{ institutionCounts(by: ${by}) { code label en: label(locale: en) institutions units } }`,
    )
    const sum = (key: string) => institutionCounts.reduce((total: number, one: Record<string, number>) => total + one[key]!, 0)
    expect([by, sum('institutions'), sum('units')]).toEqual([by, 9, 22])
    for (const one of institutionCounts) expect(one.label.length * one.en.length, JSON.stringify(one)).toBeGreaterThan(0)
  }
  const { institutionCounts } = await api.query(
    '{ institutionCounts(by: OWNERSHIP, filter: { countyCode: "431221" }) { code label institutions } }',
  )
  expect(institutionCounts).toContainEqual({ code: null, label: '未报告', institutions: 5 })
})

test('a list with region, parent, memberships and alliances takes as many statements for many rows as for few', async () => {
  const read = (first: number) => () =>
    api.query(`{ institutions(first: ${first}, filter: { countyCode: "431221" }) { totalCount nodes {
      name version openedOn villageClinicCount region { name parent { name } } parent { name region { name } } units { name }
      memberships { role alliance { name lead { institution { name } } } } timeline { name change { summary } } lineage { kind } } } }`)
  const few = await countStatements(read(8))
  for (let count = 0; count < 12; count++) await make.membership({ alliance, institution: await make.institution({ parentId: parent.id }) })
  const more = await countStatements(read(40))
  expect(more.length).toBe(few.length)
})
