import { sql, type RawBuilder } from 'kysely'

import { AUDIT_DAYS_LEAST, type AuditProblemKind } from '@yilian/domain/audit.ts'
import type { Instant } from '@yilian/domain/day.ts'

import type { Db } from './db.ts'

/** A block of the chain: its number and its hash, in hex. */
export interface AuditHead {
  readonly number: number
  readonly hash: string
}

/** Something that is not as it was written. `key` is the row, the number of the entry, or that of the block. */
export interface AuditProblem {
  readonly kind: AuditProblemKind
  readonly table: string | null
  readonly key: string
}

/** A change that did not come from the application. */
export interface OutsideEntry {
  readonly id: number
  readonly at: Instant
  readonly kind: string
  readonly table: string
  readonly key: string
  readonly databaseUser: string
}

export interface AuditVerification {
  readonly ok: boolean
  /** Of each kind the first `PROBLEMS_SHOWN`. */
  readonly problems: readonly AuditProblem[]
  /** The newest `PROBLEMS_SHOWN` of what was changed outside the application, which is no problem of the audit. */
  readonly outside: readonly OutsideEntry[]
  readonly outsideCount: number
  readonly blocks: number
  readonly entries: number
  /** The newest block; `null` where there is none. */
  readonly head: AuditHead | null
}

/** Problems of one kind (and table) that are told at most. */
export const PROBLEMS_SHOWN = 100

/** The newest block of the chain. */
export async function auditHead(db: Db): Promise<AuditHead | null> {
  const { rows } = await sql<AuditHead>`select number, encode(hash, 'hex') as hash from audit_block where number is not null
    order by number desc limit 1`.execute(db)
  return rows[0] ?? null
}

/**
 * Looks whether the audit is whole and unbroken, whether it holds the block that was noted, and whether every row of every table is as its
 * last entry says. Reads everything, in one snapshot and by PostgreSQL itself, so that memory is bounded; takes as long as it takes.
 */
export async function verifyAudit(db: Db, noted: AuditHead | null = null): Promise<AuditVerification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      const problems: AuditProblem[] = []
      for (const check of [...CHECKS, ...(noted ? [notedHead(noted)] : []), ...(await rowChecks(trx))])
        problems.push(...(await sql<AuditProblem>`${check} limit ${PROBLEMS_SHOWN}`.execute(trx)).rows)
      const { rows: outside } = await sql<OutsideEntry>`
        select id, at, kind, table_name as table, row_key as key, database_user from audit_entry where outside order by id desc limit ${PROBLEMS_SHOWN}`.execute(
        trx,
      )
      const { rows: counts } = await sql<{ blocks: number; entries: number; outsideCount: number }>`
        select (select count(*) from audit_block) as blocks, count(*) as entries, count(*) filter (where outside) as outside_count from audit_entry`.execute(
        trx,
      )
      return { ok: problems.length === 0, problems, outside, ...counts[0]!, head: await auditHead(trx) }
    })
}

const problem = (kind: AuditProblemKind, key: RawBuilder<unknown>) => sql`select ${kind} as kind, null as table, (${key})::text as key`

/** Numbers run on without a gap, and every hash is of the one before it. */
const CHAIN = sql`(select number, coalesce(lag(number) over w, 0) as before, hash = audit_block_hash(lag(hash) over w, number, digest) as right
  from audit_block where number is not null window w as (order by number)) c`

/** Up to this block entries were removed, as the chain itself says; nothing stands there any more. */
const PRUNED = sql`(select coalesce(max((after ->> 'through_block')::bigint), 0) as through from audit_entry where kind = 'PRUNED') p`

const CONTENT = sql`(select block_id, sha256(string_agg(hash, ''::bytea order by id)) as digest from audit_entry group by block_id) e`

const CHECKS: readonly RawBuilder<unknown>[] = [
  sql`${problem('BLOCK_MISSING', sql`before + 1`)} from ${CHAIN} where number <> before + 1`,
  sql`${problem('BLOCK_CHANGED', sql`number`)} from ${CHAIN} where number = before + 1 and not "right"`,
  sql`${problem('BLOCK_CONTENT', sql`b.number`)} from audit_block b left join ${CONTENT} on e.block_id = b.id cross join ${PRUNED}
    where b.number is not null and case when b.number <= p.through then e.digest is not null else e.digest is distinct from b.digest end`,
  sql`${problem('BLOCK_OPEN', sql`id`)} from audit_block where number is null`,
  sql`${problem('ENTRY_CHANGED', sql`id`)} from audit_entry where hash is distinct from audit_hash(id, at, kind, table_name, row_key, subject_ids,
    county_code, before, after, actor_id, actor_name, request_id, reason, address, change_id, database_user, outside)`,
  sql`${problem('ENTRY_LOOSE', sql`e.id`)} from audit_entry e where not exists (select from audit_block b where b.id = e.block_id)`,
  sql`${problem('PRUNED_EARLY', sql`id`)} from audit_entry where kind = 'PRUNED'
    and (after ->> 'before')::timestamptz > at - make_interval(days => ${AUDIT_DAYS_LEAST})`,
  sql`select 'TRIGGER_OFF' as kind, t.name as table, '' as key from (
      select name, array['audit_insert', 'audit_update', 'audit_delete', 'audit_truncate'] as wanted from audit_table where keys is not null
      union all select 'audit_block', array['audit_block_seal']) t
    where (select count(*) from pg_trigger g where g.tgrelid = to_regclass(format('public.%I', t.name)) and g.tgname = any(t.wanted) and g.tgenabled = 'A')
      < cardinality(t.wanted)`,
]

function notedHead({ number, hash }: AuditHead): RawBuilder<unknown> {
  return sql`${problem('HEAD_MISSING', sql`${number}::bigint`)}
    where not exists (select from audit_block where number = ${number} and encode(hash, 'hex') = ${hash.toLowerCase()})`
}

interface AuditedTable {
  readonly name: string
  readonly keys: readonly string[]
  readonly secrets: readonly string[]
  readonly unwatched: readonly string[]
}

/** One check for each table: its rows against their last entries. */
async function rowChecks(trx: Db): Promise<RawBuilder<unknown>[]> {
  const { rows } =
    await sql<AuditedTable>`select name, keys, secrets, unwatched from audit_table where keys is not null order by name`.execute(trx)
  const digest = (image: string) => sql`sha256(convert_to(${sql.ref(image)}::text, 'UTF8'))`
  return rows.map(
    ({ name, keys, secrets, unwatched }) => sql`
      select case when there.key is null then 'ROW_MISSING' when last.digest is null then 'ROW_EXTRA' else 'ROW_CHANGED' end as kind,
        ${name} as table, coalesce(there.key, last.key) as key
      from (select distinct on (row_key) row_key as key, ${digest('after')} as digest from audit_entry where table_name = ${name} order by row_key, id desc) last
      full join (select audit_key(image, ${keys}::text[]) as key, ${digest('image')} as digest
        from (select audit_image(to_jsonb(t), ${secrets}::text[], ${unwatched}::text[]) as image from ${sql.table(name)} t) i) there on there.key = last.key
      where last.digest is distinct from there.digest`,
  )
}
