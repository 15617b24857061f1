import { recogniseHeaders, type FileColumns } from '@yilian/domain/file-columns.ts'
import type { ImportColumn } from '@yilian/domain/import-run.ts'

import type { FileTextRow } from '../files/file-row.ts'
import { columnLetter } from '../files/workbook.ts'

/** A header stands among the first rows with something in them: titles and dates may stand above it. */
export const HEADER_WITHIN = 25

/** Rows that show how to fill in a template, and are not read. */
const EXAMPLE = /^(示例|例[:：]|Example)/i

export function isExample({ cells }: FileTextRow): boolean {
  return EXAMPLE.test((cells.find((cell) => cell.trim() !== '') ?? '').trim())
}

/**
 * The place of the header among these rows: the row with the most headers that are known, the first of several; the first row where
 * none is known, so that the operator can say what the columns are.
 */
export function findHeader<Values extends object>(columns: FileColumns<Values>, rows: readonly FileTextRow[]): number {
  const known = rows.map(({ cells }) => recogniseHeaders(columns, cells).filter((field) => field !== null).length)
  return Math.max(0, known.indexOf(Math.max(...known)))
}

/** The columns of a file with this header, each under a name of its own, with what the first row has there. */
export function columnsOf<Values extends object>(
  columns: FileColumns<Values>,
  header: readonly string[],
  first: readonly string[],
): ImportColumn[] {
  const fields = recogniseHeaders(columns, header)
  const seen = new Map<string, number>()
  return header.map((cell, at) => {
    const name = cell.trim().replace(/\s+/g, ' ') || columnLetter(at)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { header: count === 1 ? name : `${name} (${count})`, field: fields[at] ?? null, sample: first[at]?.trim() || null }
  })
}
