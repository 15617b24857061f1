import { addDays, type Instant, type IsoDate } from './day.ts'
import { issue, issuesAt, type Issue } from './issue.ts'
import type { Text } from './locale.ts'
import { contains, covers, difference, earlierEnd, isPeriod, overlaps, type Period } from './period.ts'

/**
 * Dated facts. A fact (a membership, an institution's name and grade, …) has an `id` that lasts and rows that say
 * what held when (`validFrom`, `validTo`) and since when that is known (`recordedFrom`, `recordedTo`). Rows are only
 * inserted, or closed in recorded time. A command computes the timeline as it should be from the timeline as it is
 * (`changeFrom`, `endFrom`, `overlay`, or a list written by hand); `planTimeline` says which rows that closes and adds.
 */
export interface Recorded {
  readonly recordedFrom: Instant
  /** The instant a later change replaced this row; `null` while it is what is known. */
  readonly recordedTo: Instant | null
  /** The change that wrote the row, and the one that closed it. */
  readonly recordedBy: number
  readonly closedBy: number | null
}

/** A row of a dated fact as the table keeps it. */
export interface DatedRow extends Period, Recorded {
  readonly rowId: string
  readonly id: string
}

/** A value and the days it holds. A timeline is a list of them that do not overlap, in order. */
export type Stretch<V> = V & Period

/** The day a reader asks about, and the instant whose knowledge is wanted (`null`: what is known now). */
export interface Moment {
  readonly asOf: IsoDate
  readonly asKnownAt: Instant | null
}

/** What the database was told before `asKnownAt` and had not been told otherwise. */
export function known(row: Recorded, asKnownAt: Instant | null): boolean {
  return asKnownAt === null
    ? row.recordedTo === null
    : row.recordedFrom <= asKnownAt && (row.recordedTo === null || asKnownAt < row.recordedTo)
}

const byStart = (a: Period, b: Period) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0)

/** In order, with stretches that meet and say the same made one: a timeline has one row per stretch without change. */
export function normalise<V extends object>(stretches: readonly Stretch<V>[]): Stretch<V>[] {
  const merged: Stretch<V>[] = []
  for (const next of stretches.toSorted(byStart)) {
    const last = merged.at(-1)
    if (last && last.validTo === next.validFrom && sameValue(last, next)) merged[merged.length - 1] = { ...last, validTo: next.validTo }
    else merged.push(next)
  }
  return merged
}

/**
 * From day D on, `patch` holds: D must lie in a stretch, which keeps its value before D and takes the patch from D to
 * its end. Planned later stretches stay as they are.
 */
export function changeFrom<V extends object>(stretches: readonly Stretch<V>[], from: IsoDate, patch: Partial<V>): Stretch<V>[] {
  return normalise(
    stretches.flatMap((one) => {
      if (!covers(one, from)) return [one]
      const before = one.validFrom < from ? [{ ...one, validTo: from }] : []
      return [...before, { ...one, ...patch, validFrom: from }]
    }),
  )
}

/** From day D on, nothing holds: stretches end at D and planned later ones are cancelled. */
export function endFrom<V extends object>(stretches: readonly Stretch<V>[], from: IsoDate): Stretch<V>[] {
  return stretches
    .filter((one) => one.validFrom < from)
    .map((one) => (one.validTo === null || one.validTo > from ? { ...one, validTo: from } : one))
}

/** During `period`, what is recorded takes `patch`; outside it, and where nothing is recorded, nothing changes. A correction. */
export function overlay<V extends object>(stretches: readonly Stretch<V>[], period: Period, patch: Partial<V>): Stretch<V>[] {
  return normalise(
    stretches.flatMap((one) => {
      if (!overlaps(one, period)) return [one]
      const outside = difference(one, [period]).map((rest) => ({ ...one, ...rest }))
      const inside = contains(period, one) ? one : { ...one, ...difference(one, outside)[0]! }
      return [...outside, { ...inside, ...patch }]
    }),
  )
}

/** Issues of the stretches themselves: reversed periods and overlaps, each at `stretches.<index>`. */
export function stretchIssues(stretches: readonly Period[]): Issue[] {
  const issues = stretches.flatMap((one, index) =>
    isPeriod(one)
      ? []
      : issuesAt(`stretches.${index}`, [issue('validTo', 'END_BEFORE_START', { validFrom: one.validFrom, validTo: one.validTo })]),
  )
  const sorted = stretches.map((one, index) => ({ one, index })).sort((a, b) => byStart(a.one, b.one))
  let earlier = sorted[0]
  for (const later of sorted.slice(1)) {
    if (overlaps(earlier!.one, later.one)) {
      issues.push(
        issue(`stretches.${later.index}.validFrom`, 'STRETCHES_OVERLAP', {
          first: periodText(earlier!.one),
          second: periodText(later.one),
        }),
      )
    }
    // Compared with the one that reaches furthest, so that each of several within one long stretch is named.
    if (earlierEnd(earlier!.one.validTo, later.one.validTo) === earlier!.one.validTo) earlier = later
  }
  return issues
}

/** `NOT_IN_FORCE` at `path` unless some stretch covers the day: a change needs something to change. */
export function notInForceIssues(stretches: readonly Period[], asOf: IsoDate, path = 'effectiveOn'): Issue[] {
  if (stretches.some((one) => covers(one, asOf))) return []
  const nearest = stretches.findLast((one) => one.validFrom <= asOf) ?? stretches[0]
  return [issue(path, 'NOT_IN_FORCE', { day: asOf, nearest: nearest ? periodText(nearest) : null })]
}

/** Which rows to close and which stretches to insert so that the timeline becomes `desired`; rows that stay are in neither. */
export interface TimelinePlan<R, V> {
  readonly close: readonly R[]
  readonly insert: readonly Stretch<V>[]
}

/** `rows` are the fact's rows known now. `pick` takes the value out of a row, so that bookkeeping is not compared. */
export function planTimeline<R extends Period, V extends object>(
  rows: readonly R[],
  desired: readonly Stretch<V>[],
  pick: (row: R) => V,
): TimelinePlan<R, V> {
  const wanted = normalise(desired)
  const stays = (row: R, one: Stretch<V>) =>
    row.validFrom === one.validFrom && row.validTo === one.validTo && sameValue({ ...pick(row), ...periodOf(row) }, one)
  return {
    close: rows.filter((row) => !wanted.some((one) => stays(row, one))),
    insert: wanted.filter((one) => !rows.some((row) => stays(row, one))),
  }
}

/** A period as messages write it, with the last day in force: `2019-06-01 至 2026-08-31`, `2019-06-01 起`. */
export function periodText({ validFrom, validTo }: Period): Text {
  if (validTo === null) return { zh: `${validFrom} 起`, en: `from ${validFrom}` }
  const last = addDays(validTo, -1)
  return { zh: `${validFrom} 至 ${last}`, en: `from ${validFrom} to ${last}` }
}

/** Periods one after the other, `null` where there is none. */
export function periodsText(periods: readonly Period[]): Text | null {
  const all = periods.map(periodText)
  return all.length === 0 ? null : { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') }
}

/** The days of a row, without its value. */
export function periodOf({ validFrom, validTo }: Period): Period {
  return { validFrom, validTo }
}

/** Equal but for the days. Values are plain data: text, numbers, booleans, null, lists and objects of them. */
function sameValue(a: object, b: object): boolean {
  return canonical({ ...a, validFrom: null, validTo: null }) === canonical({ ...b, validFrom: null, validTo: null })
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, v]) => v !== undefined)
            .toSorted(([x], [y]) => (x < y ? -1 : 1)),
        )
      : inner,
  )
}
