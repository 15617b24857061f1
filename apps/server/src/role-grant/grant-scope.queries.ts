import { type RawBuilder, sql } from 'kysely'

import { nearestRow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { searchQuery } from '@yilian/database/search-terms.ts'
import type { ScopeKind } from '@yilian/domain/access/role.ts'
import type { IsoDate } from '@yilian/domain/day.ts'

/** Something that a role can be granted over: administrators are told its name and where it is, and nothing else of it. */
export interface GrantScopeRow {
  /** Six digits of a county; the id of a department, alliance or institution. */
  readonly id: string
  readonly name: string
  /** The prefecture of a county, the county of everything else. */
  readonly within: string | null
}

const MOST = 30

/** Up to 30 of a kind whose name is meant by a text (or its pinyin, for alliances and institutions), shorter names first. One statement. */
export async function grantScopes(db: Db, kind: ScopeKind, text: string, today: IsoDate): Promise<GrantScopeRow[]> {
  const found = { COUNTY: counties, DEPARTMENT: departments, ALLIANCE: things, INSTITUTION: things, INSTALLATION: null }[kind]
  if (found === null) return []
  const { rows } =
    await sql<GrantScopeRow>`select * from (${found(text.trim(), today, kind)}) s order by char_length(name), name, id limit ${MOST}`.execute(
      db,
    )
  return rows
}

function counties(text: string, today: IsoDate): RawBuilder<unknown> {
  return sql`
    select left(r.code, 6) as id, v.name, p.name as within
    from region r join region_version v on v.code = r.code and ${holds('v', today)}
    left join region_version p on p.code = v.parent_code and ${holds('p', today)}
    where r.level = 'COUNTY' and ${isNamed('v.name', text)}
      and (${text !== ''} or exists (select from institution i where i.county_code = left(r.code, 6))
        or exists (select from alliance a where a.county_code = left(r.code, 6)) or exists (select from department d where d.county_code = left(r.code, 6)))
    union all
    select left(r.code, 6), v.name, null from region r join region_version v on v.code = r.code and ${holds('v', today)}
    where r.level = 'COUNTY' and ${/^\d{6}$/.test(text)} and r.code = ${`${text}000000`}`
}

function departments(text: string, today: IsoDate): RawBuilder<unknown> {
  return sql`
    select d.id::text, d.name, ${countyName(sql`d.county_code`, today)} as within from department d
    where (d.closed_on is null or d.closed_on > ${today}::date) and ${isNamed('d.name', text)}`
}

function things(text: string, today: IsoDate, kind: ScopeKind): RawBuilder<unknown> {
  const [table, versions] =
    kind === 'ALLIANCE' ? (['alliance', 'allianceVersion'] as const) : (['institution', 'institutionVersion'] as const)
  const named = searchQuery(text)
  const found =
    named === ''
      ? sql`select i.id from ${sql.table(table)} i limit ${MOST}`
      : sql`select distinct s.subject_id as id from search_term s where s.subject = ${kind} and s.term like ${`${named}%`}`
  return sql`
    select i.id::text, n.name, ${countyName(sql`i.county_code`, today)} as within from (${found}) h join ${sql.table(table)} i on i.id = h.id
    join ${nearestRow(versions, sql`i.id`, { asOf: today, asKnownAt: null }, 'n')} on true`
}

function countyName(code: RawBuilder<unknown>, today: IsoDate): RawBuilder<unknown> {
  return sql`(select c.name from region_version c where c.code = ${code} || '000000' and ${holds('c', today)})`
}

function holds(alias: string, today: IsoDate): RawBuilder<unknown> {
  const row = sql.raw(alias)
  return sql`(${row}.recorded_to is null and ${row}.valid_from <= ${today}::date and (${row}.valid_to is null or ${row}.valid_to > ${today}::date))`
}

function isNamed(column: string, text: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} like ${`%${text.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`}`
}
