import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { recorded, refusals, run, versionOf } from '../../test/make.ts'
import { makeProject, onProject, planYears, readProject, recordOf } from '../../test/make-project.ts'

const { db } = await testDatabase()
const api = await testApi(db, '2021-02-10T04:00:00Z')

const MONEY =
  'money { planned arrived paid owed arrivalRate completed linesWithoutAmount sources { source planned arrived paid owed arrivalRate } years { period planned arrived paid completed } months { period arrived paid completed } }'

/** 130 village clinics: 78 万元, province and county 1 : 1. */
async function clinics() {
  const project = await makeProject(api, { name: '村卫生室运行经费', kind: 'STANDARDISATION', unitCount: 130 })
  const share = { planned: '39', unit: 'WAN', shareGroup: '运行经费', sharePart: 1 }
  const province = await recordOf(api, 'recordFundingLine', 'FundingLine', project, { fundingSource: 'PROVINCIAL', ...share })
  const county = await recordOf(api, 'recordFundingLine', 'FundingLine', project, { fundingSource: 'COUNTY', ...share })
  return { project, province, county }
}

test('money is entered in yuan or 万元, exactly as tried, and stands side by side per source, year and month', async () => {
  const { project, province, county } = await clinics()
  const plan = { fundingLineId: province, baseVersion: await versionOf(api, province), years: [{ year: 2020, amount: '39' }], unit: 'WAN' }
  await expectExactPreview(db, api, 'planFundingYears', plan)
  const receipt = { projectId: project.id, fundingLineId: county, receivedOn: '2020-06-30', amount: '12.345678', unit: 'WAN' }
  const { effects } = await expectExactPreview(db, api, 'recordFundReceipt', receipt)
  expect(effects).toMatchObject([{ subject: '村卫生室运行经费 · 县级财政到位', after: [{ label: '2020-06-30 · 12.345678 万元' }] }])
  await recorded(api, 'recordFundReceipt', {
    projectId: project.id,
    fundingLineId: province,
    receivedOn: '2020-07-31',
    dayKnown: false,
    amount: '0',
  })
  await expectExactPreview(db, api, 'recordPayment', {
    projectId: project.id,
    fundingLineId: county,
    paidOn: '2020-08-01',
    amount: '100000.01',
    payee: '某卫生室',
  })
  expect((await readProject(api, project, MONEY, ', asOf: "2020-12-31"'))['money']).toEqual({
    planned: '780000.00',
    arrived: '123456.78',
    paid: '100000.01',
    owed: '656543.22',
    arrivalRate: '15.83',
    completed: null,
    linesWithoutAmount: 0,
    sources: [
      { source: 'PROVINCIAL', planned: '390000.00', arrived: '0.00', paid: null, owed: '390000.00', arrivalRate: '0.00' },
      { source: 'COUNTY', planned: '390000.00', arrived: '123456.78', paid: '100000.01', owed: '266543.22', arrivalRate: '31.66' },
    ],
    years: [{ period: '2020', planned: '390000.00', arrived: '123456.78', paid: '100000.01', completed: null }],
    months: [
      { period: '2020-06', arrived: '123456.78', paid: null, completed: null },
      { period: '2020-07', arrived: '0.00', paid: null, completed: null },
      { period: '2020-08', arrived: null, paid: '100000.01', completed: null },
    ],
  })
  expect(
    await readProject(api, project, 'money { arrived paid } fundReceipts { amount } payments { amount }', ', asOf: "2020-06-29"'),
  ).toEqual({
    money: { arrived: null, paid: null },
    fundReceipts: [],
    payments: [],
  })
})

test('no more arrives than planned, none is paid that did not arrive unless in advance, and nothing in days to come', async () => {
  const { project, county } = await clinics()
  const receipt = { projectId: project.id, fundingLineId: county, receivedOn: '2020-06-30', amount: '390000' }
  const payment = { projectId: project.id, paidOn: '2020-07-01', amount: '390000.01' }
  expect(await refusals(api, 'recordPayment', payment)).toEqual(['amount: PAID_BEYOND_ARRIVED'])
  const receiptId = await recordOf(api, 'recordFundReceipt', 'FundReceipt', project, receipt)
  expect(await refusals(api, 'recordFundReceipt', { ...receipt, amount: '0.01' })).toEqual(['amount: ARRIVED_BEYOND_PLANNED'])
  expect(await refusals(api, 'recordPayment', payment)).toEqual(['amount: PAID_BEYOND_ARRIVED'])
  await recorded(api, 'recordPayment', { ...payment, advance: true })
  const line = { fundingLineId: county, baseVersion: await versionOf(api, county), fundingSource: 'COUNTY', planned: '38', unit: 'WAN' }
  expect(await refusals(api, 'correctFundingLine', line)).toEqual(['planned: ARRIVED_BEYOND_PLANNED'])
  await expectExactPreview(db, api, 'correctFundingLine', { ...line, planned: '40' })
  await expectExactPreview(db, api, 'correctFundReceipt', {
    fundReceiptId: receiptId,
    baseVersion: await versionOf(api, receiptId),
    ...receipt,
    projectId: undefined,
    amount: '395000',
  })
  await recorded(api, 'recordPayment', { ...payment, amount: '1' })
  const withdrawn = { recordId: receiptId, baseVersion: await versionOf(api, receiptId), note: '误登' }
  expect(await refusals(api, 'withdrawProjectRecord', withdrawn)).toEqual([': PAID_BEYOND_ARRIVED'])
  expect(await refusals(api, 'recordFundReceipt', { ...receipt, receivedOn: '2021-02-11' })).toEqual(['receivedOn: DAY_TO_COME'])
  expect(await refusals(api, 'recordPayment', { ...payment, amount: '0', paidOn: '2022-01-01' })).toEqual([
    'paidOn: DAY_TO_COME',
    'amount: REQUIRED',
  ])
  expect(await refusals(api, 'recordPayment', { ...payment, amount: '0.001' })).toEqual(['amount: NOT_AN_AMOUNT'])
})

test('a correction of a payment changes the past view and not the view as known then', async () => {
  const { project, county } = await clinics()
  await recordOf(api, 'recordFundReceipt', 'FundReceipt', project, { fundingLineId: county, receivedOn: '2020-06-01', amount: '1000' })
  const paymentId = await recordOf(api, 'recordPayment', 'ProjectPayment', project, { paidOn: '2020-06-02', amount: '900' })
  const { recordedAt } = (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0]
  await expectExactPreview(db, api, 'correctPayment', {
    paymentId,
    baseVersion: await versionOf(api, paymentId),
    paidOn: '2020-06-03',
    amount: '800',
  })
  const paid = (args: string) => readProject(api, project, 'money { paid }', args)
  expect((await paid(', asOf: "2020-06-30"'))['money']).toEqual({ paid: '800.00' })
  expect((await paid(`, asOf: "2020-06-30", asKnownAt: "${recordedAt}"`))['money']).toEqual({ paid: '900.00' })
})

test('a record names lines and contracts of its own project only', async () => {
  const { project } = await clinics()
  const other = await clinics()
  const contractId = await recordOf(api, 'recordContract', 'ProjectContract', other.project, { role: 'CONTRACTOR', party: '某公司' })
  expect(
    await refusals(api, 'recordFundReceipt', { projectId: project.id, fundingLineId: other.county, receivedOn: '2020-06-30', amount: '1' }),
  ).toEqual(['fundingLineId: OF_ANOTHER_PROJECT'])
  expect(
    await refusals(api, 'recordPayment', { projectId: project.id, contractId, paidOn: '2020-06-30', amount: '1', advance: true }),
  ).toEqual(['contractId: OF_ANOTHER_PROJECT'])
  expect(
    await refusals(api, 'recordPayment', {
      projectId: project.id,
      fundingLineId: project.id,
      paidOn: '2020-06-30',
      amount: '1',
      advance: true,
    }),
  ).toEqual(['fundingLineId: NOT_FOUND'])
  expect(await refusals(api, 'planFundingYears', { fundingLineId: project.id, baseVersion: 1, years: [] })).toEqual([
    'fundingLineId: NOT_FOUND',
  ])
  expect(await refusals(api, 'recordFundingLine', { projectId: project.id, fundingSource: 'LOAN', planned: '-1', sharePart: 0 })).toEqual([
    'planned: NOT_AN_AMOUNT',
    'shareGroup: REQUIRED',
    'sharePart: NOT_A_COUNT',
  ])
  expect(
    await refusals(api, 'recordFundReceipt', {
      projectId: other.county,
      fundingLineId: other.county,
      receivedOn: '2020-06-30',
      amount: '1',
    }),
  ).toEqual(['projectId: NOT_FOUND'])
})

test('a yearly plan is given whole; what is no longer given is withdrawn', async () => {
  const { project, province } = await clinics()
  const plan = async (years: object[]) => ({ fundingLineId: province, baseVersion: await versionOf(api, province), years })
  expect(
    await refusals(
      api,
      'planFundingYears',
      await plan([
        { year: 2020, amount: '1' },
        { year: 2020, amount: '1' },
        { year: 3, amount: '1' },
      ]),
    ),
  ).toEqual(['years.1.year: YEAR_TWICE', 'years.2.year: NOT_A_YEAR'])
  await recorded(
    api,
    'planFundingYears',
    await plan([
      { year: 2020, amount: '100' },
      { year: 2021, amount: '200' },
    ]),
  )
  await expectExactPreview(db, api, 'planFundingYears', await plan([{ year: 2021, amount: '250' }]))
  expect((await readProject(api, project, 'fundingYears { year amount }'))['fundingYears']).toEqual([{ year: 2021, amount: '250.00' }])
  expect(await refusals(api, 'planFundingYears', await plan([{ year: 2021, amount: '250' }]))).toEqual([': NOTHING_CHANGES'])
})

test('of two who plan the years of a line, or its years and the line itself, the later is told what came first', async () => {
  const { province } = await clinics()
  const baseVersion = await versionOf(api, province)
  const first = { fundingLineId: province, baseVersion, years: [{ year: 2020, amount: '100' }] }
  const { number } = await recorded(api, 'planFundingYears', first)
  const stale = { __typename: 'StaleVersion', changes: [{ number }] }
  expect(await run(api, 'planFundingYears', { ...first, years: [{ year: 2020, amount: '90' }] })).toMatchObject(stale)
  expect(await run(api, 'correctFundingLine', { fundingLineId: province, baseVersion, fundingSource: 'PROVINCIAL' })).toMatchObject(stale)
  // A year that is withdrawn counts as well.
  const now = await versionOf(api, province)
  await planYears(api, province, [])
  expect(await run(api, 'planFundingYears', { ...first, baseVersion: now })).toMatchObject({ __typename: 'StaleVersion' })
})

test('two who receive money at once: what arrives stays within what is planned', async () => {
  const { project, county } = await clinics()
  const input = { projectId: project.id, fundingLineId: county, receivedOn: '2020-06-30', amount: '200000' }
  const outcomes = await Promise.all([run(api, 'recordFundReceipt', input), run(api, 'recordFundReceipt', input)])
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRecorded', 'InputRefused'])
  expect((await readProject(api, project, 'money { arrived }'))['money']).toEqual({ arrived: '200000.00' })
})

test('alerts say which rule found what, and are acknowledged with a reason until something else is found', async () => {
  const { project, province } = await clinics()
  await planYears(api, province, [{ year: 2020, amount: '390000' }])
  await recorded(api, 'recordFundReceipt', {
    projectId: project.id,
    fundingLineId: province,
    receivedOn: '2020-07-31',
    dayKnown: false,
    amount: '0',
  })
  const read = async () =>
    (await readProject(api, project, 'alerts { rule ruleText subject message acknowledgement { reason change { command } } }'))['alerts']
  const [alert] = await read()
  expect(alert).toMatchObject({
    rule: 'FUNDS_NOT_ARRIVED',
    message: '省级财政截至 2020 年应到位 39 万元，尚欠 39 万元。',
    acknowledgement: null,
  })
  expect(alert.ruleText).toContain('年度')
  const input = { projectId: project.id, rule: alert.rule, subject: alert.subject, reason: '省级文件延期' }
  expect(await refusals(api, 'acknowledgeAlert', { ...input, reason: ' ' })).toEqual(['reason: REQUIRED'])
  expect(await refusals(api, 'acknowledgeAlert', { ...input, subject: 'x' })).toEqual(['subject: NO_SUCH_ALERT'])
  await expectExactPreview(db, api, 'acknowledgeAlert', input)
  expect(await read()).toMatchObject([{ acknowledgement: { reason: '省级文件延期', change: { command: 'acknowledgeAlert' } } }])
  const { recordedFrom } = (await readProject(api, project, 'fundReceipts { recordedFrom }'))['fundReceipts'][0]
  expect(recordedFrom).toMatch(/Z$/)
  const all = async (args: string) =>
    (await api.query(`{ projectAlerts(filter: { search: "村卫生室运行" } ${args}) { nodes { rule project { id } } } }`))[
      'projectAlerts'
    ].nodes.filter((one: { project: { id: string } }) => one.project.id === project.id)
  expect(await all('')).toEqual([{ rule: 'FUNDS_NOT_ARRIVED', project: { id: project.id } }])
  expect(await all(', acknowledged: false')).toEqual([])
  expect(await all(', rules: [REPORT_MISSING]')).toEqual([])
  expect(await all(', asOf: "2020-12-31"')).toEqual([])
})

test('earned value comes from what is approved, accepted, planned and paid, and says what is missing', async () => {
  const project = await makeProject(api)
  const EV =
    'earnedValue { month plannedValue { value missing { code } } earnedValue { value } actualCost { value missing { code } } schedulePerformance costPerformance }'
  expect((await readProject(api, project, EV))['earnedValue']).toMatchObject({
    month: null,
    plannedValue: { value: null, missing: { code: 'NO_ACCEPTED_PROGRESS' } },
  })
  await recordOf(api, 'recordApproval', 'ProjectApproval', project, { stage: 'ESTIMATE', investment: '100', unit: 'WAN' })
  const lineId = await recordOf(api, 'recordFundingLine', 'FundingLine', project, { fundingSource: 'COUNTY', planned: '100', unit: 'WAN' })
  const halves = [
    { year: 2020, amount: '50' },
    { year: 2021, amount: '50' },
  ]
  await planYears(api, lineId, halves, { unit: 'WAN' })
  await recorded(api, 'recordFundReceipt', {
    projectId: project.id,
    fundingLineId: lineId,
    receivedOn: '2020-06-01',
    amount: '50',
    unit: 'WAN',
  })
  await recorded(api, 'recordPayment', { projectId: project.id, fundingLineId: lineId, paidOn: '2020-12-31', amount: '500000' })
  const reportId = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, {
    month: '2020-12',
    wording: '主体四层',
    percent: '40',
  })
  await recorded(api, 'submitProgressReport', { progressReportId: reportId, baseVersion: await versionOf(api, reportId) })
  await recorded(api, 'acceptProgressReport', { progressReportId: reportId, baseVersion: await versionOf(api, reportId) })
  expect((await readProject(api, project, EV))['earnedValue']).toEqual({
    month: '2020-12',
    plannedValue: { value: '500000.00', missing: null },
    earnedValue: { value: '400000.00' },
    actualCost: { value: '500000.00', missing: null },
    schedulePerformance: '0.800',
    costPerformance: '0.800',
  })
  await onProject(api, 'recordStage', project, { stage: 'STRUCTURE', effectiveOn: '2021-01-31' })
})
