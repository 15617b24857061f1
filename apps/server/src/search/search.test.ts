import type { HeldGrant } from '@yilian/domain/access/own.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi, type TestApi } from '../../test/api.ts'
import { askerWith, overCounty, overInstitution } from '../../test/askers.ts'
import { makers, recorded, type Made } from '../../test/make.ts'
import { makeProject } from '../../test/make-project.ts'
import { staffMakers } from '../../test/make-staff.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const SEARCH = `query ($text: String!, $county: String, $first: Int, $asOf: Date, $t: Instant) {
  search(text: $text, countyCode: $county, first: $first, asOf: $asOf, asKnownAt: $t) { __typename ... on Institution { name inForce } ... on Alliance { name inForce } ... on ConstructionProject { name code } ... on Person { name } } }`

async function names(text: string, more: Readonly<Record<string, unknown>> = {}): Promise<string[]> {
  return ((await api.query(SEARCH, { text, ...more }))['search'] as { name: string }[]).map(({ name }) => name)
}

let builder: Made
let neighbour: Made

beforeAll(async () => {
  builder = await make.institution({ name: '铜湾镇中心卫生院', code: 'ZF-007', aliases: ['铜湾分院'] })
  neighbour = await make.institution({ name: '中方县铜湾镇渡头村卫生室', category: 'D600' })
  await make.institution({ name: '铜湾卫生服务站', category: 'B200', on: '2023-01-01' })
  await make.institution({ name: '铜湾', category: 'D211' })
  await make.institution({ name: '郎溪县人民医院', category: 'A100', regionCode: '341821000000' })
  await make.alliance({ name: '铜湾片区医共体' })
  const given = { name: '渡头新建门诊楼', institutionIds: [builder.id], nationalCode: '2019-431221-84-01-012345' }
  await makeProject(api, given)
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

test.each([
  ['渡头新建门诊楼', '渡头新建门诊楼'],
  ['门诊楼', '渡头新建门诊楼'],
  ['dtxjmzl', '渡头新建门诊楼'],
  ['menzhenlou', '渡头新建门诊楼'],
  ['431221-P001', '渡头新建门诊楼'],
  ['2019-431221-84-01-012345', '渡头新建门诊楼'],
  ['201943122184', '渡头新建门诊楼'],
])('%s finds the construction project', async (text, name) => {
  expect((await names(text))[0]).toBe(name)
  const { search } = await api.query(SEARCH, { text, first: 1 })
  expect(search).toEqual([{ __typename: 'ConstructionProject', name, code: '431221-P001' }])
})

test('a project is found by whoever sees it on the day, in its county, as it was known', async () => {
  const as = (grant: HeldGrant) => testApi(db, undefined, askerWith(grant))
  const found = async (by: TestApi, more: Readonly<Record<string, unknown>> = {}) =>
    ((await by.query(SEARCH, { text: '门诊楼', ...more }))['search'] as { name: string }[]).map(({ name }) => name)
  const project = ['渡头新建门诊楼']
  expect(await found(await as(overCounty('ANALYST', '431221')))).toEqual(project)
  expect(await found(await as(overInstitution('REPORTER', builder.uuid)))).toEqual(project)
  expect(await found(await as(overInstitution('REPORTER', neighbour.uuid)))).toEqual([])
  expect(await found(await as(overCounty('ANALYST', '341821')))).toEqual([])
  expect(await found(api, { county: '431221' })).toEqual(project)
  expect(await found(api, { county: '341821' })).toEqual([])
  expect(await found(api, { t: '2020-01-01T00:00:00Z' })).toEqual([])
})

test('a person is found by name, pinyin and initials, by whoever sees them on the day', async () => {
  await staffMakers(api).hire(builder, { on: '2018-01-01', person: { name: '欧阳渡舟' } })
  for (const text of ['欧阳', 'ouyang', 'oydz']) {
    const { search } = await api.query(SEARCH, { text })
    expect(search).toEqual([{ __typename: 'Person', name: '欧阳渡舟' }])
  }
  const found = async (grant: HeldGrant, more: Readonly<Record<string, unknown>> = {}) =>
    ((await (await testApi(db, undefined, askerWith(grant))).query(SEARCH, { text: '欧阳', ...more }))['search'] as unknown[]).length
  expect(await found(overCounty('ANALYST', '431221'))).toBe(1)
  expect(await found(overInstitution('REPORTER', builder.uuid))).toBe(1)
  expect(await found(overInstitution('REPORTER', builder.uuid), { asOf: '2017-06-01' })).toBe(0)
  expect(await found(overInstitution('REPORTER', neighbour.uuid))).toBe(0)
  expect(await found(overCounty('ANALYST', '341821'))).toBe(0)
})

test('a search is as many statements for one hit of each kind as for many', async () => {
  for (const name of ['铜湾楼', '铜湾甲楼', '铜湾乙楼']) await makeProject(api, { name })
  const few = await countStatements(() => names('铜湾', { first: 6 }))
  const more = await countStatements(() => names('铜湾', { first: 50 }))
  expect(few.length).toBe(4)
  expect(more.length).toBe(4)
})
