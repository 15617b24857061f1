import {
  streamXlsxRows,
  writeXlsx,
  writeXlsxStream,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx'

import type { Cell, CellFormat } from '@yilian/domain/file-columns.ts'
import { issue } from '@yilian/domain/issue.ts'

import type { FileTextRow } from './file-row.ts'
import { FileRefused } from './file-refused.ts'
import { guardText, unguardText } from './formula-guard.ts'

// Everything that knows the library for Excel files stands here.

/** Rows of the first sheet that have something in them. Rows behind `mostRows` of the sheet, empty ones included, are not looked at. */
export async function* workbookRows(data: Uint8Array, mostRows: number): AsyncGenerator<FileTextRow> {
  try {
    for await (const { index, values } of streamXlsxRows(data, { maxRows: mostRows })) {
      const cells = values.map(cellText)
      while (cells.at(-1) === '') cells.pop()
      if (cells.length > 0) yield { row: index + 1, cells }
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const name = error instanceof Error ? error.constructor.name : ''
    throw new FileRefused(issue('file', name === 'EncryptedFileError' ? 'FILE_PROTECTED' : 'FILE_UNREADABLE'))
  }
}

function cellText(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  // Excel keeps fifteen digits; what a float has beyond them is noise.
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)))
  return typeof value === 'string' ? unguardText(value) : String(value)
}

function dateText(date: Date): string {
  const [day, time] = date.toISOString().split('T')
  return time === '00:00:00.000Z' ? day! : `${day} ${time!.slice(0, 8)}`
}

/** A column of a sheet. `heading` is its title, `width` in characters. */
export interface SheetColumn {
  readonly heading: string
  readonly width: number
  readonly format: CellFormat
}

const NUMBER_FORMATS: Readonly<Record<CellFormat, string>> = { TEXT: '@', COUNT: '#,##0', DECIMAL: '#,##0.00' }
const FONT = { name: '宋体', size: 11 }
const LINE = { style: 'thin', color: { rgb: 'BFC6CE' } } as const
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF5' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
  numFmt: '@',
}
const TITLE: CellStyle = { font: { ...FONT, bold: true }, numFmt: '@' }

function bodyStyle(format: CellFormat): CellStyle {
  return {
    font: FONT,
    alignment: { vertical: 'center', horizontal: format === 'TEXT' ? 'left' : 'right' },
    border: BORDER,
    numFmt: NUMBER_FORMATS[format],
  }
}

function safe(cell: Cell): CellValue {
  return typeof cell === 'string' ? guardText(cell) : cell
}

export interface TableSheet {
  readonly name: string
  /** Lines above the heading: what the table shows, and as of which day. */
  readonly title: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/** A workbook with one table, written as its rows arrive: memory does not grow with them. The heading stays in sight. */
export function tableWorkbook({ name, title, columns, rows }: TableSheet): ReadableStream<Uint8Array> {
  const bodyStyles = columns.map(({ format }) => bodyStyle(format))
  // The library styles whole columns and reads the style of a column for each cell, a row at a time: what it reads is set with the row.
  let styles: readonly (CellStyle | undefined)[] = []
  const styled = columns.map(({ width }, at) => ({
    width,
    get style() {
      return styles[at] ?? {}
    },
  }))
  async function* all(): AsyncGenerator<CellValue[]> {
    for (const line of title) {
      styles = [TITLE]
      yield [guardText(line)]
    }
    styles = columns.map(() => HEADING)
    yield columns.map(({ heading }) => guardText(heading))
    for await (const row of rows) {
      styles = bodyStyles
      yield row.map(safe)
    }
  }
  return writeXlsxStream(all(), { name: sheetName(name), columns: styled, freezePane: { rows: title.length + 1, columns: 1 } })
}

export interface BookSheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Cell[])[]
  /** Choices offered in a column: cells of another sheet, e.g. `'代码'!$A$2:$A$9`. */
  readonly choices?: readonly { readonly column: number; readonly cells: string }[]
}

const CHOICE_ROWS = 2_000

/** A small workbook of several sheets, each with a heading that stays in sight. */
export async function sheetsWorkbook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(bookSheet), defaultFont: FONT })
}

function bookSheet({ name, columns, rows, choices = [] }: BookSheet): WriteSheet {
  const cells = new Map(columns.map((_, at) => [`0,${at}`, { style: HEADING }] as const))
  return {
    name: sheetName(name),
    columns: columns.map(({ width, format }) => ({ width, style: bodyStyle(format) })),
    rows: [columns.map(({ heading }) => guardText(heading)), ...rows.map((row) => row.map(safe))],
    cells,
    freezePane: { rows: 1 },
    dataValidations: choices.map(({ column, cells: formula1 }): DataValidation => {
      const letter = columnLetter(column)
      return { type: 'list', formula1, range: `${letter}2:${letter}${CHOICE_ROWS}`, allowBlank: true, showErrorMessage: false }
    }),
  }
}

/** `A`, `Z`, `AA`: how a workbook names the column at this place, counted from 0. */
export function columnLetter(at: number): string {
  return (at >= 26 ? columnLetter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  )
}
