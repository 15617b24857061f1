import { addDays, type IsoDate } from './day.ts'

/** A stretch of days, half open: `validFrom` is in, `validTo` is the first day out, `null` has no end. */
export interface Period {
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
}

/** The earlier of two ends, where `null` is later than every day. */
export function earlierEnd(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null) return b
  return b === null || a < b ? a : b
}

function laterEnd(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a === null || b === null ? null : a > b ? a : b
}

/** The end lies after the start; an empty or reversed stretch is no period. */
export function isPeriod({ validFrom, validTo }: Period): boolean {
  return validTo === null || validFrom < validTo
}

/** The day is one of the period's. */
export function covers({ validFrom, validTo }: Period, day: IsoDate): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

/** They share a day. Periods that merely meet (`[a,b)`, `[b,c)`) do not. */
export function overlaps(a: Period, b: Period): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo)
}

/** Every day of `inner` is a day of `outer`. */
export function contains(outer: Period, inner: Period): boolean {
  return outer.validFrom <= inner.validFrom && (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo))
}

/** The days both have, or `null` when there are none. */
export function intersection(a: Period, b: Period): Period | null {
  if (!overlaps(a, b)) return null
  return { validFrom: a.validFrom > b.validFrom ? a.validFrom : b.validFrom, validTo: earlierEnd(a.validTo, b.validTo) }
}

/** The days in any of them, as the fewest periods in order: overlapping and meeting ones become one. */
export function union(periods: readonly Period[]): Period[] {
  const sorted = periods.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0))
  const merged: Period[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last && (last.validTo === null || next.validFrom <= last.validTo)) {
      merged[merged.length - 1] = { validFrom: last.validFrom, validTo: laterEnd(last.validTo, next.validTo) }
    } else merged.push({ validFrom: next.validFrom, validTo: next.validTo })
  }
  return merged
}

/** The days of `from` that are in none of `without`, in order. */
export function difference(from: Period, without: readonly Period[]): Period[] {
  const rest: Period[] = []
  let start: IsoDate = from.validFrom
  for (const hole of union(without)) {
    if (!overlaps({ validFrom: start, validTo: from.validTo }, hole)) continue
    if (start < hole.validFrom) rest.push({ validFrom: start, validTo: hole.validFrom })
    if (hole.validTo === null) return rest
    start = hole.validTo
    if (from.validTo !== null && start >= from.validTo) return rest
  }
  rest.push({ validFrom: start, validTo: from.validTo })
  return rest
}

/** The days of `whole` that no period covers: for "exactly one lead on every day" and the like. */
export function gaps(whole: Period, periods: readonly Period[]): Period[] {
  return difference(whole, periods)
}

/** The last day in force, as screens show it; `null` for an open end. */
export function lastDay({ validTo }: Period): IsoDate | null {
  return validTo === null ? null : addDays(validTo, -1)
}
