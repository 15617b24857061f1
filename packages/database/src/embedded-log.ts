import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'

const LARGEST_LOG = 10 * 1024 * 1024

/** What PostgreSQL writes from now on. */
export interface EngineLog {
  readonly descriptor: number
  close(): void
  /** The last thing PostgreSQL complained about since then. */
  complaint(): string
}

/** Opens the log to write on; earlier output is kept, and what is large is put aside once. Only its owner may read it. */
export function openEngineLog(file: string): EngineLog {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG) renameSync(file, `${file}.old`)
  const start = size > LARGEST_LOG ? 0 : size
  const descriptor = openSync(file, 'a', 0o600)
  return {
    descriptor,
    close: () => closeSync(descriptor),
    complaint: () => {
      const lines = readFileSync(file).subarray(start).toString().trim().split('\n')
      // Our own asking whether it is up yet is answered with such a line.
      const complaints = lines.filter((line) => /FATAL|PANIC|error:|ERROR/.test(line) && !line.includes('starting up'))
      const last = complaints.at(-1) ?? lines.at(-1) ?? ''
      return last.replace(/^.*?(FATAL|PANIC|error|ERROR):\s*/, '').replace(/\.$/, '') || 'it does not say why'
    },
  }
}
