import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { searchQuery } from '@yilian/database/search-terms.ts'
import { AUDIT_KINDS } from '@yilian/domain/audit.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { AUDITED_TABLES } from './table-labels.ts'

/** Things of one kind that a text may mean at most; what is more is not looked for. */
const MOST = 200
const ROW_KEY = /^[0-9a-f-]{36}$|^\d{1,12}$/
const ADDRESS = /^[0-9a-f.:]{3,45}$/i

/**
 * What a text means in the audit: the name of who did it; the name, code or alias of an institution, alliance, user, department or document
 * it was done to; a kind or table in words; a request id, an address or the key of a row as a whole. Values inside rows are not searched:
 * no index would bear that. One statement; the condition is indexed.
 */
export async function searchCondition(db: Db, given: string): Promise<RawBuilder<unknown>> {
  const text = given.trim()
  const { actors, subjects } = await meant(db, text)
  const any: RawBuilder<unknown>[] = [sql`e.request_id = ${text}`]
  if (actors.length > 0) any.push(sql`e.actor_id = any(${actors}::text[])`)
  if (subjects.length > 0) any.push(sql`e.subject_ids && ${subjects}::text[]`)
  const kinds = named(Object.entries<Text>(AUDIT_KINDS), text)
  if (kinds.length > 0) any.push(sql`e.kind = any(${kinds}::text[])`)
  const tables = named([...AUDITED_TABLES], text)
  if (tables.length > 0) any.push(sql`e.table_name = any(${tables}::text[])`)
  if (ROW_KEY.test(text)) any.push(sql`(e.table_name = any(${[...AUDITED_TABLES.keys()]}::text[]) and e.row_key = ${text})`)
  if (ADDRESS.test(text)) any.push(sql`e.address = ${text}`)
  return sql`(${sql.join(any, sql` or `)})`
}

function named(labels: readonly (readonly [string, Text])[], text: string): string[] {
  const wanted = text.toLowerCase()
  return labels.filter(([, { zh, en }]) => zh.includes(wanted) || en.toLowerCase() === wanted).map(([name]) => name)
}

/** Who and what goes by a text. Actors are found one by one along their index, whatever the number of entries. */
async function meant(db: Db, text: string): Promise<{ actors: string[]; subjects: string[] }> {
  const part = `%${text.replace(/[\\%_]/g, (one) => `\\${one}`)}%`
  const terms = searchQuery(text)
  const { rows } = await sql<{ actors: string[]; subjects: string[] }>`
    with recursive actor as (
      select min(actor_id) as actor_id from audit_entry
      union all select (select min(actor_id) from audit_entry where actor_id > a.actor_id) from actor a where a.actor_id is not null)
    select to_jsonb(array(select a.actor_id from actor a cross join lateral (
        select actor_name from audit_entry e where e.actor_id = a.actor_id order by e.id desc limit 1) n where n.actor_name ilike ${part} limit ${MOST})) as actors,
      to_jsonb(array(select id::text from (
        (select distinct subject_id as id from search_term where ${terms === '' ? sql`false` : sql`term like ${`${terms}%`}`} limit ${MOST})
        union all (select id from user_account where name ilike ${part} or username ilike ${part} limit ${MOST})
        union all (select id from department where name ilike ${part} limit ${MOST})
        union all (select id from policy_document_version where title ilike ${part} or number ilike ${part} limit ${MOST})) s)) as subjects`.execute(
    db,
  )
  return rows[0]!
}
