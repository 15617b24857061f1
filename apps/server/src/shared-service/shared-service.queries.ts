import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { SharedService } from '@yilian/domain/shared-service.ts'

import { onDay, type Days } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesInstitution } from '../access/seen.ts'
import { onlySeen, seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'

/** One stretch of a shared service, read at a moment: provider and recipients are shown as of the same. */
export type SharedServiceRow = SharedService & AtMoment

async function services({ db, access }: Reader, where: RawBuilder<unknown>, moment: Moment, days?: Days): Promise<SharedServiceRow[]> {
  const { rows } =
    await sql<SharedServiceRow>`select s.*, ${asMoment(moment)} ${onlySeen(access, 'SHARED_SERVICE', 's', days)} from shared_service s
      where ${where} and ${seesFact(access, 'SHARED_SERVICE', 's', days)} order by s.kind, s.valid_from, s.id`.execute(db)
  return rows
}

/** The services in force at a moment, planned ones included, by alliance. */
export async function sharedServicesOfAlliances(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, SharedServiceRow[]>> {
  const where = sql`s.alliance_id = any(${allianceIds}::uuid[]) and ${whereInForce('s', moment)}`
  return Map.groupBy(await services(reader, where, moment, onDay(moment.asOf)), ({ allianceId }) => allianceId)
}

/** Every stretch as known at an instant, past and future, by alliance. */
export async function sharedServiceTimelines(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, SharedServiceRow[]>> {
  const where = sql`s.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('s', moment.asKnownAt)}`
  return Map.groupBy(await services(reader, where, moment), ({ allianceId }) => allianceId)
}

/** The services that these institutions run at a moment, by institution. */
export async function sharedServicesRunBy(
  reader: Reader,
  institutionIds: readonly string[],
  moment: Moment,
): Promise<Map<string, SharedServiceRow[]>> {
  const today = onDay(moment.asOf)
  const runBy = sql`s.provider_id = any(${institutionIds}::uuid[]) and ${seesInstitution(reader.access, sql`s.provider_id`, today)}`
  const rows = await services(reader, sql`${runBy} and ${whereInForce('s', moment)}`, moment, today)
  return Map.groupBy(rows, ({ providerId }) => providerId!)
}

/** The services that serve these institutions at a moment: as named recipients, or as lead or member where every member is served. */
export async function sharedServicesReceivedBy(
  { db, access }: Reader,
  institutionIds: readonly string[],
  moment: Moment,
): Promise<Map<string, SharedServiceRow[]>> {
  // The two ways one after the other, each by its index: with `or` between them every service of every county would be looked at.
  const today = onDay(moment.asOf)
  const { rows } = await sql<SharedServiceRow & { recipientId: string }>`
    select r.recipient_id, s.*, ${asMoment(moment)} ${onlySeen(access, 'SHARED_SERVICE', 's', today)} from (
      select wanted.id as recipient_id, n.row_id from unnest(${institutionIds}::uuid[]) as wanted(id) join shared_service n on n.recipient_ids @> array[wanted.id]
      union select m.institution_id, n.row_id from membership m join shared_service n on n.alliance_id = m.alliance_id and n.serves_all
        where m.institution_id = any(${institutionIds}::uuid[]) and m.role <> 'SUPPORTING' and ${whereInForce('m', moment)}) r
    join shared_service s on s.row_id = r.row_id and ${whereInForce('s', moment)} and s.provider_id is distinct from r.recipient_id
      and ${seesFact(access, 'SHARED_SERVICE', 's', today)} and ${seesInstitution(access, sql`r.recipient_id`, today)}
    order by s.kind, s.valid_from, s.id`.execute(db)
  return Map.groupBy(rows, ({ recipientId }) => recipientId)
}

/** The stretch in force at a moment, or the nearest, of these services. */
export async function sharedServicesByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, SharedServiceRow>> {
  const { rows } =
    await sql<SharedServiceRow>`select s.*, ${asMoment(moment)} ${onlySeen(access, 'SHARED_SERVICE', 's', onDay(moment.asOf))}
    from unnest(${ids}::uuid[]) as wanted(id) join ${nearestRow('sharedService', sql`wanted.id`, moment, 's')}
    on ${seesFact(access, 'SHARED_SERVICE', 's', onDay(moment.asOf))}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
