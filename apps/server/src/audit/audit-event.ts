import type { Db } from '@yilian/database/db.ts'

/** What happened that is no change of a row: who came in, who failed to. */
export type AuditEventKind =
  | 'SIGNED_IN'
  | 'SIGN_IN_FAILED'
  | 'TWO_FACTOR_ASKED'
  | 'LOCKED'
  | 'SIGNED_OUT'
  | 'SESSION_ENDED'
  | 'PASSWORD_CHANGED'
  | 'TWO_FACTOR_CHANGED'
  | 'SET_UP'
  | 'REVEALED'
  | 'TOKEN_CREATED'
  | 'TOKEN_REVOKED'

/** One thing that happened, by whom (`null`: nobody known) and from where. `details` holds no secret. */
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
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

/** Where events go until the audit keeps them. */
let write: (event: AuditEvent) => void = () => undefined

/** Has every event written to the log. */
export function logAuditEvents(log: { info(fields: object, message: string): void }): void {
  write = (event) => log.info(event, 'audit')
}

/** Records an event. */
export async function auditEvent(_db: Db, event: AuditEvent): Promise<void> {
  write(event)
}
