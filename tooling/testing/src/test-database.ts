import { randomUUID } from 'node:crypto'

import type { Database } from '@yilian/database/db.ts'
import { openDatabase } from '@yilian/database/open-database.ts'
import { sql } from 'kysely'
import { afterAll, inject } from 'vitest'

import { databaseUrl } from './database-setup.ts'

export interface TestDatabase extends Database {
  /** The SQL statements that `action` sent through `db`, in order. */
  countStatements(action: () => Promise<unknown>): Promise<string[]>
}

/**
 * A database of its own for this test file, copied from the migrated template and dropped when the file is done. As in production, `db`
 * works in the role of the application; `owner` is for what only migrations and loads may do. `migrated: false` gives an empty database,
 * in which `db` is the owner's too. Call it at the top of the file.
 */
export async function testDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject('testServer')
  const name = `yilian_test_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, async ({ owner }) => {
    // Faster than copying through the log (33 ms against 59 ms for 40 tables).
    await sql`create database ${sql.id(name)} template ${sql.id(migrated ? template : 'template0')} strategy file_copy`.execute(owner)
  })
  const sent: string[] = []
  const database = await openDatabase({ url: databaseUrl(serverUrl, name), onQuery: (statement) => sent.push(statement) })
  afterAll(async () => {
    await database.close()
    await onServer(serverUrl, ({ owner }) => sql`drop database if exists ${sql.id(name)} with (force)`.execute(owner))
  })
  return {
    ...database,
    db: migrated ? database.db : database.owner,
    countStatements: async (action) => {
      const before = sent.length
      await action()
      return sent.slice(before)
    },
  }
}

async function onServer(url: string, action: (server: Database) => Promise<unknown>): Promise<void> {
  const server = await openDatabase({ url, poolSize: 1 })
  await action(server).finally(() => server.close())
}
