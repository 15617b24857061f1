import { sql } from 'kysely'

import type { Change, ChangeSubjects } from './changes.ts'
import { whereKnown, type FactRow, type WhichRows } from './dated.ts'
import type { Db } from './db.ts'
import { everyFact, touchedFacts } from './effects.ts'
import { FACT_KINDS, FACTS, factTable, type FactKind } from './facts.ts'

/** What would be known had the last change to these facts not been made: without the rows it wrote, with those it closed. */
export const knownWithout =
  (number: number): WhichRows =>
  (alias) => {
    const column = (name: string) => sql.ref(`${alias}.${name}`)
    return sql`(${whereKnown(alias, null)} and ${column('recordedBy')} <> ${number} or ${column('closedBy')} = ${number})`
  }

/** The later changes that touched any fact of this one, newest first, twenty at most; none: it can be undone. */
export async function changesAfter(db: Db, number: number): Promise<number[]> {
  const later = everyFact((fact) => {
    const table = sql`${touchedFacts(fact, [number])} t join ${sql.table(factTable(fact).table)} f on f.id = t.id`
    return sql`select f.recorded_by as number from ${table} where f.recorded_by > ${number}
      union select f.closed_by from ${table} where f.closed_by > ${number}`
  })
  const { rows } = await sql<{ number: number }>`select distinct number from (${later}) l order by number desc limit 20`.execute(db)
  return rows.map((row) => row.number)
}

/** Which of these changes have a fact that a later change touched. One statement, whatever the number of changes. */
export async function supersededChanges(db: Db, numbers: readonly number[]): Promise<Set<number>> {
  const superseded = everyFact(
    (fact) => sql`select t.number from ${touchedFacts(fact, numbers)} t where exists (
      select from ${sql.table(factTable(fact).table)} f where f.id = t.id and (f.recorded_by > t.number or f.closed_by > t.number))`,
  )
  const { rows } = await sql<{ number: number }>`select distinct number from (${superseded}) s`.execute(db)
  return new Set(rows.map(({ number }) => number))
}

/**
 * Gives every fact that a change touched the rows back that it had just before, under a new change: what the undone change wrote is
 * closed, what it closed is written again. Two statements per kind of fact, however many facts. No later change may have touched them.
 */
export async function undoFacts(db: Db, change: Change, number: number, subjects: ChangeSubjects): Promise<void> {
  for (const fact of await touchedKinds(db, number)) {
    const { table, keys, values, dated } = factTable(fact)
    const columns = sql.join(['id', ...keys, ...values, ...(dated ? ['validFrom', 'validTo'] : [])].map((column) => sql.ref(column)))
    await sql`update ${sql.table(table)} set recorded_to = ${change.recordedAt}::timestamptz, closed_by = ${change.number}
      where recorded_by = ${number} and recorded_to is null`.execute(db)
    await sql`insert into ${sql.table(table)} (${columns}, recorded_from, recorded_by)
      select ${columns}, ${change.recordedAt}::timestamptz, ${change.number} from ${sql.table(table)} where closed_by = ${number}`.execute(
      db,
    )
  }
  for (const id of subjects.institutions) change.institutions.add(id)
  for (const id of subjects.alliances) change.alliances.add(id)
  for (const id of subjects.projects) change.projects.add(id)
  for (const id of subjects.people) change.people.add(id)
  for (const id of subjects.others) change.others.add(id)
}

async function touchedKinds(db: Db, number: number): Promise<FactKind[]> {
  const touched = everyFact((fact) => sql`select ${fact} as fact where exists (select from ${touchedFacts(fact, [number])} t)`)
  return (await sql<{ fact: FactKind }>`${touched}`.execute(db)).rows.map(({ fact }) => fact)
}

/** A row that undoing a change would bring back, and one recorded since of another fact with the same keys and days in common. */
export interface UndoConflict {
  readonly fact: FactKind
  readonly restored: FactRow
  readonly other: FactRow
}

/** What undoing a change would bring back beside facts that exclude it: a dispute reopened while another is open. Twenty at most. */
export async function undoConflicts(db: Db, number: number): Promise<UndoConflict[]> {
  const known = knownWithout(number)('o')
  const pairs = FACT_KINDS.filter((fact) => FACTS[fact].once).map((fact) => {
    const { table, keys, dated } = factTable(fact)
    const same = sql.join(
      keys.map((key) => sql`${sql.ref(`r.${key}`)} is not distinct from ${sql.ref(`o.${key}`)}`),
      sql` and `,
    )
    const days = dated ? sql`and daterange(r.valid_from, r.valid_to) && daterange(o.valid_from, o.valid_to)` : sql``
    return sql`select ${fact} as fact, r.row_id as restored_id, o.row_id as other_id from ${sql.table(table)} r
      join ${sql.table(table)} o on o.id <> r.id and ${same} ${days} and ${known} where r.closed_by = ${number}`
  })
  const { rows } = await sql<{
    fact: FactKind
    restoredId: string
    otherId: string
  }>`${sql.join(pairs, sql` union all `)} limit 20`.execute(db)
  return Promise.all(
    rows.map(async ({ fact, restoredId, otherId }) => {
      const table = sql.table(factTable(fact).table)
      const found = await sql<FactRow>`select * from ${table} where row_id = any(${[restoredId, otherId]}::uuid[])`.execute(db)
      const byId = (id: string) => found.rows.find(({ rowId }) => rowId === id)!
      return { fact, restored: byId(restoredId), other: byId(otherId) }
    }),
  )
}
