import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'

import { DatabaseUnavailable, errorCode, errorText } from './database-unavailable.ts'
import type { Database } from './db.ts'
import { startEmbedded } from './embedded.ts'
import { preparingStatements } from './prepared-statements.ts'
import type { Tables } from './tables.ts'
import { typeParsers } from './type-parsers.ts'

const OLDEST_VERSION = 150_000
const CONNECT_MILLISECONDS = 10_000

interface CommonOptions {
  /** Told of every statement sent through `db`, in order: how tests count statements. */
  onQuery?: (sql: string) => void
  /** Told what a person operating the program may want to know. */
  log?: (message: string) => void
  /** Connections at most; 10 unless told. */
  poolSize?: number
  /** Seconds after which PostgreSQL stops a statement (error 57014); none are stopped unless told. Migrations have all the time they need. */
  statementSeconds?: number
}

/** A PostgreSQL server (15 or newer) that exists already. */
export interface UrlOptions extends CommonOptions {
  url: string
}

/** Our own PostgreSQL, kept in this folder. `durable: false` gives up safety in a crash for speed: for throw-away data only. */
export interface EmbeddedOptions extends CommonOptions {
  dataDirectory: string
  durable?: boolean
}

/** Opens the database, starting the embedded engine where no URL is given. Throws `DatabaseUnavailable` with the remedy. */
export async function openDatabase(options: UrlOptions | EmbeddedOptions): Promise<Database> {
  if ('url' in options) {
    await checkServer(options.url)
    const db = connect(options.url, options)
    return { db, url: options.url, close: () => db.destroy() }
  }
  const embedded = await startEmbedded(options)
  const db = connect(embedded.url, options)
  return {
    db,
    url: embedded.url,
    close: async () => {
      await db.destroy()
      await embedded.stop()
    },
  }
}

function connect(url: string, { onQuery, log, poolSize = 10, statementSeconds = 0 }: CommonOptions): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'yilian',
    types: typeParsers(),
    max: poolSize,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    // The parsers read one notation; the server may be set up for another. The data lie in memory or on an SSD, where an index pays
    // sooner than the planner's default for disks with heads says; statements are too short for compiling them to pay at all. The pool
    // waits for this before the first query.
    onConnect: (client) =>
      client.query(
        `set timezone = 'UTC'; set datestyle = 'ISO'; set random_page_cost = 1.1; set jit = off; set statement_timeout = '${statementSeconds}s'`,
      ),
  })
  // An idle connection that breaks would otherwise end the process; the pool replaces it by itself.
  pool.on('error', (error) => log?.(`A database connection was lost: ${errorText(error)}`))
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparingStatements(pool), cursor: Cursor }),
    plugins: [new CamelCasePlugin()],
    ...(onQuery && { log: ({ query }) => onQuery(query.sql) }),
  })
}

async function checkServer(url: string): Promise<void> {
  let server = 'the server'
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS })
    client.on('error', () => undefined)
    server = `${client.host}:${client.port}`
    try {
      await client.connect()
      const { rows } = await client.query<{ version: number; name: string }>(
        `select current_setting('server_version_num')::int4 as version, current_setting('server_version') as name`,
      )
      const [found] = rows
      if (!found || found.version < OLDEST_VERSION) {
        throw new DatabaseUnavailable(
          `PostgreSQL 15 or newer is needed; ${server} is ${found?.name}. Upgrade it, or set DATABASE_URL to another server.`,
        )
      }
    } finally {
      await client.end()
    }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    throw new DatabaseUnavailable(
      `The database at ${server} cannot be used: ${reason(error)}. Check DATABASE_URL and that the server runs.`,
    )
  }
}

function reason(error: unknown): string {
  const code = errorCode(error)
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'nothing answers there'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host name is not known'
  if (code === '28P01') return 'user name or password are wrong'
  return errorText(error).replace(/\.$/, '')
}
