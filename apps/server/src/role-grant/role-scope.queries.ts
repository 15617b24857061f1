import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { searchQuery } from '@yilian/database/search-terms.ts'
import type { ScopeKind } from '@yilian/domain/access/role.ts'

import { beginningWith, containing } from '../list/containing.ts'

/** What a role can be granted over: its id, its name, and the county it belongs to, nothing else of it. */
export interface RoleScope {
  readonly id: string
  readonly name: string
  /** Six digits. */
  readonly countyCode: string
}

/** What a role can be granted over, of one kind, by part of the name; found as everywhere else, but whoever asks. One statement. */
export async function roleScopes(db: Db, kind: Exclude<ScopeKind, 'INSTALLATION'>, search: string, first: number): Promise<RoleScope[]> {
  const { rows } = await sql<RoleScope>`
    select s.* from (${OF_KIND[kind](search.trim())}) s order by char_length(s.name), s.name collate "zh-x-icu", s.id limit ${first}`.execute(
    db,
  )
  return rows
}

const OF_KIND: Readonly<Record<Exclude<ScopeKind, 'INSTALLATION'>, (search: string) => RawBuilder<unknown>>> = {
  COUNTY: (search) => sql`
    select left(r.code, 6) as id, v.name, left(r.code, 6) as county_code from region r join region_version v on v.code = r.code
    where r.level = 'COUNTY' and v.recorded_to is null and v.valid_to is null and (v.name like ${containing(search)} or r.code like ${beginningWith(search)})`,
  DEPARTMENT: (search) => sql`
    select d.id::text, d.name, d.county_code from department d where d.closed_on is null and d.name like ${containing(search)}`,
  ALLIANCE: (search) => named('alliance', search),
  INSTITUTION: (search) => named('institution', search),
}

function named(table: 'institution' | 'alliance', search: string): RawBuilder<unknown> {
  const query = searchQuery(search)
  const found = query === '' ? sql`true` : sql`exists (select from search_term s where s.subject_id = i.id and s.term like ${`${query}%`})`
  return sql`
    select i.id::text, (select v.name from ${sql.table(`${table}_version`)} v where v.id = i.id and v.recorded_to is null order by v.valid_from desc limit 1) as name,
      i.county_code from ${sql.table(table)} i
    where ${found} and exists (select from ${sql.table(`${table}_version`)} v where v.id = i.id and v.recorded_to is null)`
}
