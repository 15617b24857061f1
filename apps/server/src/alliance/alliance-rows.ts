import { lockAlliances, lockInstitutions, type Change } from '@yilian/database/changes.ts'
import { factRows, writeTimeline, type FactRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
import type { Alliance } from '@yilian/domain/alliance.ts'
import type { DatedRow, Stretch } from '@yilian/domain/dated.ts'

import { allianceKnown } from '../command/known.ts'
import { requireVersion } from '../command/run-command.ts'

type BelongingTable = 'membership' | 'leadVacancy' | 'leadDispute' | 'unifiedManagement' | 'sharedService'

const BELONGING: Readonly<Partial<Record<DatedFactKind, BelongingTable>>> = {
  MEMBERSHIP: 'membership',
  LEAD_VACANCY: 'leadVacancy',
  LEAD_DISPUTE: 'leadDispute',
  UNIFIED_MANAGEMENT: 'unifiedManagement',
  SHARED_SERVICE: 'sharedService',
}

/** The alliance and all its stretches, it and the institutions locked, at the version the command was based on. */
export async function lockAlliance(
  trx: Db,
  { allianceId, baseVersion }: { allianceId: string; baseVersion: number },
  institutions: readonly string[] = [],
) {
  await lockAlliances(trx, [allianceId])
  await lockInstitutions(trx, institutions)
  const alliance = await allianceKnown(trx, allianceId, 'allianceId')
  await requireVersion(trx, 'ALLIANCE', allianceId, baseVersion)
  return { alliance, stretches: await factRows<Alliance>(trx, 'ALLIANCE', [allianceId]) }
}

/** What is known of one kind of fact of an alliance, by day. */
export async function rowsOfAlliance<R extends DatedRow>(trx: Db, table: BelongingTable, allianceId: string): Promise<R[]> {
  const rows = await trx
    .selectFrom(table)
    .selectAll()
    .where('allianceId', '=', allianceId)
    .where('recordedTo', 'is', null)
    .orderBy('validFrom')
    .execute()
  return rows as DatedRow[] as R[]
}

/** Writes every dated fact that belongs to the alliance anew, each timeline as `desired` makes it of what is recorded. */
export async function rewriteBelongings(
  trx: Db,
  change: Change,
  allianceId: string,
  desired: (rows: readonly FactRow[]) => readonly Stretch<object>[],
): Promise<void> {
  for (const [fact, table] of Object.entries(BELONGING) as [DatedFactKind, BelongingTable][]) {
    const rows = await rowsOfAlliance<FactRow>(trx, table, allianceId)
    for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
      const keys = Object.fromEntries(factTable(fact).keys.map((key) => [key, own[0]?.[key] ?? null]))
      await writeTimeline(trx, change, fact, id, keys, desired(own))
    }
  }
}
