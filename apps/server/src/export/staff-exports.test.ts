import { testDatabase } from '@yilian/testing/test-database.ts'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'

import type { Asker } from '../access/identify.ts'
import { LOCAL_OPERATOR } from '../access/identify.ts'
import { askerWith, overAll, overInstitution } from '../../test/askers.ts'
import { fileServer } from '../../test/file-server.ts'
import { makers, type Made } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'
import { licence, recordRows, staffMember } from '../../test/staff.ts'

const database = await testDatabase()
let asker: Asker = LOCAL_OPERATOR
const server = await fileServer(database, '2024-06-15T04:00:00Z', () => asker)
let hospital: Made
let township: Made

async function get(name: string, given: Readonly<Record<string, string>> = {}): Promise<Response> {
  return server.get(`/files/export/${name}?${new URLSearchParams(given)}`)
}

/** The rows of a CSV file below its head. */
async function rows(name: string, given: Readonly<Record<string, string>> = {}): Promise<string[][]> {
  const answer = await get(`${name}.csv`, given)
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const all: string[][] = parse(await answer.text(), { bom: true, relax_column_count: true })
  return all.slice(2)
}
const COUNTY = JSON.stringify({ countyCode: '431221' })

beforeAll(async () => {
  const make = makers({ url: server.url, query: server.query })
  hospital = await make.hospital({ name: '县医院', level: 'LEVEL_2', grade: 'A' })
  township = await make.institution({ name: '镇卫生院' })
  await make.institution({ name: '空村卫生室', category: 'D600', regionCode: '431221104201' })
  const { db } = database
  await staffMember(
    db,
    '安一',
    [
      { institutionId: hospital.uuid, leadership: 'PARTY_SECRETARY' },
      { kind: 'CONCURRENT', institutionId: township.uuid, leadership: 'DIRECTOR', share: '0.25', validFrom: '2023-01-01' },
    ],
    { birthDate: '1971-11-15' },
  )
  const posted = await staffMember(db, '白二', [
    { institutionId: hospital.uuid },
    { kind: 'POSTED_DOWN', institutionId: township.uuid, validFrom: '2024-01-01', plannedUntil: '2024-06-20' },
  ])
  await licence(db, posted, { number: '=1+1', expiresOn: '2024-07-01' })
  await staffMember(db, '陈三', [{ institutionId: township.uuid }], { establishmentType: 'TEMPORARY' })
  await recordRows(db, 'REGION_POPULATION', [
    { id: '01900000-0000-7000-8000-0000000000ab', regionCode: '431221000000', year: 2024, residents: 235_000 },
  ])
})

test('the pivot is counted by the columns that are asked for, as numbers', async () => {
  expect(await rows('headCount', { filter: COUNTY })).toEqual([
    ['机构', '按任职单位（人）', '按工作单位（人）', '按折合全时人员（人）'],
    ['县医院', '2', '1', '0.75'],
    ['镇卫生院', '0', '1', '1.25'],
  ])
  expect(await rows('headCount', { columns: 'workClass,sex,host', filter: JSON.stringify({ statistical: false }) })).toEqual([
    ['人员类别', '性别', '按工作单位（人）'],
    ['卫生技术人员', '女', '3'],
  ])
  const book = await get('headCount.xlsx', { columns: 'profession,home,fte', locale: 'en', filter: COUNTY })
  expect(decodeURIComponent(book.headers.get('content-disposition')!)).toContain('中方县_Head count_2024-06-15.xlsx')
  const { sheets } = await readXlsx(new Uint8Array(await book.arrayBuffer()))
  expect(sheets[0]?.rows.slice(1)).toEqual([
    ['In force on 2024-06-15', null, null],
    ['Profession', 'By home institution (people)', 'By full-time equivalents (people)'],
    ['Licensed physician', 2, 2],
  ])
})

test('differences come person by person and place by place, with the appointments they come from', async () => {
  expect(await rows('headCountDifferences')).toEqual([
    ['姓名', '机构', '按任职单位（人）', '按工作单位（人）', '按折合全时人员（人）', '任职情况'],
    ['安一', '县医院', '1', '1', '0.75', '任职 县医院 0.75；兼任 镇卫生院 0.25'],
    ['安一', '镇卫生院', '0', '0', '0.25', '任职 县医院 0.75；兼任 镇卫生院 0.25'],
    ['白二', '县医院', '1', '0', '0', '任职 县医院 0；派驻 镇卫生院 1'],
    ['白二', '镇卫生院', '0', '1', '1', '任职 县医院 0；派驻 镇卫生院 1'],
  ])
  expect(await rows('headCountExclusions')).toEqual([
    ['姓名', '不计入的原因'],
    ['陈三', '临时聘用人员，不计入统计'],
  ])
})

test('the people behind the posted physicians come with why they count or not', async () => {
  const filter = JSON.stringify({ countyCode: '431221', year: 2024, rule: 'ACROSS_YEARS' })
  expect(
    await rows('postedPhysicians', { filter, columns: 'person,home,host,profession,title,from,last,days,completed,counts,reason' }),
  ).toEqual([
    [
      '姓名',
      '任职单位',
      '派驻单位',
      '从事专业',
      '聘任职务',
      '派驻首日',
      '派驻末日',
      '年内天数（天）',
      '满六个月之日',
      '是否计入',
      '不计入的原因',
    ],
    ['白二', '县医院', '镇卫生院', '执业医师', '中级', '2024-01-01', '', '167', '', '不计', '未满六个月'],
  ])
  const text = await (await get('postedPhysicians.csv', { filter, locale: 'en' })).text()
  expect(text).toContain('2024, as of 2024-06-15; six months: across years')
  expect((await get('postedPhysicians.csv', { filter: COUNTY })).status).toBe(400)
})

test('each list comes as a file, formulas disarmed', async () => {
  expect((await rows('returnsDue')).slice(1)).toEqual([['白二', '派驻', '县医院', '镇卫生院', '2024-01-01', '2024-06-20', '5']])
  expect((await rows('returnsDue', { filter: JSON.stringify({ overdue: true }) })).slice(1)).toEqual([])
  expect((await rows('licencesExpiring')).slice(1)).toEqual([['白二', '医师执业证书', "'=1+1", '', '2024-07-01', '16']])
  expect((await rows('villagesWithoutDoctor', { filter: COUNTY })).slice(1)).toEqual([['水落岸村', '空村卫生室', '1', '0', '0']])
  expect((await rows('leadershipOverlaps')).slice(1)).toEqual([
    ['安一', '县医院', '党支部（党委）书记', '任职', '2015-01-01'],
    ['安一', '镇卫生院', '院长', '兼任', '2023-01-01'],
  ])
  expect((await rows('retirements', { filter: JSON.stringify({ withinYears: 5 }) })).slice(1)).toEqual([
    ['安一', '县医院', '执业医师', '2027-05-15', '原 55 周岁退休女职工'],
  ])
  expect((await rows('postingsUnderWay', { locale: 'en' })).slice(1)).toEqual([
    ['白二', '县医院', '镇卫生院', '2024-01-01', '2024-06-30', '2024-06-20', 'No'],
  ])
})

test('the establishment comes by institution and class, with what is vacant and what is over', async () => {
  const quota = { institutionId: hospital.uuid, poolId: null, postClass: 'TECHNICAL', count: 5, validFrom: '2020-01-01', validTo: null }
  await recordRows(database.db, 'ESTABLISHMENT_QUOTA', [{ ...quota, id: '01900000-0000-7000-8000-0000000000ac' }])
  const document = await staffMakers({ url: server.url, query: server.query }).document()
  const documentId = Buffer.from(document, 'base64').toString().split(':')[1]
  const exception = { institutionId: hospital.uuid, postClass: 'TECHNICAL', count: 2, reason: '急需产科医师', validFrom: '2024-01-01' }
  await recordRows(database.db, 'QUOTA_EXCEPTION', [
    { ...exception, documentId, validTo: null, id: '01900000-0000-7000-8000-0000000000ae' },
  ])
  expect(await rows('quotaBoard', { filter: COUNTY })).toEqual([
    [
      '机构',
      '岗位类别',
      '核定编制（名）',
      '借入（名）',
      '借出（名）',
      '可用编制（名）',
      '在编在岗（人）',
      '空编（名）',
      '超编（人）',
      '批准超编（人）',
      '编外（人）',
      '情况',
    ],
    [
      '县医院',
      '专业技术岗',
      '5',
      '0',
      '0',
      '5',
      '2',
      '3',
      '0',
      '2',
      '0',
      '批准可超编 2 人，依据：关于核定编制的批复1，理由：急需产科医师。',
    ],
    ['镇卫生院', '专业技术岗', '', '0', '0', '', '0', '', '', '0', '1', '未登记编制，无从判断是否超编。'],
  ])
  const vacant = { filter: JSON.stringify({ vacant: true }), columns: 'institution,vacancies' }
  expect((await rows('quotaBoard', vacant)).slice(1)).toEqual([['县医院', '3']])
})

test('who works where and posts with their vacancies come as files too', async () => {
  const away = { filter: JSON.stringify({ countyCode: '431221', kinds: ['CONCURRENT', 'POSTED_DOWN'] }) }
  expect(await rows('appointments', away)).toEqual([
    ['姓名', '任职类型', '任职单位', '工作单位', '职务', '起始日', '计划返回或复核日', '剩余天数（天）'],
    ['安一', '兼任', '县医院', '镇卫生院', '院长', '2023-01-01', '', ''],
    ['白二', '派驻', '县医院', '镇卫生院', '', '2024-01-01', '2024-06-20', '5'],
  ])
  const backwards = { ...away, orderBy: 'PERSON', direction: 'DESC', columns: 'person,left' }
  expect((await rows('appointments', backwards)).slice(1)).toEqual([
    ['白二', '5'],
    ['安一', ''],
  ])
  const due = { filter: JSON.stringify({ dueBy: '2024-06-19', kinds: ['POSTED_DOWN'] }), columns: 'person' }
  expect(await rows('appointments', due)).toEqual([['姓名']])
  const days = { validFrom: '2020-01-01', validTo: null }
  const post = { allianceId: null, grade: null, leadership: null, frozen: false, postClass: 'TECHNICAL', ...days }
  const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`
  await recordRows(database.db, 'POST', [
    { ...post, id: id('b1'), institutionId: hospital.uuid, title: '内科医师', count: 3, grade: '专技七级' },
    { ...post, id: id('b2'), institutionId: township.uuid, title: '药师', count: 1, frozen: true },
  ])
  expect(await rows('posts', { filter: COUNTY, columns: 'title,owner,pool,postClass,grade,count,filled,vacancies,state,since' })).toEqual([
    ['岗位名称', '所在机构或医共体', '岗位池', '岗位类别', '岗位等级', '岗位数（名）', '已任用（人）', '空缺（名）', '状态', '起始日'],
    ['内科医师', '县医院', '', '专业技术岗', '专技七级', '3', '0', '3', '开放', '2020-01-01'],
    ['药师', '镇卫生院', '', '专业技术岗', '', '1', '0', '', '已冻结', '2020-01-01'],
  ])
  expect((await rows('posts', { filter: JSON.stringify({ vacant: true, frozen: false }), columns: 'title' })).slice(1)).toEqual([
    ['内科医师'],
  ])
  const book = await get('posts.xlsx', { filter: COUNTY, locale: 'en', columns: 'title,vacancies' })
  const { sheets } = await readXlsx(new Uint8Array(await book.arrayBuffer()))
  expect(sheets[0]?.rows.slice(2)).toEqual([
    ['Post', 'Vacancies (places)'],
    ['内科医师', 3],
    ['药师', null],
  ])
})

test('cohorts, drives, mentorships and counts come as their lists show them, periods in words', async () => {
  const { db } = database
  const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`
  const own = { regionCode: '431221000000', institutionIds: [hospital.uuid], source: '报告 000 行3b' }
  await recordRows(db, 'TRAINING_COHORT', [
    { ...own, id: id('b2'), programme: 'ORIENTED', name: '定向委培', enrolled: 13, posts: 0, reportedFor: '2023H1', target: false },
  ])
  await recordRows(db, 'RECRUITMENT_DRIVE', [
    { ...own, id: id('b3'), name: '岗位池招聘', hired: 17, postPool: true, reportedFor: '2023', target: true },
  ])
  await recordRows(db, 'STAFF_COUNT', [
    { ...own, id: id('b4'), what: '注册全科医生', count: 15, period: '2024-03', target: false, replaced: false },
  ])
  await recordRows(db, 'MENTORSHIP', [{ ...own, id: id('b5'), pairs: 3, content: '内科带教', validFrom: '2024-01-01' }])
  const cohort = { filter: COUNTY, columns: 'name,enrolled,placed,posts,reportedFor,institutions,region,source' }
  expect((await rows('cohorts', cohort)).slice(1)).toEqual([
    ['定向委培', '13', '', '0', '2023年上半年', '县医院', '中方县', '报告 000 行3b'],
  ])
  expect((await rows('recruitmentDrives', { columns: 'name,target,pool,hired,reportedFor', locale: 'en' })).slice(1)).toEqual([
    ['岗位池招聘', 'Target', 'Post pool', '17', '2023'],
  ])
  expect((await rows('staffCounts', { columns: 'what,count,when' })).slice(1)).toEqual([['注册全科医生', '15', '2024年3月']])
  expect((await rows('mentorships', { filter: COUNTY, columns: 'mentor,pairs,content' })).slice(1)).toEqual([['', '3', '内科带教']])
})

test('a reporter has the own staff in the file, and who may not read staff has none', async () => {
  asker = askerWith(overInstitution('REPORTER', township.uuid))
  expect((await rows('headCount')).slice(1)).toEqual([['镇卫生院', '0', '1', '1.25']])
  asker = askerWith(overAll('SYSTEM_ADMINISTRATOR'))
  expect((await get('headCount.csv')).status).toBe(403)
  asker = LOCAL_OPERATOR
})
