/** A photo on its way. Files are told apart by number: two may have one name. */
export interface Upload {
  readonly number: number
  readonly file: File
  readonly state: 'waiting' | 'sending' | 'failed'
  /** Why it failed, in the language of the screen. */
  readonly why: string | null
}

export type UploadStep =
  | { readonly type: 'added'; readonly files: readonly File[] }
  | { readonly type: 'sending'; readonly number: number }
  | { readonly type: 'done'; readonly number: number }
  | { readonly type: 'failed'; readonly number: number; readonly why: string }
  | { readonly type: 'again'; readonly number: number }
  | { readonly type: 'dismissed' }

export interface UploadQueue {
  readonly uploads: readonly Upload[]
  /** Of those added since the queue was last empty. */
  readonly total: number
  readonly done: number
  readonly last: number
}

export const EMPTY_QUEUE: UploadQueue = { uploads: [], total: 0, done: 0, last: 0 }

/** The queue after a step. What failed stays until it is tried again or dismissed. */
export function nextQueue(queue: UploadQueue, step: UploadStep): UploadQueue {
  const set = (number: number, patch: Partial<Upload>) => queue.uploads.map((one) => (one.number === number ? { ...one, ...patch } : one))
  switch (step.type) {
    case 'added': {
      const isIdle = !queue.uploads.some(({ state }) => state !== 'failed')
      const added = step.files.map((file, at): Upload => ({ number: queue.last + at + 1, file, state: 'waiting', why: null }))
      return {
        uploads: [...queue.uploads, ...added],
        total: (isIdle ? 0 : queue.total) + added.length,
        done: isIdle ? 0 : queue.done,
        last: queue.last + added.length,
      }
    }
    case 'sending':
      return { ...queue, uploads: set(step.number, { state: 'sending' }) }
    case 'done':
      return { ...queue, done: queue.done + 1, uploads: queue.uploads.filter(({ number }) => number !== step.number) }
    case 'failed':
      return { ...queue, done: queue.done + 1, uploads: set(step.number, { state: 'failed', why: step.why }) }
    case 'again':
      return { ...queue, total: queue.total + 1, uploads: set(step.number, { state: 'waiting', why: null }) }
    case 'dismissed':
      return { ...queue, uploads: queue.uploads.filter(({ state }) => state !== 'failed') }
  }
}

/** The one to be sent now: the first that waits, while none is on its way. */
export function nextUpload({ uploads }: UploadQueue): Upload | null {
  if (uploads.some(({ state }) => state === 'sending')) return null
  return uploads.find(({ state }) => state === 'waiting') ?? null
}
