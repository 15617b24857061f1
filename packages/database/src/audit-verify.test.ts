import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { acting } from './act-as.ts'
import { pruneAudit } from './audit-prune.ts'
import { auditHead, verifyAudit, type AuditHead } from './audit-verify.ts'
import type { Db } from './db.ts'

const { db, owner, countStatements } = await testDatabase()
const BY = { actor: { id: 'u-1', name: '张' } }

const record = (name: string, on: Db = db) =>
  acting(on, BY, (trx) => trx.insertInto('department').values({ countyCode: '431221', name }).returning('id').executeTakeFirstOrThrow())
const rename = (id: string, name: string) =>
  acting(db, BY, (trx) => trx.updateTable('department').set({ name }).where('id', '=', id).execute())

/** As somebody who owns the tables and does not want to be seen. */
async function behindTheBack(statement: ReturnType<typeof sql>): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    await sql`alter table department disable trigger user`.execute(trx)
    await statement.execute(trx)
    for (const event of ['insert', 'update', 'delete', 'truncate'])
      await sql`alter table department enable always trigger ${sql.id(`audit_${event}`)}`.execute(trx)
  })
}

const problems = async (noted: AuditHead | null = null) => (await verifyAudit(db, noted)).problems

const whole = async (): Promise<AuditHead> => {
  expect(await problems()).toEqual([])
  return (await auditHead(db))!
}

test('what only the application and loads did is whole, with a head', async () => {
  await rename((await record('医政股')).id, '医政医管股')
  const found = await verifyAudit(db)
  expect(found).toMatchObject({ ok: true, problems: [], outsideCount: 0, head: { number: found.blocks } })
  expect(found.head!.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('what was done outside the application is told, and is no problem', async () => {
  await sql`insert into department (county_code, name) values ('431221', '直接写入')`.execute(owner)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, outsideCount: 1, outside: [{ kind: 'INSERTED', table: 'department' }] })
})

test('as many statements are asked whatever the number of rows', async () => {
  const few = await countStatements(() => verifyAudit(db))
  await sql`insert into department (county_code, name) select '431221', '多行' || n from generate_series(1, 2000) n`.execute(db)
  expect((await countStatements(() => verifyAudit(db))).length).toBe(few.length)
})

describe('behind the back', () => {
  let id: string
  beforeEach(async () => {
    id = (await record(`股室${crypto.randomUUID()}`)).id
    await whole()
  })

  test('a changed row is found, with table and key', async () => {
    await behindTheBack(sql`update department set name = name || '改' where id = ${id}`)
    expect(await problems()).toEqual([{ kind: 'ROW_CHANGED', table: 'department', key: id }])
    await behindTheBack(sql`update department set name = left(name, -1) where id = ${id}`)
  })

  test('a deleted row is found', async () => {
    const { rows } = await sql<{ row: unknown }>`select to_jsonb(d) as row from department d where id = ${id}`.execute(owner)
    await behindTheBack(sql`delete from department where id = ${id}`)
    expect(await problems()).toEqual([{ kind: 'ROW_MISSING', table: 'department', key: id }])
    const { name } = rows[0]!.row as { name: string }
    await behindTheBack(sql`insert into department (id, county_code, name) values (${id}, '431221', ${name})`)
  })

  test('an added row is found', async () => {
    const other = crypto.randomUUID()
    await behindTheBack(sql`insert into department (id, county_code, name) values (${other}, '431221', '暗中添加')`)
    expect(await problems()).toEqual([{ kind: 'ROW_EXTRA', table: 'department', key: other }])
    await behindTheBack(sql`delete from department where id = ${other}`)
  })

  test('a secret that was replaced is found, and is not shown', async () => {
    const { id: userId } = await db
      .insertInto('userAccount')
      .values({ username: 'wang', name: '王' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const credential = await db
      .insertInto('userCredential')
      .values({ userId, accountId: userId, providerId: 'credential', password: 'right-hash' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const replace = (password: string) =>
      owner.transaction().execute(async (trx) => {
        await sql`alter table user_credential disable trigger user`.execute(trx)
        await sql`update user_credential set password = ${password} where id = ${credential.id}`.execute(trx)
        for (const event of ['insert', 'update', 'delete', 'truncate'])
          await sql`alter table user_credential enable always trigger ${sql.id(`audit_${event}`)}`.execute(trx)
      })
    await replace('known-hash')
    expect(await problems()).toEqual([{ kind: 'ROW_CHANGED', table: 'user_credential', key: credential.id }])
    await replace('right-hash')
  })

  test('triggers that are off are found', async () => {
    await sql`alter table department disable trigger audit_update`.execute(owner)
    expect(await problems()).toEqual([{ kind: 'TRIGGER_OFF', table: 'department', key: '' }])
    await sql`alter table department enable always trigger audit_update`.execute(owner)
  })

  afterEach(whole)
})

describe('of the audit itself', () => {
  /** Does something to the audit, looks, and puts it back as it was. */
  async function tampered(action: (trx: Db, head: AuditHead) => Promise<unknown>, noted = false) {
    const head = await whole()
    await sql`create table kept_entry as table audit_entry`.execute(owner)
    await sql`create table kept_block as table audit_block`.execute(owner)
    await owner.transaction().execute((trx) => action(trx, head))
    const found = await problems(noted ? head : null)
    await owner.transaction().execute(async (trx) => {
      await sql`alter table audit_block disable trigger audit_block_seal`.execute(trx)
      await sql`truncate audit_entry, audit_block`.execute(trx)
      await sql`insert into audit_block overriding system value table kept_block`.execute(trx)
      await sql`insert into audit_entry overriding system value table kept_entry`.execute(trx)
      await sql`alter table audit_block enable always trigger audit_block_seal`.execute(trx)
      await sql`drop table kept_entry, kept_block`.execute(trx)
    })
    return found
  }

  let entry: { id: number; blockId: number; number: number; key: string }
  beforeEach(async () => {
    const { id } = await record(`股室${crypto.randomUUID()}`)
    await rename(id, `新名${id}`)
    const { rows } = await sql<
      typeof entry
    >`select e.id, e.block_id, b.number, row_key as key from audit_entry e join audit_block b on b.id = e.block_id
      where row_key = ${id} order by e.id limit 1`.execute(db)
    entry = rows[0]!
    await record(`其后${crypto.randomUUID()}`)
  })

  const block = (kind: string, number: number) => ({ kind, table: null, key: String(number) })

  test('a deleted entry is found by its block', async () => {
    expect(await tampered((trx) => sql`delete from audit_entry where id = ${entry.id}`.execute(trx))).toEqual([
      block('BLOCK_CONTENT', entry.number),
    ])
  })

  test.each([
    ['actor_name', '李'],
    ['reason', '另一个'],
    ['at', '2020-01-01'],
    ['after', '{"name": "x"}'],
    ['kind', 'UPDATED'],
    ['outside', 'true'],
  ])('an entry whose %s was changed is found', async (column, value) => {
    const change = (trx: Db) => sql`update audit_entry set ${sql.id(column)} = ${sql.lit(value)} where id = ${entry.id}`.execute(trx)
    expect(await tampered(change)).toEqual([block('ENTRY_CHANGED', entry.id)])
  })

  test('an entry that was changed together with its hash is found by its block', async () => {
    const rehashed = (trx: Db) =>
      sql`update audit_entry set actor_name = '李', hash = audit_hash(id, at, kind, table_name, row_key, subject_ids, county_code, before, after,
        actor_id, '李', request_id, reason, address, change_id, database_user, outside) where id = ${entry.id}`.execute(trx)
    expect(await tampered(rehashed)).toEqual([block('BLOCK_CONTENT', entry.number)])
  })

  test('a block that was sealed anew is found by the chain', async () => {
    const resealed = async (trx: Db) => {
      await sql`delete from audit_entry where id = ${entry.id}`.execute(trx)
      await sql`update audit_entry set block_id = ${entry.blockId} where id = (select max(id) from audit_entry)`.execute(trx)
      await sql`update audit_block b set digest = (select sha256(string_agg(hash, ''::bytea order by id)) from audit_entry e where e.block_id = b.id) where id = ${entry.blockId}`.execute(
        trx,
      )
      await sql`update audit_block b set hash = audit_block_hash((select hash from audit_block where number = b.number - 1), number, digest) where id = ${entry.blockId}`.execute(
        trx,
      )
    }
    expect(await tampered(resealed)).toContainEqual(block('BLOCK_CHANGED', entry.number + 1))
  })

  test('a block taken out with its entries is found', async () => {
    const found = await tampered(async (trx) => {
      await sql`delete from audit_entry where block_id = ${entry.blockId}`.execute(trx)
      await sql`delete from audit_block where id = ${entry.blockId}`.execute(trx)
    })
    expect(found).toEqual([block('BLOCK_MISSING', entry.number)])
  })

  test('two blocks that were exchanged are found', async () => {
    const found = await tampered(async (trx) => {
      const set = (from: number, to: number) => sql`update audit_block set number = ${to} where number = ${from}`.execute(trx)
      await set(entry.number, -1)
      await set(entry.number + 1, entry.number)
      await set(-1, entry.number + 1)
    })
    expect(found).toEqual([entry.number, entry.number + 1, entry.number + 2].map((number) => block('BLOCK_CHANGED', number)))
  })

  test('entries that belong to no block are found', async () => {
    const found = await tampered((trx) => sql`delete from audit_block where number = (select max(number) from audit_block)`.execute(trx))
    expect(found).toEqual([expect.objectContaining({ kind: 'ENTRY_LOOSE' })])
  })

  test('the newest block taken out without a trace is found against a head that was noted, and only so', async () => {
    const last = await record('最后一块')
    const erase = async (trx: Db, { number }: AuditHead) => {
      await sql`alter table department disable trigger user`.execute(trx)
      await sql`delete from department where id = ${last.id}`.execute(trx)
      for (const event of ['insert', 'update', 'delete', 'truncate'])
        await sql`alter table department enable always trigger ${sql.id(`audit_${event}`)}`.execute(trx)
      await sql`delete from audit_entry where block_id = (select id from audit_block where number = ${number})`.execute(trx)
      await sql`delete from audit_block where number = ${number}`.execute(trx)
    }
    const head = (await auditHead(db))!
    expect(await tampered(erase, true)).toEqual([block('HEAD_MISSING', head.number)])
    await behindTheBack(sql`insert into department (id, county_code, name) values (${last.id}, '431221', '最后一块')`)
    expect(await tampered(erase)).toEqual([])
    await behindTheBack(sql`insert into department (id, county_code, name) values (${last.id}, '431221', '最后一块')`)
    await whole()
  })
})

describe('pruned', () => {
  const now = new Date(Date.now() + 200 * 86_400_000)
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000)

  test('nothing younger than six months goes', async () => {
    await expect(pruneAudit(owner, { ...BY, before: days(182), now })).rejects.toThrow('kept for 183 days')
    const before = await verifyAudit(db)
    expect(await pruneAudit(owner, { ...BY, before: days(300), now })).toEqual({ throughBlock: 0, removed: 0, kept: 0 })
    expect(await verifyAudit(db)).toEqual(before)
  })

  test('old entries go, but for the last image of each row; the chain stays, and everything is found as before', async () => {
    const { id } = await record('清理股')
    await rename(id, '清理后股')
    const gone = await record('已撤股')
    await acting(owner, BY, (trx) => trx.deleteFrom('department').where('id', '=', gone.id).execute())
    const before = await verifyAudit(db)
    const pruned = await pruneAudit(owner, { ...BY, reason: '满六个月', before: days(190), now })
    expect(pruned).toMatchObject({ throughBlock: before.blocks })
    expect(pruned.removed).toBeGreaterThan(3)
    const after = await verifyAudit(db, before.head)
    expect(after).toMatchObject({ ok: true, blocks: before.blocks + 1, entries: pruned.kept + 1 })
    const kept = await db.selectFrom('auditEntry').select(['kind', 'after']).where('rowKey', 'in', [id, gone.id]).execute()
    expect(kept).toEqual([{ kind: 'UPDATED', after: { id, countyCode: '431221', name: '清理后股' } }])
    const said = await db.selectFrom('auditEntry').selectAll().where('kind', '=', 'PRUNED').execute()
    expect(said).toMatchObject([{ actorName: '张', reason: '满六个月', after: { throughBlock: before.blocks, removed: pruned.removed } }])

    await behindTheBack(sql`update department set name = '改' where id = ${id}`)
    expect(await problems()).toEqual([{ kind: 'ROW_CHANGED', table: 'department', key: id }])
    await behindTheBack(sql`update department set name = '清理后股' where id = ${id}`)
    await sql`update audit_entry set actor_name = '李' where row_key = ${id}`.execute(owner)
    expect(await problems()).toMatchObject([{ kind: 'ENTRY_CHANGED' }])
    await sql`update audit_entry set actor_name = '张' where row_key = ${id}`.execute(owner)
    await sql`insert into audit_entry (block_id, at, kind, subject_ids, database_user, outside, hash) select id, now(), 'SIGNED_IN', '{}', 'x', false, 'x' from audit_block where number = 1`.execute(
      owner,
    )
    expect(await problems()).toMatchObject([{ kind: 'BLOCK_CONTENT', key: '1' }, { kind: 'ENTRY_CHANGED' }])
    await sql`delete from audit_entry where kind = 'SIGNED_IN'`.execute(owner)
    await whole()
  })

  test('what is pruned twice stays whole', async () => {
    await record('第二次清理')
    const later = new Date(now.getTime() + 400 * 86_400_000)
    const pruned = await pruneAudit(owner, { ...BY, before: new Date(later.getTime() - 190 * 86_400_000), now: later })
    expect(pruned.removed).toBeGreaterThan(0)
    await whole()
  })

  test('a pruning that came too early is found', async () => {
    await sql`update audit_entry set after = after || jsonb_build_object('before', at) where kind = 'PRUNED'`.execute(owner)
    expect(await problems()).toContainEqual(expect.objectContaining({ kind: 'PRUNED_EARLY' }))
  })
})
