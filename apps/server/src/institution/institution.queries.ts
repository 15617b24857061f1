import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown, type FactRow } from '@yilian/database/dated.ts'
import type { SearchSubject } from '@yilian/database/search.ts'
import { searchQuery } from '@yilian/database/search-terms.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import type { HospitalLevel } from '@yilian/domain/code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES, type InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import type { InstitutionStatus } from '@yilian/domain/code-lists/institution-status.ts'
import type { LineageKind } from '@yilian/domain/code-lists/lineage-kind.ts'
import type { Ownership } from '@yilian/domain/code-lists/ownership.ts'
import type { Moment, Recorded } from '@yilian/domain/dated.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import { isPrimaryCare, type Institution } from '@yilian/domain/institution.ts'
import { isRegionCode, regionPrefix } from '@yilian/domain/region.ts'

import { daysOf, onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesInstitution } from '../access/seen.ts'
import { seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { atMoment } from '../list/at-moment.ts'
import { type Columns, onlyColumns } from '../list/columns.ts'
import { inForceOrNearest } from '../list/in-force.ts'
import { byPinyin, keysetPage, type ListOrder, type Page, type PageArgs } from '../list/keyset.ts'

/** An institution as it was at a moment: the stretch in force then, or the nearest when none was (`inForce` false). */
export interface InstitutionRow extends Institution, AtMoment {
  readonly inForce: boolean
}

export interface InstitutionFilter {
  readonly countyCode?: string | null | undefined
  /** Everything within the region: a county's code finds its towns' and villages' institutions. */
  readonly regionCode?: string | null | undefined
  readonly search?: string | null | undefined
  readonly categories?: readonly InstitutionCategory[] | null | undefined
  readonly levels?: readonly HospitalLevel[] | null | undefined
  readonly statuses?: readonly InstitutionStatus[] | null | undefined
  readonly ownerships?: readonly Ownership[] | null | undefined
  readonly primaryCare?: boolean | null | undefined
  readonly allianceId?: string | null | undefined
  readonly inAlliance?: boolean | null | undefined
  readonly parentId?: string | null | undefined
  readonly aggregate?: boolean | null | undefined
}

const ORDERS = {
  CODE: { key: sql`t.code`, type: 'text' },
  NAME: { key: byPinyin(sql`t.name`), type: 'text' },
  CATEGORY: { key: sql`t.category`, type: 'text' },
  LEVEL: {
    key: sql`case t.level when 'LEVEL_3' then 1 when 'LEVEL_2' then 2 when 'LEVEL_1' then 3 when 'NONE' then 4 end * 10 + case t.grade when 'SPECIAL' then 1 when 'A' then 2 when 'B' then 3 when 'C' then 4 when 'UNGRADED' then 5 else 6 end`,
    type: 'numeric',
  },
  REGION: { key: sql`t.region_code`, type: 'text' },
  BEDS: { key: sql`t.beds`, type: 'numeric' },
  SERVED_POPULATION: { key: sql`t.served_population`, type: 'numeric' },
} as const satisfies Record<string, Omit<ListOrder, 'descending'>>
export type InstitutionOrder = keyof typeof ORDERS
const PRIMARY_CARE = codesOf(INSTITUTION_CATEGORIES).filter(isPrimaryCare)

/** The institutions in force at a moment that are seen and pass the filter, one page in order. One statement. */
export async function institutionPage(
  reader: Reader,
  filter: InstitutionFilter,
  order: InstitutionOrder,
  descending: boolean,
  page: PageArgs,
  moment: Moment,
  columns: Columns = null,
): Promise<Page<InstitutionRow>> {
  const list = sql`select i.code, i.county_code, v.*, true as in_force from institution i join institution_version v on v.id = i.id where ${conditions(reader, filter, moment)}`
  const found = await keysetPage<InstitutionRow>(reader.db, list, { ...ORDERS[order], descending }, page, columns)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** The moment as a column, so that each row carries what it was read at. */
export function asMoment({ asOf, asKnownAt }: Moment): RawBuilder<unknown> {
  return sql`jsonb_build_object('asOf', ${asOf}::text, 'asKnownAt', ${asKnownAt}::text) as moment`
}

function conditions({ access }: Reader, filter: InstitutionFilter, moment: Moment): RawBuilder<unknown> {
  const today = onDay(moment.asOf)
  const {
    countyCode,
    regionCode,
    search,
    categories,
    levels,
    statuses,
    ownerships,
    primaryCare,
    allianceId,
    inAlliance,
    parentId,
    aggregate,
  } = filter
  const all: RawBuilder<unknown>[] = [
    whereInForce('v', moment),
    seesInstitution(access, sql`i.id`, today, countyCode || sql`i.county_code`),
  ]
  if (countyCode) all.push(sql`i.county_code = ${countyCode}`)
  if (regionCode) all.push(isRegionCode(regionCode) ? sql`v.region_code like ${`${regionPrefix(regionCode)}%`}` : sql`false`)
  if (search?.trim()) all.push(sql`i.id in (${searchSubjects('INSTITUTION', search, countyCode ?? null)})`)
  if (categories?.length) all.push(sql`v.category = any(${categories})`)
  if (levels?.length) all.push(sql`v.level = any(${levels})`)
  all.push(statuses?.length ? sql`v.status = any(${statuses})` : sql`v.status not in ('CLOSED', 'MERGED')`)
  if (ownerships?.length) all.push(sql`v.ownership = any(${ownerships})`)
  if (primaryCare != null) all.push(sql`(v.category = any(${PRIMARY_CARE})) = ${primaryCare}`)
  if (parentId) all.push(sql`v.parent_id = ${parentId}`, seesInstitution(access, sql`v.parent_id`, today))
  if (aggregate != null) all.push(sql`(v.unit_count > 1) = ${aggregate}`)
  const membership = (extra: RawBuilder<unknown>) =>
    sql`exists (select from membership m where m.institution_id = i.id and ${whereInForce('m', moment)} and ${extra} and ${seesFact(access, 'MEMBERSHIP', 'm', today)})`
  if (allianceId) all.push(membership(sql`m.alliance_id = ${allianceId}`))
  if (inAlliance != null) all.push(sql`${membership(sql`m.role <> 'SUPPORTING'`)} = ${inAlliance}`)
  return sql.join(all, sql` and `)
}

/** The ids of what a user means by a text: part of a name, alias or code, full pinyin or initials. Indexed by prefix. */
export function searchSubjects(subject: SearchSubject, text: string, countyCode: string | null): RawBuilder<unknown> {
  const county = countyCode ? sql`s.county_code = ${countyCode} and` : sql``
  const query = searchQuery(text)
  return sql`select s.subject_id from search_term s where ${county} s.subject = ${subject} and ${query === '' ? sql`false` : sql`s.term like ${`${query}%`}`}`
}

/** Institutions by id at a moment, whether or not they were in force then, if they are seen on the day: one statement, and a second one for those that were not. */
export async function institutionsByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, InstitutionRow>> {
  const read = async (wanted: readonly string[], version: RawBuilder<unknown>, inForce: RawBuilder<boolean>) => {
    const list = sql`select i.code, i.county_code, v.*, ${inForce} as in_force from institution i join ${version}
      where i.id = any(${wanted}::uuid[]) and ${seesInstitution(access, sql`i.id`, onDay(moment.asOf), sql`i.county_code`)}`
    const { rows } = await onlyColumns<InstitutionRow>(list, columns).execute(db)
    return atMoment(rows, moment).map((row) => [row.id, row] as const)
  }
  return inForceOrNearest(ids, {
    inForce: (all) => read(all, sql`institution_version v on v.id = i.id and ${whereInForce('v', moment)}`, sql`true`),
    nearest: (others) => read(others, sql`${nearestRow('institutionVersion', sql`i.id`, moment, 'v')} on true`, sql`false`),
  })
}

/**
 * Institutions that something seen names although they are not seen on the day itself, as a former member is of whom a stretch is shown:
 * each in the stretch nearest to the moment among those that are seen. One statement.
 */
export async function institutionsOnceSeen(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, InstitutionRow>> {
  const seen = nearestRow('institutionVersion', sql`i.id`, moment, 'v', (row) =>
    seesInstitution(access, sql`i.id`, daysOf(row), sql`i.county_code`),
  )
  const list = sql`select i.code, i.county_code, v.*, false as in_force from institution i join ${seen} on true where i.id = any(${ids}::uuid[])`
  const { rows } = await onlyColumns<InstitutionRow>(list, columns).execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}

/** What something seen names, by id: on the day itself, or else as it was when it was seen. */
export async function institutionsNamed(reader: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, InstitutionRow>> {
  const found = await institutionsByIds(reader, ids, moment)
  const others = ids.filter((id) => !found.has(id))
  return others.length === 0 ? found : new Map([...found, ...(await institutionsOnceSeen(reader, others, moment))])
}

/** The institution with this code at a moment, as `institutionsByIds` reads it. */
export async function institutionByCode(
  reader: Reader,
  code: string,
  moment: Moment,
  columns: Columns = null,
): Promise<InstitutionRow | null> {
  const { db, access } = reader
  const list = sql`select i.code, i.county_code, v.*, true as in_force from institution i join institution_version v on v.id = i.id
    where i.code = ${code} and ${whereInForce('v', moment)} and ${seesInstitution(access, sql`i.id`, onDay(moment.asOf), sql`i.county_code`)}`
  const [row] = atMoment((await onlyColumns<InstitutionRow>(list, columns).execute(db)).rows, moment)
  if (row) return row
  const id = (await db.selectFrom('institution').select('id').where('code', '=', code).executeTakeFirst())?.id
  return id === undefined ? null : ((await institutionsByIds(reader, [id], moment, columns)).get(id) ?? null)
}

export type InstitutionDimension = 'CATEGORY' | 'REGION' | 'LEVEL' | 'STATUS' | 'OWNERSHIP'

const DIMENSION_KEYS: Readonly<Record<InstitutionDimension, RawBuilder<string | null>>> = {
  CATEGORY: sql`v.category`,
  // Town level: an institution in a village or a town counts for the town, one of the county itself for the county.
  REGION: sql`case when substr(v.region_code, 7) = '000000' then v.region_code else substr(v.region_code, 1, 9) || '000' end`,
  LEVEL: sql`v.level`,
  STATUS: sql`v.status`,
  OWNERSHIP: sql`v.ownership`,
}

export interface InstitutionCount {
  readonly code: string | null
  readonly regionName: string | null
  readonly institutions: number
  readonly units: number
}

/** How many of the institutions that are seen (and units, where one entry stands for several) there are, by one dimension. */
export async function institutionCounts(
  reader: Reader,
  filter: InstitutionFilter,
  by: InstitutionDimension,
  moment: Moment,
): Promise<InstitutionCount[]> {
  const key = DIMENSION_KEYS[by]
  const { rows } = await sql<InstitutionCount>`
    select c.code, r.name as region_name, c.institutions, c.units from (
      select ${key} as code, count(*) as institutions, sum(v.unit_count)::int8 as units
      from institution i join institution_version v on v.id = i.id where ${conditions(reader, filter, moment)} group by 1) c
    left join region_version r on ${by === 'REGION' ? sql`r.code = c.code and ${whereInForce('r', moment)}` : sql`false`}
    order by c.code`.execute(reader.db)
  return rows
}

/** The stretches of these institutions as known at an instant that are seen, by id. */
export async function institutionTimelines(
  { db, access }: Reader,
  ids: readonly string[],
  asKnownAt: Instant | null,
): Promise<Map<string, Institution[]>> {
  const { rows } = await sql<Institution>`
    select i.code, i.county_code, v.* from institution_version v join institution i on i.id = v.id
    where v.id = any(${ids}::uuid[]) and ${whereKnown('v', asKnownAt)} and ${seesInstitution(access, sql`v.id`, daysOf('v'), sql`i.county_code`)} order by v.id, v.valid_from`.execute(
    db,
  )
  return Map.groupBy(rows, ({ id }) => id)
}

/** What an institution runs, at a moment: its village clinics and other units. */
export async function unitsOf(
  { db, access }: Reader,
  parentIds: readonly string[],
  moment: Moment,
): Promise<Map<string, InstitutionRow[]>> {
  const { rows } = await sql<InstitutionRow>`
    select i.code, i.county_code, v.*, true as in_force from institution_version v join institution i on i.id = v.id
    where v.parent_id = any(${parentIds}::uuid[]) and ${whereInForce('v', moment)} and v.status not in ('CLOSED', 'MERGED')
      and ${seesInstitution(access, sql`v.id`, onDay(moment.asOf), sql`i.county_code`)} order by i.code limit 20000`.execute(db)
  return Map.groupBy(atMoment(rows, moment), ({ parentId }) => parentId!)
}

/** How many village clinics stand under each institution at a moment; an entry for several counts as several. */
export async function villageClinicCounts(
  { db, access }: Reader,
  parentIds: readonly string[],
  moment: Moment,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ parentId: string; units: number }>`
    select v.parent_id, sum(v.unit_count)::int8 as units from institution_version v
    where v.parent_id = any(${parentIds}::uuid[]) and v.category = 'D600' and v.status not in ('CLOSED', 'MERGED') and ${whereInForce('v', moment)}
      and ${seesInstitution(access, sql`v.id`, onDay(moment.asOf))} group by 1`.execute(db)
  return new Map(rows.map(({ parentId, units }) => [parentId, units]))
}

/** One institution came out of another, or went into it. */
export interface InstitutionLineage extends Recorded {
  readonly id: string
  readonly kind: LineageKind
  readonly fromId: string
  readonly toId: string
  readonly effectiveOn: IsoDate
}

/** Mergers and splits that an institution took part in, on either side, as known at a moment; seen with both institutions on its day. */
export async function lineageOf(
  { db, access }: Reader,
  ids: readonly string[],
  { asOf, asKnownAt }: Moment,
): Promise<Map<string, InstitutionLineage[]>> {
  const { rows } = await sql<InstitutionLineage & FactRow>`
    select l.* from institution_lineage l where (l.from_id = any(${ids}::uuid[]) or l.to_id = any(${ids}::uuid[])) and ${whereKnown('l', asKnownAt)}
      and ${seesFact(access, 'INSTITUTION_LINEAGE', 'l', onDay(asOf))}
    order by l.effective_on, l.id`.execute(db)
  return new Map(ids.map((id) => [id, rows.filter(({ fromId, toId }) => fromId === id || toId === id)]))
}
