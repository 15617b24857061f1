import type { Actor } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'

/** What happened beside changes of rows: a reveal, a token made, something refused. Holds no secret and no personal value. */
export interface AuditEvent {
  readonly kind: string
  readonly actor: Actor | null
  readonly subjectId?: string | null
  readonly address?: string | null
  readonly requestId?: string | null
  readonly reason?: string | null
  readonly details?: object
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
