import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'

import type { Cell } from '@yilian/domain/file-columns.ts'
import { issue } from '@yilian/domain/issue.ts'

import { FileRefused } from './file-refused.ts'
import type { FileTextRow } from './file-row.ts'
import { guardText, unguardText } from './formula-guard.ts'

const BYTE_ORDER_MARK = '\ufeff'
const LONGEST_RECORD = 1_000_000

/** Rows that have something in them, of text in UTF-8, UTF-16 with its mark, or GB18030, parted by comma, tab or semicolon. */
export async function* csvRows(data: Uint8Array): AsyncGenerator<FileTextRow> {
  const text = decode(data)
  const records = parse(text, {
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  })
  let row = 0
  try {
    for await (const record of records) {
      row += 1
      const cells = (record as string[]).map((cell) => unguardText(cell))
      while (cells.at(-1)?.trim() === '') cells.pop()
      if (cells.length > 0) yield { row, cells }
    }
  } catch {
    throw new FileRefused(issue('file', 'FILE_UNREADABLE'))
  }
}

/** The text of a file: its byte order mark says how it is written, else UTF-8 where it is that, else GB18030 as Chinese Excel writes it. */
function decode(data: Uint8Array): string {
  const [first, second] = data
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(data)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(data)
  if (data.includes(0)) throw new FileRefused(issue('file', 'FILE_ENCODING'))
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(data)
    } catch {
      // not in this encoding
    }
  }
  throw new FileRefused(issue('file', 'FILE_ENCODING'))
}

/** The one of comma, tab and semicolon that occurs most outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const head = text
    .split('\n', 20)
    .join('\n')
    .replace(/"[^"]*"/g, '')
  const count = (mark: string): number => head.split(mark).length
  return [',', '\t', ';'].toSorted((a, b) => count(b) - count(a))[0]!
}

/** A table as CSV that Excel opens with its Chinese intact: UTF-8 with a byte order mark, lines as RFC 4180 has them. */
export async function* csvText(head: readonly (readonly Cell[])[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lines(head)
  let waiting: (readonly Cell[])[] = []
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length < 200) continue
    yield lines(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield lines(waiting)
}

function lines(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardText(cell) : cell))),
    { record_delimiter: 'windows' },
  )
}
