import { sql } from 'kysely'

import { AUDIT_DAYS_LEAST } from '@yilian/domain/audit.ts'

import { actAs, type Acting } from './act-as.ts'
import type { Db } from './db.ts'

/** What was removed: every entry of the blocks up to one, but for the last image of each row that is still there. */
export interface Pruned {
  /** The last block that was emptied; 0: there was nothing old enough. */
  readonly throughBlock: number
  readonly removed: number
  readonly kept: number
}

/** Entries must not be removed yet. */
export class TooEarlyToPrune extends Error {
  override readonly name = 'TooEarlyToPrune'
}

const DAY = 86_400_000

/**
 * Removes entries from before an instant, as the owner of the tables, and records that it was done. Blocks stay with their hashes; the last
 * image of a row that is still there goes into the block of the pruning, so that everything can be verified as before. Throws
 * `TooEarlyToPrune` for what is younger than six months.
 */
export async function pruneAudit(
  owner: Db,
  { before, now, ...who }: Acting & { readonly before: Date; readonly now: Date },
): Promise<Pruned> {
  if (now.getTime() - before.getTime() < AUDIT_DAYS_LEAST * DAY)
    throw new TooEarlyToPrune(`Entries are kept for ${AUDIT_DAYS_LEAST} days at least.`)
  return owner.transaction().execute(async (trx) => {
    await actAs(trx, who)
    const throughBlock = await lastBlockBefore(trx, before)
    if (throughBlock === 0) return { throughBlock, removed: 0, kept: 0 }
    const { rows } = await sql<{ block: number }>`select coalesce(audit_open_block(), nextval('audit_block_id_seq')) as block`.execute(trx)
    const { block } = rows[0]!
    const old = sql`e.block_id in (select id from audit_block where number <= ${throughBlock})`
    const kept = await sql`update audit_entry e set block_id = ${block} where ${old} and e.table_name is not null and e.after is not null
      and not exists (select from audit_entry later where later.table_name = e.table_name and later.row_key = e.row_key and later.id > e.id)`.execute(
      trx,
    )
    const removed = await sql`delete from audit_entry e where ${old}`.execute(trx)
    const pruned = { throughBlock, removed: Number(removed.numAffectedRows ?? 0), kept: Number(kept.numAffectedRows ?? 0) }
    await record(trx, block, before, now, pruned)
    return pruned
  })
}

/** The last block of which every entry is old, with every block before it; 0 where there is none, or the blocks up to it are empty already. */
async function lastBlockBefore(trx: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ through: number; filled: boolean }>`
    select through, exists (select from audit_entry e join audit_block b on b.id = e.block_id where b.number <= through) as filled
    from (select coalesce(
      (select min(b.number) - 1 from audit_entry e join audit_block b on b.id = e.block_id where e.at >= ${before.toISOString()}::timestamptz),
      (select max(number) from audit_block), 0) as through) t`.execute(trx)
  return rows[0]?.filled ? rows[0].through : 0
}

async function record(trx: Db, block: number, before: Date, now: Date, { throughBlock, removed, kept }: Pruned): Promise<void> {
  const details = JSON.stringify({ before: before.toISOString(), through_block: throughBlock, removed, kept })
  await sql`
    insert into audit_entry (id, block_id, at, kind, subject_ids, after, actor_id, actor_name, request_id, reason, address, database_user, outside, hash)
    select id, ${block}, at, 'PRUNED', '{}', after, actor_id, actor_name, request_id, reason, address, login, false,
      audit_hash(id, at, 'PRUNED', null, null, '{}', null, null, after, actor_id, actor_name, request_id, reason, address, null, login, false)
    from (select nextval('audit_entry_id_seq') as id, ${now.toISOString()}::timestamptz as at, ${details}::jsonb as after) e, audit_said() said`.execute(
    trx,
  )
  await sql`insert into audit_block (id) values (${block})`.execute(trx)
}
