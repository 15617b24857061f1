import type { Db } from '@yilian/database/db.ts'

import type { Context } from '../graphql/context.ts'
import { auditEvent, type AuditEvent } from './audit-event.ts'

/** Records what somebody did by a request to the API, with who and which request. */
export function requestEvent(
  db: Db,
  { actor, requestId, address }: Pick<Context, 'actor' | 'requestId' | 'address'>,
  event: Pick<AuditEvent, 'kind' | 'details'> & { readonly subjectId: string; readonly reason?: string | null },
): Promise<void> {
  return auditEvent(db, { actorId: actor.id, actorName: actor.name, address, requestId, ...event })
}
