import { sql } from 'kysely'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import type { Json } from '../../test/api.ts'
import { askerWith, overCounty } from '../../test/askers.ts'
import { LOCAL_OPERATOR, type Asker } from '../access/identify.ts'
import { excel } from '../../test/files.ts'
import { fileServer } from '../../test/file-server.ts'
import { makers } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'

const database = await testDatabase()
let who: Asker = LOCAL_OPERATOR
const server = await fileServer(database, '2026-11-22T04:00:00Z', () => who)
const make = makers(server)
const staff = staffMakers(server)

type Row = readonly (string | null)[]
const HEADER = [
  '机构名称',
  '姓名',
  '身份证件号码',
  '出生日期',
  '从事专业类别代码',
  '专业技术职务(聘)代码',
  '编制情况',
  '手机号码',
  '医师/卫生监督员执业证书编码',
  '调入/调出时间',
  '确认为另一人',
]
const upload = async (...rows: Row[]) => server.upload('PEOPLE', await excel([HEADER, ...rows].map((row) => [...row])))
const states = (run: Json): string[] => run['rows'].rows.map(({ state }: Json) => state)
const faults = (run: Json): string[] =>
  run['rows'].rows.flatMap(({ row, issues }: Json) => issues.map(({ path, code }: Json) => `${row} ${path} ${code}`))
const people = async (search: string) => {
  const query = `query ($s: String) { people(filter: { search: $s }) { edges { node { name sex birthDate identityNumber phone titleAppointed establishmentType home { validFrom institution { name } } licences { kind number } } } } }`
  return (await server.query(query, { s: search }))['people'].edges.map(({ node }: Json) => node)
}

const NUMBER = '11010519491231002X'
const CARD: Row = ['甲卫生院', '张伟', NUMBER, null, '执业医师', '中级', '在编', '13812345678', '110430105000001', '2015-07-01', null]
const PLAIN: Row = ['甲卫生院', '李娜', null, '1990-05-06', '注册护士', '员（士级）', '合同制', null, null, '2018-01-01', null]

beforeAll(async () => {
  await make.institution({ name: '甲卫生院' })
  await make.institution({ name: '乙卫生院' })
})

test('cards of people not yet known make them, with home, licence and sealed numbers; the same file again changes nothing', async () => {
  const run = await upload(CARD, PLAIN)
  expect(faults(run)).toEqual([])
  expect(states(run)).toEqual(['NEW', 'NEW'])
  expect((await server.commit(run['id']))['state']).toBe('DONE')
  expect(await people('张伟')).toEqual([
    {
      name: '张伟',
      sex: 'FEMALE',
      birthDate: '1949-12-31',
      identityNumber: '110105********002X',
      phone: '138****5678',
      titleAppointed: 'INTERMEDIATE',
      establishmentType: 'IN_POST',
      home: { validFrom: '2015-07-01', institution: { name: '甲卫生院' } },
      licences: [{ kind: 'PHYSICIAN', number: '110430105000001' }],
    },
  ])
  expect(states(await upload(CARD, PLAIN))).toEqual(['UNCHANGED', 'UNCHANGED'])
})

test('the numbers of a file are shown masked and lie nowhere in clear, right or wrong', async () => {
  const wrong = '110105194912310021'
  const run = await upload(CARD, ['甲卫生院', '错号', wrong, null, '执业医师', null, null, '13987654321', null, null, null])
  expect(faults(run)).toEqual(['3 identityNumber IDENTITY_NUMBER_CHECK'])
  const told = JSON.stringify(run)
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(database.db)
  let dump = told
  for (const { name } of rows) {
    const found = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(database.db)
    dump += found.rows.map(({ row }) => row).join('\n')
  }
  for (const clear of [NUMBER, wrong, '13812345678', '13987654321']) expect(dump).not.toContain(clear)
})

test('somebody known by the number, or by name, birth date and institution together, is revised from the day', async () => {
  const [, ...rest] = CARD
  const promoted: Row = ['甲卫生院', ...rest.map((cell, at) => (at === 4 ? '副高' : cell))]
  const older: Row = PLAIN.map((cell, at) => (at === 5 ? '助理（师级）' : cell))
  const run = await upload(promoted, older)
  expect(faults(run)).toEqual([])
  expect(states(run)).toEqual(['CHANGED', 'CHANGED'])
  await server.commit(run['id'])
  expect(await people('张伟')).toMatchObject([{ titleAppointed: 'ASSOCIATE_SENIOR', home: { validFrom: '2015-07-01' } }])
  expect(await people('李娜')).toMatchObject([{ titleAppointed: 'ASSISTANT' }])
  const moved = await upload(['乙卫生院', ...rest])
  expect(faults(moved)).toEqual(['2 institutionId CARD_OTHER_INSTITUTION'])
})

test('somebody alike is told with the reason, two in one file too, unless the row says that it is another', async () => {
  const alike: Row = ['乙卫生院', '李娜', null, '1990-05-06', '注册护士', null, null, null, null, '2020-01-01', null]
  const run = await upload(alike)
  expect(faults(run)).toEqual(['2 name CARD_POSSIBLY_SAME'])
  expect(run['rows'].rows[0].issues[0].message).toContain('姓名相同、出生日期相同（相似度 80，满分 100）')
  const confirmed = await upload([...alike.slice(0, 10), '是'])
  expect(states(confirmed)).toEqual(['NEW'])
  await server.commit(confirmed['id'])
  expect(states(await upload([...alike.slice(0, 10), '是']))).toEqual(['UNCHANGED'])
  expect(
    faults(
      await upload(
        ['乙卫生院', '赵六', null, '1991-01-01', '注册护士', null, null, null, null, null, null],
        ['甲卫生院', '赵六', null, '1991-01-01', '注册护士', null, null, null, null, null, null],
      ),
    ),
  ).toEqual(['3 name CARD_POSSIBLY_SAME'])
})

test('a faulty row is told at its cell and leaves the others as they are', async () => {
  const run = await upload(
    ['没有的院', '王五', null, null, null, null, null, null, null, null, null],
    ['甲卫生院', '王六', null, '1990-02-30', '宇航员', null, null, null, null, null, null],
    ['甲卫生院', null, null, null, null, null, null, null, null, null, null],
    ['甲卫生院', '王七', null, '1992-01-01', '注册护士', null, null, null, null, '2021-01-01', null],
    ['没有的院', '王八', '110105194912310021', '1990-02-30', '注册护士', null, null, '12345678901', null, null, null],
    ['甲卫生院', '王九', null, '1960-01-01', '注册护士', null, null, null, null, '1980-01-01', null],
  )
  expect(faults(run)).toEqual([
    '2 institutionId NOT_FOUND',
    '3 birthDate NOT_A_DAY',
    '3 profession NOT_IN_LIST',
    '4 name REQUIRED',
    '6 birthDate NOT_A_DAY',
    '6 identityNumber IDENTITY_NUMBER_CHECK',
    '6 phone NOT_A_MOBILE',
    '6 institutionId NOT_FOUND',
    '7 flowOn APPOINTMENT_BEYOND_LIFE',
  ])
  expect(states(run)).toEqual(['WRONG', 'WRONG', 'WRONG', 'NEW', 'WRONG', 'WRONG'])
})

test('over quota is refused in a file as it is on the screen', async () => {
  const full = await make.institution({ name: '满编卫生院' })
  await staff.hire(full, { person: { establishmentType: 'IN_POST' } })
  const quota = `mutation ($id: ID!) { setQuota(input: { institutionId: $id, postClass: TECHNICAL, count: 1, baseVersion: 0, effectiveOn: "2018-01-01" }) { __typename } }`
  await server.query(quota, { id: full.id })
  const run = await upload(['满编卫生院', '超编员', null, '1990-01-01', '执业医师', null, '在编', null, null, '2024-01-01', null])
  expect(faults(run)).toEqual(['2  OVER_QUOTA'])
})

test('who does not record staff imports none', async () => {
  who = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'ALLIANCE'))
  await expect(upload(PLAIN)).resolves.toMatchObject({ __typename: 'InputRefused', issues: [{ code: 'NOT_ALLOWED' }] })
  who = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'PERSONNEL'))
  expect(states(await upload(PLAIN))).toEqual(['CHANGED'])
})

test('what is exported is read in again without a change', async () => {
  who = LOCAL_OPERATOR
  const file = await server.get(`/files/export/people.xlsx?filter=${encodeURIComponent(JSON.stringify({ search: '李娜' }))}`)
  expect(file.status).toBe(200)
  const run = await server.upload('PEOPLE', new Uint8Array(await file.arrayBuffer()))
  expect(faults(run)).toEqual([])
  expect(states(run)).toEqual(['UNCHANGED', 'UNCHANGED'])
})
