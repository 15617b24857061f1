import { readFileSync } from 'node:fs'

import { loadDemo } from '@yilian/demo-data/load.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../access/identify.ts'
import type { Json } from '../../test/api.ts'
import { askerWith, overCounty } from '../../test/askers.ts'
import { fileServer } from '../../test/file-server.ts'
import { recorded, versionOf } from '../../test/make.ts'
import { makeProject, onProject, planYears, recordOf } from '../../test/make-project.ts'
import { faultsOfPackage, faultsOfProject } from '../oc4ids/validate.ts'

const database = await testDatabase()
await loadDemo(database.owner, () => {})
let asker: Asker = LOCAL_OPERATOR
const server = await fileServer(database, '2021-03-10T04:00:00Z', () => asker)

const example = (name: string) => readFileSync(new URL(`../oc4ids/${name}.json`, import.meta.url), 'utf8')
const bytes = (text: string) => new TextEncoder().encode(text)
const upload = (text: string, county = '431221') => server.upload('OC4IDS', bytes(text), '数据包.json', county)
const faults = (run: Json): string[] =>
  run['rows'].rows.flatMap(({ row, issues }: Json) => issues.map(({ path, code }: Json) => `${row} ${path} ${code}`))
const states = (run: Json): string[] => run['rows'].rows.map(({ state }: Json) => state)
const pack = async (filter: object, more: Readonly<Record<string, string>> = {}): Promise<string> => {
  const answer = await server.get(`/files/export/projects.json?${new URLSearchParams({ filter: JSON.stringify(filter), ...more })}`)
  return answer.ok ? answer.text() : ''
}
const packageOf = (...projects: object[]): string =>
  JSON.stringify({
    uri: 'https://example.cn/p.json',
    publishedDate: '2021-03-01T00:00:00Z',
    version: '0.9',
    publisher: { name: '某县' },
    projects,
  })

test('the export of the whole demonstration is as the schema has it, and read in again changes nothing', async () => {
  const { rows } = { rows: await database.db.selectFrom('constructionProject').select('countyCode').distinct().execute() }
  expect(rows.length).toBeGreaterThanOrEqual(3)
  for (const { countyCode } of rows) {
    for (const asOf of ['2020-08-06', '2021-03-10']) {
      const text = await pack({ countyCode }, { asOf })
      const { projects, ...head } = JSON.parse(text)
      expect(faultsOfPackage({ ...head, projects })).toEqual([])
      expect(projects.flatMap((one: unknown, at: number) => faultsOfProject(one, `/projects/${at}`))).toEqual([])
      const run = await upload(text, countyCode)
      expect([run['state'], faults(run), new Set(states(run))]).toEqual(['CHECKED', [], new Set(['UNCHANGED'])])
      expect(run['rowsUnchanged']).toBe(projects.length)
    }
  }
})

/** A project with everything that the export tells. */
async function whole(): Promise<void> {
  const given = {
    name: '县医院综合楼',
    regionCode: '431221000000',
    nationalCode: '2019-431221-84-01-000077',
    owner: '县卫生健康委员会',
    description: '综合楼一栋',
  }
  const project = await makeProject(server, given, { code: 'OC-1' })
  await makeProject(server, { name: '设备购置', kind: 'EQUIPMENT', regionCode: '431221000000', partOfId: project.id }, { code: 'OC-2' })
  const milestones = [
    { stage: 'START', day: '2020-01-01' },
    { stage: 'ACCEPTANCE', day: '2021-12-31', wording: '计划年底竣工' },
  ]
  await onProject(server, 'planProject', project, { milestones })
  await onProject(server, 'recordStage', project, { stage: 'START', effectiveOn: '2020-01-11' })
  await recordOf(server, 'recordApproval', 'ProjectApproval', project, {
    stage: 'ESTIMATE',
    number: '发改审1号',
    investment: '5000',
    unit: 'WAN',
    approvedOn: '2019-10-01',
  })
  const fundingLineId = await recordOf(server, 'recordFundingLine', 'FundingLine', project, {
    fundingSource: 'SPECIAL_BOND',
    name: '第一批',
    planned: '5000',
    unit: 'WAN',
  })
  await planYears(server, fundingLineId, [{ year: 2020, amount: '2000' }], { unit: 'WAN' })
  await recordOf(server, 'recordFundReceipt', 'FundReceipt', project, { fundingLineId, receivedOn: '2020-02-01', amount: '12345678.90' })
  await recordOf(server, 'recordPayment', 'ProjectPayment', project, {
    fundingLineId,
    paidOn: '2020-03-01',
    amount: '1000000.01',
    payee: '某建设公司',
  })
  const changes = [{ kind: 'VALUE', amount: '-10', reason: '优化', changedOn: '2020-05-01' }]
  const contract = {
    role: 'CONTRACTOR',
    party: '某建设公司',
    number: 'HT-1',
    amount: '4000',
    unit: 'WAN',
    startsOn: '2020-01-10',
    endsOn: '2021-12-01',
    changes,
  }
  await recordOf(server, 'recordContract', 'ProjectContract', project, contract)
  const month = { month: '2020-06', wording: '主体三层', percent: '30', investmentToDate: '900', unit: 'WAN' }
  const progressReportId = await recordOf(server, 'saveProgressReport', 'ProgressReport', project, month)
  await recorded(server, 'submitProgressReport', { progressReportId, baseVersion: await versionOf(server, progressReportId) })
}

/** A package without what tells two equal projects apart: codes, ids and instants of recording. */
function bare(text: string): unknown {
  const { projects } = JSON.parse(text)
  const ids = new Map<string, string>()
  return JSON.parse(
    JSON.stringify(projects, (key, value) => {
      if (key === 'updated' || key === 'identifiers') return undefined
      if (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value))
        return ids.get(value) ?? (ids.set(value, `#${ids.size}`), `#${ids.size - 1}`)
      return typeof value === 'string' ? value.replace(/^OC-|^NEU-/, '') : value
    }),
  )
}

test('a package makes the projects it tells: exported again, it tells the same', async () => {
  await whole()
  const text = await pack({ countyCode: '431221', search: '县医院综合楼' })
  const all = JSON.parse(await pack({ countyCode: '431221' }))
  const projects = all.projects.filter(({ id }: Json) => String(id).startsWith('OC-'))
  expect(projects).toHaveLength(2)
  const other = JSON.stringify({ ...all, projects: projects.toReversed() })
    .replaceAll('OC-', 'NEU-')
    .replaceAll('县医院综合楼', '中医院综合楼')
    .replaceAll('设备购置"', '中医设备"')
    .replaceAll('84-01-000077', '84-01-000078')
  const run = await upload(other)
  expect([faults(run), states(run)]).toEqual([[], ['NEW', 'NEW']])
  const done = await server.commit(run['id'])
  expect([done['state'], faults(done)]).toEqual(['DONE', []])
  const again = await pack({ countyCode: '431221', search: '中医院综合楼' })
  expect(bare(again.replaceAll('中医院综合楼', '县医院综合楼'))).toEqual(bare(text))
  expect(states(await upload(other))).toEqual(['UNCHANGED', 'UNCHANGED'])
})

test('the example of the standard is read, and refused where it does not fit, with the JSON pointer', async () => {
  const run = await upload(example('example'))
  expect(states(run)).toEqual(['WRONG'])
  expect(faults(run)).toEqual(
    expect.arrayContaining(['1 /projects/0/id INSTITUTION_CODE', '1 /projects/0/budget/amount/currency OC4IDS_FAULT']),
  )
  const { projects, ...head } = JSON.parse(example('example'))
  const short = await upload(JSON.stringify({ ...head, projects: [{ ...projects[0], id: 'M75' }] }))
  expect(faults(short)).toContain('1 /projects/0/budget/amount/currency OC4IDS_FAULT')
  expect(faults(short)).toContain('1 /projects/0/transactions/0/value/currency OC4IDS_FAULT')
  const [{ issues }] = short['rows'].rows
  expect(issues[0].message).toMatch(/^\/projects\/0\/.+：币种“GBP”不是人民币（CNY）。请改正数据包后重新导入。$/)
})

test('a package of another system with yuan makes a project of what it says, and nothing else', async () => {
  const run = await upload(
    packageOf({
      id: 'EXT-1',
      title: '外部系统项目',
      type: 'rehabilitation',
      status: 'implementation',
      period: { startDate: '2020-05-01T00:00:00Z', endDate: '2021-05-01T00:00:00Z' },
      budget: { amount: { amount: 1234.5, currency: 'CNY' }, approvalDate: '2020-01-02T00:00:00Z' },
    }),
  )
  expect([faults(run), states(run)]).toEqual([[], ['NEW']])
  await server.commit(run['id'])
  const [project] = JSON.parse(await pack({ countyCode: '431221', search: '外部系统项目' })).projects
  expect(project).toMatchObject({ id: 'EXT-1', budget: { amount: { amount: 1234.5 } }, period: { startDate: '2020-05-01T00:00:00Z' } })
  expect(project).not.toHaveProperty('status')
})

test('files that are no package are refused with their place: empty, blank, broken, without projects, of another version', async () => {
  const failure = async (text: string | Uint8Array) => {
    const run = await server.upload('OC4IDS', typeof text === 'string' ? bytes(text) : text, 'p.json')
    return [run['state'], run['failure']]
  }
  expect(await failure('')).toEqual(['FAILED', '文件是空的。请选择 OC4IDS 项目数据包。'])
  expect(await failure('{}')).toEqual(['FAILED', '/uri：缺少此项。请改正数据包后重新导入。'])
  expect(await failure(example('blank'))).toEqual(['FAILED', '/uri：缺少此项。请改正数据包后重新导入。'])
  expect(await failure('[1]')).toEqual(['FAILED', '/：应为对象。请改正数据包后重新导入。'])
  expect(await failure('{\n"uri": \n}')).toEqual(['FAILED', '文件不是有效的 JSON，第 3 行起无法读取。请检查该处或重新导出。'])
  expect(await failure(Uint8Array.of(0xff, 0xfe, 0x7b))).toEqual(['FAILED', '文件不是 UTF-8 编码。请另存为 UTF-8 再上传。'])
  expect(await failure(packageOf())).toEqual(['FAILED', '/projects：列表不能为空。请改正数据包后重新导入。'])
  expect(await failure(packageOf({ id: 'A' }).replace('"0.9"', '"1.1"'))).toEqual([
    'FAILED',
    '/version：版本“1.1”不是 0.9，无法导入。请按 OC4IDS 0.9 导出。',
  ])
  expect(await failure('['.repeat(200_000))).toEqual(['FAILED', expect.stringContaining('JSON')])
})

test('faults of projects are told one by one, the others go on', async () => {
  const run = await upload(
    packageOf(
      { title: '没有编码', type: 'construction' },
      {
        id: 'F-2',
        title: '类型不对',
        type: 'palace',
        budget: { amount: { amount: '1', currency: 'CNY' } },
        period: { startDate: '2020-01-01' },
      },
      { id: 'F-3', title: '没有类型' },
      { id: 'F-4', title: '可以', type: 'construction', transactions: [{ id: '1', value: { amount: 5, currency: 'CNY' } }] },
      { id: 'F-5', title: '可以', type: 'construction' },
      { id: 'F-5', title: '又一个', type: 'construction' },
    ),
  )
  expect(faults(run)).toEqual([
    '1 /projects/0/id OC4IDS_FAULT',
    '2 /projects/1/budget/amount/amount OC4IDS_FAULT',
    '2 /projects/1/period/startDate OC4IDS_FAULT',
    '2 /projects/1/type OC4IDS_FAULT',
    '3 /projects/2/type REQUIRED',
    '4 /projects/3/transactions/0/date OC4IDS_FAULT',
    '6 /projects/5/id OC4IDS_FAULT',
  ])
  expect(states(run)).toEqual(['WRONG', 'WRONG', 'WRONG', 'WRONG', 'NEW', 'WRONG'])
})

test('a package is taken from operators of construction alone, and only into their county', async () => {
  const text = packageOf({ id: 'G-1', title: '某项目', type: 'construction' })
  asker = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'ALLIANCE'))
  expect((await upload(text))['issues'][0].code).toBe('NOT_ALLOWED')
  asker = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'CONSTRUCTION'))
  expect(states(await upload(text))).toEqual(['NEW'])
  expect((await upload(text, '340124'))['issues'][0].code).toBe('NOT_ALLOWED')
  asker = LOCAL_OPERATOR
})
