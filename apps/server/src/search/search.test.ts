import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const SEARCH = `query ($text: String!, $county: String, $first: Int, $asOf: Date, $t: Instant) {
  search(text: $text, countyCode: $county, first: $first, asOf: $asOf, asKnownAt: $t) { __typename ... on Institution { name inForce } ... on Alliance { name inForce } } }`

async function names(text: string, more: Readonly<Record<string, unknown>> = {}): Promise<string[]> {
  return ((await api.query(SEARCH, { text, ...more }))['search'] as { name: string }[]).map(({ name }) => name)
}

beforeAll(async () => {
  await make.institution({ name: '铜湾镇中心卫生院', code: 'ZF-007', aliases: ['铜湾分院'] })
  await make.institution({ name: '中方县铜湾镇渡头村卫生室', category: 'D600' })
  await make.institution({ name: '铜湾卫生服务站', category: 'B200', on: '2023-01-01' })
  await make.institution({ name: '铜湾', category: 'D211' })
  await make.institution({ name: '郎溪县人民医院', category: 'A100', regionCode: '341821000000' })
  await make.alliance({ name: '铜湾片区医共体' })
  const closed = await make.institution({ name: '铜湾诊所', category: 'D211' })
  await recorded(api, 'closeInstitution', { institutionId: closed.id, baseVersion: closed.version, effectiveOn: '2020-01-01' })
})

test('first the name itself, then names that begin with it, then the rest; what exists before what does not, short before long', async () => {
  expect(await names('铜湾')).toEqual([
    '铜湾',
    '铜湾卫生服务站',
    '铜湾片区医共体',
    '铜湾镇中心卫生院',
    '铜湾诊所',
    '中方县铜湾镇渡头村卫生室',
  ])
})

test('on a day, what exists then comes first, and what does not is told apart', async () => {
  const { search } = await api.query(SEARCH, { text: '铜湾', asOf: '2019-06-01' })
  expect(search.map((hit: { name: string; inForce: boolean }) => [hit.name, hit.inForce])).toEqual([
    ['铜湾', true],
    ['铜湾诊所', true],
    ['铜湾片区医共体', true],
    ['铜湾镇中心卫生院', true],
    ['铜湾卫生服务站', false],
    ['中方县铜湾镇渡头村卫生室', true],
  ])
})

test.each([
  ['twzx', '铜湾镇中心卫生院'],
  ['TongWan zhen zhongxin', '铜湾镇中心卫生院'],
  ['twzzx', '铜湾镇中心卫生院'],
  ['ZF-007', '铜湾镇中心卫生院'],
  ['zf007', '铜湾镇中心卫生院'],
  ['铜湾分院', '铜湾镇中心卫生院'],
  ['twpq', '铜湾片区医共体'],
  ['片区医共体', '铜湾片区医共体'],
  ['lxxrm', '郎溪县人民医院'],
])('%s finds %s first', async (text, name) => {
  expect((await names(text))[0]).toBe(name)
})

test('a hit says what it is', async () => {
  const { search } = await api.query(SEARCH, { text: '铜湾片区' })
  expect(search).toEqual([{ __typename: 'Alliance', name: '铜湾片区医共体', inForce: true }])
})

test('nothing is found for marks alone, for wildcards, in another county, or as known before it was recorded', async () => {
  expect([
    await names(' ·'),
    await names('%'),
    await names('_'),
    await names('铜湾', { county: '341821' }),
    await names('铜湾', { t: '2020-01-01T00:00:00Z' }),
  ]).toEqual([[], [], [], [], []])
})

test('no more are answered than asked for, and asking for too many says how many may be', async () => {
  expect(await names('铜湾', { first: 2 })).toEqual(['铜湾', '铜湾卫生服务站'])
  expect(await names('铜湾', { first: 0 })).toEqual([])
  await expect(names('铜湾', { first: 51 })).rejects.toThrow('0 to 50')
})

test('a search is as many statements for one hit as for many', async () => {
  const few = await countStatements(() => names('铜湾', { first: 3 }))
  const more = await countStatements(() => names('铜湾', { first: 50 }))
  expect(few.length).toBe(3)
  expect(more.length).toBe(3)
})
