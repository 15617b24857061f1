import type { Actor } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'

import { auditEvent } from '../audit/audit-event.ts'

/** Who tried, and in which request. */
export interface DeniedContext {
  readonly db: Db
  readonly actor: Actor
  readonly requestId: string | null
  readonly address?: string | null
}

/** What somebody tried that they may not do: a command, a field of the API or a file, what it takes, and to what. */
export interface Denial {
  readonly permission?: string
  readonly command?: string
  readonly field?: string
  readonly file?: string
  readonly subjectId?: string | null
}

/** The same denial is written once in so long; how often it happened meanwhile is written after. */
const QUIET_MILLISECONDS = 60_000
/** Different denials that are counted apart; beyond them, those of everybody are one. */
const MOST_KEPT = 1000

interface Counted {
  readonly context: DeniedContext
  readonly what: Denial
  count: number
}

// What is being counted, by database: a flood of tries must fill neither the disk nor the memory.
const counting = new WeakMap<Db, Map<string, Counted>>()

/** Records a denial. Identical ones within a minute are counted, and their count is written when the minute is over. */
export async function denied(context: DeniedContext, what: Denial): Promise<void> {
  const { db } = context
  const known = counting.get(db) ?? new Map<string, Counted>()
  counting.set(db, known)
  const key = known.size < MOST_KEPT ? JSON.stringify([context.actor.id, context.address ?? null, what]) : ''
  const before = known.get(key)
  if (before) {
    before.count += 1
    return
  }
  const counted: Counted = { context, what, count: 0 }
  known.set(key, counted)
  setTimeout(() => void settle(db, key), QUIET_MILLISECONDS).unref()
  await write(counted, 1)
}

/** Writes the counts that wait; when the program stops. */
export async function settleDenials(db: Db): Promise<void> {
  await Promise.all([...(counting.get(db)?.keys() ?? [])].map((key) => settle(db, key)))
}

async function settle(db: Db, key: string): Promise<void> {
  const known = counting.get(db)
  const counted = known?.get(key)
  known?.delete(key)
  if (!counted || counted.count === 0) return
  // A database that went away has nobody to be told.
  await write(counted, counted.count).catch(() => undefined)
}

function write({ context, what }: Counted, count: number): Promise<void> {
  const { db, actor, requestId, address = null } = context
  const { subjectId = null, ...details } = what
  const event = { kind: 'DENIED', actorId: actor.id, actorName: actor.name, address, requestId, subjectId } as const
  return auditEvent(db, { ...event, details: { ...details, ...(count > 1 && { count }) } })
}
