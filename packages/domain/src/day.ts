/** A calendar day, `YYYY-MM-DD`: the same text in the form, on the wire and in the table. ISO text sorts like days. */
export type IsoDate = string & { readonly __brand: 'IsoDate' }

/** A moment in UTC with six digits of microseconds, `2026-01-31T08:00:00.000000Z`: always as long, so that the texts sort like moments. */
export type Instant = string & { readonly __brand: 'Instant' }

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})(T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,6}))?Z$/

/** True only for a day that exists: `2026-02-30` and `2026-2-3` are refused. */
export function isIsoDate(text: unknown): text is IsoDate {
  const match = typeof text === 'string' ? DAY.exec(text) : null
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** True for a month that exists, `2020-07`. */
export function isMonth(text: unknown): text is string {
  return typeof text === 'string' && isIsoDate(`${text}-01`)
}

/** The text as a day. Throws `RangeError` when it is none: for literals and trusted sources, not for input. */
export function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`${text} is not a day (YYYY-MM-DD)`)
  return text
}

/** True for an instant in the form above. Text with fewer digits is for `parseInstant`: it would not sort. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && parseInstant(text) === text
}

/** An instant as people and programs write it, with 0 to 6 digits after the second, to the form above; `null` when it is none. */
export function parseInstant(text: string): Instant | null {
  const match = INSTANT.exec(text)
  return match && isIsoDate(match[1]) ? (`${match[1]}${match[2]}.${(match[3] ?? '').padEnd(6, '0')}Z` as Instant) : null
}

/** The text as an instant. Throws `RangeError` when it is none: for literals and trusted sources. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (!parsed) throw new RangeError(`${text} is not an instant (YYYY-MM-DDTHH:MM:SS[.ffffff]Z)`)
  return parsed
}

/** The day `count` days later (earlier when negative), in the proleptic Gregorian calendar. Throws `RangeError` outside the years 1 to 9999. */
export function addDays(from: IsoDate, count: number): IsoDate {
  return day(new Date(Date.parse(`${from}T00:00:00Z`) + count * 86_400_000).toISOString().replace(/T.*/, ''))
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}

/** The day it is in China (UTC+8, no summer time) at this instant: what "today" means to a county bureau. */
export function dayInChina(at: Date): IsoDate {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as IsoDate
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
