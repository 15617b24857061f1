import type { Db } from '@yilian/database/db.ts'
import { beforeEach } from 'vitest'

import type { AuditDetails, AuditEvent } from '../src/audit/audit-event.ts'

/** The events of a test so far, oldest first, as the audit keeps them. */
export type EventsSeen = () => Promise<AuditEvent[]>

/** How to ask for the events of the test under way. Call it at the top of the file. */
export function recordedEvents(db: Db): EventsSeen {
  let before = 0
  const since = () => db.selectFrom('auditEntry').where('tableName', 'is', null).where('id', '>', before).orderBy('id')
  beforeEach(async () => {
    before = Number((await since().select('id').execute()).at(-1)?.id ?? before)
  })
  return async () => {
    const rows = await since().selectAll().execute()
    return rows.map(({ kind, actorId, actorName, address, requestId, subjectIds, reason, after }) => ({
      kind: kind as AuditEvent['kind'],
      actorId,
      actorName,
      address,
      requestId,
      subjectId: subjectIds[0] ?? null,
      reason,
      details: (after ?? {}) as AuditDetails,
    }))
  }
}
