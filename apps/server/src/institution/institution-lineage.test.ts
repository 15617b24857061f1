import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { makers, recorded, refusals, versionOf, type Made } from '../../test/make.ts'

const { db } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

type Given = Readonly<Record<string, unknown>>

const CLINIC = { name: '铜湾镇渡头村卫生室', category: 'D600', regionCode: '431221104000' }

async function timeline({ id }: Pick<Made, 'id'>, asKnownAt: string | null = null): Promise<Given[]> {
  const read =
    'query ($id: ID!, $t: Instant) { institution(id: $id) { timeline(asKnownAt: $t) { name status level validFrom validTo parent { id } } } }'
  return (await api.query(read, { id, t: asKnownAt }))['institution'].timeline
}

async function institution({ id }: Pick<Made, 'id'>, fields: string, asOf?: string) {
  return (await api.query(`query ($id: ID!, $asOf: Date) { institution(id: $id, asOf: $asOf) { ${fields} } }`, { id, asOf }))['institution']
}

/** All attributes as an input, so that one can be changed. */
const ATTRIBUTES = {
  name: '泸阳镇中心卫生院',
  category: 'C210',
  regionCode: '431221102000',
  level: 'LEVEL_1',
  grade: 'A',
  beds: 60,
  ownership: 'PUBLIC_GOV',
  aliases: ['泸阳分院'],
}

test('closing ends memberships and what is managed for it, keeps its last state readable, and leaves the lists', async () => {
  const { alliance, institution: made } = await make.membership()
  await recorded(api, 'setUnifiedManagement', {
    allianceId: alliance.id,
    institutionId: made.id,
    domains: ['STAFF'],
    state: 'IN_FORCE',
    effectiveOn: '2020-01-01',
  })
  const { effects } = await expectExactPreview(db, api, 'closeInstitution', {
    institutionId: made.id,
    baseVersion: made.version,
    effectiveOn: '2023-01-01',
  })
  expect(effects.map(({ fact }) => fact).toSorted()).toEqual(['INSTITUTION', 'MEMBERSHIP', 'UNIFIED_MANAGEMENT'])
  expect(await institution(made, 'status name memberships { id }')).toEqual({ status: 'CLOSED', name: made.name, memberships: [] })
  const listed = (asOf: string, more = '') =>
    api.query(`query ($s: String, $asOf: Date) { institutions(filter: { search: $s ${more} }, asOf: $asOf) { totalCount } }`, {
      s: made.name,
      asOf,
    })
  expect(
    [await listed('2022-12-31'), await listed('2023-01-01'), await listed('2023-01-01', 'statuses: [CLOSED]')].map(
      ({ institutions }) => institutions.totalCount,
    ),
  ).toEqual([1, 0, 1])
})

test('closing is refused while it leads, runs institutions or services, and when it is closed already', async () => {
  const lead = await make.hospital()
  const alliance = await make.alliance({ leadId: lead.id })
  const close = (made: Made, more: Given = {}) =>
    refusals(api, 'closeInstitution', { institutionId: made.id, baseVersion: made.version, effectiveOn: '2023-01-01', ...more })
  expect(await close(lead)).toEqual(['effectiveOn: LEAVES_LEAD'])
  const parent = await make.institution()
  const child = await make.institution({ ...CLINIC, parentId: parent.id })
  expect(await close(parent)).toEqual(['effectiveOn: HAS_CHILDREN'])
  const provider = await make.hospital()
  await recorded(api, 'openSharedService', {
    allianceId: alliance.id,
    kind: 'ECG',
    name: '心电中心',
    providerId: provider.id,
    servesAll: true,
    effectiveOn: '2020-01-01',
  })
  expect(await close(provider)).toEqual(['effectiveOn: RUNS_SERVICE'])
  await recorded(api, 'closeInstitution', { institutionId: child.id, baseVersion: child.version, effectiveOn: '2022-01-01' })
  await recorded(api, 'closeInstitution', {
    institutionId: parent.id,
    baseVersion: await versionOf(api, parent.id),
    effectiveOn: '2023-01-01',
  })
  expect(await close(parent, { baseVersion: await versionOf(api, parent.id), effectiveOn: '2024-01-01' })).toEqual([
    'effectiveOn: INSTITUTION_CLOSED',
  ])
  expect(await close(await make.institution(), { effectiveOn: '2014-01-01' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
})

test('a closed institution can be opened again by revising it', async () => {
  const made = await make.institution({ ...ATTRIBUTES })
  const { number } = await recorded(api, 'closeInstitution', {
    institutionId: made.id,
    baseVersion: made.version,
    effectiveOn: '2020-01-01',
  })
  await recorded(api, 'reviseInstitution', {
    institutionId: made.id,
    institution: ATTRIBUTES,
    baseVersion: number,
    effectiveOn: '2022-01-01',
  })
  expect((await timeline(made)).map(({ status, validFrom }) => [status, validFrom])).toEqual([
    ['OPERATING', '2015-01-01'],
    ['CLOSED', '2020-01-01'],
    ['OPERATING', '2022-01-01'],
  ])
})

test('a recipient that closes is no longer served; a service that then serves nobody ends', async () => {
  const { alliance, institution: one } = await make.membership()
  const provider = await make.hospital()
  const service = { allianceId: alliance.id, kind: 'IMAGING', providerId: provider.id, effectiveOn: '2020-01-01' }
  const other = await make.institution()
  await recorded(api, 'openSharedService', { ...service, name: '影像中心', recipientIds: [one.id, other.id] })
  await recorded(api, 'openSharedService', { ...service, name: '会诊中心', recipientIds: [one.id] })
  await expectExactPreview(db, api, 'closeInstitution', { institutionId: one.id, baseVersion: one.version, effectiveOn: '2023-01-01' })
  const { sharedServiceTimeline } = (
    await api.query('query ($id: ID!) { alliance(id: $id) { sharedServiceTimeline { name recipients { id } validFrom validTo } } }', {
      id: alliance.id,
    })
  )['alliance']
  expect(
    sharedServiceTimeline.map((row: Given) => [row['name'], row['validFrom'], row['validTo'], (row['recipients'] as unknown[]).length]),
  ).toEqual([
    ['影像中心', '2020-01-01', '2023-01-01', 2],
    ['会诊中心', '2020-01-01', '2023-01-01', 1],
    ['影像中心', '2023-01-01', null, 1],
  ])
})

test('merging moves what it runs from the day on, and only that: what it ran before stays where it is', async () => {
  const [merged, into, elsewhere] = [await make.institution(), await make.institution(), await make.institution()]
  const child = await make.institution({ ...CLINIC, parentId: merged.id })
  const former = await make.institution({ ...CLINIC, name: '已划走的卫生室', parentId: merged.id })
  await recorded(api, 'reviseInstitution', {
    institutionId: former.id,
    institution: { ...CLINIC, name: '已划走的卫生室', parentId: elsewhere.id },
    baseVersion: former.version,
    effectiveOn: '2018-01-01',
  })
  const coming = await make.institution({ ...CLINIC, name: '将划入的卫生室', parentId: elsewhere.id })
  await recorded(api, 'reviseInstitution', {
    institutionId: coming.id,
    institution: { ...CLINIC, name: '将划入的卫生室', parentId: merged.id },
    baseVersion: coming.version,
    effectiveOn: '2027-01-01',
  })
  const alliance = await make.alliance()
  await recorded(api, 'openSharedService', {
    allianceId: alliance.id,
    kind: 'ECG',
    name: '心电中心',
    providerId: merged.id,
    recipientIds: [into.id, elsewhere.id],
    effectiveOn: '2020-01-01',
  })
  const input = { institutionId: merged.id, intoId: into.id, baseVersion: merged.version, effectiveOn: '2024-01-01' }
  const { effects } = await expectExactPreview(db, api, 'mergeInstitution', input)
  expect(effects.map(({ fact }) => fact).toSorted()).toEqual([
    'INSTITUTION',
    'INSTITUTION',
    'INSTITUTION',
    'INSTITUTION_LINEAGE',
    'SHARED_SERVICE',
  ])
  const parents = async (made: Made) =>
    (await timeline(made)).map(({ validFrom, parent }) => [validFrom, (parent as { id: string } | null)?.id])
  expect(await parents(child)).toEqual([
    ['2015-01-01', merged.id],
    ['2024-01-01', into.id],
  ])
  expect(await parents(former)).toEqual([
    ['2015-01-01', merged.id],
    ['2018-01-01', elsewhere.id],
  ])
  expect(await parents(coming)).toEqual([
    ['2015-01-01', elsewhere.id],
    ['2027-01-01', into.id],
  ])
  expect(await institution(merged, 'status lineage { kind from { id } to { id } effectiveOn }')).toEqual({
    status: 'MERGED',
    lineage: [{ kind: 'MERGED_INTO', from: { id: merged.id }, to: { id: into.id }, effectiveOn: '2024-01-01' }],
  })
  expect(await institution(into, 'sharedServicesRun { name recipients { id } } units { name }')).toEqual({
    sharedServicesRun: [{ name: '心电中心', recipients: [{ id: elsewhere.id }] }],
    units: [{ name: child.name }],
  })
})

test('merging into what stands below it leaves nothing standing below itself', async () => {
  const top = await make.institution()
  const merged = await make.institution({ parentId: top.id })
  const between = await make.institution({ parentId: merged.id })
  const into = await make.institution({ parentId: between.id })
  const other = await make.institution({ parentId: merged.id })
  await expectExactPreview(db, api, 'mergeInstitution', {
    institutionId: merged.id,
    intoId: into.id,
    baseVersion: merged.version,
    effectiveOn: '2024-01-01',
  })
  const parent = async (made: Made) => (await institution(made, 'parent { id }')).parent?.id
  expect([await parent(between), await parent(into), await parent(other)]).toEqual([top.id, between.id, into.id])
  const second = await make.institution()
  const child = await make.institution({ parentId: second.id })
  await recorded(api, 'mergeInstitution', {
    institutionId: second.id,
    intoId: child.id,
    baseVersion: second.version,
    effectiveOn: '2024-01-01',
  })
  expect(await parent(child)).toBeUndefined()
})

test('merging is refused into itself, in a circle, into a closed one, and while it leads', async () => {
  const [one, two] = [await make.institution(), await make.institution()]
  const merge = (from: Made, into: Made, more: Given = {}) =>
    refusals(api, 'mergeInstitution', {
      institutionId: from.id,
      intoId: into.id,
      baseVersion: from.version,
      effectiveOn: '2024-01-01',
      ...more,
    })
  expect(await merge(one, one)).toEqual(['intoId: MERGE_INTO_ITSELF'])
  expect(await merge(one, await make.alliance())).toEqual(['intoId: NOT_FOUND'])
  const lead = await make.hospital()
  await make.alliance({ leadId: lead.id })
  expect(await merge(lead, one)).toEqual(['effectiveOn: LEAVES_LEAD'])
  await recorded(api, 'mergeInstitution', { institutionId: one.id, intoId: two.id, baseVersion: one.version, effectiveOn: '2023-01-01' })
  expect(await merge(two, one, { baseVersion: await versionOf(api, two.id) })).toEqual([
    'intoId: INSTITUTION_CLOSED',
    'intoId: MERGE_CYCLE',
  ])
})

test('splitting makes new institutions that come out of it; it goes on itself', async () => {
  const made = await make.institution()
  const parts = [
    { ...CLINIC, name: '东卫生室' },
    { ...CLINIC, name: '西卫生室', code: 'ZF-W', parentId: made.id },
  ]
  const input = { institutionId: made.id, parts, baseVersion: made.version, effectiveOn: '2022-01-01' }
  const split = (more: Given) => refusals(api, 'splitInstitution', { ...input, ...more })
  expect(await split({ parts: [] })).toEqual(['parts: SPLIT_INTO_NONE'])
  expect(await split({ parts: [parts[0], parts[0]] })).toEqual(['parts.1.name: PART_TWICE'])
  expect(
    await split({
      parts: [
        { ...parts[0], code: '!' },
        { ...parts[1], status: 'CLOSED' },
      ],
    }),
  ).toEqual(['parts.0.code: INSTITUTION_CODE', 'parts.1.status: STATUS_BY_COMMAND'])
  expect(await split({ effectiveOn: '2014-01-01' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  await expectExactPreview(db, api, 'splitInstitution', input)
  const { lineage, status, units } = await institution(made, 'status units { name code } lineage { kind to { name code openedOn } }')
  expect(status).toBe('OPERATING')
  expect(units).toEqual([{ name: '西卫生室', code: 'ZF-W' }])
  expect(
    lineage.map((one: { kind: string; to: { name: string; openedOn: string } }) => [one.kind, one.to.name, one.to.openedOn]).toSorted(),
  ).toEqual(
    [
      ['SPLIT_FROM', '东卫生室', '2022-01-01'],
      ['SPLIT_FROM', '西卫生室', '2022-01-01'],
    ].toSorted(),
  )
})
