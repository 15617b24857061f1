import { sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { SearchSubject } from '@yilian/database/search.ts'
import { searchQuery } from '@yilian/database/search-terms.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesProject } from '../access/seen-projects.ts'
import { seesPerson } from '../access/seen-staffing.ts'
import { seesAlliance, seesInstitution } from '../access/seen.ts'

/** What was found: the kind of thing and its id. */
export interface Found {
  readonly subject: SearchSubject
  readonly id: string
}

/**
 * What a user means by a text: part of a name, alias or code, full pinyin or initials. First the name or code that is the text,
 * then names that begin with it, then aliases, then what begins with it in pinyin or initials, then the rest; within each what exists
 * on the day before what does not, and shorter names before longer ones. One statement. Only what is seen on the day. Names are looked up as they are known now.
 */
export async function searchHits(
  { db, access }: Reader,
  text: string,
  countyCode: string | null,
  first: number,
  moment: Moment,
): Promise<Found[]> {
  const query = searchQuery(text)
  if (query === '' || first === 0) return []
  const plain = text.trim().toLowerCase()
  const beginning = `${plain.replace(/[\\%_]/g, (one) => `\\${one}`)}%`
  const today = onDay(moment.asOf)
  const county = countyCode || sql`s.county_code`
  const seen = sql`case s.subject when 'INSTITUTION' then ${seesInstitution(access, sql`s.subject_id`, today, county)}
    when 'ALLIANCE' then ${seesAlliance(access, sql`s.subject_id`, today, county)}
    when 'PROJECT' then ${seesProject(access, sql`s.subject_id`, today)} else ${seesPerson(access, sql`s.subject_id`, today, sql`s.county_code`)} end`
  const nearest = (table: string, columns: string) => sql`(
    select r.name, ${sql.raw(columns)}, r.valid_from, r.valid_to from ${sql.table(table)} r where r.id = h.subject_id and ${whereKnown('r', moment.asKnownAt)}
    order by (r.valid_from <= ${moment.asOf}::date) desc, case when r.valid_from <= ${moment.asOf}::date then r.valid_from end desc, r.valid_from limit 1)`
  const { rows } = await sql<Found>`
    select h.subject, h.subject_id as id from (
      select s.subject, s.subject_id, max(char_length(s.term)) as longest from search_term s
      where ${countyCode ? sql`s.county_code = ${countyCode} and` : sql``} s.term like ${`${query}%`} and ${seen} group by 1, 2) h
    join lateral (
      select n.*, i.code from institution i join lateral ${nearest('institutionVersion', 'r.aliases, r.status')} n on true
        where h.subject = 'INSTITUTION' and i.id = h.subject_id
      union all
      select n.*, a.code from alliance a join lateral ${nearest('allianceVersion', `'{}'::text[] as aliases, 'OPERATING' as status`)} n on true
        where h.subject = 'ALLIANCE' and a.id = h.subject_id
      union all
      select r.name, array_remove(array[r.national_code], null), 'OPERATING', '-infinity'::date, null::date, p.code
        from construction_project p join construction_project_version r on r.id = p.id and ${whereKnown('r', moment.asKnownAt)}
        where h.subject = 'PROJECT' and p.id = h.subject_id
      union all
      select n.*, p.code from person p join lateral ${nearest('personVersion', `'{}'::text[] as aliases, 'OPERATING' as status`)} n on true
        where h.subject = 'PERSON' and p.id = h.subject_id) n on true
    order by case
        when lower(n.name) = ${plain} or lower(n.code) = ${plain} then 1
        when lower(n.name) like ${beginning} then 2
        when exists (select from unnest(n.aliases) alias where lower(alias) like ${beginning}) then 3
        when h.longest >= char_length(n.name) then 4
        else 5 end,
      (n.valid_from <= ${moment.asOf}::date and (n.valid_to is null or ${moment.asOf}::date < n.valid_to) and n.status not in ('CLOSED', 'MERGED')) desc,
      char_length(n.name), n.code, h.subject_id
    limit ${first}`.execute(db)
  return rows
}
