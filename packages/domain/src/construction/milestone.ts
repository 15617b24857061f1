import type { Cited } from '../cited.ts'
import type { Stretch } from '../dated.ts'
import type { Recorded } from '../dated.ts'
import { isIsoDate, type IsoDate } from '../day.ts'
import { issue, issuesAt, type Issue } from '../issue.ts'
import { lengthIssues } from '../value-issues.ts'
import { PROJECT_STAGES, STAGES_IN_ORDER, stageOrder, type ProjectStage } from './stage.ts'
import { reachedOn, type Reached, type StageValue } from './stage-timeline.ts'

/** When a stage is to be reached. The day it was reached is read from the stages themselves. */
export interface MilestoneValue extends Cited {
  /** As first planned; stays when it is re-planned. */
  readonly baselineOn: IsoDate | null
  readonly replannedOn: IsoDate | null
  /** What a report last expected. */
  readonly forecastOn: IsoDate | null
  /** What the plan or report says of it. */
  readonly wording: string | null
  /** Why it was re-planned. */
  readonly reason: string | null
}
export interface ProjectMilestone extends Recorded, MilestoneValue {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
  readonly stage: ProjectStage
}

/** The day that counts: re-planned, else the baseline. */
export function plannedOn({ baselineOn, replannedOn }: Pick<MilestoneValue, 'baselineOn' | 'replannedOn'>): IsoDate | null {
  return replannedOn ?? baselineOn
}

/** The plan's day for a stage. */
export function plannedDay(milestones: readonly ProjectMilestone[], stage: ProjectStage): IsoDate | null {
  const found = milestones.find((one) => one.stage === stage)
  return found ? plannedOn(found) : null
}

/** Days of milestones as a plan gives them. */
export interface PlannedDay {
  readonly stage: ProjectStage
  readonly day: IsoDate | null
}

/** A plan names each stage once, and later stages not before earlier ones. `path` is the list in the input. */
export function planIssues(days: readonly PlannedDay[], path = 'milestones'): Issue[] {
  const issues: Issue[] = []
  days.forEach(({ stage, day }, at) => {
    const own: Issue[] = []
    if (!STAGES_IN_ORDER.includes(stage)) own.push(issue('stage', 'NOT_IN_LIST', { value: stage, list: PROJECT_STAGES.label }))
    if (day !== null && !isIsoDate(day)) own.push(issue('day', 'NOT_A_DAY', { value: day }))
    if (days.findIndex((other) => other.stage === stage) < at)
      own.push(issue('stage', 'STAGE_TWICE', { stage: PROJECT_STAGES.items[stage].label }))
    issues.push(...issuesAt(`${path}.${at}`, own))
  })
  const ordered = days.map((one, at) => ({ ...one, at })).filter(({ day }) => day !== null)
  ordered.sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage))
  ordered.slice(1).forEach((later, index) => {
    const earlier = ordered[index]!
    if (later.day! < earlier.day!)
      issues.push(
        issue(`${path}.${later.at}.day`, 'PLAN_OUT_OF_ORDER', {
          earlier: PROJECT_STAGES.items[earlier.stage].label,
          later: PROJECT_STAGES.items[later.stage].label,
        }),
      )
  })
  return issues
}

export function milestoneIssues({ wording, reason }: Pick<MilestoneValue, 'wording' | 'reason'>): Issue[] {
  return lengthIssues({ wording: [wording, 500], reason: [reason, 500] })
}

/** A milestone and whether it was reached by a day. */
export interface MilestoneStanding extends Reached {
  readonly late: boolean
  /** The forecast has passed and it was not reached. */
  readonly lapsed: boolean
}

export function milestoneStanding(milestone: ProjectMilestone, stages: readonly Stretch<StageValue>[], asOf: IsoDate): MilestoneStanding {
  const found = reachedOn(stages, milestone.stage, asOf)
  const passed = (day: IsoDate | null) => day !== null && day < asOf && found.reached === false
  return { ...found, late: passed(plannedOn(milestone)), lapsed: passed(milestone.forecastOn) }
}
