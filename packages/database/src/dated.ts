import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely'

import { planTimeline, type DatedRow, type Moment, type Recorded, type Stretch, type TimelinePlan } from '@yilian/domain/dated.ts'
import type { Instant } from '@yilian/domain/day.ts'

import type { Change } from './changes.ts'
import type { Db } from './db.ts'
import { factTable, type DatedFactKind, type FactKind } from './facts.ts'

/** A row of any fact as the table keeps it, columns in camelCase. */
export type FactRow = DatedRow & Readonly<Record<string, unknown>>

/** SQL that is true for the rows of `alias` known at an instant (`null`: now). */
export function whereKnown(alias: string, asKnownAt: Instant | null): RawBuilder<boolean> {
  const from = sql.ref(`${alias}.recordedFrom`)
  const to = sql.ref(`${alias}.recordedTo`)
  return asKnownAt === null
    ? sql`${to} is null`
    : sql`${from} <= ${asKnownAt}::timestamptz and (${to} is null or ${asKnownAt}::timestamptz < ${to})`
}

/** Says in SQL which rows of an alias are meant: those known now, or those that would be known without some change. */
export type WhichRows = (alias: string) => RawBuilder<boolean>

/** The rows known now. */
export const knownNow: WhichRows = (alias) => whereKnown(alias, null)

/** SQL that is true for the rows of `alias` in force at a moment: valid on the day, known at the instant. */
export function whereInForce(alias: string, { asOf, asKnownAt }: Moment): RawBuilder<boolean> {
  const from = sql.ref(`${alias}.validFrom`)
  const to = sql.ref(`${alias}.validTo`)
  return sql`${from} <= ${asOf}::date and (${to} is null or ${asOf}::date < ${to}) and ${whereKnown(alias, asKnownAt)}`
}

/**
 * For things that are looked up by id whatever the day: of the rows of `table` with this id, the one in force at the moment,
 * else the last before it, else the first after it. Use as a lateral join; yields exactly one row for a thing that is known. Only rows that
 * `which` allows are looked at.
 */
export function nearestRow<Alias extends string>(
  table: string,
  id: RawBuilder<unknown>,
  { asOf, asKnownAt }: Moment,
  alias: Alias,
  which: WhichRows = () => sql`true`,
): AliasedRawBuilder<unknown, Alias> {
  return sql`lateral (
    select r.* from ${sql.table(table)} r where r.id = ${id} and ${whereKnown('r', asKnownAt)} and ${which('r')}
    order by (r.valid_from <= ${asOf}::date) desc, case when r.valid_from <= ${asOf}::date then r.valid_from end desc, r.valid_from
    limit 1)`.as(alias)
}

/** The rows of these facts as known at an instant (`null`: now), by id and day. */
export async function factRows<R extends Recorded = FactRow>(
  db: Db,
  fact: FactKind,
  ids: readonly string[],
  asKnownAt: Instant | null = null,
): Promise<R[]> {
  if (ids.length === 0) return []
  const { table, dated } = factTable(fact)
  const order = dated ? sql`order by f.id, f.valid_from` : sql`order by f.id`
  const { rows } =
    await sql<R>`select f.* from ${sql.table(table)} f where f.id = any(${ids}::uuid[]) and ${whereKnown('f', asKnownAt)} ${order}`.execute(
      db,
    )
  return rows
}

/**
 * Facts that make another one a new version too: two who change the lead of an alliance, the stage of a project, the yearly plan of a
 * funding line, or where a person works, at once change the same thing.
 */
const VERSION_PARTS: Partial<Record<FactKind, readonly { kind: FactKind; id: string; where?: RawBuilder<unknown> }[]>> = {
  ALLIANCE: [
    { kind: 'MEMBERSHIP', id: 'allianceId', where: sql`role = 'LEAD'` },
    { kind: 'LEAD_VACANCY', id: 'allianceId' },
    { kind: 'LEAD_DISPUTE', id: 'allianceId' },
  ],
  PERSON: [{ kind: 'APPOINTMENT', id: 'personId' }],
  CONSTRUCTION_PROJECT: [
    { kind: 'PROJECT_STAGE', id: 'projectId' },
    { kind: 'PROJECT_SUSPENSION', id: 'projectId' },
    { kind: 'PROJECT_MILESTONE', id: 'projectId' },
  ],
  FUNDING_LINE: [{ kind: 'FUNDING_YEAR', id: 'fundingLineId' }],
}

/** The rows whose change makes a fact another version, as a table of `id`, `recorded_by` and `closed_by`: its own, and those of its parts. */
function versionRows(fact: FactKind, ids: readonly string[]): RawBuilder<unknown> {
  const of = (kind: FactKind, id: string, where: RawBuilder<unknown> = sql`true`) => sql`
    select ${sql.ref(id)} as id, recorded_by, closed_by from ${sql.table(factTable(kind).table)} where ${sql.ref(id)} = any(${ids}::uuid[]) and ${where}`
  const parts = VERSION_PARTS[fact] ?? []
  return sql.join([of(fact, 'id'), ...parts.map(({ kind, id, where }) => of(kind, id, where))], sql` union all `)
}

/** The version of each fact: the number of the last change that touched it. What a new change must be based on. */
export async function factVersions(db: Db, fact: FactKind, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; version: number }>`
    select id, greatest(max(recorded_by), max(closed_by)) as version from (${versionRows(fact, ids)}) r group by id`.execute(db)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** The changes since `baseVersion` that touched this fact, newest first; empty when the base is up to date. */
export async function changesSince(db: Db, fact: FactKind, id: string, baseVersion: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    with r as (${versionRows(fact, [id])})
    select number from (select recorded_by as number from r union select closed_by from r) touched
    where number > ${baseVersion} order by number desc limit 20`.execute(db)
  return rows.map(({ number }) => number)
}

/** Which rows of a dated fact to close and which stretches to insert so that its timeline becomes `desired`; only its values are compared. */
export function planRows(
  fact: DatedFactKind,
  rows: readonly FactRow[],
  desired: readonly Stretch<object>[],
): TimelinePlan<FactRow, object> {
  const { values } = factTable(fact)
  const pick = (row: Readonly<Record<string, unknown>>) => Object.fromEntries(values.map((column) => [column, row[column] ?? null]))
  const wanted = desired.map((one) => ({ ...pick({ ...one }), validFrom: one.validFrom, validTo: one.validTo }))
  return planTimeline<FactRow, object>(rows, wanted, pick)
}

/**
 * Makes the timeline of one dated fact `desired`, closing and inserting only what differs. `keys` are the columns that
 * never change within the fact. Answers whether anything changed.
 */
export async function writeTimeline(
  db: Db,
  change: Change,
  fact: DatedFactKind,
  id: string,
  keys: Readonly<Record<string, unknown>>,
  desired: readonly Stretch<object>[],
): Promise<boolean> {
  const plan = planRows(fact, await factRows(db, fact, [id]), desired)
  await replaceRows(
    db,
    change,
    fact,
    plan.close,
    plan.insert.map((one) => ({ id, ...keys, ...one })),
  )
  return plan.close.length + plan.insert.length > 0
}

/** The same for a fact that is known in recorded time alone: its one row becomes `value`, or nothing (`null`). */
export async function writeFact(
  db: Db,
  change: Change,
  fact: Exclude<FactKind, DatedFactKind>,
  id: string,
  keys: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>> | null,
): Promise<boolean> {
  const { close, insert } = planRecord(fact, await factRows(db, fact, [id]), value)
  await replaceRows(
    db,
    change,
    fact,
    close,
    insert.map((one) => ({ id, ...keys, ...one })),
  )
  return close.length + insert.length > 0
}

/** The same as `planRows` for a fact that is known in recorded time alone: its row, if there is one, and what it is to say (`null`: nothing). */
export function planRecord(
  fact: Exclude<FactKind, DatedFactKind>,
  rows: readonly FactRow[],
  value: Readonly<Record<string, unknown>> | null,
): { readonly close: readonly FactRow[]; readonly insert: readonly Readonly<Record<string, unknown>>[] } {
  const { values } = factTable(fact)
  const same = (row: FactRow, wanted: Readonly<Record<string, unknown>>) =>
    values.every((column) => JSON.stringify(row[column] ?? null) === JSON.stringify(wanted[column] ?? null))
  if (value !== null && rows.length === 1 && same(rows[0]!, value)) return { close: [], insert: [] }
  return { close: rows, insert: value === null ? [] : [value] }
}

/** What one statement can carry. */
const PARAMETERS = 65_535

/** Closes rows and inserts others under a change, closing first so that a constraint sees the outcome. However many rows. */
export async function replaceRows(
  db: Db,
  change: Change,
  fact: FactKind,
  close: readonly FactRow[],
  insert: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  await replaceRowsOf(db, fact, [{ change, close, insert }])
}

/** What one change closes and inserts of a kind of facts. */
export interface Replacement {
  readonly change: Change
  readonly close: readonly FactRow[]
  readonly insert: readonly Readonly<Record<string, unknown>>[]
}

/** The same under several changes, with no more statements than for one. */
export async function replaceRowsOf(db: Db, fact: FactKind, replacements: readonly Replacement[]): Promise<void> {
  const { table, keys, values, dated, json = [] } = factTable(fact)
  const close = replacements.flatMap(({ change, close: some }) => some.map(({ rowId }) => ({ rowId, change })))
  if (close.length > 0) {
    await sql`update ${sql.table(table)} f set recorded_to = c.at, closed_by = c.number
      from unnest(${close.map(({ rowId }) => rowId)}::uuid[], ${close.map(({ change }) => change.recordedAt)}::timestamptz[], ${close.map(({ change }) => change.number)}::int[])
        as c(id, at, number) where f.row_id = c.id`.execute(db)
  }
  const insert = replacements.flatMap(({ change, insert: some }) =>
    some.map((one): Readonly<Record<string, unknown>> => ({ ...one, recordedFrom: change.recordedAt, recordedBy: change.number })),
  )
  const columns = ['id', ...keys, ...values, ...(dated ? ['validFrom', 'validTo'] : []), 'recordedFrom', 'recordedBy']
  // The driver would send a list of objects as a PostgreSQL array; `jsonb` wants JSON.
  const parameter = (column: string, value: unknown) => (json.includes(column) && value !== null ? JSON.stringify(value) : value)
  const atOnce = Math.floor(PARAMETERS / columns.length)
  for (let from = 0; from < insert.length; from += atOnce) {
    const tuples = insert
      .slice(from, from + atOnce)
      .map((row) => sql`(${sql.join(columns.map((column) => sql`${parameter(column, row[column] ?? null)}`))})`)
    const into = sql`${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`
    await sql`insert into ${into} values ${sql.join(tuples)}`.execute(db)
  }
  for (const one of replacements) for (const row of [...one.close, ...one.insert]) noteSubjects(one.change, fact, row)
}

function noteSubjects(change: Change, fact: FactKind, row: Readonly<Record<string, unknown>>): void {
  const { keys, institutions, alliances, projects = [], people = [] } = factTable(fact)
  const note = (into: Set<string>, columns: readonly string[]) => {
    for (const column of columns) for (const id of [row[column]].flat()) if (typeof id === 'string') into.add(id)
  }
  note(change.institutions, institutions)
  note(change.alliances, alliances)
  note(change.projects, projects)
  note(change.people, people)
  const named = [...institutions, ...alliances, ...projects, ...people].some((column) =>
    [row[column]].flat().some((id) => typeof id === 'string'),
  )
  // What is kept by region is of its county, whatever else it names.
  if ((!named || keys.includes('regionCode')) && typeof row['id'] === 'string') change.others.add(row['id'])
}
