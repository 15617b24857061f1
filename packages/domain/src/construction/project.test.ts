import { describe, expect, test } from 'vitest'

import { codeProvenance, codesMatching, isOfficial } from '../code-list.ts'
import { day } from '../day.ts'
import { contractIssues, contractValue, type ProjectContractValue } from './contract.ts'
import { planIssues } from './milestone.ts'
import { monthIssues, progressReportIssues, reportStepIssues, submissionIssues, type ProgressReportDraft } from './progress-report.ts'
import { divisionOfProjectCode, normaliseProjectCode, projectCodeIssues } from './project-code.ts'
import { PROJECT_DEFAULTS, projectIssues, type ConstructionProjectValue } from './project.ts'
import { GATES, gatesBetween, hasReached, PROJECT_STAGES, STAGES_IN_ORDER, stageOrder } from './stage.ts'
import { reachedOn, returnIssues, stageTimelineIssues, stageValueIssues, type StageValue } from './stage-timeline.ts'

const codes = (issues: readonly { path: string; code: string }[]) => issues.map(({ path, code }) => `${path}: ${code}`)
const PROJECT: ConstructionProjectValue = { ...PROJECT_DEFAULTS, name: '县中医医院建设', kind: 'NEW_BUILD', regionCode: '431221000000' }
const at = (stage: StageValue['stage'], validFrom: string, validTo: string | null, more: Partial<StageValue> = {}) => ({
  stage,
  wording: null,
  basis: 'STATED' as const,
  startKnown: true,
  unitsDone: null,
  reason: null,
  documentId: null,
  source: null,
  sourceNote: null,
  validFrom: day(validFrom),
  validTo: validTo === null ? null : day(validTo),
  ...more,
})

describe('a project code', () => {
  test.each(['2019-431221-84-01-012345', '2112-341821-04-01-123456', ' 2019－431221—84-01-012345 '])(
    '%s is of one of the two generations',
    (text) => {
      expect(projectCodeIssues('nationalCode', normaliseProjectCode(text))).toEqual([])
      expect(divisionOfProjectCode(normaliseProjectCode(text))).toMatch(/^(431221|341821)$/)
    },
  )

  test.each(['', '2019-43122-84-01-012345', '201943122184010123456', '2019-431221-84-01-01234X', '2019-431221-84-01-0123456'])(
    '“%s” is none',
    (text) => {
      expect(codes(projectCodeIssues('nationalCode', text))).toEqual(['nationalCode: PROJECT_CODE_SHAPE'])
      expect(divisionOfProjectCode(text)).toBeNull()
    },
  )
})

describe('stages', () => {
  test('are the 28 of the reference in order, six of them checked, and one that ends the project', () => {
    expect(STAGES_IN_ORDER).toHaveLength(28)
    expect([stageOrder('RESERVE'), stageOrder('ASSET'), stageOrder('CANCELLED')]).toEqual([1, 28, 0])
    expect(STAGES_IN_ORDER.filter((stage) => codeProvenance(PROJECT_STAGES, stage) === 'VERIFIED')).toHaveLength(8)
    expect(STAGES_IN_ORDER.some((stage) => isOfficial(PROJECT_STAGES, stage))).toBe(false)
    expect(GATES).toHaveLength(13)
  })

  test('are compared by order; unknown stays unknown', () => {
    expect([
      hasReached('PIT', 'START'),
      hasReached('TENDER', 'START'),
      hasReached(null, 'START'),
      hasReached('CANCELLED', 'RESERVE'),
    ]).toEqual([true, false, null, false])
    expect(gatesBetween('CONTRACT', 'START')).toEqual(['PLANNING_PERMIT', 'CONSTRUCTION_PERMIT'])
    expect(gatesBetween(null, 'SITE_PRELIM')).toEqual(['PROPOSAL'])
    expect(gatesBetween('PIT', 'TOPPED_OUT')).toEqual([])
  })

  test.each([
    ['主体施工', 'STRUCTURE'],
    ['已投入使用', undefined],
    ['投入使用', 'HANDOVER'],
    ['可研', 'FEASIBILITY'],
  ])('%s in a file means %s', (written, stage) => {
    expect(codesMatching(PROJECT_STAGES, written)).toEqual(stage ? [stage] : [])
  })

  test('go back only for a reason, also across what is not known and out of a cancellation', () => {
    expect(codes(returnIssues('STRUCTURE', { stage: 'PIT', reason: null }))).toEqual(['reason: STAGE_BACKWARD'])
    expect(returnIssues('STRUCTURE', { stage: 'PIT', reason: '设计变更' })).toEqual([])
    expect(returnIssues('STRUCTURE', { stage: null, reason: null })).toEqual([])
    expect(returnIssues('STRUCTURE', { stage: 'CANCELLED', reason: null })).toEqual([])
    expect(codes(returnIssues('CANCELLED', { stage: 'ASSET', reason: ' ' }))).toEqual(['reason: STAGE_BACKWARD'])
    const timeline = [at('STRUCTURE', '2020-01-01', '2020-02-01'), at(null, '2020-02-01', '2020-03-01'), at('PIT', '2020-03-01', null)]
    expect(codes(stageTimelineIssues(timeline))).toEqual(['stretches.2.reason: STAGE_BACKWARD'])
  })

  test('say whether and since when a milestone was reached, as far as that is known', () => {
    const timeline = [at('START', '2019-12-13', '2020-07-31'), at('BASEMENT', '2020-07-31', null, { startKnown: false })]
    expect(reachedOn(timeline, 'START', day('2020-07-31'))).toEqual({ reached: true, on: '2019-12-13' })
    expect(reachedOn(timeline, 'START', day('2019-12-12'))).toEqual({ reached: null, on: null })
    expect(reachedOn(timeline, 'BASEMENT', day('2020-07-31'))).toEqual({ reached: true, on: null })
    expect(reachedOn(timeline, 'PIT', day('2020-07-31'))).toEqual({ reached: true, on: null })
    expect(reachedOn(timeline, 'STRUCTURE', day('2020-07-31'))).toEqual({ reached: false, on: null })
    expect(reachedOn([at(null, '2020-01-01', null)], 'START', day('2020-07-31'))).toEqual({ reached: null, on: null })
  })

  test('count no more units than there are', () => {
    expect(stageValueIssues(at(null, '2020-07-31', null, { unitsDone: 122 }), 130)).toEqual([])
    expect(codes(stageValueIssues(at(null, '2020-07-31', null, { unitsDone: 131 }), 130))).toEqual(['unitsDone: UNITS_BEYOND'])
  })
})

describe('a project', () => {
  test('with nothing but name, kind and place is right: what is not reported stays unknown', () => {
    expect(projectIssues(PROJECT)).toEqual([])
  })

  test('says everything that is wrong', () => {
    const wrong = {
      ...PROJECT,
      name: ' ',
      regionCode: '43',
      nationalCode: 'x',
      unitCount: 0,
      area: '-1',
      beds: 1.5,
      sets: -1,
      owner: '甲'.repeat(101),
    }
    expect(codes(projectIssues(wrong))).toEqual([
      'regionCode: NOT_A_REGION_CODE',
      'name: REQUIRED',
      'owner: TOO_LONG',
      'nationalCode: PROJECT_CODE_SHAPE',
      'unitCount: NOT_A_COUNT',
      'area: NOT_AN_AREA',
      'beds: NOT_A_COUNT',
      'sets: NOT_A_COUNT',
    ])
  })
})

describe('a plan', () => {
  test('names each stage once and in order', () => {
    expect(
      planIssues([
        { stage: 'ACCEPTANCE', day: day('2021-06-30') },
        { stage: 'START', day: day('2020-01-01') },
      ]),
    ).toEqual([])
    expect(
      codes(
        planIssues([
          { stage: 'START', day: day('2020-01-01') },
          { stage: 'ACCEPTANCE', day: day('2019-12-31') },
          { stage: 'START', day: null },
          { stage: 'CANCELLED', day: null },
        ]),
      ),
    ).toEqual(['milestones.2.stage: STAGE_TWICE', 'milestones.3.stage: NOT_IN_LIST', 'milestones.1.day: PLAN_OUT_OF_ORDER'])
  })
})

describe('a contract', () => {
  const CONTRACT: ProjectContractValue = {
    role: 'CONTRACTOR',
    party: '某建设公司',
    number: null,
    signedOn: null,
    amount: '100.00',
    startsOn: null,
    endsOn: null,
    changes: [],
    documentId: null,
    source: null,
    sourceNote: null,
  }
  const change = { changedOn: null, kind: 'VALUE', amount: '-10.50', days: null, reason: null } as const

  test('is worth its amount with its changes', () => {
    expect(
      contractValue({
        ...CONTRACT,
        changes: [change, { ...change, amount: '0.50' }, { ...change, kind: 'DURATION', amount: null, days: 30 }],
      }),
    ).toBe('90.00')
    expect(contractValue({ ...CONTRACT, amount: null, changes: [change] })).toBeNull()
  })

  test('says what is wrong with it and its changes', () => {
    expect(contractIssues(CONTRACT)).toEqual([])
    const changes = [
      { ...change, amount: null },
      { ...change, kind: 'DURATION' as const },
      { ...change, amount: '1.234' },
    ]
    expect(codes(contractIssues({ ...CONTRACT, party: '', startsOn: day('2020-02-01'), endsOn: day('2020-01-01'), changes }))).toEqual([
      'party: REQUIRED',
      'endsOn: END_BEFORE_START',
      'changes.0.amount: REQUIRED',
      'changes.1.days: REQUIRED',
      'changes.2.amount: NOT_AN_AMOUNT',
    ])
  })
})

describe('a monthly report', () => {
  const REPORT: ProgressReportDraft = {
    stage: null,
    wording: '基础、地下室建设中',
    percent: null,
    investmentMonth: null,
    investmentToDate: null,
    unitsDone: null,
    workers: null,
    safety: null,
    nextSteps: null,
    documentId: null,
    source: null,
  }

  test('is of a month that has begun', () => {
    expect([monthIssues('2020-07', '2020-07'), codes(monthIssues('2020-08', '2020-07')), codes(monthIssues('2020-13', '2020-07'))]).toEqual(
      [[], ['month: REPORT_MONTH_TO_COME'], ['month: NOT_A_MONTH']],
    )
  })

  test('says where works stand before it is submitted, and no month beyond the total', () => {
    expect(submissionIssues(REPORT)).toEqual([])
    expect(codes(submissionIssues({ ...REPORT, wording: null, investmentMonth: '2.00', investmentToDate: '1.00' }))).toEqual([
      'wording: REQUIRED',
      'investmentToDate: MONTH_BEYOND_TOTAL',
    ])
    expect(codes(progressReportIssues({ ...REPORT, percent: '100.01', investmentMonth: 'x', workers: -1, unitsDone: 2 }, 1))).toEqual([
      'investmentMonth: NOT_AN_AMOUNT',
      'workers: NOT_A_COUNT',
      'percent: NOT_A_PERCENTAGE',
      'unitsDone: UNITS_BEYOND',
    ])
  })

  test.each([
    ['SAVE', ['DRAFT', 'RETURNED']],
    ['SUBMIT', ['DRAFT', 'RETURNED']],
    ['ACCEPT', ['SUBMITTED']],
    ['RETURN', ['SUBMITTED', 'ACCEPTED']],
  ] as const)('takes the step %s from %j only', (step, from) => {
    for (const state of ['DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED'] as const)
      expect(codes(reportStepIssues(state, step, state))).toEqual(from.some((one) => one === state) ? [] : [': REPORT_STATE'])
  })
})
