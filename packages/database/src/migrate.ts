import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { sql } from 'kysely'
import { FileMigrationProvider, type MigrationProvider, Migrator } from 'kysely/migration'

import { errorText } from './database-unavailable.ts'
import { SYSTEM, type Actor } from './changes.ts'
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
 * Runs the migrations the database has not had, all or none, as the owner of its tables, and answers their names. Others who migrate at
 * the same time wait. Migrations write SQL names (`valid_from`), not camelCase. Throws `MigrationFailed`.
 */
export async function migrate(db: Db, provider: MigrationProvider = migrationFiles()): Promise<string[]> {
  const { error, results = [] } = await withoutTimeout(db, async (connection) => {
    const migrated = await migrator(connection, provider).migrateToLatest()
    if (!migrated.error) await restoreGrants(connection)
    return migrated
  })
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

/** A migration may read and write whole tables: it takes as long as it takes. What it writes is the system's doing. */
function withoutTimeout<T>(db: Db, action: (connection: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ before: string }>`select current_setting('statement_timeout') as before`.execute(connection)
    const set = (timeout: string, actor: Partial<Actor>) =>
      sql`select set_config('statement_timeout', ${timeout}, false),
      set_config('yilian.actor_id', ${actor.id ?? ''}, false), set_config('yilian.actor_name', ${actor.name ?? ''}, false)`.execute(
        connection,
      )
    await set('0', SYSTEM)
    try {
      return await action(connection)
    } finally {
      await set(rows[0]?.before ?? '0', {})
    }
  })
}

/** A dump that was restored may have met a server without the application's role, or belong to another owner now. */
async function restoreGrants(db: Db): Promise<void> {
  const { rows } = await sql<{ known: boolean }>`select to_regproc('grant_app_all') is not null as known`.execute(db)
  if (!rows[0]?.known) return
  await sql`select grant_app_all() where not has_function_privilege(app_role(),
      'audit_event(text, text, jsonb, text, text, text, text, text)', 'execute')
    or exists (select from audit_table where privileges is not null and not has_table_privilege(app_role(), name, 'select'))`.execute(db)
}

function migrator(db: Db, provider: MigrationProvider): Migrator {
  return new Migrator({ db: db.withoutPlugins(), provider })
}
