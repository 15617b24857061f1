import type { Kysely } from 'kysely'

import type { Tables } from './tables.ts'

/**
 * The typed query builder over the migrated tables: camelCase in code, snake_case in SQL. A transaction is a `Db` too.
 * Keys inside `jsonb` values are turned to camelCase as well when they are read.
 */
export type Db = Kysely<Tables>

/** An open database. `url` reaches the same one from another client; `close` ends the pool and an embedded engine. */
export interface Database {
  readonly db: Db
  readonly url: string
  close(): Promise<void>
}
