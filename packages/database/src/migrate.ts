import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { sql } from 'kysely'
import { FileMigrationProvider, type MigrationProvider, Migrator } from 'kysely/migration'

import { errorText } from './database-unavailable.ts'
import type { Db } from './db.ts'

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** A migration did not run; the database is as it was before. The message names the migration and what PostgreSQL said. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'
}

/** The migrations in `folder`, by name. */
export function migrationFiles(folder: string = MIGRATIONS): MigrationProvider {
  return new FileMigrationProvider({ fs, path, migrationFolder: folder, import: (file) => import(pathToFileURL(file).href) })
}

/**
 * Runs the migrations the database has not had, all or none, and answers their names. Others who migrate at the same time wait.
 * Migrations write SQL names (`valid_from`), not camelCase. Throws `MigrationFailed`.
 */
export async function migrate(db: Db, provider: MigrationProvider = migrationFiles()): Promise<string[]> {
  const { error, results = [] } = await withoutTimeout(db, (connection) => migrator(connection, provider).migrateToLatest())
  if (error) {
    const failed = results.find(({ status }) => status === 'Error')
    throw new MigrationFailed(`${failed ? `Migration ${failed.migrationName} failed` : 'The migrations cannot run'}: ${errorText(error)}`, {
      cause: error,
    })
  }
  return results.map(({ migrationName }) => migrationName)
}

/** The names of migrations that this program knows and the database has not had; throws when the database cannot be asked. */
export async function pendingMigrations(db: Db, provider: MigrationProvider = migrationFiles()): Promise<string[]> {
  const migrations = await migrator(db, provider).getMigrations()
  return migrations.filter(({ executedAt }) => !executedAt).map(({ name }) => name)
}

/** A migration may read and write whole tables: it takes as long as it takes. */
function withoutTimeout<T>(db: Db, action: (connection: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ before: string }>`select current_setting('statement_timeout') as before`.execute(connection)
    await sql`set statement_timeout = 0`.execute(connection)
    try {
      return await action(connection)
    } finally {
      await sql`select set_config('statement_timeout', ${rows[0]?.before ?? '0'}, false)`.execute(connection)
    }
  })
}

function migrator(db: Db, provider: MigrationProvider): Migrator {
  return new Migrator({ db: db.withoutPlugins(), provider })
}
