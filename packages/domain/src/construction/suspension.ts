import type { Cited } from '../cited.ts'
import type { DatedRow, Stretch } from '../dated.ts'
import { addDays, type IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { union, type Period } from '../period.ts'
import { UNKNOWN_START } from '../region.ts'
import { lengthIssues } from '../value-issues.ts'
import type { SuspensionCause } from './terms.ts'

/**
 * 停工: a stretch in which works stood still. Its days are the longest it can have lasted: where the stop is not known to the day
 * (`startKnown` false) it begins after the stop before or `UNKNOWN_START`; where the resumption is not (`endKnown` false) it ends on the
 * first day on which works were seen to go on. `observedOn` is a day on which they were seen to stand still.
 */
export interface SuspensionValue extends Cited {
  readonly cause: SuspensionCause
  readonly responsibleParty: string | null
  readonly detail: string | null
  readonly startKnown: boolean
  readonly endKnown: boolean
  readonly observedOn: IsoDate | null
}
/** A stretch of standing still of one project. */
export interface Suspension extends DatedRow, SuspensionValue {
  readonly projectId: string
}

/** Issues of one suspension alone. `today`: nobody has seen works stand still on a day to come. */
export function suspensionIssues(one: Stretch<SuspensionValue>, today: IsoDate): Issue[] {
  const issues: Issue[] = lengthIssues({ responsibleParty: [one.responsibleParty, 100], detail: [one.detail, 500] })
  const { observedOn, validFrom, validTo } = one
  if (observedOn !== null && (observedOn < validFrom || (validTo !== null && observedOn >= validTo)))
    issues.push(issue('observedOn', 'OBSERVED_OUTSIDE', { day: observedOn }))
  else if (observedOn !== null && observedOn > today) issues.push(issue('observedOn', 'DAY_TO_COME', { day: observedOn }))
  if (one.startKnown && validFrom === UNKNOWN_START) issues.push(issue('effectiveOn', 'REQUIRED'))
  return issues
}

/** The days on which works certainly stood still; none where too little is known. */
export function certainDays(one: Stretch<SuspensionValue>): Period | null {
  const { startKnown, endKnown, observedOn, validFrom, validTo } = one
  if (startKnown && endKnown) return { validFrom, validTo }
  if (startKnown) return { validFrom, validTo: addDays(observedOn ?? validFrom, 1) }
  if (observedOn === null) return endKnown && validTo !== null ? { validFrom: addDays(validTo, -1), validTo } : null
  return { validFrom: observedOn, validTo: endKnown ? validTo : addDays(observedOn, 1) }
}

/** How many days of a period lie in any of these periods, an open end counted to the end of the period. */
export function daysWithin(whole: { from: IsoDate; to: IsoDate }, periods: readonly Period[]): number {
  return union(periods).reduce((sum, { validFrom, validTo }) => {
    const from = validFrom > whole.from ? validFrom : whole.from
    const to = validTo === null || validTo > whole.to ? whole.to : validTo
    return sum + Math.max(0, dayNumber(to) - dayNumber(from))
  }, 0)
}

function dayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
