import type { Stretch } from '../dated.ts'
import { addDays, day, daysBetween, type IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { certainDays, daysWithin, type SuspensionValue } from './suspension.ts'
import type { Reached } from './stage-timeline.ts'

/** What the clock is read from. Start and completion are reached with the stages 开工 and 竣工验收. */
export interface Schedule {
  /** The plan in force; the baseline where nothing was re-planned. */
  readonly plannedStart: IsoDate | null
  readonly plannedCompletion: IsoDate | null
  readonly started: Reached
  readonly completed: Reached
  readonly suspensions: readonly Stretch<SuspensionValue>[]
  /** The day until which the clock has run, if the project is not complete. */
  readonly asOf: IsoDate
}

/**
 * Days of the project, in whole days: `planned + suspended + slipped = actual`, all of at least zero. The clock stops while works stand
 * still. `planned` are days worked within the planned duration, `slipped` those beyond it and those waited for a late start.
 */
export interface ScheduleClock {
  /** From the planned start, or the actual one if it was earlier, until completion or `asOf`. */
  readonly actual: number
  readonly planned: number
  readonly suspended: number
  readonly slipped: number
  /** Of the planned and slipped days, those on which works may have stood still: stop or resumption are not known to the day. */
  readonly uncertain: number
  /** The planned duration. */
  readonly duration: number
  /** Days of the planned duration that were not needed yet, or not at all. */
  readonly remaining: number
  /** Days after the planned completion, if the rest goes as planned; negative when early. `suspended + slipped` less an early start. */
  readonly late: number
  /** When it was complete, or is expected to be. */
  readonly completion: IsoDate
  /** `null`: it is complete. */
  readonly assumption: ForecastAssumption | null
}

/** The last day that can be written. */
const LAST_DAY = day('9999-12-31')

export const FORECAST_ASSUMPTIONS = {
  AS_PLANNED: { zh: '余下工期按计划进行，不再停工', en: 'the remaining days go as planned, without another stop' },
  RESUMES_TODAY: { zh: '自查看之日起复工，余下工期按计划进行', en: 'works resume on the day shown, and the remaining days go as planned' },
  STARTS_TODAY: { zh: '自查看之日起开工，工期按计划进行', en: 'works start on the day shown and go as planned' },
  STARTS_AS_PLANNED: { zh: '按计划开工，工期按计划进行', en: 'works start and go as planned' },
} as const
export type ForecastAssumption = keyof typeof FORECAST_ASSUMPTIONS

/** The clock, or why it cannot be read: no figure is made up for a day that nobody reported. */
export function readClock(schedule: Schedule): { clock: ScheduleClock } | { missing: readonly Issue[] } {
  const { plannedStart, plannedCompletion, started, completed, suspensions, asOf } = schedule
  const missing: Issue[] = []
  if (plannedStart === null) missing.push(issue('plannedStart', 'NO_PLANNED_START'))
  if (plannedCompletion === null) missing.push(issue('plannedCompletion', 'NO_PLANNED_COMPLETION'))
  if (plannedStart !== null && plannedCompletion !== null && plannedCompletion < plannedStart)
    missing.push(issue('plannedCompletion', 'PLAN_REVERSED', { start: plannedStart, completion: plannedCompletion }))
  if (started.reached === null) missing.push(issue('started', 'STAGE_NOT_KNOWN'))
  if (started.reached && started.on === null) missing.push(issue('started', 'NO_ACTUAL_START'))
  if (completed.reached && completed.on === null) missing.push(issue('completed', 'NO_ACTUAL_COMPLETION'))
  if (missing.length > 0 || plannedStart === null || plannedCompletion === null) return { missing }

  const duration = daysBetween(plannedStart, plannedCompletion)
  const end = later(completed.on ?? asOf, started.on ?? asOf)
  if (!started.reached && end < plannedStart) return { clock: notDue(duration, plannedCompletion) }
  const origin = started.on !== null && started.on < plannedStart ? started.on : plannedStart
  const workFrom = started.on ?? end
  const actual = Math.max(0, daysBetween(origin, end))
  const waited = Math.max(0, Math.min(actual, daysBetween(origin, workFrom)))
  const whole = { from: workFrom, to: end }
  const suspended = daysWithin(
    whole,
    suspensions.flatMap((one) => certainDays(one) ?? []),
  )
  const uncertain = daysWithin(whole, suspensions) - suspended
  const worked = actual - waited - suspended
  const planned = Math.min(worked, duration)
  const slipped = actual - planned - suspended
  const remaining = duration - planned
  // Asked of the last days there are, what remains ends with them.
  const completion = completed.on ?? addDays(end, Math.min(remaining, daysBetween(end, LAST_DAY)))
  const standing = suspensions.some((one) => one.validFrom <= asOf && (one.validTo === null || asOf < one.validTo))
  const assumption = completed.reached ? null : !started.reached ? 'STARTS_TODAY' : standing ? 'RESUMES_TODAY' : 'AS_PLANNED'
  const late = daysBetween(plannedCompletion, completion)
  return { clock: { actual, planned, suspended, slipped, uncertain, duration, remaining, late, completion, assumption } }
}

function notDue(duration: number, completion: IsoDate): ScheduleClock {
  const none = { actual: 0, planned: 0, suspended: 0, slipped: 0, uncertain: 0, late: 0 }
  return { ...none, duration, remaining: duration, completion, assumption: 'STARTS_AS_PLANNED' }
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b
}

/** Days late told apart: those that works stood still come first, the rest slipped. Both zero when it is not late. */
export function lateDays({ late, suspended }: Pick<ScheduleClock, 'late' | 'suspended'>): { suspended: number; slipped: number } {
  const days = Math.max(0, late)
  const stood = Math.min(days, suspended)
  return { suspended: stood, slipped: days - stood }
}
