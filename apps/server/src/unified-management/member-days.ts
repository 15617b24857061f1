import type { Change } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { intersection, union, type Period } from '@yilian/domain/period.ts'

/**
 * What is recorded for one member alone holds only on days on which it leads or belongs to the alliance: what goes beyond ends
 * with the membership. Call after writing the membership.
 */
export async function keepWithinMembership(trx: Db, change: Change, allianceId: string, institutionId: string): Promise<void> {
  const rows = await trx
    .selectFrom('unifiedManagement')
    .selectAll()
    .where('recordedTo', 'is', null)
    .where('allianceId', '=', allianceId)
    .where('institutionId', '=', institutionId)
    .orderBy('validFrom')
    .execute()
  if (rows.length === 0) return
  const days = await memberDays(trx, allianceId, institutionId)
  for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
    const within = own.flatMap((row) => days.flatMap((one) => intersection(row, one) ?? []).map((period) => ({ ...row, ...period })))
    await writeTimeline(trx, change, 'UNIFIED_MANAGEMENT', id, { allianceId, institutionId, domain: own[0]!.domain }, within)
  }
}

/** The days on which an institution leads or belongs to an alliance, as known now; supporting from outside is neither. */
export async function memberDays(trx: Db, allianceId: string, institutionId: string): Promise<Period[]> {
  const memberships = await trx
    .selectFrom('membership')
    .select(['validFrom', 'validTo'])
    .where('recordedTo', 'is', null)
    .where('allianceId', '=', allianceId)
    .where('institutionId', '=', institutionId)
    .where('role', '<>', 'SUPPORTING')
    .execute()
  return union(memberships)
}
