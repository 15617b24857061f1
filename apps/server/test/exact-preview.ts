import type { Db } from '@yilian/database/db.ts'
import { FACT_KINDS, factTable } from '@yilian/database/facts.ts'
import { sql } from 'kysely'
import { expect } from 'vitest'

import type { TestApi } from './api.ts'
import { run, type EffectSeen, type Outcome } from './make.ts'

/**
 * Tries a command and then runs it: the trial must leave not one row behind, and say exactly what the run then does. Answers the
 * change of the run.
 */
export async function expectExactPreview(
  db: Db,
  api: TestApi,
  command: string,
  input: Readonly<Record<string, unknown>>,
): Promise<NonNullable<Outcome['change']>> {
  const before = await rowCounts(db)
  const tried = await run(api, command, { ...input, validateOnly: true })
  expect(tried.__typename, JSON.stringify(tried)).toBe('ChangePreview')
  expect(await rowCounts(db)).toEqual(before)
  const done = await run(api, command, input)
  expect(done.__typename, JSON.stringify(done)).toBe('ChangeRecorded')
  expect(withoutNewIds(done.change!.effects)).toEqual(withoutNewIds(tried.effects!))
  return done.change!
}

/** How many rows each table of facts, and the list of changes, has. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  const tables = ['change', 'institution', 'alliance', 'searchTerm', ...FACT_KINDS.map((fact) => factTable(fact).table)]
  const counts = tables.map((table) => sql`select ${table} as name, count(*) as count from ${sql.table(table)}`)
  const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

// What is new gets another id each time; nothing else may differ.
function withoutNewIds(effects: readonly EffectSeen[]): unknown[] {
  const plain = effects.map((effect) => (effect.before.length === 0 ? { ...effect, factId: 'new' } : effect))
  return plain.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
