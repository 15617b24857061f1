import { parentPort, workerData } from 'node:worker_threads'

import { issue } from '@yilian/domain/issue.ts'

import { csvRows } from './csv.ts'
import type { FileLimits } from './file-limits.ts'
import { FileRefused } from './file-refused.ts'
import type { FileTextRow } from './file-row.ts'
import type { FileForm, FromReader } from './read-file.ts'
import { unpackedSize } from './unpacked-size.ts'
import { workbookRows } from './workbook.ts'

// A thread of its own: a large or hostile file takes neither the time nor the memory of those who work with the system.

const { data, fileName, limits, form } = workerData as { data: Uint8Array; fileName: string; limits: FileLimits; form: FileForm }
const BATCH = 500
/** Rows of a sheet that are looked at, empty ones included: sheets are often formatted far below their last row. */
const PHYSICAL_ROWS = 10

try {
  let batch: FileTextRow[] = []
  let count = 0
  for await (const row of rowsOf(data)) {
    count += 1
    refuseLarge(row, count)
    batch.push(row)
    if (batch.length < BATCH) continue
    await send(batch)
    batch = []
  }
  if (batch.length > 0) await send(batch)
  tell({ done: true })
} catch (error) {
  tell({ issue: error instanceof FileRefused ? error.issue : issue('file', 'FILE_UNREADABLE') })
}

function tell(message: FromReader): void {
  parentPort!.postMessage(message)
}

/** Waits until the rows are taken, so that no more than a batch is under way. */
async function send(rows: FileTextRow[]): Promise<void> {
  const taken = new Promise<void>((resolve) => parentPort!.once('message', () => resolve()))
  tell({ rows })
  await taken
}

function rowsOf(bytes: Uint8Array): AsyncGenerator<FileTextRow> {
  if (form === 'OC4IDS') return projectRows(bytes)
  const [a, b, c, d] = bytes
  if (a === 0x50 && b === 0x4b) {
    if (unpackedSize(bytes) > limits.unpackedBytes) throw new FileRefused(issue('file', 'FILE_EXPANDS'))
    return workbookRows(bytes, limits.rows * PHYSICAL_ROWS)
  }
  const isOldOffice = a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0
  // An .xlsx with a password is wrapped in the old format.
  if (isOldOffice)
    throw new FileRefused(/\.xlsx$/i.test(fileName) ? issue('file', 'FILE_PROTECTED') : issue('file', 'FILE_TYPE', { name: fileName }))
  if (!/\.(csv|txt|tsv)$/i.test(fileName) || a === 0x3c) throw new FileRefused(issue('file', 'FILE_TYPE', { name: fileName }))
  return csvRows(bytes)
}

/** The schemas of the standard are read only where they are needed. */
async function* projectRows(bytes: Uint8Array): AsyncGenerator<FileTextRow> {
  const { packageRows } = await import('../oc4ids/read-package.ts')
  yield* packageRows(bytes)
}

function refuseLarge({ row, cells }: FileTextRow, count: number): void {
  if (count > limits.rows + 1) throw new FileRefused(issue('file', 'FILE_TOO_LONG', { max: limits.rows }))
  if (cells.length > limits.columns) throw new FileRefused(issue('file', 'FILE_TOO_WIDE', { max: limits.columns }))
  if (form === 'SHEET' && cells.some((cell) => cell.length > limits.cellCharacters)) {
    throw new FileRefused(issue('file', 'FILE_CELL_TOO_LONG', { row, max: limits.cellCharacters }))
  }
}
