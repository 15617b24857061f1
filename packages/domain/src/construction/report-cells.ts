import type { Decimal } from '../decimal.ts'
import type { Cells } from '../file-cells.ts'
import { plain } from '../code-list.ts'
import { isDecimal } from '../decimal.ts'
import { parseDay } from '../file-days.ts'
import { issue } from '../issue.ts'
import { asYuan } from '../money.ts'

const WRITTEN = /^(\d{4})(?:年|[-/.])?(\d{1,2})月?(?:份)?$/

/** A month, `2020-06`: 2020年6月, 2020/6, 202006, or any day of it. */
export const monthCells: Cells<string> = {
  format: 'TEXT',
  parse: (text) => {
    const [, year, month] = WRITTEN.exec(plain(text)) ?? []
    const number = Number(month)
    if (year !== undefined && number >= 1 && number <= 12) return { value: `${year}-${String(number).padStart(2, '0')}` }
    const day = parseDay(text)
    return day === null ? { issues: [issue('', 'NOT_A_MONTH', { value: text })] } : { value: day.slice(0, 7) }
  },
  write: (month) => month,
}

/** Per cent from 0 to 100, with or without its sign. */
export const percentCells: Cells<Decimal | null> = {
  format: 'DECIMAL',
  cleared: null,
  parse: (text) => {
    const digits = plain(text).replace(/%$/, '')
    return isDecimal(digits, 2) && Number(digits) <= 100
      ? { value: asYuan(digits) }
      : { issues: [issue('', 'NOT_A_PERCENTAGE', { value: text })] }
  },
  write: (percent) => (percent === null ? null : Number(percent)),
}

/** A year, with or without 年. */
export const yearCells: Cells<number> = {
  format: 'TEXT',
  parse: (text) => {
    const digits = plain(text).replace(/年(度)?$/, '')
    return /^\d{4}$/.test(digits) ? { value: Number(digits) } : { issues: [issue('', 'NOT_A_YEAR', { value: text })] }
  },
  write: (year) => String(year),
}
