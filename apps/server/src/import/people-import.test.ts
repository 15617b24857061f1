import { sql } from 'kysely'
import { STAFF_CARD_COLUMNS } from '@yilian/domain/staffing/staff-card-columns.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import type { Json } from '../../test/api.ts'
import { askerWith, overCounty } from '../../test/askers.ts'
import { LOCAL_OPERATOR, type Asker } from '../access/identify.ts'
import { excel, rowsOf } from '../../test/files.ts'
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

test('every column of the card comes in and goes out; read in again, masked as it is, it changes nothing', async () => {
  const header = Object.values(STAFF_CARD_COLUMNS).map(({ label }) => label.zh)
  const said: Readonly<Record<string, string>> = {
    机构名称: '甲卫生院',
    姓名: '全卡片',
    身份证件种类: '护照',
    身份证件号码: 'E12345678',
    出生日期: '1985-03-12',
    性别代码: '男',
    民族代码: '苗族',
    参加工作日期: '2008-07-01',
    办公室电话: '0745-2810000',
    手机号码: '13700001111',
    所在科室代码: '03',
    科室实际名称: '内科',
    从事专业类别代码: '执业医师',
    '医师/卫生监督员执业证书编码': '110430105000777',
    医师执业类别代码: '临床',
    医师执业范围代码: '内科专业',
    是否多地点执业医师: '是',
    第2执业单位机构类别: '乡镇卫生院',
    第3执业单位机构类别: '村卫生室',
    是否获住院医师规范化培训合格证书: '是',
    证书编码: 'ZP2012-0001',
    '行政/业务管理职务代码': '科室主任',
    '专业技术资格（评）代码': '副高',
    '专业技术职务（聘）代码': '中级',
    学历代码: '大学本科',
    学位代码: '学士',
    所学专业代码: '临床医学',
    专业特长1: '消化内镜',
    专业特长2: '慢病管理',
    专业特长3: '急救',
    年内人员流动情况: '高中等院校毕业生',
    '调入/调出时间': '2015-07-01',
    编制情况: '在编',
    是否注册为全科医学专业: '否',
    全科医生培训合格证书情况: '转岗培训',
    是否由乡镇卫生院或社区派驻村卫生室工作: '否',
    是否从事统计信息化工作: '是',
  }
  const card = header.map((title) => said[title] ?? null)
  const made = await server.upload('PEOPLE', await excel([header, card]))
  expect(faults(made)).toEqual([])
  expect((await server.commit(made['id']))['state']).toBe('DONE')

  const filter = encodeURIComponent(JSON.stringify({ search: '全卡片' }))
  const file = new Uint8Array(await (await server.get(`/files/export/people.xlsx?filter=${filter}`)).arrayBuffer())
  const rows = await rowsOf(file)
  if (typeof rows === 'string') throw new Error(rows)
  const at = rows.findIndex(({ cells }) => cells.includes('姓名'))
  const out = Object.fromEntries(rows[at]!.cells.map((title, column) => [title, rows[at + 1]!.cells[column] ?? '']))
  expect(out).toMatchObject({ ...said, 身份证件号码: '*********', 手机号码: '137****1111' })

  const again = await server.upload('PEOPLE', file)
  expect([faults(again), states(again)]).toEqual([[], ['UNCHANGED']])
  const kept = await server.query(`{ people(filter: { search: "全卡片" }) { edges { node { code identityNumber phone } } } }`)
  expect(kept['people'].edges[0].node).toMatchObject({ identityNumber: '*********', phone: '137****1111' })

  // By the code somebody is known whatever the name, and nobody by one that there is not.
  const { code } = kept['people'].edges[0].node
  const byCode = (...cells: string[]) =>
    excel([
      ['机构名称', '姓名', '人员编码'],
      ['甲卫生院', ...cells],
    ])
  const renamed = await server.upload('PEOPLE', await byCode('全卡', code))
  expect([faults(renamed), states(renamed)]).toEqual([[], ['CHANGED']])
  expect(faults(await server.upload('PEOPLE', await byCode('全卡', `${code}9`)))).toEqual(['2 code NOT_FOUND'])
})

test('what is exported is read in again without a change', async () => {
  who = LOCAL_OPERATOR
  const file = await server.get(`/files/export/people.xlsx?filter=${encodeURIComponent(JSON.stringify({ search: '李娜' }))}`)
  expect(file.status).toBe(200)
  const run = await server.upload('PEOPLE', new Uint8Array(await file.arrayBuffer()))
  expect(faults(run)).toEqual([])
  expect(states(run)).toEqual(['UNCHANGED', 'UNCHANGED'])
})

test('numbers stand in a file in clear for a reason, for who may reveal them, and each is on record before', async () => {
  who = LOCAL_OPERATOR
  const address = (more: Readonly<Record<string, string>>) =>
    `/files/export/people.csv?${new URLSearchParams({ filter: JSON.stringify({ search: '张伟' }), columns: 'name,identityNumber,phone', ...more })}`
  const text = async (more: Readonly<Record<string, string>> = {}) => (await server.get(address(more))).text()
  const revealed = async () => {
    const { rows } = await sql<{ actorId: string; reason: string; field: string; export: string }>`
      select actor_id, reason, after ->> 'field' as field, after ->> 'export' as export from audit_entry where kind = 'REVEALED' order by id`.execute(
      database.owner,
    )
    return rows
  }
  expect(await text()).toContain('张伟,110105********002X,138****5678')
  who = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'PERSONNEL'))
  expect(await revealed()).toEqual([])
  expect(await text({ reveal: '全国卫生人力上报' })).toContain(`张伟,${NUMBER},13812345678`)
  const told = { actorId: who.actor.id, reason: '全国卫生人力上报', export: 'people' }
  expect(await revealed()).toEqual([
    { ...told, field: 'IDENTITY_NUMBER' },
    { ...told, field: 'PHONE' },
  ])
  expect(await text({ reveal: '只要手机号', columns: 'name,phone' })).toContain('张伟,13812345678')
  expect((await revealed()).slice(2)).toMatchObject([{ field: 'PHONE', reason: '只要手机号' }])

  expect((await server.get(address({ reveal: '  ' }))).status).toBe(400)
  expect((await server.get('/files/export/posts.csv?reveal=x')).status).toBe(400)
  who = { ...who, via: 'TOKEN' }
  expect((await server.get(address({ reveal: '上报' }))).status).toBe(403)
  who = askerWith(overCounty('ANALYST', '431221'))
  expect((await server.get(address({ reveal: '上报' }))).status).toBe(403)
  expect(await revealed()).toHaveLength(3)
  who = LOCAL_OPERATOR
})
