/** What a file may hold at most. Larger ones are refused with the number. */
export interface FileLimits {
  readonly bytes: number
  /** Bytes of all parts of a workbook together once unpacked. */
  readonly unpackedBytes: number
  /** Rows with something in them, the header included. */
  readonly rows: number
  readonly columns: number
  readonly cellCharacters: number
  readonly milliseconds: number
}

const MEGABYTE = 1024 * 1024

export const FILE_LIMITS: FileLimits = {
  bytes: 32 * MEGABYTE,
  unpackedBytes: 256 * MEGABYTE,
  rows: 20_000,
  columns: 200,
  cellCharacters: 5_000,
  milliseconds: 120_000,
}

export function megabytes(bytes: number): number {
  return Math.floor(bytes / MEGABYTE)
}
