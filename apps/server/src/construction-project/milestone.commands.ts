import { v7 as newId } from 'uuid'

import type { Change } from '@yilian/database/changes.ts'
import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import {
  milestoneIssues,
  planIssues,
  plannedOn,
  type MilestoneValue,
  type ProjectMilestone,
} from '@yilian/domain/construction/milestone.ts'
import { PROJECT_STAGES, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'

import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'
import { lockProject, ownFacts } from './lock-project.ts'

interface MilestoneDay {
  readonly stage: ProjectStage
  readonly day: IsoDate
  readonly wording?: string | null | undefined
}
interface OfProject extends CommandInput {
  readonly projectId: string
  readonly baseVersion: number
}
export interface PlanProject extends OfProject {
  readonly milestones: readonly MilestoneDay[]
}
export interface ReplanProject extends PlanProject {
  readonly reason: string
}

const NEW: MilestoneValue = {
  baselineOn: null,
  replannedOn: null,
  forecastOn: null,
  wording: null,
  reason: null,
  documentId: null,
  source: null,
  sourceNote: null,
}

/** What a command makes of a milestone: its value, or why not. */
type Step = (before: MilestoneValue, given: MilestoneDay) => Partial<MilestoneValue> | Issue

const changeMilestones =
  (input: PlanProject, judged: boolean, step: Step, extra: readonly Issue[] = []): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const rows = await ownFacts(trx, 'PROJECT_MILESTONE', project.id)
    const issues: Issue[] = [...extra, ...(input.milestones.length === 0 ? [issue('milestones', 'REQUIRED')] : [])]
    const wanted = input.milestones.map((given, at) => {
      const before = rows.find(({ stage }) => stage === given.stage)
      const made = step(before ?? NEW, given)
      if ('code' in made) issues.push(...issuesAt(`milestones.${at}`, [made]))
      const value: MilestoneValue = { ...NEW, ...before, ...('code' in made ? {} : made), ...cited(input) }
      issues.push(...issuesAt(`milestones.${at}`, milestoneIssues(value)))
      return { stage: given.stage, value }
    })
    refuseOn(issues)
    refuseOn(planIssues(input.milestones))
    const all = [
      ...wanted.map(({ stage, value }) => ({ stage, day: plannedOn(value) })),
      ...rows.filter(({ stage }) => !wanted.some((one) => one.stage === stage)).map((row) => ({ stage: row.stage, day: plannedOn(row) })),
    ]
    if (judged) refuseOn(planIssues(all).map((one) => ({ ...one, path: 'milestones' })))
    const change = await begin()
    for (const { stage, value } of wanted) await writeMilestone(trx, change, project.id, rows, stage, value)
  }

/** 编制项目计划: the baseline, which stays. */
export const planProject = (input: PlanProject): CommandBody =>
  changeMilestones(input, true, (before, { stage, day, wording }) =>
    before.baselineOn !== null && before.baselineOn !== day
      ? issue('day', 'BASELINE_FIXED', { stage: PROJECT_STAGES.items[stage].label, day: before.baselineOn })
      : { baselineOn: day, wording: wording?.trim() || before.wording },
  )

/** 调整项目计划: other days than the baseline's, for a reason. */
export const replanProject = (input: ReplanProject): CommandBody =>
  changeMilestones(
    input,
    true,
    (before, { stage, day, wording }) =>
      before.baselineOn === null
        ? issue('stage', 'NOTHING_PLANNED', { stage: PROJECT_STAGES.items[stage].label })
        : { replannedOn: day === before.baselineOn ? null : day, reason: input.reason.trim(), wording: wording?.trim() || before.wording },
    input.reason.trim() === '' ? [issue('reason', 'REQUIRED')] : [],
  )

/** 登记预计日期: when a report expects a stage. */
export const forecastProject = (input: PlanProject): CommandBody =>
  changeMilestones(input, false, (before, { day, wording }) => ({ forecastOn: day, wording: wording?.trim() || before.wording }))

export interface CorrectMilestones extends OfProject {
  readonly milestones: readonly {
    readonly stage: ProjectStage
    readonly baselineOn?: IsoDate | null | undefined
    readonly replannedOn?: IsoDate | null | undefined
    readonly forecastOn?: IsoDate | null | undefined
    readonly wording?: string | null | undefined
    readonly reason?: string | null | undefined
  }[]
}

/** 更正项目计划: all milestones as they truly were planned; one that is not given there never was. */
export const correctMilestones =
  (input: CorrectMilestones): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const rows = await ownFacts(trx, 'PROJECT_MILESTONE', project.id)
    const wanted = input.milestones.map(({ stage, baselineOn, replannedOn, forecastOn, wording, reason }) => {
      const before = rows.find((row) => row.stage === stage)
      const { documentId, source, sourceNote } = before ?? NEW
      const days = { baselineOn: baselineOn ?? null, replannedOn: replannedOn ?? null, forecastOn: forecastOn ?? null }
      const words = { wording: wording?.trim() || null, reason: reason?.trim() || null }
      return { stage, value: { ...days, ...words, documentId, source, sourceNote, ...cited(input) } }
    })
    refuseOn([
      ...planIssues(wanted.map(({ stage, value }) => ({ stage, day: plannedOn(value) }))),
      ...wanted.flatMap(({ value }, at) => issuesAt(`milestones.${at}`, milestoneIssues(value))),
    ])
    const change = await begin()
    for (const { id, stage } of rows)
      if (!wanted.some((one) => one.stage === stage)) await writeFact(trx, change, 'PROJECT_MILESTONE', id, {}, null)
    for (const { stage, value } of wanted) await writeMilestone(trx, change, project.id, rows, stage, value)
  }

async function writeMilestone(
  trx: Db,
  change: Change,
  projectId: string,
  rows: readonly ProjectMilestone[],
  stage: ProjectStage,
  value: MilestoneValue,
): Promise<void> {
  const id = rows.find((row) => row.stage === stage)?.id ?? newId()
  await writeFact(trx, change, 'PROJECT_MILESTONE', id, { projectId, stage }, { ...value })
}
