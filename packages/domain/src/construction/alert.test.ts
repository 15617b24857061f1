import { describe, expect, test } from 'vitest'

import { day, instant } from '../day.ts'
import { message } from '../messages.ts'
import { approvedLimit, finalAccount, type ProjectApproval } from './approval.ts'
import { monthBefore, projectAlerts } from './alert.ts'
import type { FundingLine, FundingYear, FundReceipt, ProjectPayment } from './funding.ts'
import type { ProjectMilestone } from './milestone.ts'
import type { ProjectStage } from './stage.ts'
import type { ProjectStageRow } from './stage-timeline.ts'
import type { ProjectRecords } from './standing.ts'

const ROW = {
  rowId: 'r',
  id: 'x',
  projectId: 'p',
  recordedFrom: instant('2020-01-01T00:00:00Z'),
  recordedTo: null,
  recordedBy: 1,
  closedBy: null,
  documentId: null,
  source: null,
  sourceNote: null,
}
const NOTHING: ProjectRecords = {
  area: null,
  stages: [],
  suspensions: [],
  milestones: [],
  approvals: [],
  lines: [],
  years: [],
  receipts: [],
  payments: [],
  reports: [],
}
const at = (stage: ProjectStage | null, from = '2020-01-01'): ProjectStageRow => ({
  ...ROW,
  stage,
  wording: null,
  basis: 'STATED',
  startKnown: true,
  unitsDone: null,
  reason: null,
  validFrom: day(from),
  validTo: null,
})
const milestone = (stage: ProjectStage, more: Partial<ProjectMilestone>): ProjectMilestone => ({
  ...ROW,
  stage,
  baselineOn: null,
  replannedOn: null,
  forecastOn: null,
  wording: null,
  reason: null,
  ...more,
})
const approval = (stage: ProjectStage, more: Partial<ProjectApproval>): ProjectApproval => ({
  ...ROW,
  stage,
  number: null,
  authority: null,
  approvedOn: null,
  investment: null,
  area: null,
  beds: null,
  ...more,
})
const line = (id: string, more: Partial<FundingLine> = {}): FundingLine => ({
  ...ROW,
  id,
  fundingSource: 'PROVINCIAL',
  name: null,
  planned: null,
  shareGroup: null,
  sharePart: null,
  ...more,
})
const receipt = (fundingLineId: string, receivedOn: string, amount: string): FundReceipt => ({
  ...ROW,
  fundingLineId,
  receivedOn: day(receivedOn),
  dayKnown: true,
  amount,
})
const payment = (amount: string): ProjectPayment => ({
  ...ROW,
  fundingLineId: null,
  contractId: null,
  paidOn: day('2020-02-01'),
  dayKnown: true,
  amount,
  advance: true,
  payee: null,
  purpose: null,
})
const year = (fundingLineId: string, y: number, amount: string): FundingYear => ({ ...ROW, fundingLineId, year: y, amount })

const found = (records: Partial<ProjectRecords>, asOf = '2020-07-31') =>
  projectAlerts({ ...NOTHING, ...records }, day(asOf)).map(({ rule, found: { code, params } }) => `${rule}: ${message(code, params, 'zh')}`)

describe('alerts', () => {
  test('of stages: the day passed and it is not reached; where the stage is not known nothing is said', () => {
    const plan = milestone('STRUCTURE', { baselineOn: day('2020-06-30') })
    expect(found({ milestones: [plan], stages: [at('PIT', '2020-06-01')] }, '2020-07-01')).toEqual([
      'LATE_STAGE: “主体结构”计划于 2020-06-30 到达，尚未到达。',
    ])
    expect(found({ milestones: [plan], stages: [at('PIT', '2020-06-01')] }, '2020-06-30')).toEqual([])
    expect(found({ milestones: [{ ...plan, replannedOn: day('2020-12-31') }], stages: [at('PIT', '2020-06-01')] }, '2020-07-01')).toEqual(
      [],
    )
    expect(found({ milestones: [plan], stages: [at('TOPPED_OUT')] }, '2020-07-01')).toEqual([])
    expect(found({ milestones: [plan], stages: [at(null)] }, '2020-07-01')).toEqual([])
    expect(found({ milestones: [milestone('START', { forecastOn: day('2020-06-30') })], stages: [at('PROPOSAL')] })).toEqual([
      'FORECAST_LAPSED: 报告预计 2020-06-30 到达“开工”，已过期。',
    ])
  })

  test('of funds: what was due by the end of a year, what nobody recorded, and works without any', () => {
    const lines = [line('a', { planned: '390000.00' })]
    const years = [year('a', 2020, '390000.00')]
    expect(found({ lines, years, receipts: [receipt('a', '2020-07-31', '0.00')] }, '2021-01-01')).toEqual([
      'FUNDS_NOT_ARRIVED: 省级财政截至 2020 年应到位 39 万元，尚欠 39 万元。',
    ])
    expect(found({ lines, years }, '2021-01-01')).toEqual(['FUNDS_NOT_RECORDED: 省级财政截至 2020 年应到位 39 万元，没有到位记录。'])
    expect(found({ lines, years }, '2020-12-31')).toEqual([])
    expect(found({ lines, years, receipts: [receipt('a', '2020-07-31', '390000.00')] }, '2021-01-01')).toEqual([])
    const begun = {
      lines: [line('a')],
      stages: [at('BASEMENT')],
      reports: [{ month: '2020-06', state: 'ACCEPTED', percent: null, investmentMonth: null, investmentToDate: null }],
    } as const
    expect(found({ ...begun, receipts: [receipt('a', '2020-07-31', '0.00')] })).toEqual(['FUNDS_NOT_ARRIVED: 已开工，省级财政未到位。'])
    expect(found(begun)).toEqual([])
  })

  test('of reports: works under way without last month’s after the 5th; drafts do not count', () => {
    const report = (month: string, state: 'DRAFT' | 'SUBMITTED') => ({
      month,
      state,
      percent: null,
      investmentMonth: null,
      investmentToDate: null,
    })
    expect(found({ stages: [at('PIT')] }, '2020-07-06')).toEqual(['REPORT_MISSING: 2020-06 月报未上报。'])
    expect(found({ stages: [at('PIT')] }, '2020-07-05')).toEqual([])
    expect(found({ stages: [at('PIT')], reports: [report('2020-06', 'DRAFT')] }, '2020-07-06')).toHaveLength(1)
    expect(found({ stages: [at('PIT')], reports: [report('2020-06', 'SUBMITTED')] }, '2020-07-06')).toEqual([])
    for (const stage of ['PROPOSAL', 'ACCEPTANCE', 'HANDOVER', 'CANCELLED', null] as const)
      expect(found({ stages: [at(stage)] }, '2020-07-06')).toEqual([])
    expect(found({ stages: [at('START', '2020-07-01')] }, '2020-07-06')).toEqual([])
    expect(monthBefore('2020-01')).toBe('2019-12')
  })

  test('of limits: paid beyond arrived, area and investment beyond what is approved, shares', () => {
    expect(found({ lines: [line('a')], receipts: [receipt('a', '2020-01-01', '10.00')], payments: [payment('10.01')] })).toEqual([
      'PAID_BEYOND_ARRIVED: 累计支付 10.01 元，较累计到位 10 元 多 0.01 元。',
    ])
    expect(found({ payments: [payment('10.01')] })).toEqual([])
    const approvals = [
      approval('ESTIMATE', { investment: '100.00', area: '5000.00' }),
      approval('PROPOSAL', { investment: '90.00', area: '4000.00' }),
    ]
    expect(found({ approvals, area: '5000.01' })).toEqual(['AREA_BEYOND_APPROVED: 建筑面积 5000.01 ㎡，超过批复的 5000.00 ㎡。'])
    expect(found({ approvals, lines: [line('a', { planned: '100.01' })] })).toEqual([
      'INVESTMENT_BEYOND_APPROVED: 计划资金合计 100.01 元，超过批复投资 0.01 万元。',
    ])
    expect(found({ approvals: [...approvals, approval('SETTLEMENT', { investment: '120.00' })] })).toEqual([
      'INVESTMENT_BEYOND_APPROVED: 竣工决算 120 元，超过批复投资 0.01 万元。',
    ])
    const shared = { shareGroup: '经费', sharePart: 1 }
    expect(
      found({ lines: [line('a', { ...shared, planned: '1.00' }), line('b', { ...shared, planned: '3.00', fundingSource: 'COUNTY' })] }),
    ).toEqual([
      'SHARE_BROKEN: “经费”中省级财政计划 1 元，按分担比例应为 2 元。',
      'SHARE_BROKEN: “经费”中县级财政计划 3 元，按分担比例应为 2 元。',
    ])
  })

  test('of a cancelled project there are none', () => {
    expect(
      found({ stages: [at('CANCELLED')], payments: [payment('1.00')], lines: [line('a')], receipts: [receipt('a', '2020-01-01', '0.00')] }),
    ).toEqual([])
  })
})

test('the limit is of the approval furthest along that says, of several the latest by the day; the final account is apart', () => {
  const all = [
    approval('ESTIMATE', { id: 'first', investment: '100.00', approvedOn: day('2020-01-01') }),
    approval('ESTIMATE', { id: 'adjusted', investment: '120.00', approvedOn: day('2021-01-01') }),
    approval('WORKING_DRAWING', { id: 'silent' }),
    approval('SETTLEMENT', { id: 'final', investment: '119.00', approvedOn: day('2022-01-01') }),
  ]
  expect(approvedLimit(all, 'investment', day('2020-12-31'))?.id).toBe('first')
  expect(approvedLimit(all, 'investment', day('2023-01-01'))?.id).toBe('adjusted')
  expect(approvedLimit(all, 'area', day('2023-01-01'))).toBeNull()
  expect([finalAccount(all, day('2021-12-31')), finalAccount(all, day('2022-01-01'))?.id]).toEqual([null, 'final'])
})
