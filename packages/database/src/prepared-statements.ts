import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** Texts that are prepared; each connection keeps a plan for every one of them. */
const MOST_PREPARED = 200
/** Texts remembered as sent once. */
const MOST_SEEN = 1000

/**
 * The pool as the query builder uses it, where a statement that is sent again is prepared under a name: PostgreSQL parses and plans it
 * once per connection, which for a look-up by key is most of the work. Statements without parameters go as they are.
 */
export function preparingStatements(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known) return known
      const preparing = preparingClient(client, nameOf)
      clients.set(client, preparing)
      return preparing
    },
    end: () => pool.end(),
  }
}

interface Names {
  /** The name of a text, `undefined` when it is not to be prepared. */
  get(text: string): string | undefined
  /** Gives a text another name, for what was prepared under the old one is no longer right. */
  renew(text: string): string
}

function statementNames(): Names {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  let given = 0
  const renew = (text: string): string => {
    given += 1
    const name = `yilian_${given}`
    names.set(text, name)
    return name
  }
  return {
    renew,
    get: (text) => {
      const name = names.get(text)
      if (name !== undefined) return name
      // Many are made for one occasion, such as inserts of so many rows: only what comes again is worth a name.
      if (seen.has(text) && names.size < MOST_PREPARED) return renew(text)
      if (seen.size >= MOST_SEEN) seen.clear()
      seen.add(text)
      return undefined
    },
  }
}

function preparingClient(client: pg.PoolClient, names: Names): PostgresPoolClient {
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    const plain: PostgresPoolClient = client
    if (typeof text !== 'string') return plain.query(text)
    const name = parameters.length > 0 ? names.get(text) : undefined
    return name === undefined ? plain.query(text, parameters) : prepared(name, text, [...parameters])
  }

  async function prepared<R>(name: string, text: string, values: unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      return await send<R>(name, text, values)
    } catch (error) {
      if (!isOutdated(error)) throw error
      return await send<R>(names.renew(text), text, values).catch(() => {
        // Within a transaction nothing more is answered after the first failure.
        throw error
      })
    }
  }

  const send = <R>(name: string, text: string, values: unknown[]): Promise<PostgresQueryResult<R>> =>
    client.query<pg.QueryResultRow & R>({ name, text, values }) as Promise<PostgresQueryResult<R> & pg.QueryResult>

  return { query, release: (destroy) => client.release(destroy) }
}

/** Another program migrated the database: a table has other columns than when `select *` was prepared. */
function isOutdated(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan')
}
