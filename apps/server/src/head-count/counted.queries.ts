import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import { TIGHT } from '@yilian/domain/alliance-kind.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { isRegionCode, regionPrefix } from '@yilian/domain/region.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import { AGE_BAND_STARTS, type AgeBand } from '@yilian/domain/staffing/counting/age.ts'
import { REHIRED_MONTHS } from '@yilian/domain/staffing/counting/exclusion.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import { seesStaffOf } from '../access/seen-staffing.ts'

// The rules of packages/domain/src/staffing/counting in SQL, so that any number of people is counted by one statement. A test holds the two
// together over generated histories.

/** Which places and which people; all conditions must hold. */
export interface HeadCountFilter {
  readonly countyCode?: string | null | undefined
  readonly regionCode?: string | null | undefined
  readonly allianceId?: string | null | undefined
  readonly institutionId?: string | null | undefined
  readonly professions?: readonly string[] | null | undefined
  readonly workClasses?: readonly string[] | null | undefined
  readonly titleLevels?: readonly string[] | null | undefined
  readonly establishmentTypes?: readonly string[] | null | undefined
  readonly sexes?: readonly string[] | null | undefined
  readonly ageBands?: readonly AgeBand[] | null | undefined
  readonly educations?: readonly string[] | null | undefined
}

/** What is counted: which places and people, on which day, and whether statistics' exclusions apply. */
export interface HeadCountQuestion {
  readonly filter: HeadCountFilter
  readonly moment: Moment
  readonly statistical: boolean
}

const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `)

/**
 * A select of the institutions of a filter whose staff is seen on the day: `id`, `region_code` and `alliance_id` (the tight
 * alliance, where it is seen), null where none is in force then.
 */
export function placesCounted(
  { access }: Reader,
  { countyCode, regionCode, allianceId, institutionId }: HeadCountFilter,
  moment: Moment,
): RawBuilder<unknown> {
  const today = onDay(moment.asOf)
  const conditions: RawBuilder<unknown>[] = [seesStaffOf(access, sql`i.id`, today)]
  if (countyCode) conditions.push(sql`i.county_code = ${countyCode}`)
  if (institutionId) conditions.push(sql`i.id = ${institutionId}`)
  if (regionCode) conditions.push(isRegionCode(regionCode) ? sql`iv.region_code like ${`${regionPrefix(regionCode)}%`}` : sql`false`)
  if (allianceId) {
    conditions.push(sql`i.id in (select f.institution_id from membership f
      where f.alliance_id = ${allianceId} and f.role <> 'SUPPORTING' and ${whereInForce('f', moment)} and ${seesFact(access, 'MEMBERSHIP', 'f', today)})`)
  }
  // The alliance by a subquery and not by a join, so that the planner knows that there is one row per institution: at three times as many it
  // would read every appointment there is for the people of one county.
  return sql`select i.id, iv.region_code, (select m.alliance_id from membership m where m.institution_id = i.id and m.exclusive_group = ${TIGHT}
      and ${whereInForce('m', moment)} and ${seesFact(access, 'MEMBERSHIP', 'm', today)} limit 1) as alliance_id
    from institution i left join institution_version iv on iv.id = i.id and ${whereInForce('iv', moment)}
    where ${all(conditions)}`
}

/**
 * The rows of a table that `condition` finds for one person, as `alias` to join. Where places are narrowed they are looked up person by
 * person: of the people of a county the planner expects several times as many, and would read those of all counties.
 */
function ofPerson(table: string, alias: string, condition: RawBuilder<unknown>, filter: HeadCountFilter): RawBuilder<unknown> {
  const { countyCode, regionCode, allianceId, institutionId } = filter
  const oneByOne = countyCode || regionCode || allianceId || institutionId ? sql`offset 0` : sql``
  const name = sql.ref(alias)
  return sql`lateral (select ${name}.* from ${sql.table(table)} ${name} where ${condition} ${oneByOne}) ${name} on true`
}

/**
 * Begins a statement (`with …`) in which `place` are the places counted, `shared` the appointments in force of whoever has one there, each
 * with the `part` of the person's time that falls to it, `is_home` and `is_host`; and `spot` what each person counts at each place, outside
 * the register null. Nine people of ten hold one appointment, and need no sharing out.
 */
export function withSpots(reader: Reader, { filter, moment }: Pick<HeadCountQuestion, 'filter' | 'moment'>): RawBuilder<unknown> {
  const inOrder = sql`valid_from, id`
  const held = sql`person_id, id, kind, institution_id, valid_from`
  const homeFirst = sql`kind <> 'PRIMARY', ${inOrder}`
  return sql`with place as materialized (${placesCounted(reader, filter, moment)}),
    here as materialized (select distinct h.person_id from appointment h join place on place.id = h.institution_id where ${whereInForce('h', moment)}),
    active as (
      select a.person_id, a.id, a.kind, a.institution_id, a.home_elsewhere, a.share, a.valid_from, a.valid_to, a.planned_until,
        a.kind = any(${kindsThat('home')}) as home, a.kind = any(${kindsThat('movesWork')}) as moves,
        count(*) over (partition by a.person_id) as held
      from here join ${ofPerson('appointment', 'a', sql`a.person_id = here.person_id and ${whereInForce('a', moment)}`, filter)}),
    stated as (
      select active.*, row_number() over (partition by person_id order by (not home), ${homeFirst}) = 1 and home as is_home,
        row_number() over (partition by person_id order by case when moves and share is null then 0 when home then 1 else 2 end, ${homeFirst}) as rest_rank,
        coalesce(sum(coalesce(share, 0)) over (partition by person_id order by ${inOrder} rows between unbounded preceding and 1 preceding), 0) as before,
        sum(coalesce(share, 0)) over (partition by person_id) as total,
        bool_or(home) over (partition by person_id) as belongs
      from active where held > 1),
    parted as (
      select stated.*, greatest(0, least(coalesce(share, 0), 1 - before)) + case when rest_rank = 1 then greatest(0, 1 - total) else 0 end as part
      from stated where belongs),
    shared as (
      select ${held}, part, is_home, row_number() over (partition by person_id order by (not moves), (not is_home), part desc, ${inOrder}) = 1 as is_host
      from parted
      union all select ${held}, 1, true, true from active where held = 1 and home),
    belonging as (select person_id, id, kind, institution_id as home_id from shared where is_home),
    spot as (
      select person_id, institution_id, max(is_home::int) as home, max(is_host::int) as host, sum(part) as fte
      from shared where is_home or is_host or part > 0 group by person_id, institution_id)`
}

/**
 * A select of what is counted: `person_id`, `institution_id` (null: outside), `home`, `host` and `fte`, with the person's version (`v`) and
 * the place (`p`, of what is outside the home's) to select further `columns` from. Follows `withSpots`.
 */
export function countedSpots({ filter, moment, statistical }: HeadCountQuestion, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const conditions = personConditions(filter, moment)
  if (statistical)
    conditions.push(sql`v.establishment_type is distinct from 'TEMPORARY'`, sql`not (b.kind = 'REHIRED' and ${isBrief(moment)})`)
  return sql`select s.person_id, s.institution_id, s.home, s.host, s.fte ${columns}
    from spot s join belonging b on b.person_id = s.person_id join place p on p.id = coalesce(s.institution_id, b.home_id)
    left join ${ofPerson('personVersion', 'v', sql`v.id = s.person_id and ${whereInForce('v', moment)}`, filter)}
    where ${conditions.length === 0 ? sql`true` : all(conditions)}`
}

/** Whether the rehired person of a row `b` (`id`: the appointment) is so for less than half a year. */
export function isBrief({ asOf, asKnownAt }: Moment): RawBuilder<boolean> {
  return sql`(select (array_agg(coalesce(r.valid_to, r.planned_until + 1, ${asOf}::date) order by r.valid_from desc))[1]
      < (min(r.valid_from) + make_interval(months => ${REHIRED_MONTHS}))::date
    from appointment r where r.id = b.id and ${whereKnown('r', asKnownAt)})`
}

/** The age band of a person's version on the day. */
export function ageBand({ asOf }: Pick<Moment, 'asOf'>): RawBuilder<string | null> {
  const age = sql`extract(year from age(${asOf}::date, v.birth_date))`
  const bands = AGE_BAND_STARTS.map(([band, start]) => sql`when ${age} >= ${start}::int then ${band}`)
  return sql`case when v.birth_date > ${asOf}::date then null ${sql.join(bands, sql` `)} end`
}

function personConditions(filter: HeadCountFilter, moment: Moment): RawBuilder<unknown>[] {
  const { professions, workClasses, titleLevels, establishmentTypes, sexes, ageBands, educations } = filter
  const among: [readonly string[] | null | undefined, RawBuilder<unknown>][] = [
    [professions, sql`v.profession`],
    [workClasses, sql`v.work_class`],
    [titleLevels, sql`v.title_appointed`],
    [establishmentTypes, sql`v.establishment_type`],
    [sexes, sql`v.sex`],
    [educations, sql`v.education`],
    [ageBands, ageBand(moment)],
  ]
  return among.flatMap(([codes, column]) => (codes?.length ? [sql`${column} = any(${codes})`] : []))
}
