import { testDatabase } from '@yilian/testing/test-database.ts'
import { makers } from '../../test/make.ts'
import type { CellValue } from 'hucre/xlsx'
import { beforeAll, expect, test } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../access/identify.ts'
import type { Json } from '../../test/api.ts'
import { askerWith, overCounty, overInstitution } from '../../test/askers.ts'
import { fileServer } from '../../test/file-server.ts'
import { excel } from '../../test/files.ts'
import { recorded } from '../../test/make.ts'
import { makeProject, readProject, recordOf } from '../../test/make-project.ts'

const database = await testDatabase()
let asker: Asker = LOCAL_OPERATOR
const server = await fileServer(database, '2024-08-20T04:00:00Z', () => asker)
const make = makers(server)

type Kind = 'PROJECTS' | 'FUNDING' | 'FUND_FLOWS' | 'PROGRESS_REPORTS'
const upload = async (kind: Kind, ...rows: CellValue[][]): Promise<Json> => server.upload(kind, await excel(rows))
/** Writes a file that is right, and answers the run. */
async function write(kind: Kind, ...rows: CellValue[][]): Promise<Json> {
  const run = await upload(kind, ...rows)
  expect([faults(run), run['failure']]).toEqual([[], null])
  const done = await server.commit(run['id'])
  expect([done['state'], faults(done)]).toEqual(['DONE', []])
  return done
}
const faults = (run: Json): string[] =>
  run['rows'].rows.flatMap(({ row, issues }: Json) => (issues as unknown as Json[]).map(({ path, code }) => `${row} ${path} ${code}`))
const states = (run: Json): string[] => run['rows'].rows.map(({ state }: Json) => state)
const projectId = async (name: string): Promise<{ id: string }> => {
  const { projects } = await server.query(
    'query ($search: String) { projects(filter: { search: $search }) { edges { node { id name } } } }',
    { search: name },
  )
  return projects.edges.map(({ node }: Json) => node).find((one: Json) => one['name'] === name)
}
const changes = async () =>
  Number(
    (
      await database.db
        .selectFrom('change')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

beforeAll(async () => {
  await make.hospital({ name: '县人民医院', regionCode: '431221100000' })
})

const PROJECTS = [
  '项目编码',
  '*项目名称',
  '项目代码',
  '建设性质',
  '机构',
  '建设地点',
  '上级项目',
  '建设单位',
  '建筑面积（平方米）',
  '床位（张）',
  '备注',
]

test('projects: a faulty file says what is wrong at the cell, in both languages; the mended one is written', async () => {
  const run = await upload(
    'PROJECTS',
    PROJECTS,
    [null, '综合楼', '2019-431221-84-01-012345', '新建', '县人民医院', '中方镇', null, '县卫健局', 12000.5, 200, '报告'],
    [null, '门诊楼', '2019-999999-84-01-000001', '新盖', '没有的医院', '没有的镇', '没有的项目', null, '一万', null, null],
    [null, '二期', null, '扩建', null, null, '综合楼', null, null, null, null],
    [null, null, null, '新建', null, null, null, null, null, null, null],
    [null, '住院楼', '2019-431', '新建', null, null, null, null, null, null, null],
    [null, '综合楼', null, '新建', null, null, null, null, null, null, null],
  )
  expect(faults(run)).toEqual([
    '3 kind NOT_IN_LIST',
    '3 area NOT_A_DECIMAL',
    '5 name REQUIRED',
    '6 nationalCode PROJECT_CODE_SHAPE',
    '7 name PROJECT_TWICE_IN_FILE',
  ])
  expect(run['rows'].rows[1].issues[0].message).toBe('“新盖”不在建设性质中，请从列表中选择。')
  const second = await upload('PROJECTS', PROJECTS, [
    null,
    '门诊楼',
    '2019-999999-84-01-000001',
    '新建',
    '没有的医院',
    '没有的镇',
    '没有的项目',
  ])
  expect(faults(second)).toEqual([
    '2 institutionIds NOT_FOUND',
    '2 regionCode NOT_FOUND',
    '2 parentId NOT_FOUND',
    '2 nationalCode PROJECT_CODE_DIVISION',
  ])

  const before = await changes()
  const mended: CellValue[][] = [
    PROJECTS,
    [null, '二期', null, '扩建', null, null, '综合楼', null, null, null, '报告'],
    [null, '综合楼', '2019-431221-84-01-012345', '新建', '县人民医院', '中方镇', null, '县卫健局', 12000.5, 200, '报告'],
  ]
  const done = await write('PROJECTS', ...mended)
  expect(states(done)).toEqual(['WRITTEN', 'WRITTEN'])
  // One change for all rows of one document and note.
  expect(await changes()).toBe(before + 1)
  const whole = await projectId('综合楼')
  const fields = 'code nationalCode kind area beds owner region { name } institutions { name } parts { nodes { name } }'
  expect(await readProject(server, whole, fields)).toMatchObject({
    code: '431221-P001',
    nationalCode: '2019-431221-84-01-012345',
    area: '12000.50',
    beds: 200,
    region: { name: '中方镇' },
    institutions: [{ name: '县人民医院' }],
    parts: { nodes: [{ name: '二期' }] },
  })
  const again = await upload('PROJECTS', ...mended)
  expect([states(again), again['rowsUnchanged']]).toEqual([['UNCHANGED', 'UNCHANGED'], 2])
})

test('projects: a known code or national code revises what the row says, and a dash empties it', async () => {
  await write('PROJECTS', ['项目代码', '床位', '建设单位'], ['2019-431221-84-01-012345', 260, '—'])
  expect(await readProject(server, await projectId('综合楼'), 'beds owner area')).toEqual({ beds: 260, owner: null, area: '12000.50' })
  expect(faults(await upload('PROJECTS', ['项目编码', '项目名称', '建设性质'], ['NEW-1', '综合楼', '新建']))).toEqual([
    '2 code PROJECT_NAME_TAKEN',
  ])
  expect(faults(await upload('PROJECTS', ['项目编码', '上级项目'], ['431221-P001', '二期']))).toEqual(['2 parentId PROJECT_PART_OF_ITSELF'])
})

const FUNDING = ['项目', '资金来源', '批次', '计划金额（万元）', '分担组', '分担份数', '年度', '年度计划（万元）']

test('funding: sources and their years, exact to the fen; the same file twice changes nothing', async () => {
  const faulty = await upload(
    'FUNDING',
    FUNDING,
    ['综合楼', '省级', null, 39.0000001, null, null, null, null],
    ['综合楼', '县级', null, 39, '1:1', null, '24', 20],
    ['没有', '县级', null, '三十九', null, null, null, null],
    ['综合楼', '自筹', null, 1, null, null, 2024, null],
  )
  expect(faults(faulty)).toEqual([
    '2 planned NOT_AN_AMOUNT_OF_WAN',
    '3 year NOT_A_YEAR',
    '4 planned NOT_AN_AMOUNT_OF_WAN',
    '5 yearAmount REQUIRED',
  ])
  const right: CellValue[][] = [
    FUNDING,
    ['综合楼', '省级', null, 39, '1:1', 1, 2023, 19.123456],
    ['综合楼', '省级', null, null, null, null, 2024, 10],
    ['综合楼', '县级', null, '390,000元', '1:1', 1, null, null],
  ]
  await write('FUNDING', ...right)
  const funds = 'fundingLines { fundingSource planned sharePart } fundingYears { year amount }'
  expect(await readProject(server, await projectId('综合楼'), funds)).toEqual({
    fundingLines: [
      { fundingSource: 'PROVINCIAL', planned: '390000.00', sharePart: 1 },
      { fundingSource: 'COUNTY', planned: '390000.00', sharePart: 1 },
    ],
    fundingYears: [
      { year: 2023, amount: '191234.56' },
      { year: 2024, amount: '100000.00' },
    ],
  })
  expect(states(await upload('FUNDING', ...right))).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED'])
})

test('funding: amounts in yuan have a column of their own, and a column without a unit is not guessed', async () => {
  expect(faults(await upload('FUNDING', ['项目', '资金来源', '计划金额（万元）', '计划金额（元）'], ['综合楼', '捐赠', 1, 20000]))).toEqual(
    ['2 plannedYuan AMOUNT_IN_BOTH_UNITS'],
  )
  const unclear = await upload('FUNDING', ['项目', '资金来源', '计划金额'], ['综合楼', '捐赠', 1])
  expect(unclear['columns'].map(({ field }: Json) => field)).toEqual(['projectId', 'fundingSource', null])
  await write('FUNDING', ['项目', '资金来源', '计划金额（元）'], ['综合楼', '捐赠', 20000.05])
  const { fundingLines } = await readProject(server, await projectId('综合楼'), 'fundingLines { fundingSource planned }')
  expect(fundingLines).toContainEqual({ fundingSource: 'DONATION', planned: '20000.05' })
})

const FLOWS = ['项目', '收支', '资金来源', '日期', '金额（万元）', '收款单位']

test('money that arrived and was paid: what contradicts itself is refused at its row, and the same twice is the same money', async () => {
  const faulty = await upload(
    'FUND_FLOWS',
    FLOWS,
    ['综合楼', '支付', '省级', '2024-03-01', 6, '建设公司'],
    ['综合楼', '到位', '省级', '2024-02-01', 5, null],
    ['综合楼', '到位', '市级', '2024-02-01', 5, null],
    ['综合楼', '到位', '省级', '2024-09-01', 5, null],
    ['综合楼', '到位', '省级', '2024-02-01', 35, null],
    ['综合楼', '支付', '省级', null, 1, null],
  )
  expect(faults(faulty)).toEqual([
    '2 amount PAID_BEYOND_ARRIVED',
    '4 fundingSource FUNDING_UNKNOWN',
    '5 day DAY_TO_COME',
    '6 amount ARRIVED_BEYOND_PLANNED',
    '7 day REQUIRED',
  ])
  const right: CellValue[][] = [
    FLOWS,
    ['综合楼', '支付', '省级', '2024-03-01', 6, '建设公司'],
    ['综合楼', '垫付', null, '2024-01-15', 1, '建设公司'],
    ['综合楼', '到位', '省级', '2024-02-01', 5, null],
    ['综合楼', '到位', '省级', '2024-02-01', 5, null],
  ]
  await write('FUND_FLOWS', ...right)
  const project = await projectId('综合楼')
  const money = await readProject(server, project, 'fundReceipts { amount receivedOn } payments { amount advance payee }')
  expect(money['fundReceipts']).toEqual([1, 2].map(() => ({ amount: '50000.00', receivedOn: '2024-02-01' })))
  expect(money['payments'].map(({ amount, advance }: Json) => [amount, advance])).toEqual([
    ['10000.00', true],
    ['60000.00', false],
  ])
  expect(states(await upload('FUND_FLOWS', ...right))).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED'])
  // A third of the same day and amount is another.
  expect(states(await upload('FUND_FLOWS', ...right, ['综合楼', '到位', '省级', '2024-02-01', 5, null]))).toEqual([
    ...Array(4).fill('UNCHANGED'),
    'NEW',
  ])
})

const REPORTS = ['项目', '月份', '项目阶段', '形象进度', '形象进度百分比', '本月完成投资（万元）', '累计完成投资（万元）', '下步措施']

test('monthly reports are handed in; one that was accepted is not overwritten, one that was returned is put right', async () => {
  const faulty = await upload(
    'PROGRESS_REPORTS',
    REPORTS,
    ['综合楼', '2024年13月', null, '基础', null, null, null, null],
    ['综合楼', '2024-09', null, '基础', null, null, null, null],
    ['综合楼', '2024-05', null, null, 10, null, null, null],
    ['综合楼', '2024-06', '主体', '主体三层', '120%', null, null, null],
    ['综合楼', '2024-07', '主体', '主体三层', '40%', 20, 10, null],
  )
  expect(faults(faulty)).toEqual([
    '2 month NOT_A_MONTH',
    '3 month REPORT_MONTH_TO_COME',
    '4 wording REQUIRED',
    '5 percent NOT_A_PERCENTAGE',
    '6 investmentToDate MONTH_BEYOND_TOTAL',
  ])
  const right: CellValue[][] = [
    REPORTS,
    ['综合楼', '2024年6月', '主体结构', '主体三层', '40%', 20, 120, '封顶'],
    ['综合楼', '2024/7', '封顶', '已封顶', 55.5, 30, 150, null],
  ]
  await write('PROGRESS_REPORTS', ...right)
  const project = await projectId('综合楼')
  const reports = 'progressReports { id version month state stage percent investmentToDate }'
  const [june, july] = (await readProject(server, project, reports))['progressReports']
  expect(june).toMatchObject({ month: '2024-06', state: 'SUBMITTED', stage: 'STRUCTURE', percent: '40.00', investmentToDate: '1200000.00' })
  expect(states(await upload('PROGRESS_REPORTS', ...right))).toEqual(['UNCHANGED', 'UNCHANGED'])
  const other = [REPORTS, ['综合楼', '2024-07', '封顶', '已封顶', 60, 30, 150, null]]
  expect(faults(await upload('PROGRESS_REPORTS', ...other))).toEqual(['2  REPORT_CLOSED'])
  await recorded(server, 'returnProgressReport', { progressReportId: july.id, baseVersion: july.version, reason: '核对' })
  await write('PROGRESS_REPORTS', ...other)
  const [, again] = (await readProject(server, project, reports))['progressReports']
  expect(again).toMatchObject({ id: july.id, state: 'SUBMITTED', percent: '60.00' })
})

test('whoever may not change construction in the county reads nothing in, and sees no such import', async () => {
  const rows = [PROJECTS, [null, '他人项目', null, '新建', null, null, null, null, null, null, null]]
  const other = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'ALLIANCE'))
  asker = other
  const refused = await upload('PROJECTS', ...rows)
  expect([refused['__typename'], refused['issues'][0].code]).toEqual(['InputRefused', 'NOT_ALLOWED'])
  expect((await server.query('{ importRuns(first: 100) { kind } }'))['importRuns']).toEqual([])
  asker = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'CONSTRUCTION'))
  expect((await server.query('{ importRuns(first: 100) { kind } }'))['importRuns'].length).toBeGreaterThan(5)
  const run = await upload('PROJECTS', ...rows)
  expect([run['state'], faults(run)]).toEqual(['CHECKED', []])
  const institutions = await server.upload('INSTITUTIONS', await excel([['机构名称'], ['甲']]))
  expect(institutions['__typename']).toBe('InputRefused')
  asker = askerWith(overInstitution('REPORTER', 'a0000000-0000-4000-8000-000000000000'))
  const nowhere = await upload('PROGRESS_REPORTS', ...rows)
  expect([nowhere['__typename'], nowhere['issues'][0].code]).toEqual(['InputRefused', 'NOT_ALLOWED'])
  asker = LOCAL_OPERATOR
})

test('lead hospitals and reporters read in the months of the projects they report on; rows of others are refused at the cell', async () => {
  const lead = await make.hospital()
  const alliance = await make.alliance({ leadId: lead.id })
  const { institution: clinic } = await make.membership({ alliance })
  const stranger = await make.institution()
  const named = (name: string, of: { id: string }) => makeProject(server, { name, institutionIds: [of.id] })
  await named('成员的楼', clinic)
  await named('他院的楼', stranger)
  const row = (name: string, wording = '基础') => [name, '2024-07', null, wording, null, null, null, null]
  const file = [REPORTS, row('成员的楼'), row('他院的楼')]
  const reporter = askerWith(overInstitution('REPORTER', clinic.uuid))
  const leader = askerWith(overInstitution('LEAD_OPERATOR', lead.uuid))
  for (const [who, wording] of [
    [reporter, '基础'],
    [leader, '主体'],
  ] as const) {
    asker = who
    const run = await upload('PROGRESS_REPORTS', ...file)
    expect([states(run), faults(run)]).toEqual([['NEW', 'WRONG'], ['3 projectId NOT_FOUND']])
    expect((await upload('PROJECTS', [PROJECTS[0]!], ['新楼']))['issues'][0].code).toBe('NOT_ALLOWED')
    expect((await upload('PROGRESS_REPORTS', REPORTS, row('成员的楼', wording)))['state']).toBe('CHECKED')
  }
  // What one sees and may not report on: 他院 as an analyst of the county.
  asker = askerWith(overInstitution('REPORTER', clinic.uuid), overCounty('ANALYST', '431221'))
  expect(faults(await upload('PROGRESS_REPORTS', ...file))).toEqual(['3 projectId NOT_ALLOWED'])
  // Each sees the own imports, and writes them.
  asker = reporter
  const own = await upload('PROGRESS_REPORTS', REPORTS, row('成员的楼'))
  expect((await server.commit(own['id']))['state']).toBe('DONE')
  const seen = async () => (await server.query('{ importRuns(first: 100) { id } }'))['importRuns'].map(({ id }: Json) => id)
  expect(await seen()).toContain(own['id'])
  asker = leader
  expect(await seen()).not.toContain(own['id'])
  expect(await server.query('query ($id: ID!) { importRun(id: $id) { id } }', { id: own['id'] })).toEqual({ importRun: null })
  expect((await seen()).length).toBe(2)
  asker = LOCAL_OPERATOR
})

test('rows about projects of another county are refused one by one', async () => {
  await makeProject(server, { name: '外县项目', regionCode: '340124000000' }, { code: 'LJ-9' })
  asker = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'CONSTRUCTION'), overCounty('ANALYST', '340124'))
  const run = await upload(
    'PROGRESS_REPORTS',
    REPORTS,
    ['LJ-9', '2024-07', null, '基础', null, null, null, null],
    ['二期', '2024-07', null, '基础', null, null, null, null],
  )
  expect([states(run), faults(run)]).toEqual([['WRONG', 'NEW'], ['2 projectId NOT_ALLOWED']])
  asker = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'CONSTRUCTION'))
  expect(faults(await upload('PROGRESS_REPORTS', REPORTS, ['LJ-9', '2024-07', null, '基础']))).toEqual(['2 projectId NOT_FOUND'])
  asker = LOCAL_OPERATOR
})

test('a row whose project was changed after the check stops the import', async () => {
  const run = await upload('PROJECTS', ['项目名称', '床位'], ['综合楼', 300])
  const { id } = await projectId('综合楼')
  const { version } = await readProject(server, { id }, 'version')
  await recorded(server, 'recordStage', { projectId: id, baseVersion: version, stage: 'START', effectiveOn: '2024-01-01' })
  const stopped = await server.commit(run['id'])
  expect([stopped['state'], faults(stopped)]).toEqual(['CHECKED', ['2  CHANGED_SINCE_CHECK']])
  expect(await recordOf(server, 'recordApproval', 'ProjectApproval', { id }, { stage: 'ESTIMATE', number: '1号' })).toBeTruthy()
})
