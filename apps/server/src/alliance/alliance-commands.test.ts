import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'

const { db } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

type Given = Readonly<Record<string, unknown>>

async function alliance({ id }: Pick<Made, 'id'>, fields: string, asOf?: string, asKnownAt?: string) {
  const read = `query ($id: ID!, $asOf: Date, $t: Instant) { alliance(id: $id, asOf: $asOf, asKnownAt: $t) { ${fields} } }`
  return (await api.query(read, { id, asOf, t: asKnownAt }))['alliance']
}

async function leads(made: Made): Promise<string[]> {
  const { membershipTimeline, leadVacancies } = await alliance(
    made,
    'membershipTimeline { role institution { name } validFrom validTo } leadVacancies { reason validFrom validTo }',
  )
  const rows = [
    ...membershipTimeline
      .filter(({ role }: Given) => role === 'LEAD')
      .map((one: { institution: { name: string }; validFrom: string; validTo: string | null }) => [
        one.institution.name,
        one.validFrom,
        one.validTo,
      ]),
    ...leadVacancies.map((one: Given) => [one['reason'], one['validFrom'], one['validTo']]),
  ]
  return rows.map(([who, from, to]) => `${from}—${to ?? ''} ${who}`).toSorted()
}

async function lastInstant(): Promise<string> {
  return (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0].recordedAt
}

test('an alliance is created with its lead from its day on, with the next code of its county', async () => {
  const lead = await make.hospital()
  const input = {
    name: ' 铜湾片区医共体 ',
    kind: 'COUNTY_TIGHT',
    countyCode: '431221',
    stage: 'PILOT',
    purpose: '试点',
    leadId: lead.id,
    effectiveOn: '2019-06-01',
  }
  const { effects } = await expectExactPreview(db, api, 'createAlliance', input)
  expect(effects.map(({ fact }) => fact)).toEqual(['ALLIANCE', 'MEMBERSHIP'])
  const id = globalId('Alliance', effects[0]!.factId)
  expect(
    await alliance({ id }, 'code name kind stage purpose foundedOn dissolvedOn inForce leadState memberCount lead { institution { id } }'),
  ).toEqual({
    code: '431221-A01',
    name: '铜湾片区医共体',
    kind: 'COUNTY_TIGHT',
    stage: 'PILOT',
    purpose: '试点',
    foundedOn: '2019-06-01',
    dissolvedOn: null,
    inForce: true,
    leadState: 'HELD',
    memberCount: 1,
    lead: { institution: { id: lead.id } },
  })
  expect(await alliance({ id }, 'inForce lead { id } memberships { id }', '2019-05-31')).toEqual({
    inForce: false,
    lead: null,
    memberships: [],
  })
})

test('creating is refused for what is wrong with it', async () => {
  const lead = await make.hospital()
  const input = { name: '某医共体', kind: 'COUNTY_TIGHT', countyCode: '431221', leadId: lead.id, effectiveOn: '2019-06-01' }
  const refused = (more: Given) => refusals(api, 'createAlliance', { ...input, ...more })
  expect(await refused({ name: ' ', code: '*' })).toEqual(['name: REQUIRED', 'code: INSTITUTION_CODE'])
  expect(await refused({ countyCode: '999999' })).toEqual(['countyCode: NOT_FOUND'])
  expect(await refused({ leadId: null })).toEqual(['leadId: LEAD_REQUIRED'])
  expect(await refused({ leadId: null, leadVacancyReason: '缺'.repeat(501) })).toEqual(['vacancyReason: TOO_LONG'])
  expect(await refused({ leadId: (await make.institution()).id })).toEqual(['leadId: MAY_NOT_LEAD'])
  expect(await refused({ leadId: globalId('Institution', '00000000-0000-7000-8000-000000000000') })).toEqual(['leadId: NOT_FOUND'])
  expect(await refused({ effectiveOn: '2014-01-01' })).toEqual(['effectiveOn: MEMBER_NOT_OPEN'])
  await recorded(api, 'createAlliance', input)
  expect(await refused({ name: '另一医共体' })).toEqual(['leadId: ALREADY_IN_TIGHT_ALLIANCE'])
  await make.alliance({ code: 'A-1' })
  expect((await refused({ leadId: null, leadVacancyReason: '筹建', code: 'A-1' }))[0]).toMatch(/^code: /)
})

test('an alliance that needs no lead has none, and one whose place is vacant says so', async () => {
  const none = await make.alliance({ kind: 'SPECIALTY', specialty: '眼科' })
  expect(await alliance(none, 'leadState specialty leadVacancies { id }')).toEqual({
    leadState: 'NOT_REQUIRED',
    specialty: '眼科',
    leadVacancies: [],
  })
  expect((await alliance(await make.alliance(), 'leadState')).leadState).toBe('VACANT')
})

test('revising holds from the day on; stale and void revisions are refused', async () => {
  const made = await make.alliance({ stage: 'PILOT' })
  const input = {
    allianceId: made.id,
    name: `${made.name}(运行)`,
    stage: 'OPERATING',
    baseVersion: made.version,
    effectiveOn: '2021-01-01',
  }
  expect(await refusals(api, 'reviseAlliance', { ...input, effectiveOn: '2017-01-01', name: '' })).toEqual([
    'effectiveOn: NOT_IN_FORCE',
    'name: REQUIRED',
  ])
  expect(await refusals(api, 'reviseAlliance', { ...input, name: made.name, stage: 'PILOT' })).toEqual([': NOTHING_CHANGES'])
  expect(await refusals(api, 'reviseAlliance', { ...input, allianceId: (await make.institution()).id })).toEqual(['allianceId: NOT_FOUND'])
  await expectExactPreview(db, api, 'reviseAlliance', input)
  expect((await alliance(made, 'stage', '2020-12-31')).stage).toBe('PILOT')
  expect((await alliance(made, 'stage', '2021-01-01')).stage).toBe('OPERATING')
  expect(await run(api, 'reviseAlliance', { ...input, name: '其他名称' })).toMatchObject({
    __typename: 'StaleVersion',
    baseVersion: made.version,
    changes: [{ command: 'reviseAlliance' }],
  })
})

test('dissolving ends everything that belongs to it on the day, planned things too', async () => {
  const { alliance: made, institution } = await make.membership()
  await make.membership({ alliance: made, on: '2027-01-01' })
  await recorded(api, 'setUnifiedManagement', { allianceId: made.id, domains: ['STAFF'], state: 'IN_FORCE', effectiveOn: '2020-01-01' })
  await recorded(api, 'openSharedService', {
    allianceId: made.id,
    kind: 'ECG',
    name: '心电中心',
    servesAll: true,
    effectiveOn: '2020-01-01',
  })
  const input = { allianceId: made.id, baseVersion: await versionOf(api, made.id), effectiveOn: '2024-01-01' }
  expect(await refusals(api, 'dissolveAlliance', { ...input, effectiveOn: '2017-12-31' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  await expectExactPreview(db, api, 'dissolveAlliance', input)
  const fields = 'inForce memberships { id } leadState unifiedManagement { id } sharedServices { id }'
  expect(await alliance(made, fields)).toEqual({
    inForce: false,
    memberships: [],
    leadState: 'VACANT',
    unifiedManagement: [],
    sharedServices: [],
  })
  expect((await alliance(made, fields, '2023-12-31')).memberships).toHaveLength(1)
  expect(await alliance(made, 'foundedOn dissolvedOn membershipTimeline { validTo institution { id } }')).toMatchObject({
    foundedOn: '2018-01-01',
    dissolvedOn: '2024-01-01',
    membershipTimeline: [{ validTo: '2024-01-01', institution: { id: institution.id } }],
  })
  expect(
    (await api.query('query ($s: String) { alliances(filter: { search: $s }) { totalCount } }', { s: made.name }))['alliances'].totalCount,
  ).toBe(0)
})

test('the lead changes and the alliance stays; the former lead becomes a member, or leaves', async () => {
  const [first, second, third] = [await make.hospital(), await make.hospital(), await make.hospital()]
  const made = await make.alliance({ leadId: first.id })
  const input = { allianceId: made.id, leadId: second.id, formerLeadRole: 'MEMBER', baseVersion: made.version, effectiveOn: '2020-01-01' }
  const { effects, number } = await expectExactPreview(db, api, 'changeLead', input)
  expect(effects.map(({ after }) => after.map(({ label }) => label))).toEqual([['牵头单位', '成员单位'], ['牵头单位']])
  expect((await alliance(made, 'lead { institution { id } }', '2019-12-31')).lead.institution.id).toBe(first.id)
  await recorded(api, 'changeLead', { ...input, leadId: third.id, formerLeadRole: null, baseVersion: number, effectiveOn: '2022-01-01' })
  expect((await alliance(made, 'memberships { role institution { id } }')).memberships).toEqual([
    { role: 'LEAD', institution: { id: third.id } },
    { role: 'MEMBER', institution: { id: first.id } },
  ])
})

test('two who change the lead at once: the second is told what the first did', async () => {
  const [first, second, third] = [await make.hospital(), await make.hospital(), await make.hospital()]
  const made = await make.alliance({ leadId: first.id })
  const base = { allianceId: made.id, baseVersion: await versionOf(api, made.id), effectiveOn: '2020-01-01' }
  const { number } = await recorded(api, 'changeLead', { ...base, leadId: second.id })
  expect(await versionOf(api, made.id)).toBe(number)
  expect(await run(api, 'changeLead', { ...base, leadId: third.id })).toMatchObject({
    __typename: 'StaleVersion',
    currentVersion: number,
    changes: [{ number, command: 'changeLead' }],
  })
  // Whoever is admitted as a mere member changes nothing about the lead.
  await make.membership({ alliance: made })
  expect(await versionOf(api, made.id)).toBe(number)
})

test('a lead in between holds until the lead that is planned already takes over', async () => {
  const [first, planned, between] = [await make.hospital(), await make.hospital(), await make.hospital()]
  const made = await make.alliance({ leadId: first.id })
  const change = async (leadId: string | null, effectiveOn: string, more: Given = {}) =>
    recorded(api, 'changeLead', { allianceId: made.id, leadId, effectiveOn, baseVersion: await versionOf(api, made.id), ...more })
  await change(planned.id, '2027-01-01')
  await change(between.id, '2026-12-01')
  expect(await leads(made)).toEqual([
    `2018-01-01—2026-12-01 ${first.name}`,
    `2026-12-01—2027-01-01 ${between.name}`,
    `2027-01-01— ${planned.name}`,
  ])
  await change(null, '2026-12-15', { vacancyReason: '空缺半月' })
  expect(await leads(made)).toEqual([
    `2018-01-01—2026-12-01 ${first.name}`,
    `2026-12-01—2026-12-15 ${between.name}`,
    '2026-12-15—2027-01-01 空缺半月',
    `2027-01-01— ${planned.name}`,
  ])
  await change(planned.id, '2026-12-20')
  expect(await leads(made)).toEqual([
    `2018-01-01—2026-12-01 ${first.name}`,
    `2026-12-01—2026-12-15 ${between.name}`,
    '2026-12-15—2026-12-20 空缺半月',
    `2026-12-20— ${planned.name}`,
  ])
})

test('a member that leads for a time is a member again when the planned lead takes over', async () => {
  const [first, planned] = [await make.hospital(), await make.hospital()]
  const made = await make.alliance({ leadId: first.id })
  const { institution: member, id } = await make.membership({ alliance: made, institution: await make.hospital() })
  const change = async (leadId: string, effectiveOn: string, formerLeadRole?: string) =>
    recorded(api, 'changeLead', { allianceId: made.id, leadId, effectiveOn, formerLeadRole, baseVersion: await versionOf(api, made.id) })
  await change(planned.id, '2027-01-01', 'MEMBER')
  await change(member.id, '2026-12-01', 'SUPPORTING')
  const { membershipTimeline } = await alliance(made, 'membershipTimeline { id role validFrom validTo institution { id } }')
  const of = (institution: string) =>
    membershipTimeline
      .filter((one: { institution: { id: string } }) => one.institution.id === institution)
      .map((one: Given) => [one['role'], one['validFrom'], one['validTo']])
      .toSorted()
  expect(of(member.id)).toEqual([
    ['LEAD', '2026-12-01', '2027-01-01'],
    ['MEMBER', '2019-01-01', '2026-12-01'],
    ['MEMBER', '2027-01-01', null],
  ])
  expect(of(first.id)).toEqual([
    ['LEAD', '2018-01-01', '2026-12-01'],
    ['MEMBER', '2027-01-01', null],
    ['SUPPORTING', '2026-12-01', '2027-01-01'],
  ])
  expect(membershipTimeline.find((one: { institution: { id: string } }) => one.institution.id === member.id).id).toBe(id)
})

test('the place can be left vacant for a reason, and filled again', async () => {
  const [first, second] = [await make.hospital(), await make.hospital()]
  const made = await make.alliance({ leadId: first.id })
  const { number } = await recorded(api, 'changeLead', {
    allianceId: made.id,
    vacancyReason: '原牵头单位撤出',
    baseVersion: made.version,
    effectiveOn: '2020-01-01',
  })
  await expectExactPreview(db, api, 'changeLead', {
    allianceId: made.id,
    leadId: second.id,
    baseVersion: number,
    effectiveOn: '2020-06-01',
  })
  expect(await leads(made)).toEqual([
    `2018-01-01—2020-01-01 ${first.name}`,
    '2020-01-01—2020-06-01 原牵头单位撤出',
    `2020-06-01— ${second.name}`,
  ])
})

test('changing the lead is refused for what is wrong with it', async () => {
  const [lead, other] = [await make.hospital(), await make.hospital()]
  const made = await make.alliance({ kind: 'COUNTY_TIGHT', leadId: lead.id })
  await make.alliance({ leadId: other.id })
  const input = { allianceId: made.id, baseVersion: made.version, effectiveOn: '2020-01-01' }
  const refused = (more: Given) => refusals(api, 'changeLead', { ...input, ...more })
  expect(await refused({})).toEqual(['vacancyReason: REQUIRED'])
  expect(await refused({ leadId: lead.id })).toEqual(['leadId: NOTHING_CHANGES'])
  expect(await refused({ leadId: other.id })).toEqual(['leadId: ALREADY_IN_TIGHT_ALLIANCE'])
  expect(await refused({ leadId: (await make.institution()).id })).toEqual(['leadId: MAY_NOT_LEAD'])
  expect(await refused({ leadId: made.id })).toEqual(['leadId: NOT_FOUND'])
  expect(await refused({ leadId: (await make.hospital()).id, formerLeadRole: 'LEAD' })).toEqual(['formerLeadRole: REQUIRED'])
  expect(await refused({ leadId: (await make.hospital()).id, effectiveOn: '2017-01-01' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refused({ leadId: (await make.hospital({ on: '2022-01-01' })).id })).toEqual(['effectiveOn: MEMBER_NOT_OPEN'])
})

test('of an alliance that ends, a new lead leads up to its end', async () => {
  const made = await make.alliance({ leadId: (await make.hospital()).id })
  const { number } = await recorded(api, 'dissolveAlliance', { allianceId: made.id, baseVersion: made.version, effectiveOn: '2027-01-01' })
  const lead = await make.hospital()
  await recorded(api, 'changeLead', { allianceId: made.id, leadId: lead.id, baseVersion: number, effectiveOn: '2026-01-01' })
  expect((await leads(made)).at(-1)).toBe(`2026-01-01—2027-01-01 ${lead.name}`)
})

test('a correction changes what is known of the past, and not what was known before', async () => {
  const made = await make.alliance({ stage: 'OPERATING' })
  const before = await lastInstant()
  const stretches = [
    { name: made.name, stage: 'PILOT', validFrom: '2018-01-01', validTo: '2019-01-01' },
    { name: made.name, stage: 'OPERATING', validFrom: '2019-01-01' },
  ]
  const input = { allianceId: made.id, stretches, baseVersion: made.version }
  expect(await refusals(api, 'correctAlliance', { ...input, stretches: [] })).toEqual(['stretches: REQUIRED'])
  expect(
    await refusals(api, 'correctAlliance', {
      ...input,
      stretches: [
        { ...stretches[0], name: '' },
        { ...stretches[1], validFrom: '2018-06-01' },
      ],
    }),
  ).toEqual(['stretches.1.validFrom: STRETCHES_OVERLAP', 'stretches.0.name: REQUIRED'])
  await expectExactPreview(db, api, 'correctAlliance', input)
  expect((await alliance(made, 'stage', '2018-06-01')).stage).toBe('PILOT')
  expect((await alliance(made, 'stage', '2018-06-01', before)).stage).toBe('OPERATING')
  expect(await run(api, 'correctAlliance', input)).toMatchObject({ __typename: 'StaleVersion' })
})

test('a founding day is corrected either way: what began with the alliance moves along, what came later stays', async () => {
  const lead = await make.hospital()
  const made = await make.alliance({ leadId: lead.id })
  await make.membership({ alliance: made, on: '2018-01-01' })
  const later = await make.membership({ alliance: made, on: '2019-01-01' })
  const correct = async (validFrom: string) =>
    expectExactPreview(db, api, 'correctAlliance', {
      allianceId: made.id,
      stretches: [{ name: made.name, stage: 'OPERATING', validFrom }],
      baseVersion: await versionOf(api, made.id),
    })
  await correct('2016-05-01')
  const starts = async () =>
    (await alliance(made, 'foundedOn membershipTimeline { validFrom }')).membershipTimeline.map(({ validFrom }: Given) => validFrom)
  expect(await starts()).toEqual(['2016-05-01', '2016-05-01', '2019-01-01'])
  await correct('2020-01-01')
  expect(await starts()).toEqual(['2020-01-01', '2020-01-01', '2020-01-01'])
  expect((await alliance(made, 'foundedOn')).foundedOn).toBe('2020-01-01')
  expect(
    await refusals(api, 'correctAlliance', {
      allianceId: made.id,
      stretches: [{ name: made.name, stage: 'OPERATING', validFrom: '2014-01-01' }],
      baseVersion: await versionOf(api, made.id),
    }),
  ).toContain('effectiveOn: MEMBER_NOT_OPEN')
  expect(later.version).toBeGreaterThan(0)
})

test('a day of dissolution is corrected, and what ended with the alliance goes on as long', async () => {
  const made = await make.alliance({ leadId: (await make.hospital()).id })
  const gone = await make.membership({ alliance: made })
  await recorded(api, 'withdrawMember', { membershipId: gone.id, baseVersion: gone.version, effectiveOn: '2020-01-01' })
  await recorded(api, 'dissolveAlliance', { allianceId: made.id, baseVersion: await versionOf(api, made.id), effectiveOn: '2024-01-01' })
  await recorded(api, 'correctAlliance', {
    allianceId: made.id,
    stretches: [{ name: made.name, stage: 'OPERATING', validFrom: '2018-01-01' }],
    baseVersion: await versionOf(api, made.id),
  })
  expect((await alliance(made, 'membershipTimeline { role validTo }')).membershipTimeline).toEqual([
    { role: 'LEAD', validTo: null },
    { role: 'MEMBER', validTo: '2020-01-01' },
  ])
})
