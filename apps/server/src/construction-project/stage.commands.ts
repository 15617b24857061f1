import { v7 as newId } from 'uuid'

import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import { gatesBetween, PROJECT_STAGES, type ProjectStage, type StageBasis } from '@yilian/domain/construction/stage.ts'
import { stageTimelineIssues, stageValueIssues, type ProjectStageRow, type StageValue } from '@yilian/domain/construction/stage-timeline.ts'
import { endFrom, stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'

import { keptSource, periodOfInput, type StretchInput } from '../command/belonging.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import type { Change } from '@yilian/database/changes.ts'
import { cited } from '../membership/membership.commands.ts'
import { lockProject, ownFacts } from './lock-project.ts'

/** What is said of where works stand. */
export interface StageInput {
  readonly stage?: ProjectStage | null | undefined
  readonly wording?: string | null | undefined
  readonly basis?: StageBasis | null | undefined
  readonly startKnown?: boolean | null | undefined
  readonly unitsDone?: number | null | undefined
  readonly reason?: string | null | undefined
}

export interface RecordStage extends CommandInput, StageInput {
  readonly projectId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}

/** 登记项目阶段: from the effective day works stand so, until the next stage that is recorded for later. */
export const recordStage =
  (input: RecordStage): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const rows = await ownFacts(trx, 'PROJECT_STAGE', project.id)
    const value = { ...stageOf(input), ...noSource(), ...cited(input) }
    const desired = stageFrom(rows, input.effectiveOn, value)
    refuseOn([...stageValueIssues(value, project.unitCount), ...(await stepIssues(trx, project, desired, input.effectiveOn))])
    await writeStages(trx, await begin(), project.id, rows, desired)
  }

export interface CancelProject extends CommandInput {
  readonly projectId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
  readonly reason: string
}

/** 取消项目: from the effective day it is given up; what was planned for later is cancelled. */
export const cancelProject =
  (input: CancelProject): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const rows = await ownFacts(trx, 'PROJECT_STAGE', project.id)
    const value = { ...stageOf({ stage: 'CANCELLED', reason: input.reason }), ...noSource(), ...cited(input) }
    refuseOn(stageValueIssues(value, project.unitCount))
    const before = endFrom<Stretch<StageValue>>(rows, input.effectiveOn)
    await writeStages(trx, await begin(), project.id, rows, [...before, { ...value, validFrom: input.effectiveOn, validTo: null }])
  }

export interface CorrectStages extends CommandInput {
  readonly projectId: string
  readonly baseVersion: number
  readonly stretches: readonly (StageInput & StretchInput)[]
}

/** 更正项目阶段: all stretches as they truly were. */
export const correctStages =
  (input: CorrectStages): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const rows = await ownFacts(trx, 'PROJECT_STAGE', project.id)
    const desired = input.stretches.map((one) => ({
      ...stageOf(one),
      ...keptSource(rows, one.validFrom),
      ...cited(input),
      ...periodOfInput(one),
    }))
    refuseOn([
      ...stretchIssues(desired),
      ...desired.flatMap((one, at) => issuesAt(`stretches.${at}`, stageValueIssues(one, project.unitCount))),
      ...stageTimelineIssues(desired),
    ])
    await writeStages(trx, await begin(), project.id, rows, desired)
  }

/** The one timeline of a project's stage. */
export async function writeStages(
  trx: Db,
  change: Change,
  projectId: string,
  rows: readonly ProjectStageRow[],
  desired: readonly Stretch<StageValue>[],
): Promise<void> {
  const known = rows[0]?.id ?? (await lastStageId(trx, projectId)) ?? newId()
  await writeTimeline(trx, change, 'PROJECT_STAGE', known, { projectId }, desired)
}

// A timeline that was corrected away goes on under the same id.
async function lastStageId(trx: Db, projectId: string): Promise<string | undefined> {
  return (await trx.selectFrom('projectStage').select('id').where('projectId', '=', projectId).limit(1).executeTakeFirst())?.id
}

/** From a day on it is so, until the next stretch that begins later. */
export function stageFrom(rows: readonly Stretch<StageValue>[], day: IsoDate, value: StageValue): Stretch<StageValue>[] {
  const later = rows.filter(({ validFrom }) => validFrom > day)
  return [...endFrom(rows, day), { ...value, validFrom: day, validTo: later[0]?.validFrom ?? null }, ...later]
}

/** The step that begins on a day: back only for a reason, and forward through gates that are on record, or for a reason. */
export async function stepIssues(
  trx: Db,
  project: ConstructionProject,
  desired: readonly Stretch<StageValue>[],
  day: IsoDate,
): Promise<Issue[]> {
  const back = stageTimelineIssues(desired).map((one) => ({ ...one, path: 'reason' }))
  const { stage, reason } = desired.find(({ validFrom }) => validFrom === day)!
  const before = desired.findLast((one) => one.stage !== null && one.validFrom < day)?.stage ?? null
  if (back.length > 0 || before === null || stage === null || stage === 'CANCELLED' || reason !== null) return back
  if (!PROJECT_KINDS.items[project.kind].gated) return []
  const approvals = new Set((await ownFacts(trx, 'PROJECT_APPROVAL', project.id)).map((one) => one.stage))
  const missing = gatesBetween(before, stage).filter((gate) => !approvals.has(gate))
  if (missing.length === 0) return []
  const named = (locale: 'zh' | 'en') => missing.map((gate) => PROJECT_STAGES.items[gate].label[locale]).join(locale === 'zh' ? '、' : ', ')
  return [issue('reason', 'GATE_NOT_PASSED', { stage: PROJECT_STAGES.items[stage].label, gates: { zh: named('zh'), en: named('en') } })]
}

function stageOf({ stage, wording, basis, startKnown, unitsDone, reason }: StageInput) {
  return {
    stage: stage ?? null,
    wording: wording?.trim() || null,
    basis: basis ?? (stage ? 'STATED' : 'NOT_STATED'),
    startKnown: startKnown ?? true,
    unitsDone: unitsDone ?? null,
    reason: reason?.trim() || null,
  } as const
}

function noSource() {
  return { documentId: null, source: null, sourceNote: null }
}
