import { type RawBuilder, sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import { FACT_KINDS, factTable } from '@yilian/database/facts.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { normaliseDocumentNumber, type PolicyDocument } from '@yilian/domain/policy-document.ts'

import type { Reader } from '../access/reader.ts'
import { seesCounty } from '../access/seen.ts'
import { rowsSeen, seesChange } from '../access/seen-facts.ts'
import { containing } from '../list/containing.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'

const KNOWN = sql`select d.county_code, v.* from policy_document d join policy_document_version v on v.id = d.id and v.recorded_to is null`

export interface PolicyDocumentFilter {
  /** Documents of this county and of wider authorities. */
  readonly countyCode?: string | null | undefined
  readonly search?: string | null | undefined
}

/** Documents, newest first; those without a day last. One statement. */
export async function policyDocumentPage(
  { db, access }: Reader,
  { countyCode, search }: PolicyDocumentFilter,
  page: PageArgs,
): Promise<Page<PolicyDocument>> {
  const all: RawBuilder<unknown>[] = [seesCounty(access, sql`d.county_code`)]
  if (countyCode) all.push(sql`(d.county_code = ${countyCode} or d.county_code is null)`)
  if (search?.trim()) {
    const like = containing(search.trim())
    all.push(sql`(v.number ilike ${containing(normaliseDocumentNumber(search))} or v.title ilike ${like} or v.issuer ilike ${like})`)
  }
  return keysetPage<PolicyDocument>(
    db,
    sql`${KNOWN} where ${sql.join(all, sql` and `)}`,
    { key: sql`t.issued_on`, type: 'date', descending: true },
    page,
  )
}

export async function policyDocumentsByIds({ db, access }: Reader, ids: readonly string[]): Promise<Map<string, PolicyDocument>> {
  const { rows } =
    await sql<PolicyDocument>`${KNOWN} where d.id = any(${ids}::uuid[]) and ${seesCounty(access, sql`d.county_code`)}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many of the recorded changes that are seen cite each document. */
export async function citationCounts({ db, access }: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{
    id: string
    count: number
  }>`select document_id as id, count(*) as count from change c where document_id = any(${ids}::uuid[]) and ${seesChange(access, 'c')} group by 1`.execute(
    db,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** The facts that say to which alliance they belong and on which document they are based. */
const CITING = FACT_KINDS.filter((fact) => factTable(fact).alliances.length > 0 && factTable(fact).values.includes('documentId'))

/** The documents that what is known of these alliances cites, or the changes that concerned them, newest first. One statement. */
export async function documentsOfAlliances(
  { db, access }: Reader,
  allianceIds: readonly string[],
  { asKnownAt }: Moment,
): Promise<Map<string, PolicyDocument[]>> {
  const ids = sql`any(${allianceIds}::uuid[])`
  const facts = rowsSeen(
    access,
    (row, fact) => sql`${sql.ref(`${row}.${factTable(fact).alliances[0]!}`)} = ${ids} and ${whereKnown(row, asKnownAt)}`,
    CITING,
  )
  const changes = sql`select s.subject_id, c.document_id from change_subject s join change c on c.id = s.change_id
    where s.subject_id = ${ids} and ${seesChange(access, 'c')} and ${asKnownAt === null ? sql`true` : sql`c.recorded_at <= ${asKnownAt}::timestamptz`}`
  const { rows } = await sql<PolicyDocument & { allianceId: string }>`
    select cited.alliance_id, d.* from (${facts} union ${changes}) cited join (${KNOWN}) d on d.id = cited.document_id and ${seesCounty(access, sql`d.county_code`)}
    order by d.issued_on desc nulls last, d.number, d.id`.execute(db)
  return Map.groupBy(rows, ({ allianceId }) => allianceId)
}
