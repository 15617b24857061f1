import { v7 as newId } from 'uuid'

import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import {
  monthIssues,
  progressReportIssues,
  reportStepIssues,
  submissionIssues,
  type ProgressReport,
  type ProgressReportDraft,
  type ReportStep,
} from '@yilian/domain/construction/progress-report.ts'
import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import { PROGRESS_REPORT_STATES, type ProgressReportState } from '@yilian/domain/construction/terms.ts'
import { stageOn } from '@yilian/domain/construction/stage-timeline.ts'
import { addDays, day, type IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { asYuan, type MoneyUnit } from '@yilian/domain/money.ts'
import { nextMonth } from '@yilian/domain/construction/money-standing.ts'

import { notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { lockProject, ownFacts } from './lock-project.ts'
import { amountOf } from './project-node.ts'
import { lockRecord } from './project-record.ts'
import { stageFrom, stepIssues, writeStages } from './stage.commands.ts'

export interface SaveProgressReport extends CommandInput {
  readonly projectId: string
  readonly month: string
  /** The version of the report, if there is one for the month. */
  readonly baseVersion?: number | null | undefined
  readonly stage?: ProjectStage | null | undefined
  readonly wording?: string | null | undefined
  readonly percent?: string | null | undefined
  readonly investmentMonth?: string | null | undefined
  readonly investmentToDate?: string | null | undefined
  readonly unit?: MoneyUnit | null | undefined
  readonly unitsDone?: number | null | undefined
  readonly workers?: number | null | undefined
  readonly safety?: string | null | undefined
  readonly nextSteps?: string | null | undefined
}

/** 填写项目月报: the draft of a month, whole; of one that was returned, its new draft. */
export const saveProgressReport =
  (input: SaveProgressReport, today: IsoDate): CommandBody =>
  async (trx, begin) => {
    refuseOn(monthIssues(input.month, today.slice(0, 7)))
    const project = await lockProject(trx, input.projectId, null)
    const before = await reportOf(trx, project.id, input.month)
    if (before) {
      if (input.baseVersion == null) refuseOn([issue('baseVersion', 'REQUIRED')])
      await requireVersion(trx, 'PROGRESS_REPORT', before.id, input.baseVersion ?? 0)
      refuseOn(stepRefused(before.state, 'SAVE'))
    }
    const value: ProgressReportDraft = {
      stage: input.stage ?? null,
      wording: input.wording?.trim() || null,
      // A per cent has two places as an amount has.
      percent: asYuan(input.percent),
      investmentMonth: amountOf(input.investmentMonth, input.unit),
      investmentToDate: amountOf(input.investmentToDate, input.unit),
      unitsDone: input.unitsDone ?? null,
      workers: input.workers ?? null,
      safety: input.safety?.trim() || null,
      nextSteps: input.nextSteps?.trim() || null,
      documentId: input.documentId ?? before?.documentId ?? null,
      source: before?.source ?? null,
    }
    refuseOn(progressReportIssues(value, project.unitCount))
    const id = before?.id ?? (await lastReportId(trx, project.id, input.month)) ?? newId()
    const state = { state: before?.state ?? 'DRAFT', returnReason: before?.returnReason ?? null }
    await writeFact(trx, await begin(), 'PROGRESS_REPORT', id, { projectId: project.id, month: input.month }, { ...value, ...state })
  }

async function reportOf(trx: Db, projectId: string, month: string): Promise<ProgressReport | null> {
  return (await ownFacts(trx, 'PROGRESS_REPORT', projectId)).find((one) => one.month === month) ?? null
}

// The report of a month whose recording was undone goes on under the same id.
async function lastReportId(trx: Db, projectId: string, month: string): Promise<string | undefined> {
  const found = trx.selectFrom('progressReport').select('id').where('projectId', '=', projectId).where('month', '=', month)
  return (await found.limit(1).executeTakeFirst())?.id
}

const stepRefused = (state: ProgressReportState, step: ReportStep) => reportStepIssues(state, step, PROGRESS_REPORT_STATES[state])

export interface ReportCommand extends CommandInput {
  readonly progressReportId: string
  readonly baseVersion: number
}

/** A report for a step: locked with its project, at its version (`null`: whatever it is), and in a state from which the step may be taken. */
export async function lockReport(
  trx: Db,
  input: { readonly progressReportId: string; readonly baseVersion: number | null },
  step: ReportStep,
): Promise<{ report: ProgressReport; project: ConstructionProject }> {
  const { progressReportId: id, baseVersion } = input
  const { before, project } = await lockRecord(trx, 'PROGRESS_REPORT', 'progressReport', 'progressReportId', id, baseVersion)
  if (!before) throw notFound('progressReportId', 'progressReport', id)
  refuseOn(stepRefused(before.state, step))
  return { report: before, project }
}

const keysOf = ({ projectId, month }: ProgressReport) => ({ projectId, month })

/** 上报项目月报: it is said, and waits to be accepted. */
export const submitProgressReport =
  (input: ReportCommand): CommandBody =>
  async (trx, begin) => {
    const { report } = await lockReport(trx, input, 'SUBMIT')
    refuseOn(submissionIssues(report))
    await writeFact(trx, await begin(), 'PROGRESS_REPORT', report.id, keysOf(report), { ...report, state: 'SUBMITTED' })
  }

export interface ReturnProgressReport extends ReportCommand {
  readonly reason: string
}

/** 退回项目月报: for a reason, to be put right. */
export const returnProgressReport =
  (input: ReturnProgressReport): CommandBody =>
  async (trx, begin) => {
    const { report } = await lockReport(trx, input, 'RETURN')
    const returnReason = input.reason.trim()
    if (returnReason === '') refuseOn([issue('reason', 'REQUIRED')])
    if (returnReason.length > 500) refuseOn([issue('reason', 'TOO_LONG', { max: 500 })])
    await writeFact(trx, await begin(), 'PROGRESS_REPORT', report.id, keysOf(report), { ...report, state: 'RETURNED', returnReason })
  }

export interface AcceptProgressReport extends ReportCommand {
  /** Why the project goes back to an earlier stage, or passes a gate that is not on record, by this report. */
  readonly reason?: string | null | undefined
}

/**
 * 审核项目月报: it counts. Where works stand by it becomes the stage of the project, from the last day of its month (of this month:
 * today), unless a later stage is recorded; as known to have been so by then.
 */
export const acceptProgressReport =
  (input: AcceptProgressReport, today: IsoDate): CommandBody =>
  async (trx, begin) => {
    const { report, project } = await lockReport(trx, input, 'ACCEPT')
    const monthEnd = addDays(day(`${nextMonth(report.month)}-01`), -1)
    const on = monthEnd < today ? monthEnd : today
    const rows = await ownFacts(trx, 'PROJECT_STAGE', project.id)
    const now = stageOn(rows, on)
    const { stage, wording, unitsDone } = report
    const same = now !== null && (stage === null || now.stage === stage) && now.wording === wording && now.unitsDone === unitsDone
    const later = rows.some(({ validFrom }) => validFrom > on)
    const desired = stageFrom(rows, on, {
      stage: stage ?? now?.stage ?? null,
      wording,
      unitsDone,
      basis: stage === null ? 'NOT_STATED' : 'STATED',
      startKnown: false,
      reason: input.reason?.trim() || null,
      documentId: report.documentId,
      source: report.source,
      sourceNote: null,
    })
    const moves = !same && !later
    if (moves) refuseOn(await stepIssues(trx, project, desired, on))
    const change = await begin()
    await writeFact(trx, change, 'PROGRESS_REPORT', report.id, keysOf(report), { ...report, state: 'ACCEPTED' })
    if (moves) await writeStages(trx, change, project.id, rows, desired)
  }
