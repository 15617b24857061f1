import { codeLabel, codesMatching, plain, type CodeList } from './code-list.ts'
import { isDecimal, shortDecimal, type Decimal } from './decimal.ts'
import type { Cell, FileColumn, Parsed } from './file-columns.ts'
import { issue } from './issue.ts'
import type { Text } from './locale.ts'

/** How the cells of a column are read and written; what is said of the column itself stands beside it. */
export type Cells<V> = Pick<FileColumn<V>, 'format' | 'parse' | 'write' | 'cleared'>

/** One line of text; line breaks within a cell become spaces. */
export const textCells: Cells<string> = {
  format: 'TEXT',
  parse: (text) => ({ value: oneLine(text) }),
  write: (text) => text,
}

/** The same where nothing may be said. */
export const optionalTextCells: Cells<string | null> = { ...textCells, cleared: null, write: (text) => text }

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

/** A code of a list, written as its label; read as code, label or another way of writing it. */
export function codeCells<Code extends string>(list: CodeList<Code>): Cells<Code> {
  return {
    format: 'TEXT',
    parse: (text) => oneCode(list, text),
    write: (code, locale) => codeLabel(list, code, locale),
  }
}

/** The same where nothing may be said. */
export function optionalCodeCells<Code extends string>(list: CodeList<Code>): Cells<Code | null> {
  return {
    format: 'TEXT',
    cleared: null,
    parse: (text) => oneCode(list, text),
    write: (code, locale) => (code === null ? null : codeLabel(list, code, locale)),
  }
}

function oneCode<Code extends string>(list: CodeList<Code>, text: string): Parsed<Code> {
  const codes = codesMatching(list, text)
  if (codes.length === 1) return { value: codes[0]! }
  if (codes.length === 0) return { issues: [issue('', 'NOT_IN_LIST', { value: text, list: list.label })] }
  return { issues: [issue('', 'AMBIGUOUS', { value: text, thing: list.label, candidates: codes.join('、') })] }
}

/** A whole number; thousands may be grouped and the unit may stand behind it. What it may be is for the thing's own rules. */
export function countCells(unit?: Text): Cells<number> {
  return {
    format: 'COUNT',
    parse: (text) => {
      const digits = plainNumber(text, unit)
      return /^-?\d{1,15}(\.0+)?$/.test(digits)
        ? { value: Number(digits) }
        : { issues: [issue('', 'NOT_A_COUNT', { value: text, min: 0 })] }
    },
    write: (count) => count,
  }
}

/** The same where nothing may be said. */
export function optionalCountCells(unit?: Text): Cells<number | null> {
  const { format, parse } = countCells(unit)
  return { format, parse, cleared: null, write: (count) => count }
}

/** An exact number of at most two decimals, kept as text. */
export function optionalDecimalCells(unit?: Text): Cells<Decimal | null> {
  return {
    format: 'DECIMAL',
    cleared: null,
    parse: (text) => {
      const digits = plainNumber(text, unit)
      return isDecimal(digits, 10) ? { value: shortDecimal(digits) } : { issues: [issue('', 'NOT_A_DECIMAL', { value: text })] }
    },
    write: (decimal) => (decimal === null ? null : exactNumber(decimal)),
  }
}

function plainNumber(text: string, unit?: Text): string {
  const digits = plain(text).replace(/(?<=\d)[,_](?=\d{3})/g, '')
  const units = unit ? [...new Set([unit.zh, unit.en, unit.zh === '平方米' ? '㎡' : unit.zh].map(plain))] : []
  const behind = units.find((one) => digits.endsWith(one))
  return behind === undefined ? digits : digits.slice(0, -behind.length)
}

/** As a number where that loses nothing, else as text. */
function exactNumber(decimal: Decimal): Cell {
  const number = Number(decimal)
  return String(number) === shortDecimal(decimal) ? number : decimal
}

/** Several texts in one cell, with 、 between them; one that contains a mark stands in double quotes. */
export const listCells: Cells<readonly string[]> = {
  format: 'TEXT',
  cleared: [],
  parse: (text) => ({ value: splitList(text) }),
  write: (items) => (items.length === 0 ? null : joinList(items)),
}

const ITEM = /"((?:[^"]|"")*)"|[^、，,；;|\n\r]+/g

export function splitList(text: string): string[] {
  const items = [...text.matchAll(ITEM)].map(([item, quoted]) => (quoted === undefined ? item : quoted.replaceAll('""', '"')).trim())
  return [...new Set(items.filter((item) => item !== ''))]
}

export function joinList(items: readonly string[]): string {
  return items.map((item) => (/[、，,；;|\n\r"]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('、')
}

const YES_NO = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } } as const

export const optionalYesNoCells: Cells<boolean | null> = {
  format: 'TEXT',
  cleared: null,
  parse: (text) => {
    const written = plain(text)
    if (['是', '保留', 'yes', 'y', 'true', '1', '√'].includes(written)) return { value: true }
    if (['否', '不保留', 'no', 'n', 'false', '0', '×'].includes(written)) return { value: false }
    return { issues: [issue('', 'NOT_YES_OR_NO', { value: text })] }
  },
  write: (value, locale) => (value === null ? null : YES_NO[value ? 'true' : 'false'][locale]),
}
