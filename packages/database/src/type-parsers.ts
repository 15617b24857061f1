import pg from 'pg'

import type { Instant } from '@yilian/domain/day.ts'

const INT8 = 20
const DATE = 1082
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const TEXT_ARRAY: number = 1009
const ARRAYS = { int8: 1016, date: 1182, timestamp: 1115, timestamptz: 1185, numeric: 1231 }

/**
 * How values of this pool arrive: a day as `YYYY-MM-DD` text, an instant as UTC text with six digits of microseconds, `bigint`
 * as a number when it is exact (else `RangeError`), `numeric` as text; the same inside arrays. Values inside JSON are not touched.
 */
export function typeParsers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, parseInteger)
  types.setTypeParser(DATE, keepText)
  types.setTypeParser(TIMESTAMP, keepText)
  types.setTypeParser(TIMESTAMPTZ, parseInstant)
  types.setTypeParser(ARRAYS.int8, arrayOf(parseInteger))
  types.setTypeParser(ARRAYS.date, arrayOf(keepText))
  types.setTypeParser(ARRAYS.timestamp, arrayOf(keepText))
  types.setTypeParser(ARRAYS.timestamptz, arrayOf(parseInstant))
  types.setTypeParser(ARRAYS.numeric, arrayOf(keepText))
  return types
}

const keepText = (text: string): string => text

function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be an exact number`)
  return value
}

const INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/

/** PostgreSQL writes `2026-01-31 08:00:00.12+00` where the session's time zone is UTC and its date style ISO. */
function parseInstant(text: string): Instant {
  const match = INSTANT.exec(text)
  if (!match) throw new RangeError(`${text} is not an instant in UTC between the years 1 and 9999`)
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(6, '0')}Z` as Instant
}

function arrayOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  const parseTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY)
  return (text) => parseTexts(text).map((item) => (item === null ? null : parse(item)))
}
