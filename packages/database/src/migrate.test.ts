import { readdirSync } from 'node:fs'

import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { openDatabase } from './open-database.ts'
import { migrate, pendingMigrations } from './migrate.ts'

const { db, url } = await testDatabase({ migrated: false })

test('migrations are named YYYY-MM-DDTHHMM-verb-thing.ts, so that their names sort by time', () => {
  for (const name of readdirSync(new URL('../migrations', import.meta.url))) {
    expect(name).toMatch(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d-[a-z]+(-[a-z0-9]+)+\.ts$/)
  }
})

test('an empty database gets every migration once, also when two programs start at the same moment', async () => {
  const other = await openDatabase({ url })
  expect((await pendingMigrations(db)).length).toBeGreaterThan(0)
  const [mine, theirs] = await Promise.all([migrate(db), migrate(other.owner)])
  await other.close()
  expect(mine.length === 0 || theirs.length === 0).toBe(true)
  expect([...mine, ...theirs].length).toBe(readdirSync(new URL('../migrations', import.meta.url)).length)
  expect(await migrate(db)).toEqual([])
  expect(await pendingMigrations(db)).toEqual([])
})

test('a migration that fails is named, and nothing of the same start stays', async () => {
  const migrations = await migrationsBefore()
  const failing = {
    ...migrations,
    '9999-01-01T0000-create-good': { up: (trx: Kysely<unknown>) => sql`create table good ()`.execute(trx).then(() => undefined) },
    '9999-01-02T0000-create-bad': { up: (trx: Kysely<unknown>) => sql`create table good ()`.execute(trx).then(() => undefined) },
  }
  const migrating = migrate(db, { getMigrations: () => Promise.resolve(failing) })
  await expect(migrating).rejects.toThrow('Migration 9999-01-02T0000-create-bad failed: relation "good" already exists')
  const { rows } = await sql<{ found: string | null }>`select to_regclass('good') as found`.execute(db)
  expect(rows[0]?.found).toBeNull()
})

/** Those the database has had, under their names, doing nothing: the migrator insists on all of them. */
async function migrationsBefore(): Promise<Record<string, Migration>> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return Object.fromEntries(rows.map(({ name }) => [name, { up: () => Promise.resolve() }]))
}
