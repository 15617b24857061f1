import { type RawBuilder, sql } from 'kysely'

import type { FactRow } from './dated.ts'
import type { Db } from './db.ts'
import { FACT_KINDS, factTable, type FactKind } from './facts.ts'

/** What a change did to one fact: its rows as known just before and just after. */
export interface FactEffect {
  readonly changeNumber: number
  readonly fact: FactKind
  readonly factId: string
  readonly before: readonly FactRow[]
  readonly after: readonly FactRow[]
}

/** Which rows of a fact may be told of, and further columns that stand in place of its own: for readers who do not see everything. */
export interface SeenRows {
  readonly rows: (fact: FactKind, alias: string) => RawBuilder<boolean>
  readonly columns: (fact: FactKind, alias: string) => RawBuilder<unknown>
}

const EVERY_ROW: SeenRows = { rows: () => sql`true`, columns: () => sql`` }

/** Facts shown of one change at most; a file read in may touch thousands. */
export const EFFECTS_SHOWN = 100

/**
 * What each of these changes did, fact by fact, read from the rows they wrote and closed: of each kind of fact the first
 * `most` per change. One statement to find which kinds they touched, and one for each of these, whatever the number of changes. Of
 * what is not `seen` nothing is told.
 */
export async function changeEffects(
  db: Db,
  numbers: readonly number[],
  seen: SeenRows = EVERY_ROW,
  most = EFFECTS_SHOWN,
): Promise<FactEffect[]> {
  if (numbers.length === 0) return []
  const kinds = everyFact((fact) => sql`select ${fact}::text as fact where exists (select from ${touchedFacts(fact, numbers, seen)} x)`)
  const { rows } = await sql<{ fact: FactKind }>`${kinds}`.execute(db)
  const touched = new Set(rows.map(({ fact }) => fact))
  const perFact = await Promise.all(FACT_KINDS.filter((fact) => touched.has(fact)).map((fact) => effectsOn(db, fact, numbers, seen, most)))
  return perFact.flat()
}

async function effectsOn(db: Db, fact: FactKind, numbers: readonly number[], seen: SeenRows, most: number): Promise<FactEffect[]> {
  const { table, dated } = factTable(fact)
  const touched = touchedFacts(fact, numbers, seen)
  const order = dated ? sql`order by f.id, f.valid_from` : sql`order by f.id, f.recorded_by`
  const { rows } = await sql<FactRow & { changeNumber: number }>`
    select f.*, t.number as change_number ${seen.columns(fact, 'f')} from (
      select number, id, row_number() over (partition by number order by id) as place from ${touched} x) t
    join ${sql.table(table)} f on f.id = t.id where t.place <= ${most} and ${seen.rows(fact, 'f')} ${order}`.execute(db)
  return [...Map.groupBy(rows, ({ changeNumber, id }) => `${changeNumber} ${id}`).values()].map((own) => {
    const { changeNumber, id } = own[0]!
    const knownThen = (after: boolean) =>
      own.filter(({ recordedBy, closedBy }) =>
        after
          ? recordedBy <= changeNumber && (closedBy === null || closedBy > changeNumber)
          : recordedBy < changeNumber && (closedBy === null || closedBy >= changeNumber),
      )
    return { changeNumber, fact, factId: id, before: knownThen(false), after: knownThen(true) }
  })
}

/** How many facts each of these changes touched, shown or not. */
export async function effectCounts(db: Db, numbers: readonly number[], seen: SeenRows = EVERY_ROW): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map()
  const all = everyFact((fact) => sql`select number, id from ${touchedFacts(fact, numbers, seen)} x`)
  const { rows } = await sql<{ number: number; count: number }>`select number, count(*) as count from (${all}) y group by number`.execute(
    db,
  )
  return new Map(rows.map(({ number, count }) => [number, count]))
}

/** The facts of a kind that each of these changes wrote or closed rows of, as a table of `number` and `id`. */
export function touchedFacts(fact: FactKind, numbers: readonly number[], seen: SeenRows = EVERY_ROW): RawBuilder<unknown> {
  const table = sql.table(factTable(fact).table)
  return sql`(select distinct n.number, w.id from ${table} w cross join lateral (values (w.recorded_by), (w.closed_by)) n(number)
    where (w.recorded_by = any(${numbers}::int[]) or w.closed_by = any(${numbers}::int[])) and n.number = any(${numbers}::int[]) and ${seen.rows(fact, 'w')})`
}

/** One select per kind of fact, all as one. */
export function everyFact(select: (fact: FactKind) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(FACT_KINDS.map(select), sql` union all `)
}
