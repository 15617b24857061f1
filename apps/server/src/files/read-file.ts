import { Worker } from 'node:worker_threads'

import { issue, type Issue } from '@yilian/domain/issue.ts'

import { FILE_LIMITS, megabytes, type FileLimits } from './file-limits.ts'
import { FileRefused } from './file-refused.ts'
import type { FileTextRow } from './file-row.ts'

/** What the reading thread says: rows, that it is done, or why it refuses. */
export type FromReader = { readonly rows: readonly FileTextRow[] } | { readonly done: true } | { readonly issue: Issue }

/** What a file is read as: the first sheet of a workbook or CSV, or a project package of OC4IDS. */
export type FileForm = 'SHEET' | 'OC4IDS'

const MEMORY_MEGABYTES = 1024

/**
 * The rows of an Excel (.xlsx, first sheet) or CSV file, or the projects of a package, in batches, read in a thread of its own. Throws `FileRefused` for a file that is
 * none of these, damaged, too large, or that would unpack to too much; stops reading when `signal` is aborted.
 */
export async function* readFileRows(
  data: Uint8Array,
  fileName: string,
  signal: AbortSignal,
  limits: FileLimits = FILE_LIMITS,
  form: FileForm = 'SHEET',
): AsyncGenerator<readonly FileTextRow[]> {
  if (data.length > limits.bytes) throw new FileRefused(issue('file', 'FILE_TOO_LARGE', { max: megabytes(limits.bytes) }))
  const worker = new Worker(new URL('./read-file.worker.ts', import.meta.url), {
    workerData: { data, fileName, limits, form },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  })
  // Told here too, so that a thread that ends while nobody waits is not a fault of the program.
  const ended = new AbortController()
  worker.on('error', () => ended.abort()).on('exit', () => ended.abort())
  const stopped = AbortSignal.any([signal, ended.signal, AbortSignal.timeout(limits.milliseconds)])
  try {
    for (;;) {
      const said = await nextOf(worker, stopped)
      signal.throwIfAborted()
      if (said === null) throw new FileRefused(issue('file', 'FILE_EXPANDS'))
      if ('issue' in said) throw new FileRefused(said.issue)
      if ('done' in said) return
      yield said.rows
      worker.postMessage('taken')
    }
  } finally {
    await worker.terminate()
  }
}

/** The next message; `null` when the thread ended without one (out of memory) or may go on no longer. */
function nextOf(worker: Worker, stopped: AbortSignal): Promise<FromReader | null> {
  return new Promise((resolve) => {
    const settle = (said: FromReader | null): void => {
      worker.off('message', settle)
      stopped.removeEventListener('abort', stop)
      resolve(said)
    }
    const stop = (): void => settle(null)
    worker.once('message', settle)
    stopped.addEventListener('abort', stop)
    if (stopped.aborted) stop()
  })
}
