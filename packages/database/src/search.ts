import { type RawBuilder, sql } from 'kysely'

import type { Db } from './db.ts'
import { personSearchTerms, searchTerms } from './search-terms.ts'

export type SearchSubject = 'INSTITUTION' | 'ALLIANCE' | 'PROJECT' | 'PERSON'

/** A name has some hundred terms: so many subjects are written by one statement. */
const SUBJECTS_AT_ONCE = 500

/**
 * Writes anew under which texts things are found: every name and alias each has or had, and its codes. One of which
 * nothing is known any more is found under none.
 */
export async function refreshSearch(db: Db, subject: SearchSubject, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await SUBJECTS[subject](ids).execute(db)
  await sql`delete from search_term where subject_id = any(${ids}::uuid[])`.execute(db)
  for (let from = 0; from < rows.length; from += SUBJECTS_AT_ONCE) await insertTerms(db, subject, rows.slice(from, from + SUBJECTS_AT_ONCE))
}

const SUBJECTS: Readonly<Record<SearchSubject, (ids: readonly string[]) => RawBuilder<Subject>>> = {
  INSTITUTION: (ids) => sql`select i.id, i.code, i.county_code, '{}'::text[] as codes, array_agg(distinct n.name) as names
    from institution i join institution_version v on v.id = i.id and v.recorded_to is null
    cross join lateral unnest(v.aliases || v.name) as n(name) where i.id = any(${ids}::uuid[]) group by i.id`,
  ALLIANCE: (ids) => sql`select a.id, a.code, a.county_code, '{}'::text[] as codes, array_agg(distinct v.name) as names
    from alliance a join alliance_version v on v.id = a.id and v.recorded_to is null where a.id = any(${ids}::uuid[]) group by a.id`,
  PROJECT: (ids) => sql`select p.id, p.code, p.county_code, array_remove(array[v.national_code], null) as codes, array[v.name] as names
    from construction_project p join construction_project_version v on v.id = p.id and v.recorded_to is null where p.id = any(${ids}::uuid[])`,
  PERSON: (ids) => sql`select p.id, p.code, p.county_code, '{}'::text[] as codes, array_agg(distinct v.name) as names
    from person p join person_version v on v.id = p.id and v.recorded_to is null where p.id = any(${ids}::uuid[]) group by p.id`,
}

interface Subject {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  /** Other codes it has. */
  readonly codes: readonly string[]
  readonly names: readonly string[]
}

async function insertTerms(db: Db, subject: SearchSubject, subjects: readonly Subject[]): Promise<void> {
  const terms = subjects.flatMap(({ id, code, countyCode, codes, names }) =>
    searchTerms(names, [code, ...codes]).map((term) => ({ id, countyCode, term })),
  )
  await sql`insert into search_term (subject_id, subject, county_code, term)
    select id, ${subject}, county_code, term from unnest(${terms.map(({ id }) => id)}::uuid[], ${terms.map(({ countyCode }) => countyCode)}::text[],
      ${terms.map(({ term }) => term)}::text[]) as t(id, county_code, term) on conflict do nothing`.execute(db)
}

/** Writes anew under which texts accounts are found: by any part of the name, in pinyin and initials too, and by the user name. */
export async function refreshUserSearch(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const users = await db.selectFrom('userAccount').select(['id', 'name', 'username']).where('id', 'in', ids).execute()
  const terms = users.flatMap(({ id, name, username }) => personSearchTerms(name, username).map((term) => ({ id, term })))
  await sql`delete from user_search_term where user_id = any(${ids}::uuid[])`.execute(db)
  await sql`insert into user_search_term (user_id, term)
    select * from unnest(${terms.map(({ id }) => id)}::uuid[], ${terms.map(({ term }) => term)}::text[])`.execute(db)
}
