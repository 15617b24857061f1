import { loadDemo } from '@yilian/demo-data/load.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import type { Json } from '../../test/api.ts'
import { fileServer } from '../../test/file-server.ts'
import { recorded, versionOf } from '../../test/make.ts'
import { makeProject, onProject, planYears, recordOf } from '../../test/make-project.ts'

const database = await testDatabase()
await loadDemo(database.owner, () => {})
const server = await fileServer(database, '2020-08-10T04:00:00Z')

/** A project of 庐江县 with everything that is told. */
async function whole(): Promise<void> {
  const project = await makeProject(
    server,
    {
      name: '县医院综合楼',
      regionCode: '340124000000',
      nationalCode: '2019-340124-84-01-000001',
      owner: '庐江县卫生健康委员会',
      description: '综合楼一栋',
    },
    { code: 'LJ-1' },
  )
  await makeProject(server, { name: '设备购置', kind: 'EQUIPMENT', regionCode: '340124000000', partOfId: project.id }, { code: 'LJ-2' })
  const milestones = [
    { stage: 'START', day: '2020-01-01' },
    { stage: 'TOPPED_OUT', day: '2020-07-31' },
    { stage: 'ACCEPTANCE', day: '2021-12-31' },
  ]
  await onProject(server, 'planProject', project, { milestones })
  await onProject(server, 'recordStage', project, { stage: 'START', effectiveOn: '2020-01-11' })
  await onProject(server, 'suspendProject', project, { effectiveOn: '2020-08-01' })
  await recordOf(server, 'recordApproval', 'ProjectApproval', project, {
    stage: 'ESTIMATE',
    number: '发改审1号',
    investment: '5000',
    unit: 'WAN',
    approvedOn: '2019-10-01',
  })
  const lineId = await recordOf(server, 'recordFundingLine', 'FundingLine', project, {
    fundingSource: 'SPECIAL_BOND',
    planned: '5000',
    unit: 'WAN',
  })
  await planYears(server, lineId, [{ year: 2020, amount: '2000' }], { unit: 'WAN' })
  await recordOf(server, 'recordFundReceipt', 'FundReceipt', project, {
    fundingLineId: lineId,
    receivedOn: '2020-02-01',
    amount: '12345678.90',
  })
  const changes = [{ kind: 'VALUE', amount: '10', reason: '地基处理', changedOn: '2020-05-01' }]
  await recordOf(server, 'recordContract', 'ProjectContract', project, {
    role: 'CONTRACTOR',
    party: '某建设公司',
    number: 'HT-1',
    signedOn: '2019-12-20',
    amount: '4000',
    unit: 'WAN',
    changes,
  })
  await recordOf(server, 'recordPayment', 'ProjectPayment', project, {
    fundingLineId: lineId,
    paidOn: '2020-03-01',
    amount: '1000000.01',
    payee: '某建设公司',
  })
  const reportId = await recordOf(server, 'saveProgressReport', 'ProgressReport', project, {
    month: '2020-06',
    wording: '主体三层',
    percent: '30',
    investmentToDate: '900',
    unit: 'WAN',
  })
  await recorded(server, 'submitProgressReport', { progressReportId: reportId, baseVersion: await versionOf(server, reportId) })
}
beforeAll(whole)

async function pack(filter: object, more: Readonly<Record<string, string>> = {}): Promise<Json> {
  const answer = await server.get(`/files/export/projects.json?${new URLSearchParams({ filter: JSON.stringify(filter), ...more })}`)
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  return JSON.parse(await answer.text())
}

/** Everything that OC4IDS 0.9.5 never has: null, empty lists and texts, and two items of a list that are the same. */
function neverIn(value: unknown, path = ''): string[] {
  if (value === null || value === '') return [path]
  if (Array.isArray(value)) {
    const twice = new Set(value.map((one) => JSON.stringify(one))).size < value.length
    return [...(value.length === 0 || twice ? [path] : []), ...value.flatMap((one, at) => neverIn(one, `${path}/${at}`))]
  }
  return typeof value === 'object' ? Object.entries(value).flatMap(([field, inner]) => neverIn(inner, `${path}/${field}`)) : []
}

test('a package of a county tells every project, and nothing that is not known', async () => {
  const all = await pack({ countyCode: '431221' }, { asOf: '2020-08-06' })
  expect(all).toMatchObject({
    uri: 'urn:yilian:oc4ids:431221:2020-08-06',
    publisher: { name: '中方县' },
    publishedDate: '2020-08-10T04:00:00.000Z',
    version: '0.9',
  })
  expect(all['projects']).toHaveLength(8)
  expect(neverIn(all)).toEqual([])
  expect(all['projects'][0]).toMatchObject({
    id: '431221-P001',
    title: '中方县中医医院建设',
    status: 'implementation',
    type: 'construction',
    sector: ['health'],
    parties: [{ id: 'UPPER_LEVEL', roles: ['funder'] }],
    implementationPeriod: { startDate: '2019-12-13T00:00:00Z' },
  })
  expect(all['projects'][1]).not.toHaveProperty('status')
  expect(all['projects'][1].additionalClassifications).toContainEqual({ scheme: 'yilian.suspension', id: 'SUSPENDED', description: '停工' })
})

test('a project tells plan, money, contracts and what the standard has no field for', async () => {
  const { projects } = await pack({ countyCode: '340124' })
  expect(neverIn(projects)).toEqual([])
  expect(projects[0]).toMatchObject({
    id: 'LJ-1',
    identifiers: [{ id: '2019-340124-84-01-000001' }],
    publicAuthority: { id: 'owner', name: '庐江县卫生健康委员会' },
    budget: {
      amount: { amount: 50_000_000, currency: 'CNY' },
      approvalDate: '2019-10-01T00:00:00Z',
      budgetBreakdowns: [{ id: 'source' }, { id: 'year' }],
    },
    period: { startDate: '2020-01-01T00:00:00Z', endDate: '2021-12-31T00:00:00Z' },
    milestones: [
      { id: 'START', code: 'commencement', status: 'met', dateMet: '2020-01-11T00:00:00Z' },
      { id: 'TOPPED_OUT', status: 'notMet' },
      { id: 'ACCEPTANCE', code: 'completion', status: 'scheduled' },
    ],
    metrics: [
      {
        id: 'completedInvestment',
        observations: [{ id: '2020-06', period: { endDate: '2020-06-30T00:00:00Z' }, value: { amount: 9_000_000 } }],
      },
      { id: 'physicalProgress', observations: [{ measure: '30.00' }] },
      { id: 'fundsArrived', observations: [{ value: { amount: 12_345_678.9 } }] },
    ],
    contractingProcesses: [
      {
        summary: {
          nature: ['construction'],
          status: 'active',
          contractValue: { amount: 40_000_000 },
          finalValue: { amount: 40_100_000 },
          modifications: [{ type: 'value', rationale: '地基处理' }],
        },
      },
    ],
    transactions: [{ value: { amount: 1_000_000.01 } }],
    documents: [{ documentType: 'budgetApproval', title: '概算批复 发改审1号' }],
  })
  expect(projects[1]).toMatchObject({ id: 'LJ-2', relatedProjects: [{ identifier: 'LJ-1' }] })
  expect(projects[1]).not.toHaveProperty('type')
})

test('a filter that nothing passes has no package, and a wrong one is refused', async () => {
  const get = (filter: string) => server.get(`/files/export/projects.json?${new URLSearchParams({ filter })}`)
  const none = await get('{"countyCode":"440783"}')
  expect([none.status, await none.text()]).toEqual([400, '没有符合条件的项目，不能生成数据包。\n'])
  expect((await get('{"stages":["X"]}')).status).toBe(400)
  expect((await server.get('/files/export/institutions.json')).status).toBe(404)
})
