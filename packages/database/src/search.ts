import { sql } from 'kysely'

import type { Db } from './db.ts'
import { searchTerms } from './search-terms.ts'

/** Writes anew under which texts an institution or alliance is found: every name and alias it has or had, and its code. */
export async function refreshSearch(db: Db, subject: 'INSTITUTION' | 'ALLIANCE', id: string): Promise<void> {
  const { rows } =
    subject === 'INSTITUTION'
      ? await sql<{ code: string; countyCode: string; names: string[] }>`
          select i.code, i.county_code, array(select v.name from institution_version v where v.id = i.id and v.recorded_to is null
            union select unnest(v.aliases) from institution_version v where v.id = i.id and v.recorded_to is null) as names from institution i where i.id = ${id}`.execute(
          db,
        )
      : await sql<{ code: string; countyCode: string; names: string[] }>`
          select a.code, a.county_code, array(select distinct v.name from alliance_version v where v.id = a.id and v.recorded_to is null) as names from alliance a where a.id = ${id}`.execute(
          db,
        )
  const found = rows[0]
  if (!found) return
  const terms = searchTerms(found.names, [found.code])
  await sql`delete from search_term where subject_id = ${id}`.execute(db)
  await sql`insert into search_term (subject_id, subject, county_code, term) select ${id}::uuid, ${subject}, ${found.countyCode}, unnest(${terms}::text[]) on conflict do nothing`.execute(
    db,
  )
}
