import { type RawBuilder, sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import { NOTHING, type Own } from '@yilian/domain/access/own.ts'

import { isOneOf } from '../list/is-one-of.ts'
import { EVER, within, type Days } from './days.ts'

// Who sees what, in SQL. Aliases of this file begin with `own_`, which no query uses for its own rows. Memberships count as known now,
// whatever instant the reader asks about.

/** A county's code: an expression, or the one code of all rows at hand, which is decided before anything is asked. */
export type County = RawBuilder<unknown> | string

const TRUE = sql<boolean>`true`
const FALSE = sql<boolean>`false`

/** What is own for reading. Whoever reads institutions reads alliances and documents: one set of readers (tested). */
export function reading(access: Access): Own {
  return access.own('institution.read') ?? NOTHING
}

/**
 * True for an institution that is seen on one of the days: it is own; or in an alliance that is own then; or leads an alliance then in
 * which an own institution is. `county` is what it is registered under, where the query has that at hand.
 */
export function seesInstitution(access: Access, id: RawBuilder<unknown>, days: Days, county?: County): RawBuilder<boolean> {
  const own = reading(access)
  if (own.everything) return TRUE
  return anyOf([ownInstitution(own, id, county), among(id, institutionsAround(own, days), days)])
}

/** True for an alliance that is seen on one of the days: it is own then, or an own institution is in it. */
export function seesAlliance(access: Access, id: RawBuilder<unknown>, days: Days, county?: County): RawBuilder<boolean> {
  const own = reading(access)
  if (own.everything) return TRUE
  return anyOf([ownAlliance(own, id, county), among(id, alliancesAround(own, days), days)])
}

/** What is said of an alliance and of institutions together. */
export interface SaidTogether {
  /** Null in a row that is said of institutions alone. */
  readonly alliance: RawBuilder<unknown>
  /** Null where there is none. */
  readonly institutions: readonly RawBuilder<unknown>[]
  /** True where the institutions are in the alliance by what is said, so that they are seen with an alliance that is own. */
  readonly within: RawBuilder<unknown>
}

/** True when, on one of the days, the alliance is seen and so is each of the institutions. */
export function seesTogether(access: Access, { alliance, institutions, within: members }: SaidTogether, days: Days): RawBuilder<boolean> {
  const own = reading(access)
  if (own.everything) return TRUE
  const each = (during: Days) => all(institutions.map((id) => sql`(${id} is null or ${seesInstitution(access, id, during)})`))
  const around = alliancesAround(own, days)
  const inOwn = sql<boolean>`(${alliance} is null or ${ownAlliance(own, alliance)}) and (${members} or ${each(days)})`
  const besideOwn = days.single
    ? sql<boolean>`${among(alliance, around, days)} and ${each(days)}`
    : sql<boolean>`exists (select from (${sql.join(around, sql` union all `)}) own_through where own_through.id = ${alliance}
        and ${each(within(days, 'own_through'))})`
  return sql`(${anyOf([inOwn, ...(around.length > 0 ? [besideOwn] : [])])})`
}

/** True for the code of a county in which anything is seen on any day; null is a wider authority's, which every reader sees. */
export function seesCounty(access: Access, code: RawBuilder<unknown>): RawBuilder<boolean> {
  const own = reading(access)
  if (own.everything) return TRUE
  if (isNothing(own)) return FALSE
  const alliances = [...listed(own.alliances), ...alliancesAround(own, EVER)]
  const institutions = [...listed(own.institutions), ...institutionsAround(own, EVER)]
  const counties = (table: string, ids: RawBuilder<unknown>[]) =>
    ids.map((some) => sql`select own_c.county_code from ${sql.table(table)} own_c where own_c.id in (select own_s.id from (${some}) own_s)`)
  const all = [...counties('alliance', alliances), ...counties('institution', institutions)]
  return anyOf([
    sql`${code} is null`,
    ...(own.registers.length > 0 ? [isOneOf(code, own.registers)] : []),
    ...(all.length > 0 ? [sql<boolean>`${code} = any(array(${sql.join(all, sql` union `)}))`] : []),
  ])
}

/** True for an institution that is own, or in an alliance on one of the days that is own by its id or led by an own hospital then. */
export function worksFor(own: Own, id: RawBuilder<unknown>, days: Days): RawBuilder<boolean> {
  const through = { ...NOTHING, alliances: own.alliances, leads: own.leads }
  return anyOf([ownInstitution({ ...own, registers: own.counties }, id), among(id, institutionsAround(through, days), days)])
}

/** True for an institution that is own whatever the day. */
export function ownInstitution(own: Own, id: RawBuilder<unknown>, county?: County): RawBuilder<boolean> {
  return ownBy(id, own.institutions, own.registers, 'institution', county)
}

/** True for an alliance that is own whatever the day. */
export function ownAlliance(own: Own, id: RawBuilder<unknown>, county?: County): RawBuilder<boolean> {
  return ownBy(id, own.alliances, own.counties, 'alliance', county)
}

function ownBy(
  id: RawBuilder<unknown>,
  ids: readonly string[],
  codes: readonly string[],
  table: string,
  county?: County,
): RawBuilder<boolean> {
  if (typeof county === 'string' && codes.includes(county)) return TRUE
  const byCounty =
    codes.length === 0 || typeof county === 'string'
      ? []
      : county
        ? [isOneOf(county, codes)]
        : [
            sql<boolean>`exists (select from ${sql.table(table)} own_c where own_c.id = ${id} and ${isOneOf(sql`own_c.county_code`, codes)})`,
          ]
  return anyOf([...byCounty, ...(ids.length > 0 ? [isOneOf(id, ids, 'uuid')] : [])])
}

const known = (alias: string) => whereKnown(alias, null)

/** Selects of the alliances in which an own institution is, each with the days it is (`valid_from`, `valid_to`). */
function alliancesAround({ registers, institutions }: Own, days: Days): RawBuilder<unknown>[] {
  const rows = (from: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql`select own_m.alliance_id as id, own_m.valid_from, own_m.valid_to from ${from} where ${where} and ${known('own_m')} and ${days.during('own_m')}`
  return [
    ...(institutions.length > 0 ? [rows(sql`membership own_m`, isOneOf(sql`own_m.institution_id`, institutions, 'uuid'))] : []),
    ...(registers.length > 0
      ? [rows(sql`institution own_i join membership own_m on own_m.institution_id = own_i.id`, isOneOf(sql`own_i.county_code`, registers))]
      : []),
  ]
}

/** Selects of the institutions in own alliances, and of those that lead an alliance in which an own institution is. */
function institutionsAround(own: Own, days: Days): RawBuilder<unknown>[] {
  const members = (from: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql`select own_m.institution_id as id from ${from} where ${where} and ${known('own_m')} and ${days.during('own_m')}`
  // Of an alliance, those who are in it while `own_o` is.
  const beside = (from: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql`select own_m.institution_id as id from ${from} join membership own_m on own_m.alliance_id = own_o.alliance_id and ${known('own_m')}
      where ${where} and ${known('own_o')} and ${days.during('own_o')} and ${within(days, 'own_o').during('own_m')}`
  const { counties, alliances, leads, institutions, registers } = own
  return [
    ...(counties.length > 0
      ? [members(sql`alliance own_a join membership own_m on own_m.alliance_id = own_a.id`, isOneOf(sql`own_a.county_code`, counties))]
      : []),
    ...(alliances.length > 0 ? [members(sql`membership own_m`, isOneOf(sql`own_m.alliance_id`, alliances, 'uuid'))] : []),
    ...(leads.length > 0
      ? [beside(sql`membership own_o`, sql`${isOneOf(sql`own_o.institution_id`, leads, 'uuid')} and own_o.role = 'LEAD'`)]
      : []),
    ...(institutions.length > 0
      ? [beside(sql`membership own_o`, sql`${isOneOf(sql`own_o.institution_id`, institutions, 'uuid')} and own_m.role = 'LEAD'`)]
      : []),
    ...(registers.length > 0
      ? [
          beside(
            sql`institution own_i join membership own_o on own_o.institution_id = own_i.id`,
            sql`${isOneOf(sql`own_i.county_code`, registers)} and own_m.role = 'LEAD'`,
          ),
        ]
      : []),
  ]
}

/**
 * True for an id among those that the selects yield. For fixed days they are one array, computed when a row first needs it and never for
 * rows that a cheaper condition before has let through; as an array it can also serve an index, so that a list without any other filter
 * is found by county and by id. For the days of a row they are asked about the one id.
 */
function among(id: RawBuilder<unknown>, selects: readonly RawBuilder<unknown>[], days: Days): RawBuilder<boolean> {
  if (selects.length === 0) return FALSE
  const ids = sql.join(
    selects.map((one) => sql`select own_s.id from (${one}) own_s`),
    sql` union all `,
  )
  return days.fixed ? sql`${id} = any(array(${ids}))` : sql`exists (select from (${ids}) own_x where own_x.id = ${id})`
}

function listed(ids: readonly string[]): RawBuilder<unknown>[] {
  return ids.length > 0 ? [sql`select unnest(${ids}::uuid[]) as id`] : []
}

/** Nothing is own. */
export function isNothing({ registers, institutions, alliances, leads }: Own): boolean {
  return registers.length + institutions.length + alliances.length + leads.length === 0
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? TRUE : sql`(${sql.join(conditions, sql` and `)})`
}

/** Any of these conditions, the cheapest first. */
export function anyOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  if (conditions.includes(TRUE)) return TRUE
  const open = conditions.filter((one) => one !== FALSE)
  return open.length === 0 ? FALSE : open.length === 1 ? sql`${open[0]}` : sql`(${sql.join(open, sql` or `)})`
}
