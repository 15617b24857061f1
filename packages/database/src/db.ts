import type { Kysely } from 'kysely'

import type { Tables } from './tables.ts'

/**
 * The typed query builder over the migrated tables: camelCase in code, snake_case in SQL. A transaction is a `Db` too.
 * Keys inside `jsonb` values are turned to camelCase as well when they are read.
 */
export type Db = Kysely<Tables>

/**
 * An open database. `db` works in the role of the application; `owner` owns the tables: for migrations and loads, never for what a
 * request asks. `url` reaches the same database from another client, as its owner; `close` ends the pools and an embedded engine.
 */
export interface Database {
  readonly db: Db
  readonly owner: Db
  readonly url: string
  close(): Promise<void>
}
