import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { fileServer } from '../../test/file-server.ts'
import { rowsOf } from '../../test/files.ts'
import { makers, recorded, versionOf, type Made } from '../../test/make.ts'

const database = await testDatabase()
const server = await fileServer(database)
const make = makers(server)

let hospital: Made
let township: Made
let alliance: Made

beforeAll(async () => {
  const { effects } = await recorded(server, 'recordPolicyDocument', {
    title: '关于组建医共体的通知',
    number: '中政办发〔2019〕10号',
    issuedOn: '2019-03-01',
    countyCode: '431221',
  })
  const documentId = effects[0]!.factId
  hospital = await make.hospital({
    name: '中方县人民医院',
    level: 'LEVEL_2',
    grade: 'A',
    beds: 1300,
    siteArea: '9000.50',
    buildingArea: '20000.00',
  })
  const attributes = { name: '铜湾镇中心卫生院', category: 'C210', code: '0012', servedPopulation: 31233, parentId: hospital.id }
  township = await make.institution(attributes)
  await make.institution({ name: '=1+1', aliases: ['@SUM(A1)'], address: '+8613800000000' })
  alliance = await make.alliance({ name: '铜湾片区医共体', leadId: hospital.id })
  const membership = await make.membership({ alliance, institution: township, documentId })
  await make.institution({ name: '新设卫生院', on: '2021-01-01' })
  const baseVersion = await versionOf(server, membership.id)
  await recorded(server, 'withdrawMember', { membershipId: membership.id, baseVersion, effectiveOn: '2022-01-01' })
})

const COUNTY = { filter: { countyCode: '431221' } }

function address(name: string, given: Record<string, unknown> = {}): string {
  const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
  return `/files/${name}?${new URLSearchParams(Object.entries(given).map(([key, value]) => [key, text(value)]))}`
}

async function file(name: string, given?: Record<string, unknown>): Promise<Response> {
  const answer = await server.get(address(name, given))
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer
}

async function csvRows(name: string, given?: Record<string, unknown>): Promise<string[][]> {
  return parse(await (await file(`export/${name}.csv`, given)).text(), { bom: true, relax_column_count: true })
}

async function excelOf(name: string, given?: Record<string, unknown>): Promise<Uint8Array> {
  return new Uint8Array(await (await file(`${name}.xlsx`, given)).arrayBuffer())
}

test('institutions come with the rows, columns, order and day of the screen', async () => {
  const columns = 'name,level,region,alliances,status,beds,siteArea,code,parent,openedOn'
  const order = { orderBy: 'BEDS', direction: 'DESC', asOf: '2020-07-31', locale: 'zh' }
  const rows = await csvRows('institutions', { ...COUNTY, columns, ...order })
  expect(rows.slice(0, 4)).toEqual([
    ['中方县 机构'],
    ['按 2020-07-31 有效'],
    ['机构名称', '级别等次', '所在区划', '所属医共体', '状态', '床位数（张）', '占地面积（平方米）', '机构编码', '上级机构', '设立日期'],
    ['中方县人民医院', '二级甲等', '中方县', '铜湾片区医共体（牵头单位）', '在业', '1300', '9000.5', expect.any(String), '', '2015-01-01'],
  ])
  const plain = ['铜湾镇中心卫生院', '未报告', '铜湾镇', '铜湾片区医共体', '在业', '', '', '0012', '中方县人民医院', '2015-01-01']
  expect(rows.find(([name]) => name === '铜湾镇中心卫生院')).toEqual(plain)
  expect(rows).toHaveLength(3 + 3)
})

test('another day gives another file, and so does what was known before', async () => {
  const of = async (given: Record<string, unknown>) =>
    (await csvRows('institutions', { ...COUNTY, columns: 'name,alliances', ...given })).slice(2)
  const names = (rows: string[][]) => rows.map(([name]) => name)
  expect(names(await of({ asOf: '2020-12-31' }))).not.toContain('新设卫生院')
  expect(names(await of({ asOf: '2021-01-01' }))).toContain('新设卫生院')
  expect((await of({ asOf: '2022-01-01' })).find(([name]) => name === '铜湾镇中心卫生院')).toEqual(['铜湾镇中心卫生院', '未加入'])
  const before = await csvRows('institutions', { ...COUNTY, asOf: '2021-01-01', asKnownAt: '2000-01-01T00:00:00Z', columns: 'name' })
  expect(before).toEqual([['中方县 机构'], ['按 2021-01-01 有效'], ['截至 2000-01-01 08:00:00（北京时间）所知'], ['机构名称']])
})

test('a workbook has figures as numbers, codes and days as text, and its name says county, list and day', async () => {
  const given = { ...COUNTY, columns: 'name,code,beds,openedOn', orderBy: 'BEDS', asOf: '2020-07-31' }
  const answer = await file('export/institutions.xlsx', given)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="institutions_2020-07-31.xlsx"; filename*=UTF-8''${encodeURIComponent('中方县_机构_2020-07-31.xlsx')}`,
  )
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()), { readStyles: true })
  expect(sheets[0]?.rows.slice(2, 4)).toEqual([
    ['机构名称', '机构编码', '床位数（张）', '设立日期'],
    ['中方县人民医院', expect.any(String), 1300, '2015-01-01'],
  ])
  expect(sheets[0]?.rows.find(([name]) => name === '铜湾镇中心卫生院')?.[1]).toBe('0012')
  expect(sheets[0]?.cells?.get('3,2')?.style?.numFmt).toBe('#,##0')
  const english = await file('export/institutions.csv', { ...given, locale: 'en' })
  expect(decodeURIComponent(english.headers.get('content-disposition')!)).toContain('中方县_Institutions_2020-07-31.csv')
})

test('what would be a formula is disarmed, and read again as it was', async () => {
  const given = { ...COUNTY, columns: 'name,aliases,address' }
  const text = await (await file('export/institutions.csv', given)).text()
  expect(text).toContain("'=1+1,'@SUM(A1),'+8613800000000")
  const rows = await rowsOf(await excelOf('export/institutions', given))
  expect(typeof rows === 'string' ? rows : rows.map(({ cells }) => cells)).toContainEqual(['=1+1', '@SUM(A1)', '+8613800000000'])
})

test('alliances come with who leads them and how many they are', async () => {
  const rows = await csvRows('alliances', { ...COUNTY, asOf: '2020-07-31' })
  expect(rows.slice(1)).toEqual([
    ['按 2020-07-31 有效'],
    ['名称', '类型', '阶段', '牵头情况', '牵头单位', '成员数', '成立日期', '专科', '编码', '来源'],
    ['铜湾片区医共体', expect.any(String), expect.any(String), '已明确', '中方县人民医院', '2', '2018-01-01', '', expect.any(String), ''],
  ])
  expect(await csvRows('alliances', { ...COUNTY, asOf: '2017-12-31' })).toHaveLength(3)
  expect((await csvRows('alliances', { ...COUNTY, asOf: '2022-01-01', columns: 'members' })).at(-1)).toEqual(['1'])
})

test('memberships of an alliance come as of the day, or all of them', async () => {
  const columns = 'institution,role,from,last,document'
  const of = async (filter: object) => (await csvRows('memberships', { filter, columns, asOf: '2020-07-31' })).slice(3)
  const lead = ['中方县人民医院', '牵头单位', '2018-01-01', '', '']
  const member = ['铜湾镇中心卫生院', '成员单位', '2019-01-01', '2021-12-31', '中政办发〔2019〕10号']
  expect(await of({ allianceId: alliance.id })).toEqual([lead, member])
  expect(await of({ countyCode: '431221' })).toEqual([lead, member])
  expect(await of({ institutionId: township.id })).toEqual([member])
  const later = await csvRows('memberships', { filter: { allianceId: alliance.id }, columns, asOf: '2022-01-01' })
  expect(later.slice(3)).toEqual([lead])
  const ever = await csvRows('memberships', { filter: { allianceId: alliance.id, period: 'ALL' }, columns, asOf: '2022-01-01' })
  expect(ever.slice(3)).toEqual([lead, member])
})

test('differences of two days come as the comparison shows them', async () => {
  const filter = { allianceId: alliance.id, from: '2020-01-01', to: '2022-01-01' }
  const rows = await csvRows('allianceChanges', { filter, columns: 'alliance,kind,what,after' })
  expect(rows.slice(0, 2)).toEqual([['铜湾片区医共体 医共体变化'], ['2020-01-01 与 2022-01-01 对比']])
  expect(rows.slice(3)).toEqual([['铜湾片区医共体', '成员关系', '终止', '']])
})

test('documents and changes come newest first, a change with each fact it touched', async () => {
  const documents = await csvRows('policyDocuments', { ...COUNTY, columns: 'title,number,issuedOn,citedBy' })
  expect(documents.slice(1)).toEqual([
    ['2026-11-22 导出'],
    ['标题', '文号', '发文日期', '被引用（次）'],
    ['关于组建医共体的通知', '中政办发〔2019〕10号', '2019-03-01', '1'],
  ])
  const changes = await csvRows('changes', { filter: { institutionId: township.id }, columns: 'command,effectiveOn,fact,before,after' })
  expect(changes.slice(3).map(([command, day, fact]) => [command, day, fact])).toEqual([
    ['退出', '2022-01-01', '成员关系'],
    ['纳入成员', '2019-01-01', '成员关系'],
    ['登记机构', '2015-01-01', '机构'],
  ])
  expect(changes[3]?.slice(3)).toEqual([expect.stringContaining('2019-01-01 起'), expect.stringContaining('2019-01-01 至 2021-12-31')])
})

test.each([
  ['institutions', { columns: 'name,secret' }, /^参数 columns 的值 secret 无效，可用：name, /],
  ['institutions', { columns: 'name,name' }, /重复/],
  ['institutions', { orderBy: 'PASSWORD' }, /^参数 orderBy 的值 PASSWORD 无效，可用：CODE, /],
  ['institutions', { direction: 'UP' }, /^参数 direction/],
  ['institutions', { asOf: '2020-02-30' }, /^2020-02-30 不是日期/],
  ['institutions', { asKnownAt: 'yesterday' }, /^yesterday 不是时刻/],
  ['institutions', { filter: '{' }, /不是有效的 JSON/],
  ['institutions', { filter: { countyCode: "1' or true" } }, /^筛选条件 filter.countyCode 无效。/],
  ['institutions', { filter: { categories: ['X'] } }, /^筛选条件 filter.categories.0 无效。/],
  ['institutions', { filter: { parentId: 'nobody' } }, /^筛选条件 filter.parentId 无效。/],
  ['institutions', { filter: { drop: 1 } }, /^筛选条件 filter.drop 无效。/],
  ['institutions', { limit: 5 }, /^没有名为 limit 的参数。/],
  ['institutions', { locale: 'fr' }, /locale/],
  ['institutions', { locale: 'en', asOf: 'today' }, /^today is not a day/],
  ['policyDocuments', { orderBy: 'TITLE' }, /^此表不能用 orderBy/],
  ['allianceChanges', { filter: { from: '2020-01-01', to: '2021-01-01' } }, /^筛选条件 filter 无效。/],
])('%s asked with %j is refused in one line', async (name, given, line) => {
  const answer = await server.get(address(`export/${name}.csv`, given))
  const text = await answer.text()
  expect([answer.status, text.trimEnd().split('\n').length]).toEqual([400, 1])
  expect(text).toMatch(line)
})

test('a comparison of more records than can be read whole is refused in one line', async () => {
  await sql`insert into shared_service (id, alliance_id, kind, name, serves_all, valid_from, valid_to, recorded_from, recorded_by)
    select gen_random_uuid(), v.id, 'ECG', 'n' || n, true, '1900-01-01', '1901-01-01', v.recorded_from, v.recorded_by
    from alliance_version v, generate_series(0, 10000) n where v.name = '铜湾片区医共体'`.execute(database.db)
  const filter = { countyCode: '431221', from: '1900-06-01', to: '2022-01-01' }
  const answer = await server.get(address('export/allianceChanges.xlsx', { filter }))
  expect([answer.status, await answer.text()]).toEqual([400, '需对比的记录超过 10000 条，不能导出。请改为对比单个医共体。\n'])
})

test('what is not there is not found, only GET and HEAD are answered, HEAD without a file', async () => {
  for (const name of ['export/nobody.csv', 'export/institutions.pdf', 'export/constructor.csv', 'template/nobody.xlsx', 'x'])
    expect([name, (await server.get(address(name))).status]).toEqual([name, 404])
  const url = server.url + address('export/institutions.csv', COUNTY)
  const posted = await fetch(url, { method: 'POST' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  const head = await fetch(url, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/csv; charset=utf-8', ''])
})

test('an export read in again changes nothing, nor does a template as it comes', async () => {
  const run = await server.upload('INSTITUTIONS', await excelOf('export/institutions', COUNTY))
  expect(run['rows'].rows.filter(({ state }: { state: string }) => state !== 'UNCHANGED')).toEqual([])
  expect([run['rowsTotal'], run['rowsUnchanged']]).toEqual([4, 4])
  const members = await server.upload(
    'MEMBERSHIPS',
    await excelOf('export/memberships', { filter: { countyCode: '431221', period: 'ALL' } }),
  )
  expect(members['rows'].rows.filter(({ state }: { state: string }) => state !== 'UNCHANGED')).toEqual([])
  expect(members['rowsUnchanged']).toBe(2)
  for (const [kind, name] of [
    ['INSTITUTIONS', 'institutions'],
    ['MEMBERSHIPS', 'memberships'],
    ['PROJECTS', 'projects'],
    ['FUNDING', 'funding'],
    ['FUND_FLOWS', 'fundFlows'],
    ['PROGRESS_REPORTS', 'progressReports'],
    ['PEOPLE', 'people'],
  ] as const) {
    for (const locale of ['zh', 'en']) {
      const template = await server.upload(kind, await excelOf(`template/${name}`, { locale }))
      expect([template['state'], template['failure']]).toEqual(['FAILED', expect.stringMatching(/没有/)])
    }
  }
})

test('a template has every column, an example, help and code lists to choose from', async () => {
  const { sheets } = await readXlsx(await excelOf('template/institutions', { locale: 'zh' }))
  expect(sheets.map(({ name }) => name)).toEqual(['机构', '填写说明', '代码表'])
  expect(sheets[0]?.rows[0]).toEqual(expect.arrayContaining(['机构编码', '*机构名称', '床位数（张）', '生效日']))
  expect(sheets[0]?.rows[1]?.[0]).toBe('示例（本行不导入）')
  expect(sheets[0]?.dataValidations?.length).toBeGreaterThan(5)
  expect(sheets[2]?.rows.flat()).toEqual(expect.arrayContaining(['C210', '中心卫生院']))
  const text = await (await file('template/memberships.csv', { locale: 'en' })).text()
  expect(text.split('\r\n')[0]).toContain('*Institution,*Alliance,*Role')
})

test('a list of 2,000 and more arrives whole, each row once, with as few statements as pages need', async () => {
  await sql`with template as (select v.*, gen_random_uuid() as new_id, gen_random_uuid() as new_row, n
      from institution_version v, generate_series(1, 2000) n where v.id = ${hospital.uuid}),
    made as (insert into institution select (jsonb_populate_record(null::institution, to_jsonb(i) || jsonb_build_object('id', t.new_id, 'code', 'L' || t.n))).*
      from institution i, template t where i.id = ${hospital.uuid} returning id)
    insert into institution_version select (jsonb_populate_record(null::institution_version,
      to_jsonb(t) || jsonb_build_object('id', t.new_id, 'row_id', t.new_row, 'name', '同名医院'))).* from template t`.execute(database.db)
  const statements = await database.countStatements(async () => {
    const rows = await csvRows('institutions', { ...COUNTY, columns: 'code,name,region', orderBy: 'NAME', direction: 'DESC' })
    expect(rows).toHaveLength(3 + 2004)
    expect(new Set(rows.map(([code]) => code)).size).toBe(3 + 2004)
  })
  expect(statements.length).toBeLessThan(5 * 3 + 5)
  const { sheets } = await readXlsx(await excelOf('export/institutions', { ...COUNTY, columns: 'code' }))
  expect(sheets[0]?.rows).toHaveLength(3 + 2004)
})

test('downloads that are broken off leave nothing behind', async () => {
  const url = server.url + address('export/institutions.xlsx', COUNTY)
  for (let count = 0; count < 12; count++) {
    const stop = new AbortController()
    const answer = await fetch(url, { signal: stop.signal })
    stop.abort()
    await answer.body?.cancel().catch(() => {})
  }
  // The server learns of it when it writes next: until then an export may be told to wait, but not for ever.
  await expect.poll(async () => (await server.get(address('export/alliances.csv', COUNTY))).status, { timeout: 20_000 }).toBe(200)
  const open = () =>
    sql<{ count: number }>`select count(*) as count from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`.execute(database.db)
  await expect.poll(async () => (await open()).rows[0]?.count, { timeout: 20_000 }).toBe(0)
})
