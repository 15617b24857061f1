import type { Recorded } from '../dated.ts'
import { isMonth } from '../day.ts'
import { isDecimal, type Decimal } from '../decimal.ts'
import { issue, type Issue } from '../issue.ts'
import { amountText, exceeds, yuanIssues, type Yuan } from '../money.ts'
import { countIssues, lengthIssues } from '../value-issues.ts'
import { PROJECT_STAGES, STAGES_IN_ORDER, type ProjectStage } from './stage.ts'
import type { ProgressReportState } from './terms.ts'

/** 项目月报: what is reported of one month. `null`: not reported. */
export interface ProgressReportDraft {
  readonly stage: ProjectStage | null
  /** 形象进度 in words. */
  readonly wording: string | null
  /** 形象进度 in per cent of the whole. */
  readonly percent: Decimal | null
  readonly investmentMonth: Yuan | null
  readonly investmentToDate: Yuan | null
  readonly unitsDone: number | null
  /** People at work on the site. */
  readonly workers: number | null
  readonly safety: string | null
  readonly nextSteps: string | null
  readonly documentId: string | null
  readonly source: string | null
}
export interface ProgressReportValue extends ProgressReportDraft {
  readonly state: ProgressReportState
  /** Why it was returned; of a report that was accepted after that, kept. */
  readonly returnReason: string | null
}
export interface ProgressReport extends Recorded, ProgressReportValue {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
  /** `YYYY-MM`. */
  readonly month: string
}

/** `thisMonth`: a month that has not begun cannot be reported. */
export function monthIssues(month: string, thisMonth: string): Issue[] {
  if (!isMonth(month)) return [issue('month', 'NOT_A_MONTH', { value: month })]
  return month > thisMonth ? [issue('month', 'REPORT_MONTH_TO_COME', { value: month })] : []
}

/** What a draft may not say. */
export function progressReportIssues(report: ProgressReportDraft, unitCount: number): Issue[] {
  const { stage, wording, percent, investmentMonth, investmentToDate, unitsDone, workers, safety, nextSteps } = report
  const issues: Issue[] = [
    // A report says how far works are; that they are given up is decided, not reported.
    ...(stage === null || STAGES_IN_ORDER.includes(stage)
      ? []
      : [issue('stage', 'NOT_IN_LIST', { value: stage, list: PROJECT_STAGES.label })]),
    ...yuanIssues('investmentMonth', investmentMonth),
    ...yuanIssues('investmentToDate', investmentToDate),
    ...countIssues('unitsDone', unitsDone),
    ...countIssues('workers', workers),
    ...lengthIssues({ wording: [wording, 500], safety: [safety, 1000], nextSteps: [nextSteps, 1000] }),
  ]
  if (percent !== null && !(isDecimal(percent, 2) && Number(percent) <= 100))
    issues.push(issue('percent', 'NOT_A_PERCENTAGE', { value: percent }))
  if (unitsDone !== null && unitsDone > unitCount) issues.push(issue('unitsDone', 'UNITS_BEYOND', { done: unitsDone, count: unitCount }))
  return issues
}

/** What a report must say to be submitted: where the works stand, in words or as a stage, and no month beyond the total. */
export function submissionIssues({ stage, wording, investmentMonth, investmentToDate }: ProgressReportDraft): Issue[] {
  const issues: Issue[] = []
  if (stage === null && !wording?.trim()) issues.push(issue('wording', 'REQUIRED'))
  if (investmentMonth !== null && investmentToDate !== null && exceeds(investmentMonth, investmentToDate))
    issues.push(
      issue('investmentToDate', 'MONTH_BEYOND_TOTAL', { month: amountText(investmentMonth), total: amountText(investmentToDate) }),
    )
  return issues
}

export type ReportStep = 'SAVE' | 'SUBMIT' | 'ACCEPT' | 'RETURN'
const FROM: Readonly<Record<ReportStep, readonly ProgressReportState[]>> = {
  SAVE: ['DRAFT', 'RETURNED'],
  SUBMIT: ['DRAFT', 'RETURNED'],
  ACCEPT: ['SUBMITTED'],
  // One that was accepted can be returned too, so that what is wrong with it is put right by whom it belongs to.
  RETURN: ['SUBMITTED', 'ACCEPTED'],
}

/** `REPORT_STATE` unless the step may be taken from this state. */
export function reportStepIssues(state: ProgressReportState, step: ReportStep, label: Issue['params'][string]): Issue[] {
  return FROM[step].includes(state) ? [] : [issue('', 'REPORT_STATE', { state: label })]
}
