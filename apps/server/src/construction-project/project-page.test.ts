import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded } from '../../test/make.ts'
import { makeProject, onProject, planYears, readProject, recordOf, submitReport } from '../../test/make-project.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')
const make = makers(api)

const PAGE = `version code name kind region { name } institutions { name } parent { name } parts { nodes { name stage { stage } money { planned } } }
  stage { stage wording document { title } } stages { stage } suspension { cause } suspensions { cause } milestones { stage plannedOn late }
  approvals { version stage change { actor { name } } } contracts { version party value changes { kind } } fundingLines { version planned }
  fundingYears { amount } fundReceipts { version amount change { number } } payments { version amount } problems { version text }
  progressReports { version month state change { recordedAt } } latestReport { month } documents { title } schedule { clock { late } missing { message } }
  money { planned sources { source owed } years { period } months { period } } earnedValue { month plannedValue { value missing { message } } }
  contradictions { month } alerts { message acknowledgement { reason change { number } } } approvedInvestment approvedArea finalAccount
  monthChanges { arrived } change { command } changes(first: 20) { totalCount nodes { command summary effectCount actor { name } } }`

test('the page of one project reads with as few statements, much on record or little', async () => {
  const { institution } = await make.membership()
  const project = await makeProject(api, { institutionIds: [institution.id] })
  const fill = async (months: readonly string[]) => {
    const line = await recordOf(api, 'recordFundingLine', 'FundingLine', project, { fundingSource: 'COUNTY', planned: '1000' })
    await planYears(api, line, [{ year: 2019, amount: '500' }])
    const contractId = await recordOf(api, 'recordContract', 'ProjectContract', project, { role: 'DESIGN', party: '院', amount: '9' })
    await recordOf(api, 'recordApproval', 'ProjectApproval', project, { stage: 'ESTIMATE', investment: '5' })
    await recordOf(api, 'recordProblem', 'ProjectProblem', project, { text: '缺水' })
    for (const month of months) {
      await submitReport(api, project, { month, wording: '施工', investmentMonth: '1', investmentToDate: '10' })
      await recordOf(api, 'recordFundReceipt', 'FundReceipt', project, { fundingLineId: line, receivedOn: `${month}-05`, amount: '2' })
      await recordOf(api, 'recordPayment', 'ProjectPayment', project, { contractId, paidOn: `${month}-06`, amount: '1' })
    }
  }
  await onProject(api, 'recordStage', project, { stage: 'START', effectiveOn: '2019-12-01' })
  await onProject(api, 'planProject', project, { milestones: [{ stage: 'ACCEPTANCE', day: '2020-05-01' }] })
  const alert = { projectId: project.id, rule: 'LATE_STAGE', subject: 'ACCEPTANCE 2020-05-01', reason: '已知悉' }
  await recorded(api, 'acknowledgeAlert', alert)
  await makeProject(api, { partOfId: project.id })
  await fill(['2020-01'])
  const read = () => readProject(api, project, PAGE)
  // What is loaded together may come in one batch or in two; what is loaded row by row comes in as many as there are rows.
  const few = await countStatements(read)
  expect(few.length).toBeLessThan(75)
  await makeProject(api, { partOfId: project.id })
  await fill(['2019-12', '2020-02', '2020-03', '2020-04', '2020-05', '2020-06', '2020-07', '2020-08'])
  expect((await countStatements(read)).length).toBeLessThan(75)
})

test('what is shown of a project is read by one statement, whatever its kinds of facts; exact, and as it is read by itself', async () => {
  const project = await makeProject(api)
  const line = await recordOf(api, 'recordFundingLine', 'FundingLine', project, { fundingSource: 'COUNTY', planned: '90071992547409.10' })
  await recordOf(api, 'recordFundReceipt', 'FundReceipt', project, { fundingLineId: line, receivedOn: '2020-02-05', amount: '20.10' })
  await recordOf(api, 'recordApproval', 'ProjectApproval', project, { stage: 'ESTIMATE', investment: '5', area: '12.50' })
  const fields = [
    'approvals { area investment recordedFrom }',
    'fundingLines { planned source version }',
    'fundReceipts { amount receivedOn recordedFrom }',
    'money { planned arrived }',
    'schedule { missing { code } }',
    'stages { rowId }',
  ]
  const read = async (shown: string): Promise<Record<string, unknown>> => readProject(api, project, shown)
  const figures = fields.join(' ').replace(' version', '')
  expect(await countStatements(() => read(figures))).toHaveLength(1)
  const shown = await read(fields.join(' '))
  expect(shown).toMatchObject({
    approvals: [{ area: '12.50', investment: '5.00', recordedFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) }],
    fundingLines: [{ planned: '90071992547409.10' }],
    fundReceipts: [{ amount: '20.10', receivedOn: '2020-02-05' }],
    money: { planned: '90071992547409.10', arrived: '20.10' },
  })
  for (const field of fields) expect(await read(field)).toEqual({ [field.split(' ')[0]!]: shown[field.split(' ')[0]!] })
})

test('the parts of a project, and the projects for an institution, are read in pages', async () => {
  const { institution } = await make.membership()
  const whole = await makeProject(api, { institutionIds: [institution.id] })
  const parts: string[] = []
  for (const name of ['一期', '二期', '三期', '四期', '五期'])
    parts.push((await makeProject(api, { name, partOfId: whole.id, institutionIds: [institution.id] })).id)
  for (const size of [1, 2, 5]) {
    expect(await pagesOf(`project(id: "${whole.id}")`, 'parts', size)).toEqual(parts)
    expect(await pagesOf(`institution(id: "${institution.id}")`, 'projects', size)).toEqual([whole.id, ...parts])
  }
})

/** The ids of what a list below a thing has, page by page: forward and backward the same, with the count of all on each. */
async function pagesOf(holder: string, list: string, size: number): Promise<string[]> {
  const read = async (place: string) => {
    const answer = await api.query(
      `{ holder: ${holder} { list: ${list}(${place}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } } } }`,
    )
    const { totalCount, pageInfo, nodes } = answer['holder'].list
    return { totalCount, pageInfo, ids: (nodes as { id: string }[]).map(({ id }) => id) }
  }
  const forward: string[] = []
  for (let page = await read(`first: ${size}`); ; page = await read(`first: ${size}, after: "${page.pageInfo.endCursor}"`)) {
    expect(page.pageInfo.hasPreviousPage).toBe(forward.length > 0)
    forward.push(...page.ids)
    expect(page.pageInfo.hasNextPage).toBe(forward.length < page.totalCount)
    if (!page.pageInfo.hasNextPage) break
  }
  const backward: string[] = []
  for (let page = await read(`last: ${size}`); ; page = await read(`last: ${size}, before: "${page.pageInfo.startCursor}"`)) {
    backward.unshift(...page.ids)
    if (!page.pageInfo.hasPreviousPage) break
  }
  expect(backward).toEqual(forward)
  return forward
}

test('institutions with their projects read with as many statements, many projects or few', async () => {
  const read = () =>
    api.query(
      '{ institutions { nodes { name projects { totalCount nodes { name stage { stage } money { planned } alerts { rule } } } } } }',
    )
  const few = await countStatements(read)
  for (const _ of [1, 2, 3]) {
    const { institution } = await make.membership()
    for (const name of ['甲', '乙']) await makeProject(api, { name, institutionIds: [institution.id] })
  }
  expect((await countStatements(read)).length).toBe(few.length)
  expect(few.length).toBeLessThan(15)
})
