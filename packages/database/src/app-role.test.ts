import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import type { Db } from './db.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

const { db: administrator, url } = await testDatabase({ migrated: false })

// Roles belong to the whole server, and other tests may run on it.
const mark = randomBytes(4).toString('hex')
const made: { roles: string[]; databases: string[] } = { roles: [], databases: [] }

afterAll(async () => {
  for (const name of made.databases) await sql`drop database if exists ${sql.id(name)} with (force)`.execute(administrator)
  for (const name of made.roles) await sql`drop role if exists ${sql.id(name)}`.execute(administrator)
})

/** The owner of a new database on the same server, who is not its superuser. */
async function newOwner(name: string, may: 'createrole' | 'nocreaterole'): Promise<{ owner: string; url: string }> {
  const owner = `yilian_${mark}_${name}`
  await sql`create role ${sql.id(owner)} login ${sql.raw(may)}`.execute(administrator)
  await sql`create database ${sql.id(owner)} owner ${sql.id(owner)}`.execute(administrator)
  made.databases.push(owner)
  made.roles.push(owner, `${owner}_app`)
  return { owner, url: addressOf(owner, owner) }
}

function addressOf(user: string, database: string): string {
  const elsewhere = url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`)
  return /[?&]user=/.test(elsewhere)
    ? elsewhere.replace(/([?&]user=)[^&]*/, `$1${user}`)
    : elsewhere.replace(/^(\w+:\/\/)(?:[^@/]*@)?/, `$1${user}@`)
}

const whoIs = async (db: Db) => (await sql<{ name: string }>`select current_user as name`.execute(db)).rows[0]!.name
const record = (db: Db, name: string) => db.insertInto('department').values({ countyCode: '431221', name }).execute()

test('an owner who may make roles has one made, and the application works in it', async () => {
  const { owner, url: own } = await newOwner('able', 'createrole')
  const database = await openDatabase({ url: own })
  await migrate(database.owner)
  expect(await whoIs(database.db)).toBe(`${owner}_app`)
  await record(database.db, '股室')
  await expect(sql`delete from audit_entry`.execute(database.db)).rejects.toMatchObject({ code: '42501' })
  await database.close()
})

test('an owner who may not is told what an administrator has to run; then it works', async () => {
  const { owner, url: own } = await newOwner('unable', 'nocreaterole')
  const failure: unknown = await openDatabase({ url: own }).catch((error: unknown) => error)
  const remedy = /^DatabaseUnavailable: The application's own role .*: have an administrator run (CREATE ROLE .*; GRANT .*;)$/.exec(
    String(failure),
  )
  expect(remedy?.[1]).toContain(`${owner}_app`)
  for (const statement of remedy![1]!.split(';').filter(Boolean)) await sql.raw(statement).execute(administrator)
  const database = await openDatabase({ url: own })
  await migrate(database.owner)
  await record(database.db, '股室')
  await database.close()
})

test('an owner is not in the role of the application of another on the same server', async () => {
  const [one, other] = [await newOwner('one', 'createrole'), await newOwner('other', 'createrole')]
  const database = await openDatabase({ url: one.url })
  await migrate(database.owner)
  const foreign = await openDatabase({ url: other.url })
  await expect(sql`set role ${sql.id(`${one.owner}_app`)}`.execute(foreign.owner)).rejects.toMatchObject({ code: '42501' })
  await Promise.all([database.close(), foreign.close()])
})

test('the application connects as a user of its own, who cannot become the owner', async () => {
  const { owner, url: own } = await newOwner('apart', 'createrole')
  const user = `${owner}_web`
  await (await openDatabase({ url: own })).close()
  await sql`create role ${sql.id(user)} login`.execute(administrator)
  made.roles.unshift(user)
  const appUrl = addressOf(user, owner)
  await expect(openDatabase({ url: own, appUrl })).rejects.toThrow(`GRANT "${owner}_app" TO "${user}"`)
  await sql`grant ${sql.id(`${owner}_app`)} to ${sql.id(user)}`.execute(administrator)
  await expect(openDatabase({ url: own, appUrl: own })).rejects.toThrow('may do more than the application')
  const database = await openDatabase({ url: own, appUrl })
  await migrate(database.owner)
  await record(database.db, '股室')
  await expect(sql`reset role; set role ${sql.id(owner)}`.execute(database.db)).rejects.toMatchObject({ code: '42501' })
  const { rows } = await sql`select database_user as user, outside from audit_entry where table_name = 'department'`.execute(database.db)
  expect(rows).toEqual([{ user, outside: false }])
  await database.close()
})

test('grants that a restore left out are given again when the program starts', async () => {
  const { owner, url: own } = await newOwner('restored', 'createrole')
  const database = await openDatabase({ url: own })
  await migrate(database.owner)
  const app = sql.id(`${owner}_app`)
  await sql`revoke all on all tables in schema public from ${app}`.execute(database.owner)
  await expect(record(database.db, '股室')).rejects.toMatchObject({ code: '42501' })
  expect(await migrate(database.owner)).toEqual([])
  await record(database.db, '股室')
  await database.close()
})
