import { creditCodeCheckCharacter } from '@yilian/domain/credit-code.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'

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

async function lastInstant(): Promise<string> {
  return (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0].recordedAt
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

test('an institution is created from its day on, with the next code of its county', async () => {
  const input = { institution: { ...ATTRIBUTES, siteArea: '9000.50', equipment: [{ name: 'DR', count: 1 }] }, effectiveOn: '2015-01-01' }
  const { effects } = await expectExactPreview(db, api, 'createInstitution', input)
  const id = globalId('Institution', effects[0]!.factId)
  expect(
    await institution(
      { id },
      'code countyCode name aliases category level grade status beds siteArea equipment { name count } region { name } openedOn inForce unitCount',
    ),
  ).toEqual({
    code: '431221-0001',
    countyCode: '431221',
    name: '泸阳镇中心卫生院',
    aliases: ['泸阳分院'],
    category: 'C210',
    level: 'LEVEL_1',
    grade: 'A',
    status: 'OPERATING',
    beds: 60,
    siteArea: '9000.50',
    equipment: [{ name: 'DR', count: 1 }],
    region: { name: '泸阳镇' },
    openedOn: '2015-01-01',
    inForce: true,
    unitCount: 1,
  })
  expect((await institution({ id }, 'inForce', '2014-12-31')).inForce).toBe(false)
  const next = await make.institution()
  expect((await institution(next, 'code')).code).toBe('431221-0002')
})

test('creating is refused for everything that is wrong, each at its field', async () => {
  const refused = (more: Given) =>
    refusals(api, 'createInstitution', { institution: { ...ATTRIBUTES, ...more }, effectiveOn: '2015-01-01' })
  expect(await refused({ name: ' ', code: '*', creditCode: '123', unitCount: 0 })).toEqual([
    'institution.name: REQUIRED',
    'institution.creditCode: CREDIT_CODE_LENGTH',
    'institution.unitCount: NOT_A_COUNT',
    'institution.code: INSTITUTION_CODE',
  ])
  expect(await refused({ aliases: ['泸阳镇中心卫生院'], grade: 'SPECIAL', targetGrade: 'A', ownership: 'VILLAGE_PUBLIC' })).toEqual([
    'institution.aliases.0: ALIAS_IS_NAME',
    'institution.grade: GRADE_NOT_OF_LEVEL',
    'institution.targetLevel: TARGET_LEVEL_REQUIRED',
    'institution.ownership: OWNERSHIP_OF_VILLAGE_CLINIC',
  ])
  expect(await refused({ regionCode: '431221101000', parentId: globalId('Institution', '00000000-0000-7000-8000-000000000000') })).toEqual([
    'institution.regionCode: NOT_FOUND',
    'institution.parentId: NOT_FOUND',
  ])
  expect(await refused({ regionCode: '12' })).toEqual(['institution.regionCode: NOT_A_REGION_CODE'])
  expect(await refused({ affiliation: 'x', siteArea: '1.234' })).toEqual([
    'institution.affiliation: NOT_IN_LIST',
    'institution.siteArea: NOT_AN_AREA',
  ])
  expect(await refused({ status: 'CLOSED' })).toEqual(['institution.status: STATUS_BY_COMMAND'])
})

test('a code that another institution has is refused with whose it is', async () => {
  const holder = await make.institution({ code: 'ZF-100' })
  const outcome = await run(api, 'createInstitution', { institution: { ...ATTRIBUTES, code: 'ZF-100' }, effectiveOn: '2015-01-01' })
  expect(outcome.issues).toMatchObject([{ path: 'institution.code' }])
  expect(outcome.issues![0]!.message).toContain(holder.name)
})

test('a credit code belongs to one institution on a day', async () => {
  const right = '12431221447000012'.concat(creditCodeCheckCharacter('12431221447000012'))
  const wrong = right.slice(0, 17) + (right.endsWith('0') ? '1' : '0')
  const checked = await run(api, 'createInstitution', { institution: { ...ATTRIBUTES, creditCode: wrong }, effectiveOn: '2015-01-01' })
  expect(checked.issues).toMatchObject([{ path: 'institution.creditCode', code: 'CREDIT_CODE_CHECK' }])
  const holder = await make.institution({ creditCode: right })
  const refused = await run(api, 'createInstitution', { institution: { ...ATTRIBUTES, creditCode: right }, effectiveOn: '2016-01-01' })
  expect(refused.issues).toMatchObject([{ path: 'institution.creditCode', code: 'CREDIT_CODE_TAKEN' }])
  expect(refused.issues![0]!.message).toContain(holder.name)
  const { number } = await recorded(api, 'correctInstitution', {
    institutionId: holder.id,
    validFrom: '2015-01-01',
    institution: { ...ATTRIBUTES, name: holder.name, creditCode: right },
    baseVersion: holder.version,
  })
  expect(number).toBeGreaterThan(holder.version)
})

test('revising replaces all attributes from the day on; the past stays', async () => {
  const made = await make.institution({ ...ATTRIBUTES, name: '花桥镇卫生院', aliases: [] })
  const input = {
    institutionId: made.id,
    institution: { name: '花桥镇卫生院', category: 'C220', regionCode: '431221103000', beds: 80 },
    baseVersion: made.version,
    effectiveOn: '2020-01-01',
  }
  const { effects } = await expectExactPreview(db, api, 'reviseInstitution', input)
  expect(effects[0]!.after.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2015-01-01', '2020-01-01'],
    ['2020-01-01', null],
  ])
  expect(await institution(made, 'level beds ownership', '2019-12-31')).toEqual({ level: 'LEVEL_1', beds: 60, ownership: 'PUBLIC_GOV' })
  expect(await institution(made, 'level beds ownership', '2020-01-01')).toEqual({ level: 'UNREPORTED', beds: 80, ownership: null })
  expect(await run(api, 'reviseInstitution', { ...input, effectiveOn: '2021-01-01' })).toMatchObject({
    __typename: 'StaleVersion',
    baseVersion: made.version,
    changes: [{ command: 'reviseInstitution' }],
  })
})

test('revising is refused before its first day, for an unknown institution, for nothing, and for closing by the way', async () => {
  const made = await make.institution({ ...ATTRIBUTES })
  const input = { institutionId: made.id, institution: ATTRIBUTES, baseVersion: made.version, effectiveOn: '2020-01-01' }
  expect(await refusals(api, 'reviseInstitution', { ...input, effectiveOn: '2014-12-31' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refusals(api, 'reviseInstitution', { ...input, institutionId: (await make.alliance()).id })).toEqual([
    'institutionId: NOT_FOUND',
  ])
  expect(await refusals(api, 'reviseInstitution', input)).toEqual([': NOTHING_CHANGES'])
  expect(await refusals(api, 'reviseInstitution', { ...input, institution: { ...ATTRIBUTES, status: 'MERGED' } })).toEqual([
    'institution.status: STATUS_BY_COMMAND',
  ])
  expect(await refusals(api, 'reviseInstitution', { ...input, institution: { ...ATTRIBUTES, name: '' } })).toEqual([
    'institution.name: REQUIRED',
  ])
})

test('a planned revision is visible in the timeline and holds from its day, not before', async () => {
  const made = await make.institution({ ...ATTRIBUTES })
  await recorded(api, 'regradeInstitution', {
    institutionId: made.id,
    level: 'LEVEL_2',
    grade: 'B',
    baseVersion: made.version,
    effectiveOn: '2027-01-01',
  })
  expect((await timeline(made)).map(({ level, validFrom }) => [level, validFrom])).toEqual([
    ['LEVEL_1', '2015-01-01'],
    ['LEVEL_2', '2027-01-01'],
  ])
  expect((await institution(made, 'level')).level).toBe('LEVEL_1')
  expect((await institution(made, 'level', '2027-01-01')).level).toBe('LEVEL_2')
})

test('a renamed institution is found under either name, and its timeline tells both', async () => {
  const made = await make.institution({ name: '新路河镇卫生院' })
  const input = { institutionId: made.id, name: ' 新路河医院 ', baseVersion: made.version, effectiveOn: '2021-01-01', note: '经批准' }
  expect(await refusals(api, 'renameInstitution', { ...input, name: ' ' })).toEqual(['name: REQUIRED'])
  expect(await refusals(api, 'renameInstitution', { ...input, name: made.name })).toEqual([': NOTHING_CHANGES'])
  expect(await refusals(api, 'renameInstitution', { ...input, aliases: ['新路河医院'] })).toEqual(['aliases.0: ALIAS_IS_NAME'])
  await expectExactPreview(db, api, 'renameInstitution', input)
  expect(await institution(made, 'name aliases')).toEqual({ name: '新路河医院', aliases: ['新路河镇卫生院'] })
  expect(await institution(made, 'name aliases', '2020-12-31')).toEqual({ name: '新路河镇卫生院', aliases: [] })
  const { search } = await api.query('{ search(text: "xinluhezhen") { ... on Institution { name } } }')
  expect(search).toEqual([{ name: '新路河医院' }])
})

test('regrading is refused for a pair that the list does not have', async () => {
  const made = await make.institution()
  const input = {
    institutionId: made.id,
    level: 'LEVEL_2',
    grade: 'A',
    targetLevel: 'LEVEL_3',
    targetGrade: 'UNGRADED',
    baseVersion: made.version,
    effectiveOn: '2021-01-01',
  }
  expect(await refusals(api, 'regradeInstitution', { ...input, grade: 'SPECIAL' })).toEqual(['grade: GRADE_NOT_OF_LEVEL'])
  expect(await refusals(api, 'regradeInstitution', { ...input, targetLevel: 'NONE' })).toEqual(['targetLevel: TARGET_LEVEL_REQUIRED'])
  await expectExactPreview(db, api, 'regradeInstitution', input)
  expect(await institution(made, 'level grade targetLevel targetGrade')).toEqual({
    level: 'LEVEL_2',
    grade: 'A',
    targetLevel: 'LEVEL_3',
    targetGrade: 'UNGRADED',
  })
})

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

test('a correction replaces a period whatever was recorded, joins what is then alike, and leaves what was known before', async () => {
  const made = await make.institution({ ...ATTRIBUTES, level: 'LEVEL_1', grade: 'A' })
  const { number } = await recorded(api, 'regradeInstitution', {
    institutionId: made.id,
    level: 'LEVEL_2',
    grade: 'B',
    baseVersion: made.version,
    effectiveOn: '2020-01-01',
  })
  const before = await lastInstant()
  const input = {
    institutionId: made.id,
    validFrom: '2018-01-01',
    validTo: '2020-01-01',
    institution: { ...ATTRIBUTES, level: 'LEVEL_2', grade: 'B' },
    baseVersion: number,
  }
  const change = await expectExactPreview(db, api, 'correctInstitution', input)
  expect([change.correction, change.effectiveOn]).toEqual([true, null])
  const levels = async (t?: string) => (await timeline(made, t)).map(({ level, validFrom, validTo }) => [level, validFrom, validTo])
  expect(await levels()).toEqual([
    ['LEVEL_1', '2015-01-01', '2018-01-01'],
    ['LEVEL_2', '2018-01-01', null],
  ])
  expect(await levels(before)).toEqual([
    ['LEVEL_1', '2015-01-01', '2020-01-01'],
    ['LEVEL_2', '2020-01-01', null],
  ])
  expect(await run(api, 'correctInstitution', input)).toMatchObject({
    __typename: 'StaleVersion',
    changes: [{ command: 'correctInstitution' }],
  })
})

test('a correction across stretches, or within one, leaves the rest as it was', async () => {
  const made = await make.institution({ ...ATTRIBUTES })
  const first = await recorded(api, 'renameInstitution', {
    institutionId: made.id,
    name: '第二名称',
    baseVersion: made.version,
    effectiveOn: '2018-01-01',
  })
  const second = await recorded(api, 'renameInstitution', {
    institutionId: made.id,
    name: '第三名称',
    baseVersion: first.number,
    effectiveOn: '2020-01-01',
  })
  const across = {
    institutionId: made.id,
    validFrom: '2017-01-01',
    validTo: '2021-01-01',
    institution: { ...ATTRIBUTES, name: '更正名称' },
    baseVersion: second.number,
  }
  const { number } = await recorded(api, 'correctInstitution', across)
  const names = async () => (await timeline(made)).map(({ name, validFrom }) => [name, validFrom])
  expect(await names()).toEqual([
    [ATTRIBUTES.name, '2015-01-01'],
    ['更正名称', '2017-01-01'],
    ['第三名称', '2021-01-01'],
  ])
  await recorded(api, 'correctInstitution', {
    ...across,
    validFrom: '2018-06-01',
    validTo: '2018-07-01',
    institution: { ...ATTRIBUTES, name: '短暂名称' },
    baseVersion: number,
  })
  expect(await names()).toEqual([
    [ATTRIBUTES.name, '2015-01-01'],
    ['更正名称', '2017-01-01'],
    ['短暂名称', '2018-06-01'],
    ['更正名称', '2018-07-01'],
    ['第三名称', '2021-01-01'],
  ])
})

test('an opening is corrected to an earlier day, or to a later one where nothing needs the days between', async () => {
  const made = await make.institution({ ...ATTRIBUTES })
  const earlier = {
    institutionId: made.id,
    validFrom: '2010-05-01',
    validTo: '2015-01-01',
    institution: ATTRIBUTES,
    baseVersion: made.version,
  }
  const { number } = await expectExactPreview(db, api, 'correctInstitution', earlier)
  expect(await timeline(made)).toMatchObject([{ validFrom: '2010-05-01', validTo: null }])
  const later = { institutionId: made.id, validFrom: '2010-05-01', validTo: '2016-01-01', baseVersion: number }
  await expectExactPreview(db, api, 'correctInstitution', later)
  expect(await institution(made, 'openedOn')).toEqual({ openedOn: '2016-01-01' })
  const { institution: member } = await make.membership()
  const input = { institutionId: member.id, validFrom: '2015-01-01', validTo: '2019-06-01', baseVersion: member.version }
  expect(await refusals(api, 'correctInstitution', input)).toEqual(['effectiveOn: MEMBER_NOT_OPEN'])
  expect(await refusals(api, 'correctInstitution', { ...input, validTo: null })).toEqual(['institution: REQUIRED'])
  expect(await refusals(api, 'correctInstitution', { ...input, validTo: '2015-01-01' })).toEqual(['validTo: END_BEFORE_START'])
  expect(await refusals(api, 'correctInstitution', { ...input, institution: { ...ATTRIBUTES, beds: -1 } })).toEqual([
    'institution.beds: NOT_A_COUNT',
  ])
})

test('a parent has to be open on every day, and not to stand below', async () => {
  const [one, two] = [await make.institution(), await make.institution()]
  const below = await make.institution({ parentId: one.id })
  const revise = (made: Made, parentId: string, effectiveOn = '2020-01-01') =>
    refusals(api, 'reviseInstitution', {
      institutionId: made.id,
      institution: { ...ATTRIBUTES, parentId },
      baseVersion: made.version,
      effectiveOn,
    })
  expect(await revise(one, below.id)).toEqual(['institution.parentId: PARENT_CYCLE'])
  expect(await revise(one, one.id)).toEqual(['institution.parentId: PARENT_CYCLE'])
  await recorded(api, 'closeInstitution', { institutionId: two.id, baseVersion: two.version, effectiveOn: '2025-01-01' })
  expect(await revise(one, two.id, '2025-06-01')).toEqual(['institution.parentId: INSTITUTION_CLOSED'])
  expect(await revise(one, two.id)).toEqual(['institution.parentId: INSTITUTION_CLOSED'])
  expect(
    await refusals(api, 'createInstitution', {
      institution: { ...CLINIC, parentId: (await make.institution({ on: '2021-01-01' })).id },
      effectiveOn: '2020-01-01',
    }),
  ).toEqual(['institution.parentId: INSTITUTION_CLOSED'])
})
