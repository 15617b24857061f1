import type { CellValue } from 'hucre/xlsx'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import type { Json } from '../../test/api.ts'
import { csv, excel, gb18030 } from '../../test/files.ts'
import { fileServer } from '../../test/file-server.ts'

const database = await testDatabase()
const server = await fileServer(database)

const HEADER = ['机构编码', '机构名称', '机构类别', '等级', '所在区划', '上级机构', '床位数（张）', '生效日', '统一社会信用代码']
type Row = readonly CellValue[]

const upload = async (...rows: Row[]) => server.upload('INSTITUTIONS', await excel([HEADER, ...rows].map((row) => [...row])))
const states = (run: Json): string[] => run['rows'].rows.map(({ state }: Json) => state)
/** What is wrong, as `row path code`. */
const faults = (run: Json): string[] =>
  run['rows'].rows.flatMap(({ row, issues }: Json) => issues.map(({ path, code }: Json) => `${row} ${path} ${code}`))
const changes = async () =>
  (await database.db.selectFrom('change').select('id').where('command', '=', 'importInstitutions').execute()).length
const FIELDS = 'id name category level grade beds region { name } parent { name } validFrom timeline { validFrom beds }'
const institution = async (code: string) =>
  (await server.query(`query ($code: String!) { institution(code: $code) { ${FIELDS} } }`, { code }))['institution']

async function write(...rows: Row[]): Promise<Json> {
  const run = await upload(...rows)
  expect(faults(run)).toEqual([])
  return server.commit(run['id'])
}

const HOSPITAL: Row = ['A01', '中方县第一医院', '综合医院', '二级甲等', 431221000000, null, 200, new Date('2015-01-01T00:00:00Z'), null]
const TOWNSHIP: Row = [null, '铜湾镇中心卫生院', '中心卫生院', '一甲', '铜湾镇', '中方县第一医院', '1,060 张', '2019年6月1日', null]

test('new institutions are written, parents first wherever they stand, and the same file again changes nothing', async () => {
  const rows = [TOWNSHIP, HOSPITAL]
  const run = await upload(...rows)
  expect([run['state'], run['rowsTotal'], run['rowsRight'], run['rowsWrong'], ...states(run)]).toEqual(['CHECKED', 2, 2, 0, 'NEW', 'NEW'])
  expect(await institution('A01')).toBeNull()
  const done = await server.commit(run['id'])
  expect([done['state'], ...states(done)]).toEqual(['DONE', 'WRITTEN', 'WRITTEN'])
  expect(await institution('431221-0001')).toMatchObject({
    name: '铜湾镇中心卫生院',
    category: 'C210',
    level: 'LEVEL_1',
    grade: 'A',
    beds: 1060,
    validFrom: '2019-06-01',
    region: { name: '铜湾镇' },
    parent: { name: '中方县第一医院' },
  })
  const before = await changes()
  const again = await upload(...rows)
  expect(states(again)).toEqual(['UNCHANGED', 'UNCHANGED'])
  expect((await server.commit(again['id']))['state']).toBe('DONE')
  expect(await changes()).toBe(before)
})

test('a row with a known code revises from its day; empty cells leave what is recorded, a dash empties it', async () => {
  await write(['B01', '中方县第二医院', '综合医院', '二级', '中方县', null, 90, '2015-01-01', null])
  await write(['B01', null, null, null, null, null, 120, '2020-01-01', null])
  expect(await institution('B01')).toMatchObject({
    name: '中方县第二医院',
    level: 'LEVEL_2',
    beds: 120,
    timeline: [
      { validFrom: '2015-01-01', beds: 90 },
      { validFrom: '2020-01-01', beds: 120 },
    ],
  })
  await write(['B01', null, null, null, null, null, '—', '2021-01-01', null])
  expect(await institution('B01')).toMatchObject({ beds: null, level: 'LEVEL_2' })
})

test('rows with the same day are one change, recorded under the one who imported, in the request that did it', async () => {
  const before = await changes()
  const village = (code: string, on: string): Row => [code, `${code}村卫生室`, '村卫生室', null, '铜湾镇', null, null, on, null]
  const run = await upload(village('V1', '2018-01-01'), village('V2', '2018-01-01'), village('V3', '2019-01-01'))
  await server.commit(run['id'])
  expect(await changes()).toBe(before + 2)
  const last = await database.db.selectFrom('change').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  expect(last).toMatchObject({ actorId: 'local', effectiveOn: '2019-01-01', countyCode: '431221' })
  expect(last.requestId).toBeTruthy()
})

test('every faulty cell is named with its row, nothing is written, and the mended file is', async () => {
  const good: Row = ['C01', '中方县第三医院', '综合医院', '二级', '中方县', null, 10, '2015-01-01', null]
  const faulty: Row[] = [
    good,
    ['C02', '卫生院甲', '卫生院院', '四级', '不存在镇', '无此机构', '十张', '2020-02-30', '1'],
    ['C01', '中方县第三医院', '综合医院', '二级', '中方县', null, 11, '2016-01-01', null],
    ['C 3', '卫生院乙', '中心卫生院', '一级', '铜湾镇', null, -1, '2015-01-01', '12431221MB0A000000'],
    ['C04', '卫生院丙', null, null, null, null, null, null, null],
    ['C05', '卫生院丁', '中心卫生院', null, '铜湾镇', 'C02', null, '2015-01-01', null],
    ['C06', '卫生院戊', '中心卫生院', null, '铜湾镇', 'C07', null, '2015-01-01', null],
    ['C07', '卫生院己', '中心卫生院', null, '铜湾镇', 'C06', null, '2015-01-01', null],
  ]
  const run = await upload(...faulty)
  expect(faults(run)).toEqual([
    '3 category NOT_IN_LIST',
    '3 level NOT_IN_LIST',
    '3 beds NOT_A_COUNT',
    '3 effectiveOn NOT_A_DAY',
    '4 code DUPLICATE_IN_FILE',
    '5 creditCode CREDIT_CODE_CHECK',
    '5 beds NOT_A_COUNT',
    '5 code INSTITUTION_CODE',
    '6 category REQUIRED',
    '6 regionCode REQUIRED',
    '6 effectiveOn EFFECTIVE_DAY_NEEDED',
    '7 parentId PARENT_ROW_WRONG',
    '8 parentId PARENT_CYCLE',
    '9 parentId PARENT_CYCLE',
  ])
  expect([run['rowsRight'], run['rowsWrong']]).toEqual([1, 7])
  const refused = await server.commit(run['id'])
  expect(refused['issues']).toMatchObject([{ code: 'IMPORT_ROWS_WRONG', message: expect.stringContaining('7 行') }])
  expect(await institution('C01')).toBeNull()
  const mended = await upload(good, ['C02', '卫生院甲', '卫生院', '一级', '铜湾镇', null, 10, '2020-02-28', null])
  expect(states(await server.commit(mended['id']))).toEqual(['WRITTEN', 'WRITTEN'])
})

test('the operator may write the rows that are right alone; the rest is not chosen or still wrong', async () => {
  const row = (code: string, category: string): Row => [code, `${code}医院`, category, null, '中方县', null, null, '2015-01-01', null]
  const run = await upload(row('D1', '综合医院'), row('D2', '没有的'), row('D3', '综合医院'))
  expect((await server.commit(run['id'], [2, 3]))['issues']).toMatchObject([{ code: 'IMPORT_ROW_WRONG' }])
  expect((await server.commit(run['id'], []))['issues']).toMatchObject([{ code: 'IMPORT_NO_ROWS' }])
  const done = await server.commit(run['id'], [2])
  expect([done['state'], ...states(done)]).toEqual(['DONE', 'WRITTEN', 'WRONG', 'SKIPPED'])
  expect([(await institution('D1'))?.name, await institution('D3')]).toEqual(['D1医院', null])
  expect((await server.commit(run['id']))['issues']).toMatchObject([{ code: 'IMPORT_STATE', message: expect.stringContaining('已完成') }])
})

test('what a name means is never guessed: several institutions, former names, and a name under another code are told with their codes', async () => {
  const clinic = (code: string | null, town: string, on = '2015-01-01'): Row => [
    code,
    '第一卫生室',
    '村卫生室',
    null,
    town,
    null,
    1,
    on,
    null,
  ]
  await write(clinic('E1', '铜湾镇'), clinic('E2', '铁坡镇'))
  const ambiguous = await upload([null, '第一卫生室', null, null, null, null, 5, '2020-01-01', null])
  expect(ambiguous['rows'].rows[0].issues).toMatchObject([{ path: 'name', code: 'AMBIGUOUS', message: expect.stringContaining('E1、E2') }])
  expect(states(await upload(clinic(null, '铁坡镇')))).toEqual(['UNCHANGED'])
  expect(faults(await upload(clinic('E9', '铜湾镇')))).toEqual(['2 code NAME_OF_ANOTHER_CODE'])
  await write(['E1', '铜湾卫生室', null, null, null, null, null, '2018-01-01', null])
  expect(faults(await upload(clinic(null, '铜湾镇', '2020-01-01')))).toEqual(['2 name NAME_FORMER'])
  expect(states(await upload(clinic(null, '花桥镇', '2020-01-01')))).toEqual(['NEW'])
  expect(states(await upload(clinic(null, '中方县', '2020-01-01')))).toEqual(['CHANGED'])
})

test('closing is no matter for a file, and a circle of parents in the records is seen', async () => {
  await write(
    ['F1', '中方县第五医院', '综合医院', null, '中方县', null, null, '2015-01-01', null],
    ['F2', '第五医院分院', '综合医院', null, '中方县', 'F1', null, '2016-01-01', null],
  )
  expect(faults(await upload(['F1', null, null, null, null, 'F2', null, '2020-01-01', null]))).toEqual(['2 parentId PARENT_CYCLE'])
  const run = await server.upload('INSTITUTIONS', csv('机构编码,状态,生效日\nF2,撤销,2020-01-01'), 'a.csv')
  expect(faults(run)).toEqual(['2 status STATUS_BY_COMMAND'])
})

test('a CSV file as Chinese Excel saves it is read, titles above its header and an example row left out', async () => {
  const text =
    '中方县医疗机构一览表,,,,\n名称,类别,乡镇,生效日期,备注\n示例：某某医院,综合医院,中方县,2015-01-01,\n花桥镇卫生院,乡镇卫生院,花桥镇,2015/1/1,首次登记\n'
  const run = await server.upload('INSTITUTIONS', gb18030(text), '机构.csv')
  expect(run['columns'].map(({ field }: Json) => field)).toEqual(['name', 'category', 'regionCode', 'effectiveOn', 'note'])
  expect(run['rows'].rows).toMatchObject([
    { row: 4, state: 'NEW', cells: ['花桥镇卫生院', '乡镇卫生院', '花桥镇', '2015/1/1', '首次登记'] },
  ])
})

test('columns that are not known are named by the operator, and the rows checked anew', async () => {
  const data = await excel([
    ['代号', '院名', '类别', '地方', '日期'],
    ['G1', '中方县第六医院', '综合医院', '中方县', '2015-01-01'],
  ])
  const run = await server.upload('INSTITUTIONS', data)
  expect(faults(run)).toEqual(['2 name COLUMN_MISSING'])
  const remap = async (columns: { header: string; field: string | null }[]) => {
    const document = `mutation ($id: ID!, $columns: [ImportColumnInput!]!) { remapImport(id: $id, columns: $columns) { __typename ... on InputRefused { issues { path code } } } }`
    return (await server.query(document, { id: run['id'], columns }))['remapImport']
  }
  expect(
    (
      await remap([
        { header: '没有', field: 'code' },
        { header: '代号', field: 'x' },
      ])
    )['issues'],
  ).toMatchObject([
    { path: 'columns.0.header', code: 'HEADER_UNKNOWN' },
    { path: 'columns.1.field', code: 'FIELD_UNKNOWN' },
  ])
  const fields = { 代号: 'code', 院名: 'name', 类别: 'category', 地方: 'regionCode', 日期: 'effectiveOn' }
  await remap(Object.entries(fields).map(([header, field]) => ({ header, field })))
  expect(states(await server.run(run['id']))).toEqual(['NEW'])
})

test('a row that somebody else changed after the check stops the import, and nothing is written', async () => {
  await write(['H1', '中方县第七医院', '综合医院', null, '中方县', null, 10, '2015-01-01', null])
  const run = await upload(
    ['H1', null, null, null, null, null, 20, '2020-01-01', null],
    ['H2', '中方县第八医院', '综合医院', null, '中方县', null, 10, '2015-01-01', null],
  )
  await write(['H1', null, null, null, null, null, 30, '2019-01-01', null])
  const stopped = await server.commit(run['id'])
  expect([stopped['state'], stopped['failure'], stopped['failureEn']]).toEqual([
    'CHECKED',
    expect.stringContaining('没有写入'),
    expect.stringContaining('nothing was written'),
  ])
  expect(faults(stopped)).toEqual(['2  CHANGED_SINCE_CHECK'])
  expect([(await institution('H1'))?.beds, await institution('H2')]).toEqual([30, null])
})

test('ten times as many rows take few more statements: they are read and written many at a time', async () => {
  const count = async (rows: number) => {
    const data = await excel([
      HEADER,
      ...Array.from({ length: rows }, (_, at): CellValue[] => [
        `N${rows}-${at}`,
        `${rows}号镇${at}村卫生室`,
        '村卫生室',
        null,
        '铜湾镇',
        null,
        1,
        '2015-01-01',
        null,
      ]),
    ])
    const statements = await database.countStatements(async () => {
      const run = await server.upload('INSTITUTIONS', data)
      expect((await server.commit(run['id']))['state']).toBe('DONE')
    })
    return statements.length
  }
  const few = await count(100)
  expect(await count(1_000)).toBeLessThan(few * 3)
})
