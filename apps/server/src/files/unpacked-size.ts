import { issue } from '@yilian/domain/issue.ts'

import { FileRefused } from './file-refused.ts'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LONGEST_COMMENT = 65_535

/**
 * The bytes a ZIP archive unpacks to, as its directory declares; the reader holds every part to what is declared. Throws `FileRefused`
 * where that cannot be relied on: no directory, the 64-bit form (no workbook we read needs it), or a part that declares nothing.
 */
export function unpackedSize(archive: Uint8Array): number {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = endOfDirectory(view)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_LENGTH > archive.length || view.getUint32(at, true) !== ENTRY) throw unreadable()
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(archive.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength))
    if (packed === 0xffffffff || unpacked === 0xffffffff) throw unreadable()
    if (unpacked === 0 && (packed > 2 || /\.(xml|rels)$/i.test(name))) throw unreadable()
    total += unpacked
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw unreadable()
}

function unreadable(): FileRefused {
  return new FileRefused(issue('file', 'FILE_UNREADABLE'))
}
