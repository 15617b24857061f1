import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded, versionOf } from '../../test/make.ts'
import { makeProject, onProject, recordOf } from '../../test/make-project.ts'
import { expectPaging } from '../../test/paging.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')
const make = makers(api)

async function report(project: { id: string }, month: string, investmentMonth: string | null, investmentToDate: string | null) {
  const id = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, {
    month,
    wording: '施工',
    investmentMonth,
    investmentToDate,
  })
  await recorded(api, 'submitProgressReport', { progressReportId: id, baseVersion: await versionOf(api, id) })
}

/** Three projects of 中方县 and one of 郎溪县, each different. */
async function portfolio() {
  const { alliance, institution } = await make.membership()
  const clinic = await makeProject(api, { name: '泸阳业务综合楼', institutionIds: [institution.id], regionCode: '431221102000' })
  await onProject(api, 'recordStage', clinic, { stage: 'STRUCTURE', effectiveOn: '2020-03-01' })
  await onProject(api, 'suspendProject', clinic, { effectiveOn: '2020-05-01' })
  const line = await recordOf(api, 'recordFundingLine', 'FundingLine', clinic, { fundingSource: 'PROVINCIAL', planned: '300' })
  await recordOf(api, 'recordFundReceipt', 'FundReceipt', clinic, { fundingLineId: line, receivedOn: '2020-03-05', amount: '100' })
  await recordOf(api, 'recordFundReceipt', 'FundReceipt', clinic, { fundingLineId: line, receivedOn: '2020-04-05', amount: '50.5' })
  await recordOf(api, 'recordPayment', 'ProjectPayment', clinic, { paidOn: '2020-04-10', amount: '60' })
  await report(clinic, '2020-03', '10', '110')
  await report(clinic, '2020-04', '5', null)
  const repair = await makeProject(api, { name: '业务用房修缮', kind: 'REPAIR' })
  await onProject(api, 'recordStage', repair, { wording: '前期准备', effectiveOn: '2020-07-31' })
  const part = await makeProject(api, { name: '二期裙房', partOfId: clinic.id })
  await recordOf(api, 'recordFundingLine', 'FundingLine', part, { fundingSource: 'LOAN', planned: '900' })
  const elsewhere = await makeProject(api, { name: '县中医院肿瘤中心', regionCode: '341821000000' })
  await onProject(api, 'recordStage', elsewhere, { stage: 'BASEMENT', effectiveOn: '2020-06-30' })
  return { alliance, institution, clinic, repair, part, elsewhere }
}
const made = await portfolio()
const OWN = 'countyCode: "431221"'

async function names(filter: string, more = ''): Promise<string[]> {
  const { projects } = await api.query(`{ projects(filter: { ${filter} } ${more}) { nodes { name } } }`)
  return (projects.nodes as { name: string }[]).map(({ name }) => name)
}

test('projects are found by each condition, as of the day', async () => {
  const { alliance, institution, clinic } = made
  expect(await names(OWN)).toEqual(['泸阳业务综合楼', '业务用房修缮', '二期裙房'])
  expect(await names('regionCode: "341821000000"')).toEqual(['县中医院肿瘤中心'])
  expect(await names('search: "ywzh"')).toEqual(['泸阳业务综合楼'])
  expect(await names('search: "341821-P001"')).toEqual(['县中医院肿瘤中心'])
  expect(await names(`institutionId: "${institution.id}"`)).toEqual(['泸阳业务综合楼'])
  expect(await names(`allianceId: "${alliance.id}"`)).toEqual(['泸阳业务综合楼'])
  expect(await names(`allianceId: "${alliance.id}"`, ', asOf: "2018-06-01"')).toEqual([])
  expect(await names('kinds: [REPAIR]')).toEqual(['业务用房修缮'])
  expect(await names('stages: [STRUCTURE, BASEMENT]')).toEqual(['县中医院肿瘤中心', '泸阳业务综合楼'])
  expect(await names('stages: [STRUCTURE]', ', asOf: "2020-02-29"')).toEqual([])
  expect(await names(`${OWN}, phases: [BUILD]`)).toEqual(['泸阳业务综合楼'])
  expect(await names(`${OWN}, stageKnown: false`)).toEqual(['业务用房修缮', '二期裙房'])
  expect(await names('suspended: true')).toEqual(['泸阳业务综合楼'])
  expect(await names('suspended: true', ', asOf: "2020-04-30"')).toEqual([])
  expect(await names('fundingSources: [LOAN]')).toEqual(['二期裙房'])
  expect(await names(`parentId: "${clinic.id}"`)).toEqual(['二期裙房'])
  expect(await names(`${OWN}, whole: false`)).toEqual(['二期裙房'])
  expect(await names('year: 2020')).toEqual(['县中医院肿瘤中心', '泸阳业务综合楼', '业务用房修缮'])
  expect(await names('year: 2019')).toEqual([])
  expect(await names(`${OWN}, alerts: [REPORT_MISSING, SHARE_BROKEN]`)).toEqual(['泸阳业务综合楼'])
  expect(await names('alerts: [SHARE_BROKEN]')).toEqual([])
})

test('projects are ordered by what they come to; what has no value comes last either way', async () => {
  const ordered = (orderBy: string, direction = 'ASC') => names(OWN, `, orderBy: ${orderBy}, direction: ${direction}`)
  expect(await ordered('NAME')).toEqual(['二期裙房', '泸阳业务综合楼', '业务用房修缮'])
  expect(await ordered('PLANNED', 'DESC')).toEqual(['二期裙房', '泸阳业务综合楼', '业务用房修缮'])
  for (const by of ['STAGE', 'ARRIVED', 'PAID', 'COMPLETED', 'REPORTED']) {
    expect((await ordered(by))[0], by).toBe('泸阳业务综合楼')
    expect((await ordered(by, 'DESC'))[0], by).toBe('泸阳业务综合楼')
  }
})

test('totals are those of all projects, to the fen the sums of what each project says, on any day', async () => {
  for (const day of ['2020-08-10', '2020-04-04', '2020-03-31', '2020-01-01']) {
    const { projects } = await api.query(
      `{ projects(first: 1, filter: { ${OWN} }, asOf: "${day}") { totalCount totals { projects suspended planned arrived paid completed } } }`,
    )
    const all = await api.query(
      `{ projects(filter: { ${OWN} }, asOf: "${day}") { nodes { suspension { id } money { planned arrived paid completed } } } }`,
    )
    const nodes: { suspension: object | null; money: Record<string, string | null> }[] = all['projects'].nodes
    const sum = (column: string) => {
      const said = nodes.flatMap(({ money }) => money[column] ?? [])
      return said.length === 0 ? null : said.reduce((total, one) => total + Number(one), 0).toFixed(2)
    }
    expect(projects, day).toEqual({
      totalCount: 3,
      totals: {
        projects: 3,
        suspended: nodes.filter(({ suspension }) => suspension !== null).length,
        planned: sum('planned'),
        arrived: sum('arrived'),
        paid: sum('paid'),
        completed: sum('completed'),
      },
    })
  }
  expect((await api.query(`{ projects(filter: { ${OWN} }) { totals { arrived completed } } }`))['projects'].totals).toEqual({
    arrived: '150.50',
    completed: '115.00',
  })
})

test('projects page both ways in every order', async () => {
  for (const order of ['CODE', 'NAME', 'STAGE', 'COMPLETED', 'REPORTED'])
    await expectPaging(api, 'projects', `orderBy: ${order}, direction: DESC`, 2)
})

test('a list with all that hangs below reads with as many statements, many projects or few', async () => {
  const read = () =>
    api.query(`{ projects(filter: { ${OWN} }) { totalCount totals { planned } nodes {
      version name institutions { name } region { name } parent { name } parts { name } stage { stage } suspension { cause } milestones { stage }
      approvals { version } contracts { version } fundingLines { version } fundReceipts { amount } payments { amount } progressReports { month version }
      problems { text } documents { title } schedule { clock { late } missing { message } } money { planned sources { source } } earnedValue { month }
      alerts { message acknowledgement { reason } } change { command } } } }`)
  const few = await countStatements(read)
  for (const _ of [1, 2, 3]) {
    const { institution } = await make.membership()
    const project = await makeProject(api, { institutionIds: [institution.id], partOfId: made.clinic.id })
    await onProject(api, 'recordStage', project, { stage: 'PIT', effectiveOn: '2020-05-01' })
    const line = await recordOf(api, 'recordFundingLine', 'FundingLine', project, { fundingSource: 'COUNTY', planned: '10' })
    await recordOf(api, 'recordFundReceipt', 'FundReceipt', project, { fundingLineId: line, receivedOn: '2020-06-01', amount: '0' })
    await report(project, '2020-06', '1', '1')
  }
  const many = await countStatements(read)
  expect(many.length).toBe(few.length)
  expect(few.length).toBeLessThan(45)
})

test('alerts of all projects are read with as many statements, many projects or few', async () => {
  const read = () => api.query('{ projectAlerts { rule message project { name } } }')
  const before = await countStatements(read)
  await makeProject(api)
  expect((await countStatements(read)).length).toBe(before.length)
  expect(before.length).toBeLessThan(15)
})
