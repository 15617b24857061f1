import { writeXlsx, type CellValue } from 'hucre/xlsx'

import { FILE_LIMITS, type FileLimits } from '../src/files/file-limits.ts'
import { FileRefused } from '../src/files/file-refused.ts'
import type { FileTextRow } from '../src/files/file-row.ts'
import { readFileRows } from '../src/files/read-file.ts'

/** An Excel file with these rows on its first sheet. */
export function excel(rows: CellValue[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '导入', rows }] })
}

/** A CSV file in UTF-8. */
export function csv(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Text as Chinese Excel saves it: the reverse of the decoder, made once from all two-byte characters. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, readonly number[]>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++)
      if (second !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  }
  return Uint8Array.from([...text].flatMap((one) => bytes.get(one) ?? [one.charCodeAt(0)]))
}

/** All rows of a file, or the code of the issue it was refused with. */
export async function rowsOf(data: Uint8Array, fileName = 'a.xlsx', limits: FileLimits = FILE_LIMITS): Promise<FileTextRow[] | string> {
  const rows: FileTextRow[] = []
  try {
    for await (const batch of readFileRows(data, fileName, new AbortController().signal, limits)) rows.push(...batch)
    return rows
  } catch (error) {
    if (error instanceof FileRefused) return error.issue.code
    throw error
  }
}
