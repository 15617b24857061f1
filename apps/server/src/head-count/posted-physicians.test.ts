import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { askerWith, overCounty, overInstitution } from '../../test/askers.ts'
import { makers, recorded, versionOf, type Made } from '../../test/make.ts'
import { recordRows, staffMember } from '../../test/staff.ts'

const NOW = '2024-12-31T04:00:00Z'
const { db, countStatements } = await testDatabase()
const api = await testApi(db, NOW)
let hospital: Made
let township: Made
let other: Made

const asked = (given: string, fields = 'people') =>
  api.query(`{ postedPhysicians(countyCode: "431221", ${given}) { ${fields} } }`).then(({ postedPhysicians }) => postedPhysicians)

beforeAll(async () => {
  const make = makers(api)
  hospital = await make.hospital({ name: '县医院', level: 'LEVEL_2', grade: 'A' })
  const small = await make.hospital({ name: '一级医院', level: 'LEVEL_1', grade: 'A' })
  township = await make.institution({ name: '镇卫生院' })
  other = await make.institution({ name: '乡卫生院' })
  const posted = (name: string, validFrom: string, validTo: string | null, more: { home?: Made; host?: Made } = {}, given = {}) => {
    const { home = hospital, host = township } = more
    const posting = { kind: 'POSTED_DOWN', institutionId: host.uuid, validFrom, validTo, reviewOn: '2025-12-31' } as const
    return staffMember(db, name, [{ institutionId: home.uuid }, posting], given)
  }
  await posted('全年', '2023-10-01', null)
  await posted('跨年', '2023-08-01', '2024-02-02')
  await posted('未满', '2024-09-01', null)
  await posted('初级', '2024-01-01', null, {}, { titleAppointed: 'ASSISTANT' })
  await posted('护士', '2024-01-01', null, {}, { profession: '21' })
  await posted('一级', '2024-01-01', null, { home: small })
  await posted('同级', '2024-01-01', null, { host: small })
  const twice = { kind: 'POSTED_DOWN', institutionId: township.uuid, reviewOn: '2024-12-31' } as const
  await staffMember(db, '两次', [
    { institutionId: hospital.uuid },
    { ...twice, validFrom: '2024-01-01', validTo: '2024-05-01' },
    { ...twice, institutionId: other.uuid, validFrom: '2024-08-01', validTo: '2024-11-01' },
  ])
  await recordRows(db, 'REGION_POPULATION', [
    { id: '01900000-0000-7000-8000-0000000000aa', regionCode: '431221000000', year: 2024, residents: 235_000 },
  ])
})

test('the year’s figure names the people it counts, and why others do not count', async () => {
  const figure = await asked(
    'year: 2024',
    'year rule people residents rate postings { personName days completedOn fault home { name } host { name } validFrom lastDay }',
  )
  expect({ ...figure, postings: null }).toEqual({
    year: 2024,
    rule: 'WITHIN_YEAR',
    people: 2,
    residents: 235000,
    rate: '0.0851',
    postings: null,
  })
  const judged = Object.fromEntries(
    (figure.postings as { personName: string; days: number; completedOn: string | null; fault: string | null }[]).map(
      ({ personName, days, completedOn, fault }) => [`${personName} ${days}`, completedOn ?? fault],
    ),
  )
  expect(judged).toEqual({
    '全年 366': '2024-07-01',
    '跨年 32': 'TOO_SHORT',
    '未满 122': 'TOO_SHORT',
    '初级 366': 'TITLE_BELOW',
    '护士 366': 'NOT_PHYSICIAN',
    '一级 366': 'HOME_LEVEL',
    '同级 366': 'HOST_NOT_PRIMARY',
    '两次 121': null,
    '两次 92': '2024-10-01',
  })
  expect(figure.postings[0]).toMatchObject({
    personName: '跨年',
    home: { name: '县医院' },
    host: { name: '镇卫生院' },
    validFrom: '2023-08-01',
    lastDay: '2024-02-01',
  })
})

test('across years another reading counts others, and both are said in words', async () => {
  expect((await asked('year: 2024, rule: ACROSS_YEARS', 'people postings { personName completedOn }')).postings).toEqual(
    expect.arrayContaining([
      { personName: '跨年', completedOn: '2024-01-31' },
      { personName: '全年', completedOn: '2024-03-31' },
    ]),
  )
  expect((await asked('year: 2024, rule: ACROSS_YEARS')).people).toBe(2)
  expect((await asked('year: 2023, rule: ACROSS_YEARS')).people).toBe(0)
  const { says, en } = await asked('year: 2024, rule: ACROSS_YEARS', 'says en: says(locale: en)')
  expect(says).toMatch(/分母：本县当年常住人口。.*T2\.1.*本系统口径：.*满六个月（对月）/)
  expect(en).toMatch(/residents of the county.*T2\.1.*this product’s reading: Calendar months/)
})

test('a day within the year counts the days until then; a year without residents has no rate', async () => {
  expect(await asked('year: 2024, asOf: "2024-06-30"', 'people rate')).toEqual({ people: 0, rate: '0.0000' })
  expect(await asked('year: 2024, asOf: "2024-07-01"', 'people')).toEqual({ people: 1 })
  expect(await asked('year: 2023', 'people residents rate')).toEqual({ people: 0, residents: null, rate: null })
  expect(await asked('year: 2030', 'people postings { days }')).toEqual({ people: 0, postings: [] })
  const { body } = await api.send('{ postedPhysicians(countyCode: "431221", year: 20240) { people } }')
  expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
})

test('a hospital that was raised to level 2 later posted from level 1', async () => {
  const make = makers(api)
  const raised = await make.hospital({ name: '升级医院', level: 'LEVEL_1', grade: 'A' })
  await recorded(api, 'regradeInstitution', {
    institutionId: raised.id,
    baseVersion: await versionOf(api, raised.id),
    level: 'LEVEL_2',
    grade: 'A',
    effectiveOn: '2022-06-01',
  })
  const posting = { kind: 'POSTED_DOWN', institutionId: township.uuid, reviewOn: '2023-01-01' } as const
  await staffMember(db, '升级前', [{ institutionId: raised.uuid }, { ...posting, validFrom: '2022-01-01', validTo: '2023-01-01' }])
  await staffMember(db, '升级后', [{ institutionId: raised.uuid }, { ...posting, validFrom: '2022-06-01', validTo: '2023-01-01' }])
  const { people, postings } = await asked('year: 2022', 'people postings { personName fault }')
  expect([people, postings]).toEqual([
    1,
    [
      { personName: '升级前', fault: 'HOME_LEVEL' },
      { personName: '升级后', fault: null },
    ],
  ])
})

test('where the level of a hospital is not recorded its postings cannot be judged, and there is no rate', async () => {
  const unreported = await makers(api).hospital({ name: '级别未登记医院', level: 'UNREPORTED', grade: 'UNREPORTED' })
  const posting = {
    kind: 'POSTED_DOWN',
    institutionId: township.uuid,
    reviewOn: '2021-01-01',
    validFrom: '2020-01-01',
    validTo: '2021-01-01',
  } as const
  await staffMember(db, '派出', [{ institutionId: hospital.uuid }, posting])
  await recordRows(db, 'REGION_POPULATION', [
    { id: '01900000-0000-7000-8000-0000000000ab', regionCode: '431221000000', year: 2020, residents: 200_000 },
  ])
  expect(await asked('year: 2020', 'people rate')).toEqual({ people: 1, rate: '0.0500' })
  await staffMember(db, '无从判定', [{ institutionId: unreported.uuid }, posting])
  const figure = await asked('year: 2020', 'people residents rate postings { personName fault says(locale: zh) }')
  expect(figure).toEqual({
    people: 1,
    residents: 200_000,
    rate: null,
    postings: expect.arrayContaining([{ personName: '无从判定', fault: 'HOME_LEVEL_UNREPORTED', says: '任职单位级别未登记，无法判定' }]),
  })
})

test('it takes two statements and one for the institutions; a reporter is told of the own institution alone', async () => {
  const statements = await countStatements(() => asked('year: 2024', 'people residents postings { home { name } host { name } }'))
  expect(statements).toHaveLength(3)
  const reporter = await testApi(db, NOW, askerWith(overInstitution('REPORTER', other.uuid)))
  const { postedPhysicians } = await reporter.query(
    '{ postedPhysicians(countyCode: "431221", year: 2024) { people postings { personName days home { name } host { name } } } }',
  )
  expect(postedPhysicians).toEqual({ people: 0, postings: [{ personName: '两次', days: 92, home: null, host: { name: '乡卫生院' } }] })
  const elsewhere = await testApi(db, NOW, askerWith(overCounty('ANALYST', '341821')))
  expect(
    (await elsewhere.query('{ postedPhysicians(countyCode: "431221", year: 2024) { people residents } }'))['postedPhysicians'],
  ).toEqual({
    people: 0,
    residents: null,
  })
})
