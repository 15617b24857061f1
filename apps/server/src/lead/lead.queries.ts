import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { LeadDispute, LeadVacancy } from '@yilian/domain/lead-dispute.ts'

import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'

/** One stretch of a dispute or a vacancy, read at a moment: the institutions it names are shown as of the same. */
export type LeadDisputeRow = LeadDispute & AtMoment
export type LeadVacancyRow = LeadVacancy & AtMoment

async function disputes(db: Db, where: RawBuilder<unknown>, moment: Moment): Promise<LeadDisputeRow[]> {
  const { rows } = await sql<LeadDisputeRow>`
    select d.*, ${asMoment(moment)} from lead_dispute d where ${where} order by d.valid_from, d.id`.execute(db)
  return rows
}

/** Every stretch of every dispute as known at an instant, past and future, by alliance. */
export async function leadDisputesOfAlliances(
  db: Db,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadDisputeRow[]>> {
  const where = sql`d.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('d', moment.asKnownAt)}`
  return Map.groupBy(await disputes(db, where, moment), ({ allianceId }) => allianceId)
}

/** The disputes open at a moment in which these institutions are the chosen or the mandated lead, by institution. */
export async function leadDisputesOfInstitutions(
  db: Db,
  institutionIds: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadDisputeRow[]>> {
  const ids = sql`any(${institutionIds}::uuid[])`
  const rows = await disputes(db, sql`(d.chosen_id = ${ids} or d.mandated_id = ${ids}) and ${whereInForce('d', moment)}`, moment)
  return new Map(institutionIds.map((id) => [id, rows.filter(({ chosenId, mandatedId }) => chosenId === id || mandatedId === id)]))
}

/** The stretch in force at a moment, or the nearest, of these disputes. */
export async function leadDisputesByIds(db: Db, ids: readonly string[], moment: Moment): Promise<Map<string, LeadDisputeRow>> {
  const { rows } = await sql<LeadDisputeRow>`select d.*, ${asMoment(moment)} from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('leadDispute', sql`wanted.id`, moment, 'd')} on true`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every stretch of every vacancy as known at an instant, past and future, by alliance. */
export async function leadVacanciesOfAlliances(
  db: Db,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadVacancyRow[]>> {
  const { rows } = await sql<LeadVacancyRow>`
    select v.*, ${asMoment(moment)} from lead_vacancy v
    where v.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('v', moment.asKnownAt)} order by v.valid_from, v.id`.execute(db)
  return Map.groupBy(rows, ({ allianceId }) => allianceId)
}

/** The stretch in force at a moment, or the nearest, of these vacancies. */
export async function leadVacanciesByIds(db: Db, ids: readonly string[], moment: Moment): Promise<Map<string, LeadVacancyRow>> {
  const { rows } = await sql<LeadVacancyRow>`select v.*, ${asMoment(moment)} from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('leadVacancy', sql`wanted.id`, moment, 'v')} on true`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
