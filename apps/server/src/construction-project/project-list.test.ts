import { testDatabase } from '@yilian/testing/test-database.ts'
import { completedToDate } from '@yilian/domain/construction/money-standing.ts'
import { reportsThatCount, type ReportSeen } from '@yilian/domain/construction/standing.ts'
import { sumYuan } from '@yilian/domain/money.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded } from '../../test/make.ts'
import { makeProject, onProject, recordOf, submitReport } from '../../test/make-project.ts'
import { expectPaging } from '../../test/paging.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')
const make = makers(api)

const report = (project: { id: string }, month: string, investmentMonth: string | null, investmentToDate: string | null) =>
  submitReport(api, project, { month, wording: '施工', investmentMonth, investmentToDate })

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
      `{ projects(filter: { ${OWN} }, asOf: "${day}") { nodes { suspension { id }
        money { planned arrived paid completed sources { planned arrived paid } } progressReports { month state investmentMonth investmentToDate } } } }`,
    )
    const nodes: { suspension: object | null; money: Record<string, string | null>; progressReports: ReportSeen[] }[] =
      all['projects'].nodes
    // Sums come from SQL, what they are made of from the domain's rules.
    for (const { money, progressReports } of nodes) {
      const sources = money['sources'] as unknown as Record<string, string | null>[]
      const ofSources = (column: string) => {
        const said = sources.flatMap((source) => source[column] ?? [])
        return said.length === 0 ? null : sumYuan(said)
      }
      expect(money, day).toMatchObject({
        planned: ofSources('planned'),
        arrived: ofSources('arrived'),
        paid: ofSources('paid'),
        completed: completedToDate(reportsThatCount(progressReports)),
      })
    }
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
      version name institutions { name } region { name } parent { name } parts { nodes { name } } stage { stage } suspension { cause } milestones { stage }
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

/** The codes of the errors that an operation is answered with. */
async function codesOf(document: string): Promise<string[]> {
  return ((await api.send(document)).body.errors ?? []).map(({ extensions }) => String(extensions['code']))
}

const ALERT = 'rule subject message project { name code }'
interface Alert {
  readonly rule: string
  readonly subject: string
  readonly project: { readonly code: string }
}

async function alertsPage(args: string) {
  const read = `{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ${ALERT} } }`
  const { projectAlerts } = await api.query(`{ projectAlerts(${args}) ${read} }`)
  const nodes = projectAlerts.nodes as Alert[]
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = projectAlerts.pageInfo
  const keys = nodes.map(({ rule, subject, project }) => `${project.code} ${rule} ${subject}`)
  return { keys, total: projectAlerts.totalCount as number, hasNextPage, hasPreviousPage, startCursor, endCursor }
}

test('alerts page both ways, within a project and from one to the next, by project and then by rule', async () => {
  for (const [stage, day] of Object.entries({ START: '2020-01-01', TOPPED_OUT: '2020-02-01', ACCEPTANCE: '2020-07-01' }))
    for (const project of [made.repair, made.elsewhere]) await onProject(api, 'planProject', project, { milestones: [{ stage, day }] })
  await onProject(api, 'recordStage', made.repair, { stage: 'TENDER', effectiveOn: '2020-08-01' })
  const whole = await alertsPage('first: 500')
  expect(whole.total).toBe(whole.keys.length)
  expect(whole.keys.length).toBeGreaterThan(5)
  expect(new Set(whole.keys).size).toBe(whole.keys.length)
  expect(whole.keys.map((key) => key.split(' ')[0])).toEqual(whole.keys.map((key) => key.split(' ')[0]).toSorted())
  for (const size of [1, 2, 3]) {
    const forward: string[] = []
    for (let page = await alertsPage(`first: ${size}`); ; page = await alertsPage(`first: ${size}, after: "${page.endCursor}"`)) {
      expect(page.hasPreviousPage).toBe(forward.length > 0)
      forward.push(...page.keys)
      if (!page.hasNextPage) break
    }
    expect(forward).toEqual(whole.keys)
    const backward: string[] = []
    for (let page = await alertsPage(`last: ${size}`); ; page = await alertsPage(`last: ${size}, before: "${page.startCursor}"`)) {
      expect(page.hasNextPage).toBe(backward.length > 0)
      backward.unshift(...page.keys)
      if (!page.hasPreviousPage) break
    }
    expect(backward).toEqual(whole.keys)
  }
})

test('alerts are told of some rules, of those acknowledged or not, and counted so', async () => {
  const { keys, total } = await alertsPage('rules: [REPORT_MISSING], acknowledged: false, first: 1')
  expect(keys.every((key) => key.includes('REPORT_MISSING'))).toBe(true)
  const project = made.clinic.id
  const alert = { rule: 'REPORT_MISSING', subject: '2020-07' }
  await recorded(api, 'acknowledgeAlert', { projectId: project, ...alert, reason: '已知悉' })
  expect((await alertsPage('rules: [REPORT_MISSING], acknowledged: false')).total).toBe(total - 1)
  expect((await alertsPage('rules: [REPORT_MISSING], acknowledged: true')).total).toBe(1)
  const own = `query ($id: ID!) { project(id: $id) {
    alerts { rule subject } open: alerts(acknowledged: false) { rule subject } looked: alerts(acknowledged: true) { rule subject } } }`
  const { alerts, open, looked } = (await api.query(own, { id: project }))['project']
  expect(looked).toEqual([alert])
  expect(open).toEqual(alerts.filter(({ subject }: { subject: string }) => subject !== alert.subject))
})

test('a page of alerts that is none is refused with words', async () => {
  const [{ cursor }] = (await api.query('{ projects(first: 1) { edges { cursor } } }'))['projects'].edges
  for (const args of ['first: 501', 'first: -1', 'after: "x"', `after: "${cursor}"`, 'after: ""'])
    expect(await codesOf(`{ projectAlerts(${args}) { nodes { rule } } }`), args).toEqual(['BAD_USER_INPUT'])
})

test('alerts are read with as many statements, many projects or few, and counted with as many again', async () => {
  const read = () => api.query('{ projectAlerts(first: 3) { nodes { rule message project { name } } } }')
  const before = await countStatements(read)
  for (const _ of [1, 2, 3]) await makeProject(api)
  expect((await countStatements(read)).length).toBe(before.length)
  expect(before.length).toBeLessThan(15)
  const counted = await countStatements(() => api.query('{ projectAlerts(first: 3) { totalCount nodes { rule } } }'))
  expect(counted.length).toBeLessThanOrEqual(2 * before.length)
})

const MONTH = 'monthChanges(month: $month) { stages { stage before wording } stopped resumed arrived paid report { month state } }'

test('what changed in a month is a list of the projects of which anything did, with what it was', async () => {
  const of = async (month: string, more = '') =>
    (
      await api.query(
        `query ($month: String!) { projects(filter: { changedIn: $month } ${more}) { totalCount nodes { name ${MONTH} } } }`,
        { month },
      )
    )['projects']
  const nothing = { stages: [], stopped: [], resumed: [], arrived: null, paid: null, report: null }
  const april = { ...nothing, arrived: '50.50', paid: '60.00', report: { month: '2020-04', state: 'SUBMITTED' } }
  expect(await of('2020-04')).toEqual({ totalCount: 1, nodes: [{ name: '泸阳业务综合楼', monthChanges: april }] })
  expect((await of('2020-05')).nodes).toMatchObject([
    { name: '泸阳业务综合楼', monthChanges: { ...nothing, stopped: ['2020-05-01'] } },
    { name: expect.anything() },
    { name: expect.anything() },
    { name: expect.anything() },
  ])
  expect((await of('2020-03')).nodes).toMatchObject([{ monthChanges: { stages: [{ stage: 'STRUCTURE', before: null, wording: null }] } }])
  // What came later in the month is not told, nor is a project of which nothing else is.
  expect((await of('2020-04', ', asOf: "2020-04-08"')).nodes[0].monthChanges).toMatchObject({ arrived: '50.50', paid: null })
  expect((await of('2020-05', ', asOf: "2020-04-30"')).nodes).toEqual([])
  expect(await codesOf('{ projects(filter: { changedIn: "2020-13" }) { totalCount } }')).toEqual(['BAD_USER_INPUT'])
  expect(await codesOf('{ projects(first: 1) { nodes { monthChanges(month: "0000-05") { paid } } } }')).toEqual(['BAD_USER_INPUT'])
})

test('what changed in a month reads with as many statements, many projects or few', async () => {
  const read = (first: number) => () =>
    api.query(
      `query ($month: String!) { projects(filter: { changedIn: $month }, first: ${first}) { totalCount nodes { name suspension { suspendedOn } ${MONTH} } } }`,
      { month: '2020-05' },
    )
  const few = await countStatements(read(1))
  expect((await countStatements(read(50))).length).toBe(few.length)
  expect(few.length).toBeLessThan(13)
})

test('changes are told of one project and all that is recorded of it', async () => {
  const { changes } = await api.query('query ($id: ID!) { changes(projectId: $id) { totalCount nodes { command } } }', { id: made.part.id })
  expect(changes).toEqual({ totalCount: 2, nodes: [{ command: 'recordFundingLine' }, { command: 'createProject' }] })
})
