import type { Change } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { endFrom, overlay, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import type { SharedService, SharedServiceValue } from '@yilian/domain/shared-service.ts'
import { sql } from 'kysely'

import { allianceKnown } from '../command/known.ts'

/** An institution that still runs a shared service cannot be closed: one issue per service, at the effective day. */
export async function servicesRunIssues(trx: Db, institution: { id: string; name: string }, from: IsoDate): Promise<Issue[]> {
  const services = (await servicesWith(trx, institution.id, from)).filter((row) => row.providerId === institution.id)
  const issues = [...new Map(services.map((row) => [row.id, row])).values()].map(async (row) => {
    const alliance = await allianceKnown(trx, row.allianceId, 'effectiveOn')
    const runs = { institution: institution.name, alliance: alliance.name, service: row.name, day: from }
    return naming(issue('effectiveOn', 'RUNS_SERVICE', runs), [alliance.id])
  })
  return Promise.all(issues)
}

/**
 * From the day on another institution stands in the place of one that goes, as provider and as recipient; with none (`null`) it is
 * served no more, and a service that then serves nobody ends.
 */
export async function handOnServices(trx: Db, change: Change, id: string, intoId: string | null, from: IsoDate): Promise<void> {
  const named = await servicesWith(trx, id, from)
  for (const serviceId of new Set(named.map((row) => row.id))) {
    const rows = await trx
      .selectFrom('sharedService')
      .selectAll()
      .where('recordedTo', 'is', null)
      .where('id', '=', serviceId)
      .orderBy('validFrom')
      .execute()
    const desired = rows.flatMap((row) => handedOn(row, id, intoId, from))
    await writeTimeline(trx, change, 'SHARED_SERVICE', serviceId, { allianceId: rows[0]!.allianceId }, desired)
  }
}

function handedOn(row: SharedService, id: string, intoId: string | null, from: IsoDate): Stretch<SharedServiceValue>[] {
  const providerId = row.providerId === id ? intoId : row.providerId
  const recipientIds = [...new Set(row.recipientIds.flatMap((one) => (one === id ? (intoId ?? []) : one)))].filter(
    (one) => one !== providerId,
  )
  if (!row.servesAll && recipientIds.length === 0) return endFrom<SharedServiceValue>([row], from)
  return overlay<SharedServiceValue>([row], { validFrom: from, validTo: null }, { providerId, recipientIds })
}

/** The stretches after the day in which the institution runs or receives a service. */
async function servicesWith(trx: Db, id: string, from: IsoDate): Promise<SharedService[]> {
  const { rows } =
    await sql<SharedService>`select * from shared_service where recorded_to is null and (valid_to is null or valid_to > ${from}::date)
    and (provider_id = ${id} or recipient_ids @> array[${id}::uuid]) order by id, valid_from`.execute(trx)
  return rows
}
