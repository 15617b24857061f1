import { afterAll } from 'vitest'

import { logAuditEvents, type AuditEvent } from '../src/audit/audit-event.ts'

/** The events recorded while this file is tested, oldest first. Call it at the top of the file. */
export function recordedEvents(): AuditEvent[] {
  const events: AuditEvent[] = []
  logAuditEvents({ info: (event) => void events.push(event as AuditEvent) })
  afterAll(() => logAuditEvents({ info: () => undefined }))
  return events
}
