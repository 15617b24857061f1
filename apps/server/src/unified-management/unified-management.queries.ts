import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import { MANAGEMENT_DOMAINS, type ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { UnifiedManagement } from '@yilian/domain/unified-management.ts'

import { onDay, type Days } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'

/** One stretch of one management domain of an alliance, read at a moment: the member is shown as of the same. */
export interface UnifiedManagementRow extends UnifiedManagement, AtMoment {
  readonly domain: ManagementDomain
}

// What holds for the whole alliance first, then members by code; domains as the list has them.
const IN_ORDER = sql`i.code nulls first, array_position(${codesOf(MANAGEMENT_DOMAINS)}::text[], u.domain), u.valid_from, u.id`

async function unifiedManagement(
  { db, access }: Reader,
  where: RawBuilder<unknown>,
  moment: Moment,
  days?: Days,
): Promise<UnifiedManagementRow[]> {
  const { rows } = await sql<UnifiedManagementRow>`select u.*, ${asMoment(moment)} from unified_management u
    left join institution i on i.id = u.institution_id where ${where} and ${seesFact(access, 'UNIFIED_MANAGEMENT', 'u', days)} order by ${IN_ORDER}`.execute(
    db,
  )
  return rows
}

/** What is in force at a moment, by alliance. */
export async function unifiedManagementOfAlliances(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, UnifiedManagementRow[]>> {
  const where = sql`u.alliance_id = any(${allianceIds}::uuid[]) and ${whereInForce('u', moment)}`
  return Map.groupBy(await unifiedManagement(reader, where, moment, onDay(moment.asOf)), ({ allianceId }) => allianceId)
}

/** Every stretch as known at an instant, past and future, by alliance. */
export async function unifiedManagementTimelines(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, UnifiedManagementRow[]>> {
  const where = sql`u.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('u', moment.asKnownAt)}`
  return Map.groupBy(await unifiedManagement(reader, where, moment), ({ allianceId }) => allianceId)
}

/** The stretch in force at a moment, or the nearest, of these records. */
export async function unifiedManagementByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, UnifiedManagementRow>> {
  const { rows } = await sql<UnifiedManagementRow>`select u.*, ${asMoment(moment)} from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('unifiedManagement', sql`wanted.id`, moment, 'u')} on ${seesFact(access, 'UNIFIED_MANAGEMENT', 'u', onDay(moment.asOf))}`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
