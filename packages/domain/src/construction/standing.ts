import type { Decimal } from '../decimal.ts'
import type { IsoDate } from '../day.ts'
import type { ProjectApproval } from './approval.ts'
import { earnedValue, type EarnedValue } from './earned-value.ts'
import type { FundingLine, FundingYear, FundReceipt, ProjectPayment } from './funding.ts'
import { plannedDay, type ProjectMilestone } from './milestone.ts'
import { approvedLimit } from './approval.ts'
import { readClock, type ScheduleClock } from './schedule-clock.ts'
import type { Issue } from '../issue.ts'
import type { ProjectStage } from './stage.ts'
import { reachedOn, type ProjectStageRow } from './stage-timeline.ts'
import type { Suspension } from './suspension.ts'
import type { ProgressReportState } from './terms.ts'
import type { Yuan } from '../money.ts'

/** What the standing of a project needs of a month's report. */
export interface ReportSeen {
  readonly month: string
  readonly state: ProgressReportState
  readonly percent: Decimal | null
  readonly investmentMonth: Yuan | null
  readonly investmentToDate: Yuan | null
}

/** Everything that is recorded of a project and that its clock, money and alerts are read from. */
export interface ProjectRecords {
  readonly area: Decimal | null
  readonly stages: readonly ProjectStageRow[]
  readonly suspensions: readonly Suspension[]
  readonly milestones: readonly ProjectMilestone[]
  readonly approvals: readonly ProjectApproval[]
  readonly lines: readonly FundingLine[]
  readonly years: readonly FundingYear[]
  readonly receipts: readonly FundReceipt[]
  readonly payments: readonly ProjectPayment[]
  /** By month. */
  readonly reports: readonly ReportSeen[]
}

/** The reports that count: drafts and returned ones do not. */
export function reportsThatCount<R extends ReportSeen>(reports: readonly R[]): R[] {
  return reports.filter(({ state }) => state === 'SUBMITTED' || state === 'ACCEPTED')
}

/** The stages with which the clock starts and stops. */
export const STARTED: ProjectStage = 'START'
export const COMPLETED: ProjectStage = 'ACCEPTANCE'

/** The schedule clock of a project on a day, or what is missing to read it. */
export function clockOf(
  { stages, suspensions, milestones }: Pick<ProjectRecords, 'stages' | 'suspensions' | 'milestones'>,
  asOf: IsoDate,
): { clock: ScheduleClock } | { missing: readonly Issue[] } {
  return readClock({
    plannedStart: plannedDay(milestones, STARTED),
    plannedCompletion: plannedDay(milestones, COMPLETED),
    started: reachedOn(stages, STARTED, asOf),
    completed: reachedOn(stages, COMPLETED, asOf),
    suspensions,
    asOf,
  })
}

/** The earned-value figures of a project on a day. */
export function earnedValueOf(records: ProjectRecords, asOf: IsoDate): EarnedValue {
  const accepted = records.reports.filter(
    ({ state, percent, month }) => state === 'ACCEPTED' && percent !== null && month <= asOf.slice(0, 7),
  )
  const last = accepted.toSorted((a, b) => (a.month < b.month ? -1 : 1)).at(-1)
  return earnedValue({
    approved: approvedLimit(records.approvals, 'investment', asOf)?.investment ?? null,
    progress: last ? { month: last.month, percent: last.percent! } : null,
    yearPlans: records.years,
    payments: records.payments.filter(({ paidOn }) => paidOn <= asOf),
  })
}
