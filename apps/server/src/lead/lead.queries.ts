import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { LeadDispute, LeadVacancy } from '@yilian/domain/lead-dispute.ts'

import { onDay, type Days } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { onlySeen, seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'

/** One stretch of a dispute or a vacancy, read at a moment: the institutions it names are shown as of the same. */
export type LeadDisputeRow = LeadDispute & AtMoment
export type LeadVacancyRow = LeadVacancy & AtMoment

async function disputes({ db, access }: Reader, where: RawBuilder<unknown>, moment: Moment, days?: Days): Promise<LeadDisputeRow[]> {
  const { rows } = await sql<LeadDisputeRow>`
    select d.*, ${asMoment(moment)} ${onlySeen(access, 'LEAD_DISPUTE', 'd', days)} from lead_dispute d
    where ${where} and ${seesFact(access, 'LEAD_DISPUTE', 'd', days)} order by d.valid_from, d.id`.execute(db)
  return rows
}

/** Every stretch of every dispute as known at an instant, past and future, by alliance. */
export async function leadDisputesOfAlliances(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadDisputeRow[]>> {
  const where = sql`d.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('d', moment.asKnownAt)}`
  return Map.groupBy(await disputes(reader, where, moment), ({ allianceId }) => allianceId)
}

/** The disputes open at a moment in which these institutions are the chosen or the mandated lead, by institution. */
export async function leadDisputesOfInstitutions(
  reader: Reader,
  institutionIds: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadDisputeRow[]>> {
  const ids = sql`any(${institutionIds}::uuid[])`
  const where = sql`(d.chosen_id = ${ids} or d.mandated_id = ${ids}) and ${whereInForce('d', moment)}`
  const rows = await disputes(reader, where, moment, onDay(moment.asOf))
  return new Map(institutionIds.map((id) => [id, rows.filter(({ chosenId, mandatedId }) => chosenId === id || mandatedId === id)]))
}

/** The stretch in force at a moment, or the nearest, of these disputes. */
export async function leadDisputesByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadDisputeRow>> {
  const { rows } = await sql<LeadDisputeRow>`select d.*, ${asMoment(moment)} ${onlySeen(access, 'LEAD_DISPUTE', 'd', onDay(moment.asOf))}
    from unnest(${ids}::uuid[]) as wanted(id) join ${nearestRow('leadDispute', sql`wanted.id`, moment, 'd')}
    on ${seesFact(access, 'LEAD_DISPUTE', 'd', onDay(moment.asOf))}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every stretch of every vacancy as known at an instant, past and future, by alliance. */
export async function leadVacanciesOfAlliances(
  { db, access }: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadVacancyRow[]>> {
  const { rows } = await sql<LeadVacancyRow>`
    select v.*, ${asMoment(moment)} from lead_vacancy v
    where v.alliance_id = any(${allianceIds}::uuid[]) and ${whereKnown('v', moment.asKnownAt)} and ${seesFact(access, 'LEAD_VACANCY', 'v')} order by v.valid_from, v.id`.execute(
    db,
  )
  return Map.groupBy(rows, ({ allianceId }) => allianceId)
}

/** The stretch in force at a moment, or the nearest, of these vacancies. */
export async function leadVacanciesByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, LeadVacancyRow>> {
  const { rows } = await sql<LeadVacancyRow>`select v.*, ${asMoment(moment)} from unnest(${ids}::uuid[]) as wanted(id)
    join ${nearestRow('leadVacancy', sql`wanted.id`, moment, 'v')} on ${seesFact(access, 'LEAD_VACANCY', 'v', onDay(moment.asOf))}`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
