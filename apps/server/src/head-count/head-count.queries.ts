import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import { shortDecimal, type Decimal } from '@yilian/domain/decimal.ts'
import type { HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'

import type { Reader } from '../access/reader.ts'
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

/**
 * Staff by any dimensions, the three rules side by side, as of any day and as known at any instant: one statement. Cells without anybody
 * are left out; by no dimension there is one cell, or none. Throws `TooManyRows` beyond 10,000 cells.
 */
export async function headCountCells(
  reader: Reader,
  by: readonly HeadCountDimension[],
  question: HeadCountQuestion,
): Promise<HeadCountCellRow[]> {
  const columns = by.map((dimension, at) => sql`, ${KEYS[dimension](question)} as ${sql.ref(`key${at}`)}`)
  const keys = by.map((_, at) => sql.ref(`c.key${at}`))
  const names = by.map((dimension, at) => {
    const named = NAMED[dimension]
    if (!named) return sql`null::text`
    const [table, column, type] = named
    return sql`(select n.name from ${sql.table(table)} n where n.${sql.ref(column)} = ${sql.ref(`c.key${at}`)}::${sql.raw(type)} and ${whereInForce('n', question.moment)})`
  })
  const list = (expressions: readonly RawBuilder<unknown>[]) => sql`array[${sql.join(expressions)}]::text[]`
  const groups = by.length === 0 ? sql`having count(*) > 0` : sql`group by ${sql.join(keys)}`
  const rows = await wholeList<HeadCountCellRow>(
    reader.db,
    sql`${withSpots(reader, question)}, counted as (${countedSpots(question, sql.join(columns, sql``))})
      select ${list(keys)} as keys, ${list(names)} as names, c.home, c.host, c.fte::text as fte from (
        select ${keys.length === 0 ? sql`` : sql`${sql.join(keys)},`} sum(c.home)::int8 as home, sum(c.host)::int8 as host, sum(c.fte) as fte
        from counted c ${groups}) c
      order by ${keys.length === 0 ? sql`1` : sql.join(keys.map((key) => sql`${key} nulls last`))}`,
  )
  return rows.map((row) => ({ ...row, fte: shortDecimal(row.fte) }))
}
