import { creditCodeCheckCharacter } from '@yilian/domain/credit-code.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, type Made } from '../../test/make.ts'

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
