import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'

import { ensureAppRole, requireAppRole } from './app-role.ts'
import { CamelCaseRows } from './camel-case-rows.ts'
import { DatabaseUnavailable, errorCode, errorText } from './database-unavailable.ts'
import type { Database } from './db.ts'
import { startEmbedded } from './embedded.ts'
import { preparingStatements } from './prepared-statements.ts'
import type { Tables } from './tables.ts'
import { typeParsers } from './type-parsers.ts'

const OLDEST_VERSION = 150_000
const CONNECT_MILLISECONDS = 10_000
const OWNER_POOL = 3

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

/** A PostgreSQL server (15 or newer) that exists already. `url` is its owner's: who migrates it. */
export interface UrlOptions extends CommonOptions {
  url: string
  /** How the application connects, as a user that was granted the application's role; left out: as the owner, who then becomes that role. */
  appUrl?: string | undefined
}

/** Our own PostgreSQL, kept in this folder. `durable: false` gives up safety in a crash for speed: for throw-away data only. */
export interface EmbeddedOptions extends CommonOptions {
  dataDirectory: string
  durable?: boolean
}

/**
 * Opens the database, starting the embedded engine where no URL is given: `db` in the role of the application, `owner` as who owns the
 * tables. Throws `DatabaseUnavailable` with the remedy.
 */
export async function openDatabase(options: UrlOptions | EmbeddedOptions): Promise<Database> {
  if ('url' in options) {
    const { url, appUrl } = options
    const role = await checkServer(url, 'DATABASE_URL', (client) => ensureAppRole(client, false))
    if (appUrl !== undefined) await checkServer(appUrl, 'DATABASE_APP_URL', (client) => requireAppRole(client, role))
    return opened(url, connect(appUrl ?? url, options, appUrl === undefined ? role : null), options)
  }
  const embedded = await startEmbedded(options)
  try {
    const role = await checkServer(embedded.url, 'DATABASE_URL', (client) => ensureAppRole(client, true))
    const { close, ...database } = opened(embedded.url, connect(asUser(embedded.url, role), options), options)
    return { ...database, close: () => close().then(() => embedded.stop()) }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

function opened(url: string, db: Kysely<Tables>, options: CommonOptions): Database {
  // Nobody may need it; its connections end when they have been idle.
  const owner = connect(url, { ...options, poolSize: Math.min(options.poolSize ?? OWNER_POOL, OWNER_POOL) })
  return { db, owner, url, close: () => Promise.all([db.destroy(), owner.destroy()]).then(() => undefined) }
}

/** The same address for another user; of the embedded engine, where it is a parameter. */
function asUser(url: string, user: string): string {
  return url.replace(/([?&]user=)[^&]*/, (_, before: string) => before + encodeURIComponent(user))
}

/** A pool on `url`, in a role where one is given. */
function connect(
  url: string,
  { onQuery, log, poolSize = 10, statementSeconds = 0 }: CommonOptions,
  role: string | null = null,
): Kysely<Tables> {
  const becomeRole = role === null ? '' : `; set role ${pg.escapeIdentifier(role)}`
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
        `set timezone = 'UTC'; set datestyle = 'ISO'; set random_page_cost = 1.1; set jit = off; set statement_timeout = '${statementSeconds}s'${becomeRole}`,
      ),
  })
  // An idle connection that breaks would otherwise end the process; the pool replaces it by itself.
  pool.on('error', (error) => log?.(`A database connection was lost: ${errorText(error)}`))
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparingStatements(pool), cursor: Cursor }),
    plugins: [new CamelCaseRows()],
    ...(onQuery && { log: ({ query }) => onQuery(query.sql) }),
  })
}

/** Connects once to see that the server can be used, and answers what `look` found there. */
async function checkServer<T>(url: string, setting: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
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
          `PostgreSQL 15 or newer is needed; ${server} is ${found?.name}. Upgrade it, or set ${setting} to another server.`,
        )
      }
      return await look(client)
    } finally {
      await client.end()
    }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    throw new DatabaseUnavailable(`The database at ${server} cannot be used: ${reason(error)}. Check ${setting} and that the server runs.`)
  }
}

function reason(error: unknown): string {
  const code = errorCode(error)
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'nothing answers there'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host name is not known'
  if (code === '28P01') return 'user name or password are wrong'
  return errorText(error).replace(/\.$/, '')
}
