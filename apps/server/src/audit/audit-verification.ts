import { sql } from 'kysely'

import { verifyAudit, type AuditHead, type AuditProblem, type AuditVerification } from '@yilian/database/audit-verify.ts'
import type { Db } from '@yilian/database/db.ts'
import { AUDIT_PROBLEMS } from '@yilian/domain/audit.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { auditEvent, type AuditEvent } from './audit-event.ts'
import { tableLabel } from './table-labels.ts'

/** Another verification is under way: each reads everything, so there is one at a time. */
export class VerificationUnderWay extends Error {
  override readonly name = 'VerificationUnderWay'
}

/** Verifies the audit, against a block that was noted where there is one, and records that it was done, and with what outcome. Throws `VerificationUnderWay`. */
export async function recordedVerification(
  db: Db,
  who: Omit<AuditEvent, 'kind' | 'details'>,
  noted: AuditHead | null = null,
): Promise<AuditVerification> {
  // The mark is kept on a connection of its own: what is read is read in one transaction, which began with its snapshot.
  return db.connection().execute(async (mark) => {
    const lock = sql`hashtext('yilian audit verification')`
    const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_lock(${lock}, 0) as free`.execute(mark)
    if (!rows[0]?.free) throw new VerificationUnderWay()
    try {
      const found = await verifyAudit(mark, noted)
      const { ok, problems, blocks, entries, head } = found
      const details = { ok, problems: problems.length, blocks, entries, head_number: head?.number ?? null, head_hash: head?.hash ?? null }
      await auditEvent(mark, { ...who, kind: 'VERIFIED', details })
      return found
    } finally {
      await sql`select pg_advisory_unlock(${lock}, 0)`.execute(mark)
    }
  })
}

/** A problem in words. */
export function problemText({ kind, table, key }: AuditProblem): Text {
  const { zh, en } = AUDIT_PROBLEMS[kind]
  const name: Text = (table === null ? null : tableLabel(table)?.label) ?? { zh: table ?? '', en: table ?? '' }
  const fill = (text: string, of: string): string => text.replaceAll('{key}', key).replaceAll('{table}', of)
  return { zh: fill(zh, name.zh), en: fill(en, name.en) }
}
