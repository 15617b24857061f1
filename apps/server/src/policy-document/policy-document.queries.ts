import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import type { PolicyDocument } from '@yilian/domain/policy-document.ts'

import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'

const KNOWN = sql`select d.county_code, v.* from policy_document d join policy_document_version v on v.id = d.id and v.recorded_to is null`

export interface PolicyDocumentFilter {
  /** Documents of this county and of wider authorities. */
  readonly countyCode?: string | null | undefined
  readonly search?: string | null | undefined
}

/** Documents, newest first; those without a day last. One statement. */
export async function policyDocumentPage(
  db: Db,
  { countyCode, search }: PolicyDocumentFilter,
  page: PageArgs,
): Promise<Page<PolicyDocument>> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (countyCode) all.push(sql`(d.county_code = ${countyCode} or d.county_code is null)`)
  if (search?.trim()) {
    const like = `%${search.trim().replace(/[\\%_]/g, (one) => `\\${one}`)}%`
    all.push(sql`(v.number ilike ${like} or v.title ilike ${like} or v.issuer ilike ${like})`)
  }
  return keysetPage<PolicyDocument>(
    db,
    sql`${KNOWN} where ${sql.join(all, sql` and `)}`,
    { key: sql`t.issued_on`, type: 'date', descending: true },
    page,
  )
}

export async function policyDocumentsByIds(db: Db, ids: readonly string[]): Promise<Map<string, PolicyDocument>> {
  const { rows } = await sql<PolicyDocument>`${KNOWN} where d.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many recorded changes cite each document. */
export async function citationCounts(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{
    id: string
    count: number
  }>`select document_id as id, count(*) as count from change where document_id = any(${ids}::uuid[]) group by 1`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
