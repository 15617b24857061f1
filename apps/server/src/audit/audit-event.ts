import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import type { EventKind } from '@yilian/domain/audit.ts'

export type AuditEventKind = EventKind

/** What is told of an event beside who, when and from where; no secret among it. Names are those of `DETAIL_LABELS`. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

/** One thing that happened and is no change of a row, by whom (`null`: nobody known) and from where. */
export interface AuditEvent {
  readonly kind: AuditEventKind
  readonly actorId: string | null
  readonly actorName: string | null
  readonly address: string | null
  readonly requestId: string | null
  /** Whom or what it concerned, where that is not the actor. */
  readonly subjectId?: string | null
  /** Why, as the actor said. */
  readonly reason?: string | null
  readonly details?: AuditDetails
}

/** Records an event, in the transaction of `db` where it is one: what is rolled back did not happen. One statement. */
export async function auditEvent(
  db: Db,
  { kind, actorId, actorName, address, requestId, subjectId = null, reason = null, details = {} }: AuditEvent,
): Promise<void> {
  await sql`select audit_event(${kind}, ${subjectId}, ${JSON.stringify(details)}::jsonb, ${actorId}, ${actorName}, ${requestId}, ${reason}, ${address})`.execute(
    db,
  )
}
