import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { shortDecimal, type Decimal } from '@yilian/domain/decimal.ts'
import type { HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'

import { HEAD_COUNT_LISTS } from '@yilian/domain/staffing/counting/head-count-label.ts'

import type { Reader } from '../access/reader.ts'
import { byPinyin } from '../list/keyset.ts'
import { wholeList } from '../list/whole-list.ts'
import { ageBand, countedSpots, withSpots, type HeadCountQuestion } from './counted.queries.ts'

/** A cell of the pivot: its keys in the order of the dimensions, with the names of places, and how many by each rule. */
export interface HeadCountCellRow {
  readonly keys: readonly (string | null)[]
  /** Of institutions, alliances and regions the name on the day; else null. */
  readonly names: readonly (string | null)[]
  readonly home: number
  readonly host: number
  readonly fte: Decimal
}

type Key = (question: HeadCountQuestion) => RawBuilder<unknown>

/** What is outside the register has no place. */
const ofPlace =
  (column: RawBuilder<unknown>): Key =>
  () =>
    sql`case when s.institution_id is not null then ${column} end`
const ofPerson =
  (column: RawBuilder<unknown>): Key =>
  () =>
    column

const KEYS: Readonly<Record<HeadCountDimension, Key>> = {
  INSTITUTION: () => sql`s.institution_id::text`,
  ALLIANCE: ofPlace(sql`p.alliance_id::text`),
  COUNTY: ofPlace(sql`substr(p.region_code, 1, 6) || '000000'`),
  // What lies in a town or village counts for the town, what lies in the county alone for the county.
  REGION: ofPlace(sql`case when substr(p.region_code, 7) = '000000' then p.region_code else substr(p.region_code, 1, 9) || '000' end`),
  PROFESSION: ofPerson(sql`v.profession`),
  WORK_CLASS: ofPerson(sql`v.work_class`),
  TITLE_LEVEL: ofPerson(sql`v.title_appointed`),
  ESTABLISHMENT_TYPE: ofPerson(sql`v.establishment_type`),
  SEX: ofPerson(sql`v.sex`),
  AGE_BAND: ({ moment }) => ageBand(moment),
  EDUCATION: ofPerson(sql`v.education`),
}

/** Where the name of a key stands, and what it is looked up by. */
const NAMED: Readonly<Partial<Record<HeadCountDimension, readonly [table: string, column: string, type: string]>>> = {
  INSTITUTION: ['institutionVersion', 'id', 'uuid'],
  ALLIANCE: ['allianceVersion', 'id', 'uuid'],
  COUNTY: ['regionVersion', 'code', 'text'],
  REGION: ['regionVersion', 'code', 'text'],
}

/** The name of a key on the day; null for what has none but in its list. */
function nameOf(dimension: HeadCountDimension, key: RawBuilder<unknown>, moment: Moment): RawBuilder<unknown> {
  const named = NAMED[dimension]
  if (!named) return sql`null::text`
  const [table, column, type] = named
  return sql`(select n.name from ${sql.table(table)} n where n.${sql.ref(column)} = ${key}::${sql.raw(type)} and ${whereInForce('n', moment)})`
}

/** Places by name in pinyin, codes as in their list; what has no key last. */
function orderOf(dimension: HeadCountDimension, at: number): RawBuilder<unknown> {
  const key = sql.ref(`key${at}`)
  const list = HEAD_COUNT_LISTS[dimension]
  if (list) return sql`array_position(${codesOf(list)}::text[], ${key}) nulls last, ${key} nulls last`
  return sql`${byPinyin(sql.ref(`name${at}`))} nulls last, ${key} nulls last`
}

/**
 * Staff by any dimensions, the three rules side by side, as of any day and as known at any instant: one statement. Cells without anybody
 * are left out; by no dimension there is one cell, or none. Throws `TooManyRows` beyond 10,000 cells.
 */
export async function headCountCells(
  reader: Reader,
  by: readonly HeadCountDimension[],
  question: HeadCountQuestion,
): Promise<HeadCountCellRow[]> {
  const counted = by.map((dimension, at) => sql`, ${KEYS[dimension](question)} as ${sql.ref(`key${at}`)}`)
  const keys = by.map((_, at) => sql.ref(`key${at}`))
  const names = by.map((dimension, at) => sql`, ${nameOf(dimension, sql.ref(`g.key${at}`), question.moment)} as ${sql.ref(`name${at}`)}`)
  const list = (expressions: readonly RawBuilder<unknown>[]) => sql`array[${sql.join(expressions)}]::text[]`
  const rows = await wholeList<HeadCountCellRow>(
    reader.db,
    sql`${withSpots(reader, question)}, counted as (${countedSpots(question, sql.join(counted, sql``))}),
      grouped as (
        select ${sql.join([...keys, sql`sum(home)::int8 as home`, sql`sum(host)::int8 as host`, sql`sum(fte) as fte`])}
        from counted ${keys.length === 0 ? sql`having count(*) > 0` : sql`group by ${sql.join(keys)}`})
      select ${list(keys)} as keys, ${list(by.map((_, at) => sql.ref(`name${at}`)))} as names, home, host, fte::text as fte
      from (select g.* ${sql.join(names, sql``)} from grouped g) named
      order by ${sql.join([...by.map(orderOf), sql`home`])}`,
  )
  return rows.map((row) => ({ ...row, fte: shortDecimal(row.fte) }))
}
