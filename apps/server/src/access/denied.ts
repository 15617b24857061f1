import type { Actor } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'

import { auditEvent } from '../audit/audit-event.ts'

/** Where denials are told beside the audit. */
export interface AccessLog {
  info(fields: object, message: string): void
}

/** Who tried, and in which request. `db` is none of a transaction, which may be rolled back for the denial. */
export interface DeniedContext {
  readonly db: Db
  readonly actor: Actor
  readonly requestId: string | null
  readonly address?: string | null
  readonly log: AccessLog
}

/** What somebody tried that they may not do: a field of the API, a file, or a command, and to what. */
export interface Denial {
  readonly field?: string
  readonly file?: string
  readonly command?: string
  readonly permission?: Permission
  readonly subjectId?: string
}

/** The same denial is written once in so long; how often it happened meanwhile is written after. */
const QUIET_MILLISECONDS = 60_000
/** Different denials that are told apart; beyond them, all are one. */
const MOST_TOLD_APART = 1000

interface Told {
  readonly context: DeniedContext
  readonly what: Denial
  /** Times it happened since it was written. */
  count: number
}

interface Book {
  readonly told: Map<string, Told>
  /** Done when everything told so far is written, one after the other: a flood takes one connection. */
  written: Promise<void>
}

// By database: a flood of tries must fill neither the disk nor the memory.
const books = new WeakMap<Db, Book>()

function bookOf(db: Db): Book {
  const known = books.get(db)
  if (known) return known
  const book: Book = { told: new Map(), written: Promise.resolve() }
  books.set(db, book)
  return book
}

/**
 * Every denial passes here, and goes to the audit. Nobody waits for it: the command that is refused holds a connection, and the audit takes
 * another. Identical ones within a minute are counted, and their count is written when the minute is over.
 */
export function denied(context: DeniedContext, what: Denial): void {
  const { db, actor, requestId, address = null, log } = context
  log.info({ requestId, actor: actor.id, ...what }, 'denied')
  const book = bookOf(db)
  const own = JSON.stringify([actor.id, address, what])
  const key = book.told.has(own) || book.told.size < MOST_TOLD_APART ? own : ''
  const before = book.told.get(key)
  if (before) {
    before.count += 1
    return
  }
  book.told.set(key, { context, what, count: 0 })
  setTimeout(() => settle(book, key), QUIET_MILLISECONDS).unref()
  write(book, context, what, 1)
}

/** Writes the counts that wait and answers when everything is written: when the program stops. */
export async function denialsWritten(db: Db): Promise<void> {
  const book = bookOf(db)
  for (const key of book.told.keys()) settle(book, key)
  await book.written
}

function settle(book: Book, key: string): void {
  const told = book.told.get(key)
  book.told.delete(key)
  if (told && told.count > 0) write(book, told.context, told.what, told.count)
}

function write(book: Book, context: DeniedContext, { subjectId, ...what }: Denial, count: number): void {
  const { db, actor, requestId, address = null, log } = context
  const who = { actorId: actor.id, actorName: actor.name, address, requestId, subjectId: subjectId ?? null }
  const details = { ...what, ...(count > 1 && { count }) }
  book.written = book.written
    .then(() => auditEvent(db, { kind: 'DENIED', ...who, details }))
    .catch((error: unknown) => log.info({ err: error, requestId }, 'a denial was not written to the audit'))
}
