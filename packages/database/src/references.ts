import { sql } from 'kysely'

import type { WhichRows } from './dated.ts'
import type { Db } from './db.ts'
import { FACT_KINDS, factTable, type FactKind } from './facts.ts'

/** The facts that are things of their own, which others name. */
export const THING_KINDS = ['INSTITUTION', 'ALLIANCE', 'CONSTRUCTION_PROJECT', 'PERSON', 'POLICY_DOCUMENT'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** Which columns of a fact name such things; a column of several ends in `Ids`. */
const NAMING: Readonly<Record<ThingKind, (fact: FactKind) => readonly string[]>> = {
  INSTITUTION: (fact) => factTable(fact).institutions,
  ALLIANCE: (fact) => factTable(fact).alliances,
  CONSTRUCTION_PROJECT: (fact) => factTable(fact).projects ?? [],
  PERSON: (fact) => factTable(fact).people ?? [],
  POLICY_DOCUMENT: (fact) => factTable(fact).values.filter((column) => column === 'documentId'),
}

/** A thing that facts name: how many do, and one of them. */
export interface NamedThing {
  readonly id: string
  readonly count: number
  readonly fact: FactKind
  readonly factId: string
}

/** Which of these ids have no row, so that there is no such thing. */
export async function idsWithoutRows(db: Db, thing: ThingKind, ids: readonly string[], which: WhichRows): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`select id from unnest(${ids}::uuid[]) as wanted(id)
    where not exists (select from ${sql.table(factTable(thing).table)} f where f.id = wanted.id and ${which('f')})`.execute(db)
  return rows.map(({ id }) => id)
}

/** Those of these things that other facts name, by the rows meant. One statement. */
export async function namedThings(db: Db, thing: ThingKind, ids: readonly string[], which: WhichRows): Promise<NamedThing[]> {
  if (ids.length === 0) return []
  const naming = FACT_KINDS.flatMap((fact) =>
    NAMING[thing](fact)
      .filter((column) => column !== 'id')
      .map((column) => {
        const table = sql.table(factTable(fact).table)
        const named = sql.ref(`f.${column}`)
        return column.endsWith('Ids')
          ? sql`select n.id, ${fact} as fact, f.id as fact_id from ${table} f cross join lateral unnest(${named}) as n(id)
              where ${named} && ${ids}::uuid[] and n.id = any(${ids}::uuid[]) and ${which('f')}`
          : sql`select ${named} as id, ${fact} as fact, f.id as fact_id from ${table} f where ${named} = any(${ids}::uuid[]) and ${which('f')}`
      }),
  )
  const { rows } = await sql<NamedThing>`
    select distinct on (id) id, count(*) over (partition by id) as count, fact, fact_id
    from (${sql.join(naming, sql` union `)}) named order by id, fact_id`.execute(db)
  return rows
}
