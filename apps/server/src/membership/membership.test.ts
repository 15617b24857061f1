import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'

const { db } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

type Given = Readonly<Record<string, unknown>>

/** Who is in the alliance on a day, as known at an instant: `role name`. */
async function members({ id }: Pick<Made, 'id'>, asOf?: string, asKnownAt?: string): Promise<string[]> {
  const read =
    'query ($id: ID!, $asOf: Date, $t: Instant) { alliance(id: $id) { memberships(asOf: $asOf, asKnownAt: $t) { role institution { name } } } }'
  const { memberships } = (await api.query(read, { id, asOf, t: asKnownAt }))['alliance']
  return memberships.map((one: { role: string; institution: { name: string } }) => `${one.role} ${one.institution.name}`)
}

async function timeline({ id }: Pick<Made, 'id'>, type = 'institution', asKnownAt?: string): Promise<Given[]> {
  const read = `query ($id: ID!, $t: Instant) { ${type}(id: $id) { membershipTimeline(asKnownAt: $t) { id role legalPersonKept validFrom validTo recordedTo alliance { id } } } }`
  return (await api.query(read, { id, t: asKnownAt }))[type].membershipTimeline
}

async function lastInstant(): Promise<string> {
  return (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0].recordedAt
}

test('a member is in the alliance from its day on, seen from both sides', async () => {
  const [alliance, institution] = [await make.alliance(), await make.institution()]
  const input = {
    allianceId: alliance.id,
    institutionId: institution.id,
    role: 'MEMBER',
    legalPersonKept: true,
    baseVersion: alliance.version,
    effectiveOn: '2019-06-01',
  }
  const { effects } = await expectExactPreview(db, api, 'admitMember', input)
  expect(effects).toMatchObject([
    {
      fact: 'MEMBERSHIP',
      subject: `${alliance.name} · ${institution.name}`,
      before: [],
      after: [{ validFrom: '2019-06-01', validTo: null, label: '成员单位' }],
    },
  ])
  expect([await members(alliance, '2019-05-31'), await members(alliance, '2019-06-01')]).toEqual([[], [`MEMBER ${institution.name}`]])
  expect(await timeline(institution)).toMatchObject([
    { role: 'MEMBER', legalPersonKept: true, validFrom: '2019-06-01', validTo: null, recordedTo: null, alliance: { id: alliance.id } },
  ])
})

test('a planned member is visible in the timeline and not counted before its day', async () => {
  const alliance = await make.alliance()
  await make.membership({ alliance })
  const { institution } = await make.membership({ alliance, on: '2027-01-01' })
  const read = 'query ($id: ID!, $asOf: Date) { alliance(id: $id, asOf: $asOf) { memberCount membershipTimeline { validFrom } } }'
  const now = (await api.query(read, { id: alliance.id }))['alliance']
  expect([now.memberCount, now.membershipTimeline.map(({ validFrom }: Given) => validFrom)]).toEqual([1, ['2019-01-01', '2027-01-01']])
  expect((await api.query(read, { id: alliance.id, asOf: '2027-01-01' }))['alliance'].memberCount).toBe(2)
  const { inAlliance } = await api.query(
    'query ($s: String) { inAlliance: institutions(filter: { search: $s, inAlliance: true }) { totalCount } }',
    { s: institution.name },
  )
  expect(inAlliance.totalCount).toBe(0)
})

test('admitting is refused for what is wrong with it, and says who holds the institution since when', async () => {
  const { alliance: holder, institution } = await make.membership()
  const alliance = await make.alliance()
  const input = {
    allianceId: alliance.id,
    institutionId: institution.id,
    role: 'MEMBER',
    baseVersion: alliance.version,
    effectiveOn: '2020-01-01',
  }
  const refused = (more: Given) => refusals(api, 'admitMember', { ...input, ...more })
  const held = await run(api, 'admitMember', input)
  expect(held.issues).toMatchObject([{ path: 'institutionId', code: 'ALREADY_IN_TIGHT_ALLIANCE' }])
  expect(held.issues![0]!.message).toContain(`自 2019-01-01 起是${holder.name}`)
  expect(await refused({ allianceId: holder.id, baseVersion: await versionOf(api, holder.id) })).toEqual(['institutionId: ALREADY_MEMBER'])
  const free = { institutionId: (await make.institution()).id }
  expect(await refused({ ...free, until: '2020-01-01' })).toEqual(['until: END_BEFORE_START'])
  expect(await refused({ ...free, effectiveOn: '2017-12-31' })).toEqual(['effectiveOn: MEMBER_OUTSIDE_ALLIANCE'])
  expect(await refused({ institutionId: (await make.institution({ on: '2021-01-01' })).id })).toEqual(['effectiveOn: MEMBER_NOT_OPEN'])
  expect(await refused({ ...free, role: 'LEAD' })).toEqual(['vacancyReason: LEAD_WHILE_VACANT'])
  expect(await refused({ institutionId: alliance.id })).toEqual(['institutionId: NOT_FOUND'])
  expect(await refused({ ...free, allianceId: institution.id })).toEqual(['allianceId: NOT_FOUND'])
  expect(await refused({ ...free, note: 'x'.repeat(1001), documentId: alliance.id })).toEqual(['note: TOO_LONG', 'documentId: NOT_FOUND'])
  expect(await run(api, 'admitMember', { ...input, ...free, baseVersion: 1 })).toMatchObject({
    __typename: 'StaleVersion',
    currentVersion: alliance.version,
  })
})

test('a second lead is refused with who leads, and a category that may not lead with why', async () => {
  const lead = await make.hospital()
  const alliance = await make.alliance({ kind: 'COUNTY_TIGHT', leadId: lead.id })
  const input = { allianceId: alliance.id, role: 'LEAD', baseVersion: alliance.version, effectiveOn: '2020-01-01' }
  expect(await refusals(api, 'admitMember', { ...input, institutionId: (await make.hospital()).id })).toEqual(['leadId: TWO_LEADS'])
  expect(await refusals(api, 'admitMember', { ...input, institutionId: (await make.institution()).id })).toEqual(['role: MAY_NOT_LEAD'])
})

test('an institution may be in any number of loose alliances, and support from outside, beside its tight one', async () => {
  const { institution } = await make.membership()
  await make.membership({ institution, alliance: await make.alliance({ kind: 'SPECIALTY' }) })
  await make.membership({ institution, alliance: await make.alliance({ kind: 'MEDICAL_GROUP' }) })
  await make.membership({ institution, alliance: await make.alliance(), role: 'SUPPORTING' })
  expect(await timeline(institution)).toHaveLength(4)
})

test('a member that withdraws is gone from the day on; what was planned for it later is cancelled', async () => {
  const { alliance, institution, id, version } = await make.membership()
  const planned = await recorded(api, 'changeRole', {
    membershipId: id,
    role: 'SUPPORTING',
    baseVersion: version,
    effectiveOn: '2027-01-01',
  })
  const input = { membershipId: id, baseVersion: planned.number, effectiveOn: '2023-09-01' }
  expect(await refusals(api, 'withdrawMember', { ...input, effectiveOn: '2018-12-31' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refusals(api, 'withdrawMember', { ...input, membershipId: alliance.id })).toEqual(['membershipId: NOT_FOUND'])
  const { effects } = await expectExactPreview(db, api, 'withdrawMember', input)
  expect(effects[0]!.before.map(({ validFrom }) => validFrom)).toEqual(['2019-01-01', '2027-01-01'])
  expect(await timeline(institution)).toMatchObject([{ role: 'MEMBER', validFrom: '2019-01-01', validTo: '2023-09-01' }])
  expect([await members(alliance, '2023-08-31'), await members(alliance, '2023-09-01')]).toEqual([[`MEMBER ${institution.name}`], []])
  expect(await run(api, 'withdrawMember', { ...input, effectiveOn: '2022-01-01' })).toMatchObject({
    __typename: 'StaleVersion',
    changes: [{ command: 'withdrawMember' }],
  })
})

test('a withdrawal recorded late changes the picture of its day, and not the picture as known before it was recorded', async () => {
  const { alliance, institution, id, version } = await make.membership()
  const before = await lastInstant()
  await recorded(api, 'withdrawMember', { membershipId: id, baseVersion: version, effectiveOn: '2020-01-01' })
  const after = await lastInstant()
  expect(await members(alliance, '2020-06-01')).toEqual([])
  expect(await members(alliance, '2020-06-01', after)).toEqual([])
  expect(await members(alliance, '2020-06-01', before)).toEqual([`MEMBER ${institution.name}`])
  expect(await timeline(alliance, 'alliance', before)).toMatchObject([{ validTo: null }])
})

test('a lead cannot simply leave, where a lead is needed', async () => {
  const lead = await make.hospital()
  const alliance = await make.alliance({ leadId: lead.id })
  const target = await make.alliance()
  const [{ id }] = (await timeline(lead)) as [{ id: string }]
  const input = { membershipId: id, baseVersion: alliance.version, effectiveOn: '2020-01-01' }
  expect(await refusals(api, 'withdrawMember', input)).toEqual(['effectiveOn: LEAVES_LEAD'])
  expect(await refusals(api, 'transferMember', { ...input, toAllianceId: target.id })).toEqual(['effectiveOn: LEAVES_LEAD'])
  expect(await refusals(api, 'changeRole', { ...input, role: 'MEMBER' })).toEqual(['leadId: LEAD_REQUIRED'])
  expect(await refusals(api, 'correctMembership', { membershipId: id, baseVersion: alliance.version, stretches: [] })).toEqual([
    'leadId: LEAD_REQUIRED',
  ])
})

test('a transfer leaves one alliance and joins another on the same day, in one change', async () => {
  const { alliance, institution, id, version } = await make.membership({ legalPersonKept: false })
  const target = await make.alliance()
  const input = { membershipId: id, toAllianceId: target.id, baseVersion: version, effectiveOn: '2026-12-01' }
  const { effects } = await expectExactPreview(db, api, 'transferMember', input)
  expect(effects.map(({ subject, after }) => [subject, after.map(({ validFrom, validTo }) => [validFrom, validTo])])).toEqual([
    [`${alliance.name} · ${institution.name}`, [['2019-01-01', '2026-12-01']]],
    [`${target.name} · ${institution.name}`, [['2026-12-01', null]]],
  ])
  expect([await members(alliance), await members(target)]).toEqual([[`MEMBER ${institution.name}`], []])
  expect([await members(alliance, '2026-12-01'), await members(target, '2026-12-01')]).toEqual([[], [`MEMBER ${institution.name}`]])
  expect(await timeline(institution)).toMatchObject([{ legalPersonKept: false }, { legalPersonKept: false, role: 'MEMBER' }])
})

test('a transfer is refused into the same alliance, into one that does not exist, or while a third holds the institution', async () => {
  const { alliance, institution, id, version } = await make.membership({ until: '2022-01-01' })
  const target = await make.alliance()
  const input = { membershipId: id, toAllianceId: target.id, baseVersion: version, effectiveOn: '2021-01-01' }
  expect(await refusals(api, 'transferMember', { ...input, toAllianceId: alliance.id })).toEqual(['toAllianceId: SAME_ALLIANCE'])
  expect(await refusals(api, 'transferMember', { ...input, toAllianceId: institution.id })).toEqual(['toAllianceId: NOT_FOUND'])
  expect(await refusals(api, 'transferMember', { ...input, effectiveOn: '2022-01-01' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refusals(api, 'transferMember', { ...input, role: 'LEAD' })).toEqual(['vacancyReason: LEAD_WHILE_VACANT'])
  await make.membership({ institution, on: '2023-01-01' })
  expect(await refusals(api, 'transferMember', input)).toEqual(['institutionId: ALREADY_IN_TIGHT_ALLIANCE'])
})

test('a role changes from the day on, for as long as the member was to stay', async () => {
  const { alliance, institution, id, version } = await make.membership({ until: '2025-01-01' })
  const input = { membershipId: id, role: 'SUPPORTING', baseVersion: version, effectiveOn: '2022-01-01' }
  expect(await refusals(api, 'changeRole', { ...input, role: 'MEMBER' })).toEqual([': NOTHING_CHANGES'])
  expect(await refusals(api, 'changeRole', { ...input, role: 'LEAD' })).toEqual(['vacancyReason: LEAD_WHILE_VACANT'])
  expect(await refusals(api, 'changeRole', { ...input, effectiveOn: '2025-01-01' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  await expectExactPreview(db, api, 'changeRole', input)
  expect(await timeline(institution)).toMatchObject([
    { id, role: 'SUPPORTING', validFrom: '2022-01-01', validTo: '2025-01-01' },
    { id, role: 'MEMBER', validFrom: '2019-01-01', validTo: '2022-01-01' },
  ])
  expect(await members(alliance, '2023-01-01')).toEqual([`SUPPORTING ${institution.name}`])
})

test('a correction says what truly was; what was known before stays readable as known then', async () => {
  const { alliance, institution, id, version } = await make.membership()
  const before = await lastInstant()
  const stretches = [
    { role: 'SUPPORTING', validFrom: '2018-05-01', validTo: '2019-06-01' },
    { role: 'MEMBER', legalPersonKept: true, validFrom: '2019-06-01' },
  ]
  const input = { membershipId: id, stretches, baseVersion: version, note: '原记录有误' }
  const correct = (more: Given) => refusals(api, 'correctMembership', { ...input, ...more })
  expect(await correct({ stretches: [stretches[1], { ...stretches[0], validTo: null }] })).toEqual([
    'stretches.0.validFrom: STRETCHES_OVERLAP',
  ])
  expect(await correct({ stretches: [{ ...stretches[0], validTo: '2018-05-01' }] })).toEqual(['stretches.0.validTo: END_BEFORE_START'])
  expect(await correct({ stretches: [{ ...stretches[0], validFrom: '2017-01-01' }] })).toEqual(['effectiveOn: MEMBER_OUTSIDE_ALLIANCE'])
  const change = await expectExactPreview(db, api, 'correctMembership', input)
  expect([change.correction, change.effectiveOn]).toEqual([true, null])
  expect([await members(alliance, '2018-06-01'), await members(alliance, '2018-06-01', before)]).toEqual([
    [`SUPPORTING ${institution.name}`],
    [],
  ])
  expect([await members(alliance, '2019-03-01'), await members(alliance, '2019-03-01', before)]).toEqual([
    [`SUPPORTING ${institution.name}`],
    [`MEMBER ${institution.name}`],
  ])
  expect(await run(api, 'correctMembership', { ...input, stretches: [] })).toMatchObject({
    __typename: 'StaleVersion',
    changes: [{ command: 'correctMembership' }],
  })
})

test('a membership that never was is gone now, can still be read as known then, and can be corrected back', async () => {
  const { alliance, institution, id, version } = await make.membership()
  const before = await lastInstant()
  const { number } = await recorded(api, 'correctMembership', { membershipId: id, stretches: [], baseVersion: version })
  expect(await timeline(institution)).toEqual([])
  expect(await timeline(institution, 'institution', before)).toHaveLength(1)
  await recorded(api, 'correctMembership', {
    membershipId: id,
    stretches: [{ role: 'MEMBER', validFrom: '2020-01-01' }],
    baseVersion: number,
  })
  expect(await members(alliance, '2020-01-01')).toEqual([`MEMBER ${institution.name}`])
})

test('a correction into the days of another tight alliance is refused with which', async () => {
  const { institution, id, version } = await make.membership({ until: '2020-01-01' })
  const other = await make.membership({ institution, on: '2020-01-01' })
  const outcome = await run(api, 'correctMembership', {
    membershipId: id,
    stretches: [{ role: 'MEMBER', validFrom: '2019-01-01', validTo: '2020-06-01' }],
    baseVersion: version,
  })
  expect(outcome.issues).toMatchObject([{ code: 'ALREADY_IN_TIGHT_ALLIANCE' }])
  expect(outcome.issues![0]!.message).toContain(other.alliance.name)
})

test('a membership is a node, in force or not; ids of nothing are answered with nothing', async () => {
  const { id, alliance } = await make.membership({ until: '2020-01-01' })
  const { nodes } = await api.query(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Membership { role validTo } ... on Alliance { name } } }',
    {
      ids: [id, globalId('Membership', '00000000-0000-7000-8000-000000000000'), globalId('Institution', 'no uuid'), alliance.id],
    },
  )
  expect(nodes).toEqual([
    { __typename: 'Membership', id, role: 'MEMBER', validTo: '2020-01-01' },
    null,
    null,
    { __typename: 'Alliance', id: alliance.id, name: alliance.name },
  ])
  // However often one is asked for in an operation.
  const again = await api.query(
    'query ($id: ID!, $ids: [ID!]!) { one: node(id: $id) { id } all: nodes(ids: $ids) { id } more: nodes(ids: $ids) { __typename id } }',
    {
      id,
      ids: [id, alliance.id, id],
    },
  )
  expect(again).toEqual({
    one: { id },
    all: [{ id }, { id: alliance.id }, { id }],
    more: [
      { __typename: 'Membership', id },
      { __typename: 'Alliance', id: alliance.id },
      { __typename: 'Membership', id },
    ],
  })
})
