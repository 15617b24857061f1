import type { Acting } from '@yilian/database/act-as.ts'
import type { Db } from '@yilian/database/db.ts'
import { recogniseHeaders, type FileColumn } from '@yilian/domain/file-columns.ts'
import { issue } from '@yilian/domain/issue.ts'

import type { Keys } from '../keys/keys.ts'
import { FileRefused } from '../files/file-refused.ts'
import type { FileTextRow } from '../files/file-row.ts'
import { FILE_LIMITS } from '../files/file-limits.ts'
import { readFileRows } from '../files/read-file.ts'
import { JobStopped } from '../job/jobs.ts'
import { columnsOf, findHeader, HEADER_WITHIN, isExample } from './find-header.ts'
import type { ImportKindDefinition } from './import-kind.ts'
import { sealedCell, shownCell } from './personal-cells.ts'
import { insertImportRows, updateImportRun } from './import-run.queries.ts'

/** Reads an uploaded file into the rows of its import, as the doing of `by`, and says what its columns are taken for. Throws `FileRefused`. */
export async function readUpload<Values extends object>(
  db: Db,
  runId: string,
  by: Acting,
  { columns, form = 'SHEET', personal }: Pick<ImportKindDefinition<Values>, 'columns' | 'form' | 'personal'>,
  data: Uint8Array,
  fileName: string,
  signal: AbortSignal,
  keys: Keys,
): Promise<void> {
  let always: readonly boolean[] = []
  const kept = (cells: readonly string[]) => (personal ? cells.map((cell, at) => sealedCell(keys, cell, always[at])) : cells)
  let head: FileTextRow[] = []
  let width = 0
  let rowsTotal = 0

  async function store(rows: readonly FileTextRow[]): Promise<void> {
    const filled = form === 'SHEET' ? rows.filter((row) => !isExample(row)) : rows
    await insertImportRows(
      db,
      runId,
      filled.map(({ row, cells }) => ({ row, cells: kept(cells.slice(0, width)) })),
    )
    rowsTotal += filled.length
    if (!(await updateImportRun(db, runId, ['READING'], { rowsTotal }, by))) throw new JobStopped()
  }

  /** Once the first rows are there, the header is found among them. */
  async function open(): Promise<void> {
    const at = findHeader(columns, head)
    const header = head[at]?.cells ?? []
    const rows = head.slice(at + 1)
    const first = rows.find((row) => !isExample(row))
    if (first === undefined) throw new FileRefused(issue('file', 'FILE_EMPTY'))
    width = header.length
    always = recogniseHeaders(columns, header).map((field) => field !== null && (personal ?? []).includes(field))
    const sample = first.cells.map((cell, at) => (personal ? shownCell(keys, sealedCell(keys, cell, always[at])) : cell))
    await updateImportRun(db, runId, ['READING'], { columns: columnsOf(columns, header, sample) }, by)
    await store(rows)
    head = []
  }

  if (form === 'OC4IDS') {
    const header = Object.values<FileColumn<Values[keyof Values]>>(columns).map(({ label }) => label.en)
    await updateImportRun(db, runId, ['READING'], { columns: columnsOf(columns, header, []) }, by)
    width = Infinity
  }
  for await (const rows of readFileRows(data, fileName, signal, FILE_LIMITS, form)) {
    if (width > 0) await store(rows)
    else {
      head.push(...rows)
      if (head.length >= HEADER_WITHIN) await open()
    }
  }
  if (width === 0) await open()
}
