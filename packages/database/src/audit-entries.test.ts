import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { acting, actAs } from './act-as.ts'
import { beginChange } from './changes.ts'
import type { Db } from './db.ts'

const { db, owner, countStatements } = await testDatabase()
const BY = { actor: { id: 'u-1', name: '张' }, requestId: 'r-1', reason: '核对', address: '10.0.0.7' }

const department = (name: string) => ({ countyCode: '431221', name })
const record = (names: readonly string[], on: Db = db) =>
  on.insertInto('department').values(names.map(department)).returning('id').execute()
const entriesOf = (rowKey: string) =>
  db.selectFrom('auditEntry').selectAll().where('tableName', '=', 'department').where('rowKey', '=', rowKey).orderBy('id').execute()
const blocks = () => db.selectFrom('auditBlock').selectAll().orderBy('number').execute()

test('every table is under audit or says why not, and says what the application may do with it', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c left join audit_table t on t.name = c.relname
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (t.name is null or t.privileges is null or (t.keys is null) = (t.exempt is null))`.execute(db)
  expect(rows).toEqual([])
})

test('everything there is in the tables when the audit begins has an image', async () => {
  const { rows } = await sql<{ missing: number }>`select count(*) as missing from region r
    where not exists (select from audit_entry e where e.table_name = 'region' and e.row_key = r.code)`.execute(db)
  expect(rows).toEqual([{ missing: 0 }])
})

test('who, why and from where is kept of an insert, a change and a deletion, with the row before and after', async () => {
  const [made] = await acting(db, BY, (trx) => record(['医政股'], trx))
  const id = made!.id
  await acting(db, BY, (trx) => trx.updateTable('department').set({ name: '医政医管股', closedOn: null }).where('id', '=', id).execute())
  await acting(db, BY, (trx) => trx.updateTable('department').set({ name: '医政医管股' }).where('id', '=', id).execute())
  await acting(owner, BY, (trx) => trx.deleteFrom('department').where('id', '=', id).execute())
  const whole = { id, countyCode: '431221', name: '医政股' }
  const said = {
    actorId: 'u-1',
    actorName: '张',
    requestId: 'r-1',
    reason: '核对',
    address: '10.0.0.7',
    subjectIds: [id],
    countyCode: '431221',
  }
  expect(await entriesOf(id)).toMatchObject([
    { ...said, kind: 'INSERTED', before: null, after: whole, databaseUser: expect.stringMatching(/^\w+ as \w+_app$/) },
    { ...said, kind: 'UPDATED', before: { name: '医政股' }, after: { ...whole, name: '医政医管股' } },
    { ...said, kind: 'DELETED', before: { ...whole, name: '医政医管股' }, after: null, databaseUser: expect.stringMatching(/^\w+$/) },
  ])
})

test('a value that was not there before, or is no more, is kept as missing', async () => {
  const [made] = await record(['规财股'])
  const set = (closedOn: string | null) => sql`update department set closed_on = ${closedOn}::date where id = ${made!.id}`.execute(db)
  await set('2026-01-31')
  await set(null)
  const entries = await entriesOf(made!.id)
  expect(entries.slice(1).map(({ before }) => before)).toEqual([{ closedOn: null }, { closedOn: '2026-01-31' }])
  expect(entries[2]!.after).not.toHaveProperty('closedOn')
})

test('a change of a fact is named by the entries of its rows', async () => {
  const number = await db.transaction().execute(async (trx) => {
    await actAs(trx, BY)
    return (await beginChange(trx, { command: 'test', actor: BY.actor })).number
  })
  const entries = await db.selectFrom('auditEntry').select(['tableName', 'changeId']).where('changeId', '=', number).execute()
  expect(entries).toEqual([{ tableName: 'change', changeId: number }])
})

test('what nobody said they do is kept without a name, and as outside when it was not done in the role of the application', async () => {
  const [made, strange] = [await record(['无名股']), await record(['外来股'], owner)]
  expect(await entriesOf(made[0]!.id)).toMatchObject([{ actorId: null, actorName: null, requestId: null, outside: false }])
  expect(await entriesOf(strange[0]!.id)).toMatchObject([{ actorId: null, outside: true }])
  const [loaded] = await acting(owner, BY, (trx) => record(['载入股'], trx))
  expect(await entriesOf(loaded!.id)).toMatchObject([{ actorId: 'u-1', outside: false }])
})

test('what was said in one transaction is not said in the next on the same connection', async () => {
  await db.connection().execute(async (connection) => {
    await acting(connection, BY, (trx) => record(['同一连接一'], trx))
    const [made] = await record(['同一连接二'], connection)
    expect(await entriesOf(made!.id)).toMatchObject([{ actorId: null }])
  })
})

test('a transaction is one block, a rolled back one leaves neither entry nor gap', async () => {
  const before = await blocks()
  const ids = await db
    .transaction()
    .execute(async (trx) => [...(await record(['同块一'], trx)), ...(await record(['同块二', '同块三'], trx))])
  const taken = db.transaction().execute(async (trx) => {
    await record(['撤回'], trx)
    throw new Error('taken back')
  })
  await expect(taken).rejects.toThrow('taken back')
  await db.transaction().execute(async (trx) => {
    await sql`savepoint one`.execute(trx)
    await record(['撤回'], trx)
    await sql`rollback to savepoint one`.execute(trx)
  })
  await record(['下一块'])
  const after = await blocks()
  expect(after.slice(before.length).map(({ number }) => number)).toEqual([before.length + 1, before.length + 2])
  expect(after.filter(({ number }) => number === null)).toEqual([])
  const own = await Promise.all(ids.map(({ id }) => entriesOf(id)))
  expect(new Set(own.flat().map(({ blockId }) => blockId)).size).toBe(1)
})

test('a savepoint taken back leaves no empty block, and what comes after it is kept', async () => {
  const before = await blocks()
  await db.transaction().execute(async (trx) => {
    await sql`savepoint one`.execute(trx)
    await record(['保存点一'], trx)
    await sql`rollback to savepoint one`.execute(trx)
    await record(['保存点二'], trx)
  })
  expect(await blocks()).toHaveLength(before.length + 1)
})

test('forty transactions at once are chained one after the other without a gap', async () => {
  const before = await blocks()
  await Promise.all(Array.from({ length: 40 }, (_, at) => record([`并发股${at}`])))
  const { rows } = await sql<{ number: number; right: boolean }>`
    select number, hash = audit_block_hash(lag(hash) over (order by number), number, digest)
      and digest = (select sha256(string_agg(e.hash, ''::bytea order by e.id)) from audit_entry e where e.block_id = b.id) as right
    from audit_block b order by number`.execute(db)
  expect(rows).toEqual(Array.from({ length: before.length + 40 }, (_, at) => ({ number: at + 1, right: true })))
})

test('ten thousand rows are kept with one statement, whatever their number', async () => {
  const insert = (count: number, name: string) =>
    sql`insert into department (county_code, name) select '431221', ${name} || n from generate_series(1, ${count}::int) n`.execute(db)
  const one = await countStatements(() => insert(1, '一行'))
  const many = await countStatements(() => insert(10_000, '万行'))
  expect(many).toHaveLength(one.length)
  await sql`update department set name = name || '改' where name like '万行%'`.execute(db)
  const { rows } =
    await sql`select kind, count(*) as count from audit_entry where table_name = 'department' and after ->> 'name' like '万行%'
    group by 1 order by 1`.execute(db)
  expect(rows).toEqual([
    { kind: 'INSERTED', count: 10_000 },
    { kind: 'UPDATED', count: 10_000 },
  ])
})

test('constraints set to immediate seal at once, with everything in it', async () => {
  const ids = await db.transaction().execute(async (trx) => {
    const first = await record(['立即一'], trx)
    await sql`set constraints all immediate`.execute(trx)
    return [...first, ...(await record(['立即二'], trx)), ...(await record(['立即三'], trx))]
  })
  const own = (await Promise.all(ids.map(({ id }) => entriesOf(id)))).flat()
  const sealed = await db
    .selectFrom('auditBlock')
    .select('number')
    .where(
      'id',
      'in',
      own.map(({ blockId }) => blockId),
    )
    .execute()
  expect([own.length, sealed.length, sealed.every(({ number }) => number !== null)]).toEqual([3, 3, true])
})

test('secrets are in no image but as digests', async () => {
  const secret = 'S3cret-Value'
  const { id: userId } = await db
    .insertInto('userAccount')
    .values({ username: 'zhang', name: '张', phoneEncrypted: secret, phoneHash: secret })
    .returning('id')
    .executeTakeFirstOrThrow()
  const own = { userId, expiresAt: '2027-01-01T00:00:00Z' } as const
  await sql`insert into user_credential (user_id, account_id, provider_id, password) values (${userId}, ${userId}, 'credential', ${secret})`.execute(
    db,
  )
  await sql`insert into user_session (user_id, token, expires_at) values (${userId}, ${secret}, ${own.expiresAt})`.execute(db)
  await sql`insert into user_verification (identifier, value, expires_at) values ('x', ${secret}, ${own.expiresAt})`.execute(db)
  await sql`insert into user_two_factor (user_id, secret, backup_codes) values (${userId}, ${secret}, ${secret})`.execute(db)
  await sql`insert into api_token (user_id, name, hash, prefix, expires_at) values (${userId}, 'x', ${secret}, 'yln_', ${own.expiresAt})`.execute(
    db,
  )
  await sql`update user_credential set password = ${`${secret}2`}`.execute(db)
  const { rows } = await sql<{ shown: number; digests: number }>`
    select count(*) filter (where e::text like ${`%${secret}%`}) as shown, count(*) filter (where e::text like '%sha256:%') as digests
    from audit_entry e where table_name like 'user%' or table_name = 'api_token'`.execute(db)
  expect(rows).toEqual([{ shown: 0, digests: 7 }])
})

test('what counts up by itself makes no entries', async () => {
  const before = await db
    .selectFrom('auditEntry')
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  await sql`update user_account set failed_sign_ins = failed_sign_ins + 1, last_sign_in_at = now()`.execute(db)
  await sql`update api_token set last_used_at = now(), last_used_from = '10.0.0.7'`.execute(db)
  expect(
    await db
      .selectFrom('auditEntry')
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirstOrThrow(),
  ).toEqual(before)
})

test.each([
  'update audit_entry set reason = null',
  'delete from audit_entry',
  'truncate audit_entry',
  'insert into audit_entry (block_id, at, kind, subject_ids, database_user, outside, hash) values (1, now(), $$SIGNED_IN$$, $${}$$, $$x$$, false, $$x$$)',
  'update audit_block set hash = null',
  'delete from audit_block',
  'truncate audit_block',
  'insert into audit_block (number) values (99)',
  'update audit_table set exempt = null',
  'delete from institution_version',
  'update institution_version set name = name',
  'truncate institution_version cascade',
  'delete from change',
  'update change set actor_id = actor_id',
  'delete from user_account',
  'update api_token set hash = hash',
  'create table mine (id int)',
  'create trigger forged after insert on department referencing new table as new_rows for each statement execute function audit_rows()',
  'alter table department disable trigger all',
  'drop table import_row',
  `select audit_baseline('department')`,
  `select grant_app('department', 'all')`,
  `set session_replication_role = replica`,
])('the application is refused by PostgreSQL: %s', async (statement) => {
  await expect(sql.raw(statement).execute(db)).rejects.toMatchObject({ code: '42501' })
})

test('the application writes events, and none of the kinds that the database writes', async () => {
  const { rows } = await sql<{
    id: number
  }>`select audit_event('SIGN_IN_FAILED', 'u-1', '{"username": "zhang"}', address => '10.0.0.7') as id`.execute(db)
  expect(await db.selectFrom('auditEntry').selectAll().where('id', '=', rows[0]!.id).execute()).toMatchObject([
    { kind: 'SIGN_IN_FAILED', subjectIds: ['u-1'], after: { username: 'zhang' }, address: '10.0.0.7', tableName: null },
  ])
  for (const kind of ['INSERTED', 'DELETED', 'PRUNED'])
    await expect(sql`select audit_event(${kind})`.execute(db)).rejects.toThrow('not for the application to write')
})

test('a table of rows under audit is not emptied as a whole, not even by its owner', async () => {
  await expect(sql`truncate department cascade`.execute(owner)).rejects.toThrow('has an audit of its rows')
})

test('triggers also fire for who replicates', async () => {
  const [made] = await owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    return record(['复制股'], trx)
  })
  expect(await entriesOf(made!.id)).toHaveLength(1)
})

test('the application works in a role of its own, named after the owner, who alone can become it', async () => {
  const { rows } = await sql<{ role: string; owner: string; super: boolean }>`
    select current_user as role, session_user as owner, (select rolsuper from pg_roles where rolname = current_user) as super`.execute(db)
  expect(rows).toEqual([{ role: `${rows[0]!.owner}_app`, owner: rows[0]!.owner, super: false }])
})
