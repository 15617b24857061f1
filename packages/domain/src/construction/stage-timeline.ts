import type { Cited } from '../cited.ts'
import { codeIssues } from '../code-list.ts'
import type { DatedRow, Stretch } from '../dated.ts'
import { issue, type Issue } from '../issue.ts'
import type { IsoDate } from '../day.ts'
import { covers } from '../period.ts'
import { UNKNOWN_START } from '../region.ts'
import { countIssues, lengthIssues } from '../value-issues.ts'
import { hasReached, PROJECT_STAGES, stageOrder, type ProjectStage, type StageBasis } from './stage.ts'

/** What holds of a project's progress for a stretch of days. */
export interface StageValue extends Cited {
  /** `null`: not known; reports often do not say. */
  readonly stage: ProjectStage | null
  /** What the report says, word for word or in brief. */
  readonly wording: string | null
  readonly basis: StageBasis
  /** The first day is the day it began; otherwise only that it was so by then. */
  readonly startKnown: boolean
  /** Of several alike units, how many are done. */
  readonly unitsDone: number | null
  /** Why it went back to an earlier stage, or passed a gate without its approval on record. */
  readonly reason: string | null
}
/** A stretch of a project's stage. */
export interface ProjectStageRow extends DatedRow, StageValue {
  readonly projectId: string
}

/** Issues of one stretch alone. `unitCount`: of how many units. */
export function stageValueIssues(value: StageValue, unitCount: number): Issue[] {
  const { stage, wording, reason, unitsDone } = value
  const issues: Issue[] = [...(stage === null ? [] : codeIssues('stage', PROJECT_STAGES, stage)), ...countIssues('unitsDone', unitsDone)]
  issues.push(...lengthIssues({ wording: [wording, 500], reason: [reason, 500] }))
  if (stage === 'CANCELLED' && !reason?.trim()) issues.push(issue('reason', 'REQUIRED'))
  if (unitsDone !== null && unitsDone > unitCount) issues.push(issue('unitsDone', 'UNITS_BEYOND', { done: unitsDone, count: unitCount }))
  return issues
}

/** A return to an earlier stage, to what is not known from what is, or out of a cancellation, says why. `path` is where the reason is given. */
export function returnIssues(before: ProjectStage | null, after: Pick<StageValue, 'stage' | 'reason'>, path = 'reason'): Issue[] {
  if (before === null || after.stage === null || after.reason?.trim()) return []
  const back = stageOrder(after.stage) < stageOrder(before) && after.stage !== 'CANCELLED'
  if (!back && before !== 'CANCELLED') return []
  if (after.stage === before) return []
  return [issue(path, 'STAGE_BACKWARD', { before: PROJECT_STAGES.items[before].label, after: PROJECT_STAGES.items[after.stage].label })]
}

/** Every return within a timeline says why, each at `stretches.<index>.reason`; what is not known between is passed over. */
export function stageTimelineIssues(stretches: readonly Stretch<StageValue>[]): Issue[] {
  let before: ProjectStage | null = null
  return stretches.flatMap((one, at) => {
    const issues = returnIssues(before, one, `stretches.${at}.reason`)
    before = one.stage ?? before
    return issues
  })
}

/** The stretch that holds on a day. */
export function stageOn<S extends Stretch<StageValue>>(stretches: readonly S[], asOf: IsoDate): S | null {
  return stretches.find((one) => covers(one, asOf)) ?? null
}

/** Whether and when a stage was reached, as far as is known on a day. */
export interface Reached {
  /** `null`: cannot be said, since the stage is not known. */
  readonly reached: boolean | null
  /** The day it was; `null` when it was not, or not known to the day. */
  readonly on: IsoDate | null
}

/** Whether and when a project reached a milestone: by its first stretch that is so far, as known up to a day. */
export function reachedOn(stretches: readonly Stretch<StageValue>[], milestone: ProjectStage, asOf: IsoDate): Reached {
  const past = stretches.filter(({ validFrom }) => validFrom <= asOf)
  const first = past.find(({ stage }) => hasReached(stage, milestone) === true)
  if (first) {
    const exact = first.startKnown && first.stage === milestone && first.validFrom !== UNKNOWN_START
    return { reached: true, on: exact ? first.validFrom : null }
  }
  const current = past.at(-1)?.stage ?? null
  return { reached: hasReached(current, milestone), on: null }
}
