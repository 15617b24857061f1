import { type RawBuilder, sql } from 'kysely'

import { auditHead, type AuditHead } from '@yilian/database/audit-verify.ts'
import type { Db } from '@yilian/database/db.ts'
import type { AuditKind } from '@yilian/domain/audit.ts'
import type { Instant } from '@yilian/domain/day.ts'

import { numberedPage } from '../list/numbered-page.ts'
import type { Page, PageArgs } from '../list/keyset.ts'
import { searchCondition } from './audit-search.ts'

/** An entry as it is kept: what happened to a row of a table, or an event (`tableName` null, its details in `after`). */
export interface AuditRow {
  readonly id: string
  readonly number: number
  readonly at: Instant
  readonly kind: AuditKind
  readonly tableName: string | null
  readonly rowKey: string | null
  /** Whom or what it concerned. */
  readonly subjectIds: readonly string[]
  /** Of a change, only the columns that differ. */
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  readonly actorId: string | null
  readonly actorName: string | null
  readonly requestId: string | null
  readonly reason: string | null
  readonly address: string | null
  readonly changeId: number | null
  readonly databaseUser: string
  readonly outside: boolean
}

const COLUMNS = sql`e.id as number, e.id::text as id, e.at, e.kind, e.table_name, e.row_key, e.subject_ids, e.before, e.after, e.actor_id, e.actor_name,
  e.request_id, e.reason, e.address, e.change_id, e.database_user, e.outside`

/** Conditions on entries, all of which hold; what is left out or empty is none. */
export interface AuditFilter {
  /** See `searchCondition`. */
  readonly search?: string | null | undefined
  readonly kinds?: readonly AuditKind[] | null | undefined
  /** Names in the database. */
  readonly tables?: readonly string[] | null | undefined
  readonly actorId?: string | null | undefined
  /** What happened to it, and to what concerns it. */
  readonly subjectId?: string | null | undefined
  readonly requestId?: string | null | undefined
  readonly from?: Instant | null | undefined
  readonly to?: Instant | null | undefined
  readonly outsideApplication?: boolean | null | undefined
}

/** Entries, newest first. One statement, and one more where a text is searched. */
export async function auditPage(db: Db, filter: AuditFilter, page: PageArgs): Promise<Page<AuditRow>> {
  const where = await conditions(db, filter)
  return numberedPage<AuditRow>(db, COLUMNS, sql`audit_entry e where ${where}`, sql`e.id`, page)
}

/** An entry by its number; `null` when there is none. */
export async function auditEntryOf(db: Db, id: string): Promise<AuditRow | null> {
  if (!/^\d{1,15}$/.test(id)) return null
  const { rows } = await sql<AuditRow>`select ${COLUMNS} from audit_entry e where e.id = ${id}`.execute(db)
  return rows[0] ?? null
}

async function conditions(db: Db, filter: AuditFilter): Promise<RawBuilder<unknown>> {
  const { search, kinds, tables, actorId, subjectId, requestId, from, to, outsideApplication } = filter
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (kinds?.length) all.push(sql`e.kind = any(${kinds}::text[])`)
  if (tables?.length) all.push(sql`e.table_name = any(${tables}::text[])`)
  if (actorId) all.push(sql`e.actor_id = ${actorId}`)
  if (subjectId) all.push(sql`e.subject_ids && ${[subjectId]}::text[]`)
  if (requestId) all.push(sql`e.request_id = ${requestId}`)
  if (from) all.push(sql`e.at >= ${from}::timestamptz`)
  if (to) all.push(sql`e.at < ${to}::timestamptz`)
  if (outsideApplication != null) all.push(outsideApplication ? sql`e.outside` : sql`not e.outside`)
  if (search?.trim()) all.push(await searchCondition(db, search))
  return sql.join(all, sql` and `)
}

/** How the audit stands. */
export interface AuditState {
  readonly entries: number
  readonly blocks: number
  readonly head: AuditHead | null
  readonly oldestAt: Instant | null
  readonly lastVerification: { readonly at: Instant; readonly ok: boolean; readonly problems: number } | null
}

/** Three statements. */
export async function auditState(db: Db): Promise<AuditState> {
  const { rows } = await sql<Pick<AuditState, 'entries' | 'blocks' | 'oldestAt'>>`
    select (select count(*) from audit_entry) as entries, (select count(*) from audit_block) as blocks, (select min(at) from audit_entry) as oldest_at`.execute(
    db,
  )
  const last = await db
    .selectFrom('auditEntry')
    .select(['at', sql<boolean>`(after ->> 'ok')::boolean`.as('ok'), sql<number>`(after ->> 'problems')::int`.as('problems')])
    .where('kind', '=', 'VERIFIED')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { ...rows[0]!, head: await auditHead(db), lastVerification: last ?? null }
}
