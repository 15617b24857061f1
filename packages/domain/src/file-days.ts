import { plain } from './code-list.ts'
import { addDays, day, isIsoDate, type IsoDate } from './day.ts'
import type { Cells } from './file-cells.ts'
import { issue } from './issue.ts'
import type { Text } from './locale.ts'
import { lastDay, type Period } from './period.ts'
import { UNKNOWN_START } from './region.ts'

const UNKNOWN: Text = { zh: '不详', en: 'Unknown' }

/** A day, written as ISO text: workbooks cannot hold days before 1900, and programs do not agree on the first two months after. */
export const dayCells: Cells<IsoDate> = {
  format: 'TEXT',
  parse: (text) => {
    const day = isUnknown(text) ? UNKNOWN_START : parseDay(text)
    return day ? { value: day } : { issues: [issue('', 'NOT_A_DAY', { value: text })] }
  },
  write: (day, locale) => (day === UNKNOWN_START ? UNKNOWN[locale] : day),
}

/** The last day in force, as people write it, for `validTo`, the first day no longer in force. */
export const lastDayCells: Cells<Period['validTo']> = {
  format: 'TEXT',
  cleared: null,
  parse: (text) => {
    if (OPEN.includes(plain(text))) return { value: null }
    const last = parseDay(text)
    if (last === null) return { issues: [issue('', 'NOT_A_DAY', { value: text })] }
    return { value: last === END_OF_TIME ? null : addDays(last, 1) }
  },
  write: (validTo) => lastDay({ validFrom: UNKNOWN_START, validTo }),
}

const OPEN = ['至今', '长期', '无期限', 'open', 'present']
const END_OF_TIME = '9999-12-31'

function isUnknown(text: string): boolean {
  return [UNKNOWN.zh, UNKNOWN.en, '未知', '起始日不详', UNKNOWN_START].some((one) => plain(one) === plain(text))
}

const WRITTEN_DAY =
  /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*[日号]?(?:(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/
/** Day 0 of the serial numbers of workbooks, for all days after February 1900. */
const SERIAL_ZERO = day('1899-12-30')

/**
 * A day as sheets have it: 2020-07-31, 2020/7/31, 2020.7.31, 2020年7月31日, 20200731, or the serial number a workbook shows for an
 * unformatted date (five digits: 1927 to 2173). `null` where it is none, as for a month.
 */
export function parseDay(text: string): IsoDate | null {
  const written = text.normalize('NFKC').trim()
  if (/^\d{5}(\.0+)?$/.test(written)) return addDays(SERIAL_ZERO, Number(written))
  const [, year, month, date] = WRITTEN_DAY.exec(written) ?? DIGITS.exec(written) ?? []
  const found = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isIsoDate(found) ? found : null
}
