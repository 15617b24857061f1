import { sql } from 'kysely'

import { lockAlliances } from '@yilian/database/changes.ts'
import { factRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable, type FactKind } from '@yilian/database/facts.ts'
import type { Cited } from '@yilian/domain/cited.ts'
import type { DatedRow, Recorded } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { covers, type Period } from '@yilian/domain/period.ts'

import { notFound } from './known.ts'
import { requireVersion } from './run-command.ts'
import type { Thing } from './things.ts'

/** The facts that belong to one alliance, and under which name and input a command finds them. */
const BELONGINGS = {
  LEAD_VACANCY: { path: 'leadVacancyId', thing: 'leadVacancy' },
  LEAD_DISPUTE: { path: 'leadDisputeId', thing: 'leadDispute' },
  UNIFIED_MANAGEMENT: { path: 'unifiedManagementId', thing: 'unifiedManagement' },
  SHARED_SERVICE: { path: 'sharedServiceId', thing: 'sharedService' },
  ALLIANCE_MEETING: { path: 'meetingId', thing: 'meeting' },
} as const satisfies Partial<Record<FactKind, { path: string; thing: Thing }>>

/**
 * A fact of an alliance, for a command that changes or corrects it: its alliance locked, and at the version the command was
 * based on. Refuses when there never was such a fact. A fact that was corrected away has no rows.
 */
export async function lockBelonging<R extends Recorded & { allianceId: string }>(
  trx: Db,
  fact: keyof typeof BELONGINGS,
  id: string,
  baseVersion: number,
) {
  const { path, thing } = BELONGINGS[fact]
  const { rows } = await sql<{
    allianceId: string
  }>`select alliance_id from ${sql.table(factTable(fact).table)} where id = ${id} limit 1`.execute(trx)
  if (!rows[0]) throw notFound(path, thing, id)
  await lockAlliances(trx, [rows[0].allianceId])
  await requireVersion(trx, fact, id, baseVersion)
  return { allianceId: rows[0].allianceId, rows: await factRows<R>(trx, fact, [id]) }
}

/** A stretch as a correction gives it. */
export interface StretchInput {
  readonly validFrom: IsoDate
  readonly validTo?: IsoDate | null | undefined
}

export function periodOfInput({ validFrom, validTo }: StretchInput): Period {
  return { validFrom, validTo: validTo ?? null }
}

/** Where a corrected stretch was read, kept from the stretch recorded for its first day, else from the first one. */
export function keptSource(rows: readonly (DatedRow & Cited)[], day: IsoDate): Cited {
  const before = rows.find((one) => covers(one, day)) ?? rows[0]
  return { documentId: before?.documentId ?? null, source: before?.source ?? null, sourceNote: before?.sourceNote ?? null }
}
