import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'

// What is shown together is read together: a round trip for each kind of row costs more than the rows.

/**
 * An expression for the rows of several selects, as one text of JSON. A select names its columns as they are to be called, and tells what
 * JSON has no exact form for (`numeric`, instants) as text.
 */
export function together(selects: readonly RawBuilder<unknown>[]): RawBuilder<string> {
  const rows = selects.map((select, at) => sql`${sql.lit(String(at))}, (select json_agg(t) from (${select}) t)`)
  return sql<string>`json_build_object(${sql.join(rows)})::text`
}

/** Texts kept; who asks for ever other fields makes ever other texts. */
const MOST_WRITTEN = 500
const written = new Map<string, RawBuilder<unknown>>()

/** A select without parameters, written once for all requests: building its text takes longer than reading its rows. */
export function writtenOnce(db: Db, key: string, select: () => RawBuilder<unknown>): RawBuilder<unknown> {
  const known = written.get(key)
  if (known) return known
  const { sql: text, parameters } = select().compile(db)
  if (parameters.length > 0) throw new Error(`${key} has parameters`)
  const once = sql.raw(text)
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(key, once)
  return once
}

/** The rows of each select out of such a text. */
export function rowsTogether(text: string): unknown[][] {
  return Object.values(JSON.parse(text) as Record<string, unknown[] | null>).map((rows) => rows ?? [])
}

/** The rows of several selects by one statement. */
export async function readTogether(db: Db, selects: readonly RawBuilder<unknown>[]): Promise<unknown[][]> {
  const { rows } = await sql<{ found: string }>`select ${together(selects)} as found`.execute(db)
  return rowsTogether(rows[0]!.found)
}
