import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded, type Made } from '../../test/make.ts'
import { expectPaging } from '../../test/paging.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const nameOf = new Map<string, string>()
let member: Made

beforeAll(async () => {
  member = await make.institution()
  const made = [
    await make.alliance({ name: '铜湾医共体', on: '2019-06-01', stage: 'PILOT' }),
    await make.alliance({ name: '泸阳医共体', on: '2019-01-01', leadId: (await make.hospital()).id }),
    await make.alliance({ name: '眼科专科联盟', kind: 'SPECIALTY', on: '2017-01-01' }),
    await make.alliance({ name: '安康医疗集团', kind: 'MEDICAL_GROUP', on: '2021-01-01' }),
    await make.alliance({ name: '郎溪医共体', countyCode: '341821', on: '2020-01-01' }),
  ]
  for (const one of made) nameOf.set(one.id, one.name)
  await make.membership({ alliance: made[0]!, institution: member, on: '2020-01-01' })
  for (const _ of [1, 2]) await make.membership({ alliance: made[1]!, on: '2020-01-01' })
  await make.membership({ alliance: made[1]!, role: 'SUPPORTING', on: '2020-01-01' })
  const [one, two] = [await make.hospital(), await make.hospital()]
  await recorded(api, 'openLeadDispute', {
    allianceId: made[0]!.id,
    chosenId: one.id,
    mandatedId: two.id,
    authority: '市卫健委',
    baseVersion: made[0]!.version,
    effectiveOn: '2020-07-01',
  })
})

const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id))

test.each([
  ['CODE', ['郎溪医共体', '铜湾医共体', '泸阳医共体', '眼科专科联盟', '安康医疗集团']],
  ['NAME', ['安康医疗集团', '郎溪医共体', '泸阳医共体', '铜湾医共体', '眼科专科联盟']],
  ['FOUNDED_ON', ['眼科专科联盟', '泸阳医共体', '铜湾医共体', '郎溪医共体', '安康医疗集团']],
  ['MEMBER_COUNT', ['眼科专科联盟', '安康医疗集团', '郎溪医共体', '铜湾医共体', '泸阳医共体']],
  ['KIND', ['铜湾医共体', '泸阳医共体', '郎溪医共体', '安康医疗集团', '眼科专科联盟']],
])('by %s the list pages the same from either end, upward and downward', async (order, expected) => {
  expect(names(await expectPaging(api, 'alliances', `orderBy: ${order}, direction: ASC`, 2))).toEqual(expected)
  expect(names(await expectPaging(api, 'alliances', `orderBy: ${order}, direction: DESC`, 3))).toEqual(expected.toReversed())
})

test.each([
  ['{ countyCode: "431221" }', 4],
  ['{ kinds: [AREA] }', 3],
  ['{ stages: [PILOT] }', 1],
  ['{ leadStates: [DISPUTED] }', 1],
  ['{ leadStates: [HELD, NOT_REQUIRED] }', 2],
  ['{ leadStates: [VACANT] }', 2],
  ['{ search: "lyyg" }', 1],
  ['{ search: "医共体" }', 3],
  ['{ search: "医共体", countyCode: "341821" }', 1],
])('the filter %s leaves %i', async (filter, count) => {
  const { alliances } = await api.query(`{ alliances(filter: ${filter}) { totalCount nodes { id } } }`)
  expect([alliances.totalCount, alliances.nodes.length]).toEqual([count, count])
})

test('the list is of the day: who was there, and whose member it was', async () => {
  const read =
    'query ($id: ID, $asOf: Date) { all: alliances(asOf: $asOf) { totalCount asOf } own: alliances(asOf: $asOf, filter: { institutionId: $id }) { nodes { name memberCount leadState } } }'
  expect(await api.query(read, { id: member.id, asOf: '2019-12-31' })).toEqual({
    all: { totalCount: 3, asOf: '2019-12-31' },
    own: { nodes: [] },
  })
  expect((await api.query(read, { id: member.id, asOf: '2020-01-01' })).own.nodes).toEqual([
    { name: '铜湾医共体', memberCount: 1, leadState: 'VACANT' },
  ])
  expect((await api.query(read, { id: member.id, asOf: '2020-07-01' })).own.nodes).toEqual([
    { name: '铜湾医共体', memberCount: 1, leadState: 'DISPUTED' },
  ])
})

test('as known before it was recorded, nothing is there', async () => {
  const { alliances } = await api.query('{ alliances(asKnownAt: "2020-01-01T00:00:00Z") { totalCount asKnownAt nodes { id } } }')
  expect(alliances).toEqual({ totalCount: 0, asKnownAt: '2020-01-01T00:00:00.000000Z', nodes: [] })
})

test('a list with memberships, institutions, lead and history takes as many statements for many rows as for few', async () => {
  const read = () =>
    api.query(`{ alliances(first: 100) { totalCount nodes {
      name version foundedOn leadState memberCount lead { institution { name } } memberships { role version institution { name region { name } } document { title } change { summary } }
      membershipTimeline { validFrom } timeline { name change { summary } } } } }`)
  const few = await countStatements(read)
  for (let count = 0; count < 6; count++) {
    const { alliance } = await make.membership()
    await make.membership({ alliance })
  }
  expect((await countStatements(read)).length).toBe(few.length)
})

test('one alliance is found by id or by code, on any day; what does not exist is null', async () => {
  const id = [...nameOf.keys()][0]!
  const read = 'query ($id: ID, $code: String) { alliance(id: $id, code: $code, asOf: "2016-01-01") { name inForce foundedOn } }'
  const expected = { name: '铜湾医共体', inForce: false, foundedOn: '2019-06-01' }
  expect((await api.query(read, { id }))['alliance']).toEqual(expected)
  expect((await api.query(read, { code: '431221-A01' }))['alliance']).toEqual(expected)
  expect([
    (await api.query(read, { code: 'none' }))['alliance'],
    (await api.query(read, {}))['alliance'],
    (await api.query(read, { id: 'nonsense' }))['alliance'],
  ]).toEqual([null, null, null])
})
