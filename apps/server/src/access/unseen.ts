import { sql } from 'kysely'

import type { Days } from './days.ts'
import type { Reader } from './reader.ts'
import { reading, seesInstitution } from './seen.ts'

/**
 * Of institutions that a record names, those that the reader sees on none of the days. Who writes a record whole wrote it without them:
 * they stay. One statement; none for readers without limit.
 */
export async function unseenInstitutions(
  { db, access }: Reader,
  ids: readonly (string | null)[],
  days: Days,
): Promise<ReadonlySet<string>> {
  const named = ids.filter((id) => id !== null)
  if (reading(access).everything || named.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select n.id from unnest(${named}::uuid[]) n(id)
    where not (${seesInstitution(access, sql`n.id`, days)})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
