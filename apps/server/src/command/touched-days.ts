import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { FACT_KINDS, factTable, type FactKind } from '@yilian/database/facts.ts'
import { difference, union, type Period } from '@yilian/domain/period.ts'

/** A row that a change wrote or closed, of one thing: what it says without its days and its book-keeping. */
interface TouchedRow extends Period {
  readonly subject: string
  readonly fact: FactKind
  readonly id: string
  readonly closed: boolean
  readonly said: string
}

/**
 * On which days a change made something else of these institutions and alliances, by id: days on which it closed a row and wrote one that
 * says the same are left out. An institution is touched by what is recorded of itself and by where it goes on; what only names it (it
 * attends a meeting, it is a member) is of the alliance.
 */
export async function daysTouched(
  trx: Db,
  number: number,
  { institutions, alliances }: { readonly institutions: readonly string[]; readonly alliances: readonly string[] },
): Promise<Map<string, Period[]>> {
  const own = (fact: FactKind, column: string, ids: readonly string[]) => {
    const subject = sql.ref(`f.${column}`)
    return sql`select ${subject} as subject, ${fact} as fact, f.id, f.closed_by is not distinct from ${number} as closed, ${daysOfRow(fact)},
        (to_jsonb(f) - '{row_id,valid_from,valid_to,recorded_from,recorded_to,recorded_by,closed_by}'::text[])::text as said
      from ${sql.table(factTable(fact).table)} f where (f.recorded_by = ${number} or f.closed_by = ${number}) and ${subject} = any(${ids}::uuid[])`
  }
  const selects = [
    own('INSTITUTION', 'id', institutions),
    own('INSTITUTION_LINEAGE', 'fromId', institutions),
    own('INSTITUTION_LINEAGE', 'toId', institutions),
    ...FACT_KINDS.flatMap((fact) => factTable(fact).alliances.map((column) => own(fact, column, alliances))),
  ]
  const { rows } = await sql<TouchedRow>`${sql.join(selects, sql` union all `)}`.execute(trx)
  const bySubject = Map.groupBy(rows, ({ subject }) => subject)
  return new Map([...bySubject].map(([subject, some]) => [subject, union(some.flatMap((row) => difference(row, saidAgain(row, some))))]))
}

function saidAgain(row: TouchedRow, rows: readonly TouchedRow[]): TouchedRow[] {
  return rows.filter((other) => other.fact === row.fact && other.id === row.id && other.closed !== row.closed && other.said === row.said)
}

function daysOfRow(fact: FactKind): RawBuilder<unknown> {
  if (factTable(fact).dated) return sql`f.valid_from, f.valid_to`
  if (fact === 'REFERRAL_FLOW')
    return sql`(f.period || '-01')::date as valid_from, ((f.period || '-01')::date + interval '1 month')::date as valid_to`
  const day = sql.ref(fact === 'ALLIANCE_MEETING' ? 'f.heldOn' : 'f.effectiveOn')
  return sql`${day} as valid_from, ${day} + 1 as valid_to`
}
