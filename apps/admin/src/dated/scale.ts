import { addDays, daysBetween, type IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

/** The days a timeline shows: `from` is at the left edge, `to` at the right. */
export interface Range {
  readonly from: IsoDate
  readonly to: IsoDate
}

export interface Tick {
  readonly day: IsoDate
  readonly label: string
  /** The first of January: drawn stronger when months are shown too. */
  readonly year: boolean
}

const DAYS_IN_YEAR = 365.2425

/**
 * A range that holds every known start and end, and the given days, with room at the right so that an open end
 * is seen to go on. At least a year wide.
 */
export function rangeOf(periods: readonly Period[], days: readonly IsoDate[]): Range {
  const ends = periods.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo]))
  const all = [...ends.filter((day) => day !== UNKNOWN_START), ...days].toSorted()
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('a timeline needs at least one day')
  const span = Math.max(daysBetween(first, last), DAYS_IN_YEAR)
  return { from: addDays(first, -Math.ceil(span * 0.02)), to: addDays(last, Math.ceil(span * 0.08)) }
}

/** Where a day lies in the range: 0 at the left edge, 1 at the right, held within. */
export function positionOf(day: IsoDate, { from, to }: Range): number {
  return Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, to)))
}

/** Left edge and width of a stretch as fractions of the range; an open end reaches the right edge. */
export function extentOf({ validFrom, validTo }: Period, range: Range): { left: number; width: number } {
  const left = positionOf(validFrom, range)
  return { left, width: (validTo === null ? 1 : positionOf(validTo, range)) - left }
}

/** The day at a fraction of the range. */
export function dayAt(position: number, { from, to }: Range): IsoDate {
  return addDays(from, Math.round(position * daysBetween(from, to)))
}

const MONTH_STEPS = [1, 3, 6]
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100]

/** Round days to write along the range: the finest of months, quarters, half-years, years … that gives at most `max`. */
export function ticksOf({ from, to }: Range, max: number): Tick[] {
  const months = (daysBetween(from, to) / DAYS_IN_YEAR) * 12
  const step = [...MONTH_STEPS, ...YEAR_STEPS.map((years) => years * 12)].find((count) => months / count <= max) ?? 1200
  const first = monthIndex(from) + (from.endsWith('-01') ? 0 : 1)
  const ticks: Tick[] = []
  for (let month = Math.ceil(first / step) * step; firstOfMonth(month) <= to; month += step) {
    const day = firstOfMonth(month)
    const year = day.slice(5, 7) === '01'
    ticks.push({ day, year, label: year ? day.slice(0, 4) : day.slice(0, 7) })
  }
  return ticks
}

function monthIndex(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function firstOfMonth(index: number): IsoDate {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01` as IsoDate
}
