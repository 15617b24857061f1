import { type RawBuilder, sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import { FACT_KINDS, factTable } from '@yilian/database/facts.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Instant } from '@yilian/domain/day.ts'
import { normaliseDocumentNumber, type PolicyDocument } from '@yilian/domain/policy-document.ts'

import type { Reader } from '../access/reader.ts'
import { seesCounty } from '../access/seen.ts'
import { rowsSeen, seesChange, seesFact } from '../access/seen-facts.ts'
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

/** The facts that say to which of these they belong and on which document they are based. */
const citing = (owner: 'alliances' | 'projects') =>
  FACT_KINDS.filter((fact) => factTable(fact)[owner]?.[0] !== undefined && factTable(fact).values.includes('documentId'))
const CITING = { alliances: citing('alliances'), projects: citing('projects') }

/** The documents that what is known of these alliances cites, or the changes that concerned them, newest first. One statement. */
export function documentsOfAlliances(
  reader: Reader,
  allianceIds: readonly string[],
  moment: Moment,
): Promise<Map<string, PolicyDocument[]>> {
  return documentsOf(reader, 'alliances', allianceIds, moment)
}

/** The same of construction projects. */
export function documentsOfProjects(reader: Reader, projectIds: readonly string[], moment: Moment): Promise<Map<string, PolicyDocument[]>> {
  return documentsOf(reader, 'projects', projectIds, moment)
}

async function documentsOf(
  { db, access }: Reader,
  owner: keyof typeof CITING,
  ownerIds: readonly string[],
  { asKnownAt }: Moment,
): Promise<Map<string, PolicyDocument[]>> {
  const facts = owner === 'alliances' ? ofAlliances(access, ownerIds, asKnownAt) : ofProjects(access, ownerIds, asKnownAt)
  const changes = sql`select s.subject_id, c.document_id from change_subject s join change c on c.id = s.change_id
    where s.subject_id = any(${ownerIds}::uuid[]) and ${seesChange(access, 'c')} and ${asKnownAt === null ? sql`true` : sql`c.recorded_at <= ${asKnownAt}::timestamptz`}`
  const { rows } = await sql<PolicyDocument & { ownerId: string }>`
    select cited.owner_id, d.* from (select * from (${facts}) f(owner_id, document_id) union ${changes}) cited join (${KNOWN}) d on d.id = cited.document_id and ${seesCounty(access, sql`d.county_code`)}
    order by d.issued_on desc nulls last, d.number, d.id`.execute(db)
  return Map.groupBy(rows, ({ ownerId }) => ownerId)
}

function ofAlliances(access: Access, ids: readonly string[], asKnownAt: Instant | null): RawBuilder<unknown> {
  return rowsSeen(
    access,
    (row, fact) => sql`${sql.ref(`${row}.${factTable(fact).alliances[0]!}`)} = any(${ids}::uuid[]) and ${whereKnown(row, asKnownAt)}`,
    CITING.alliances,
  )
}

function ofProjects(access: Access, ids: readonly string[], asKnownAt: Instant | null): RawBuilder<unknown> {
  const facts = CITING.projects.map((fact) => {
    const column = sql.ref(`f.${factTable(fact).projects![0]!}`)
    return sql`select ${column}, f.document_id from ${sql.table(factTable(fact).table)} f
      where ${column} = any(${ids}::uuid[]) and ${whereKnown('f', asKnownAt)} and ${seesFact(access, fact, 'f')}`
  })
  return sql.join(facts, sql` union all `)
}
