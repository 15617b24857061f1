import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import { MANAGEMENT_DOMAINS, type ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { UnifiedManagement } from '@yilian/domain/unified-management.ts'

import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'

/** One stretch of one management domain of an alliance, read at a moment: the member is shown as of the same. */
export interface UnifiedManagementRow extends UnifiedManagement, AtMoment {
  readonly domain: ManagementDomain
}

// What holds for the whole alliance first, then members by code; domains as the list has them.
const IN_ORDER = sql`i.code nulls first, array_position(${codesOf(MANAGEMENT_DOMAINS)}::text[], u.domain), u.valid_from, u.id`

async function unifiedManagement(db: Db, where: RawBuilder<unknown>, moment: Moment): Promise<UnifiedManagementRow[]> {
  const { rows } = await sql<UnifiedManagementRow>`select u.*, ${asMoment(moment)} from unified_management u
    left join institution i on i.id = u.institution_id where ${where} order by ${IN_ORDER}`.execute(db)
  return rows
}

/** What is in force at a moment, by alliance. */
export async function unifiedManagementOfAlliances(
  db: Db,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, UnifiedManagementRow[]>> {
  const where = sql`u.alliance_id = any(${allianceIds}::uuid[]) and ${whereInForce('u', moment)}`
  return Map.groupBy(await unifiedManagement(db, where, moment), ({ allianceId }) => allianceId)
}

/** Every stretch as known at an instant, past and future, by alliance. */
export async function unifiedManagementTimelines(
  db: Db,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, UnifiedManagementRow[]>> {
  const where = sql`u.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('u', moment.asKnownAt)}`
  return Map.groupBy(await unifiedManagement(db, where, moment), ({ allianceId }) => allianceId)
}

/** The stretch in force at a moment, or the nearest, of these records. */
export async function unifiedManagementByIds(db: Db, ids: readonly string[], moment: Moment): Promise<Map<string, UnifiedManagementRow>> {
  const { rows } = await sql<UnifiedManagementRow>`select u.*, ${asMoment(moment)} from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('unifiedManagement', sql`wanted.id`, moment, 'u')} on true`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
