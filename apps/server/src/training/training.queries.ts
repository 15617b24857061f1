import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import { factTable, type FactKind } from '@yilian/database/facts.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { regionPrefix, isRegionCode } from '@yilian/domain/region.ts'
import type { RegionPopulation, StaffCount } from '@yilian/domain/staffing/staff-count.ts'
import type { CohortState } from '@yilian/domain/staffing/terms.ts'
import type { CohortMember, Mentorship, RecruitmentDrive, TrainingCohort } from '@yilian/domain/staffing/training.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { onlySeen, seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { atMoment } from '../list/at-moment.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'

export type CohortRow = TrainingCohort & AtMoment
export type DriveRow = RecruitmentDrive & AtMoment
export type StaffCountRow = StaffCount & AtMoment
export type PopulationRow = RegionPopulation & AtMoment
export type MentorshipRow = Mentorship & AtMoment
export type CohortMemberRow = CohortMember & AtMoment

/** Records of a county by kind. */
export interface CountyRows {
  readonly TRAINING_COHORT: CohortRow
  readonly RECRUITMENT_DRIVE: DriveRow
  readonly STAFF_COUNT: StaffCountRow
  readonly REGION_POPULATION: PopulationRow
}

export interface CountyFilter {
  readonly countyCode?: string | null | undefined
  readonly regionCode?: string | null | undefined
  readonly institutionId?: string | null | undefined
  /** To be reached, or what was. */
  readonly target?: boolean | null | undefined
}

const ORDERS: Readonly<Record<keyof CountyRows, { key: RawBuilder<unknown>; type: 'text' | 'numeric' | 'date' }>> = {
  TRAINING_COHORT: { key: sql`t.start_year`, type: 'numeric' },
  RECRUITMENT_DRIVE: { key: sql`t.opened_on`, type: 'date' },
  STAFF_COUNT: { key: sql`t.what`, type: 'text' },
  REGION_POPULATION: { key: sql`t.year`, type: 'numeric' },
}

/** What counties recorded of a kind, as known at the instant, latest first (counts by what they count). One statement. */
export async function countyPage<K extends keyof CountyRows>(
  { db, access }: Reader,
  fact: K,
  { countyCode, regionCode, institutionId, target }: CountyFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<CountyRows[K]>> {
  const all: RawBuilder<unknown>[] = [whereKnown('f', moment.asKnownAt), seesFact(access, fact, 'f')]
  if (countyCode) all.push(sql`f.region_code like ${`${/^\d{6}$/.test(countyCode) ? countyCode : '-'}%`}`)
  if (regionCode) all.push(isRegionCode(regionCode) ? sql`f.region_code like ${`${regionPrefix(regionCode)}%`}` : sql`false`)
  if (institutionId) all.push(sql`f.institution_ids @> array[${institutionId}::uuid]`)
  if (target != null) all.push(sql`f.target = ${target}`)
  const list = sql`select f.* ${onlySeen(access, fact, 'f', onDay(moment.asOf))} from ${sql.table(factTable(fact).table)} f where ${sql.join(all, sql` and `)}`
  const found = await keysetPage<CountyRows[K]>(db, list, { ...ORDERS[fact], descending: fact !== 'STAFF_COUNT' }, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** These records by id, as known at the instant. */
export async function countyRecordsByIds<K extends keyof CountyRows>(
  { db, access }: Reader,
  fact: K,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, CountyRows[K]>> {
  const { rows } = await sql<
    CountyRows[K]
  >`select f.* ${onlySeen(access, fact, 'f', onDay(moment.asOf))} from ${sql.table(factTable(fact).table)} f
    where f.id = any(${ids}::uuid[]) and ${whereKnown('f', moment.asKnownAt)} and ${seesFact(access, fact, 'f')}`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}

/** The people of these cohorts at a moment, by cohort: those that are seen. */
export async function membersOfCohorts(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, CohortMemberRow[]>> {
  const { rows } =
    await sql<CohortMember>`select m.* from cohort_member m where m.cohort_id = any(${ids}::uuid[]) and ${whereInForce('m', moment)}
    and ${seesFact(access, 'COHORT_MEMBER', 'm', onDay(moment.asOf))} order by m.valid_from, m.id`.execute(db)
  return Map.groupBy(atMoment(rows, moment), ({ cohortId }) => cohortId)
}

/** How many people of each of these cohorts are in which state on the day, by `<cohort> <state>`. */
export async function cohortStates(
  { db }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, { state: CohortState; count: number }[]>> {
  const { rows } = await sql<{ cohortId: string; state: CohortState; count: number }>`
    select m.cohort_id, m.state, count(*) as count from cohort_member m where m.cohort_id = any(${ids}::uuid[]) and ${whereInForce('m', moment)} group by 1, 2`.execute(
    db,
  )
  return Map.groupBy(rows, ({ cohortId }) => cohortId)
}

/** The cohorts these people are in at a moment, by person. */
export async function cohortsOfPeople(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, CohortMemberRow[]>> {
  const { rows } =
    await sql<CohortMember>`select m.* from cohort_member m where m.person_id = any(${ids}::uuid[]) and ${whereInForce('m', moment)}
    and ${seesFact(access, 'COHORT_MEMBER', 'm', onDay(moment.asOf))} order by m.valid_from, m.id`.execute(db)
  return Map.groupBy(atMoment(rows, moment), ({ personId }) => personId)
}

/** Mentorships in force at the moment, latest first. One statement. */
export async function mentorshipPage(
  { db, access }: Reader,
  { countyCode, institutionId }: CountyFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<MentorshipRow>> {
  const days = onDay(moment.asOf)
  const all: RawBuilder<unknown>[] = [whereInForce('m', moment), seesFact(access, 'MENTORSHIP', 'm', days)]
  if (countyCode) all.push(sql`m.region_code like ${`${/^\d{6}$/.test(countyCode) ? countyCode : '-'}%`}`)
  if (institutionId) all.push(sql`m.institution_ids @> array[${institutionId}::uuid]`)
  const list = sql`select m.* ${onlySeen(access, 'MENTORSHIP', 'm', days)} from mentorship m where ${sql.join(all, sql` and `)}`
  const found = await keysetPage<MentorshipRow>(db, list, { key: sql`t.valid_from`, type: 'date', descending: true }, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** Facts of people by id: the stretch in force at the moment, else the last one. */
export async function datedByIds<R extends { id: string }>(
  { db, access }: Reader,
  fact: Extract<FactKind, 'MENTORSHIP' | 'COHORT_MEMBER'>,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, R & AtMoment>> {
  const { rows } = await sql<R>`select distinct on (f.id) f.* ${onlySeen(access, fact, 'f')} from ${sql.table(factTable(fact).table)} f
    where f.id = any(${ids}::uuid[]) and ${whereKnown('f', moment.asKnownAt)} and ${seesFact(access, fact, 'f')}
    order by f.id, (${whereInForce('f', moment)}) desc, f.valid_from desc`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}
