import pg from 'pg'

import { DatabaseUnavailable, errorCode } from './database-unavailable.ts'
import type { Postmaster } from './embedded-postmaster.ts'
import { SOCKET_PORT } from './embedded-socket.ts'

const DATABASE = 'yilian'
/** The advisory lock of the process that owns an embedded PostgreSQL; any fixed number that nothing else uses. */
const OWNER_LOCK = 1_903_201_211
const CANNOT_CONNECT_NOW = '57P03'
const NOT_LISTENING = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

/** The right to stop a running PostgreSQL, until it is released. */
export interface Ownership {
  readonly url: string
  readonly socketDirectory: string
  release(): Promise<void>
}

/**
 * Makes this process the owner of a running embedded PostgreSQL: the one that stops it. `null` when it is not ready yet.
 * The lock lives as long as its connection, so a killed owner leaves it free. Throws `DatabaseUnavailable` when another has it.
 */
export async function ownCluster({ socketDirectory }: Postmaster, home: string): Promise<Ownership | null> {
  const client = new pg.Client({
    connectionString: url(socketDirectory, 'postgres'),
    application_name: `yilian owner, process ${process.pid}`,
  })
  // The engine may end first (a crash, a stop from outside): the pool's own errors tell of it.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => undefined)
    if (errorCode(error) === CANNOT_CONNECT_NOW || NOT_LISTENING.includes(errorCode(error))) return null
    throw error
  }
  const { rows } = await client.query<{ mine: boolean; known: boolean; owner: string | null }>(
    `select pg_try_advisory_lock($1) as mine, exists (select from pg_database where datname = $2) as known,
      (select application_name from pg_stat_activity where application_name like 'yilian owner%' and pid <> pg_backend_pid() limit 1) as owner`,
    [OWNER_LOCK, DATABASE],
  )
  if (!rows[0]?.mine) {
    await client.end()
    throw new DatabaseUnavailable(
      `The data folder ${home} is in use by another Yilian (${rows[0]?.owner ?? 'yilian owner'}): stop that one, or set YILIAN_DATA_DIR to another folder.`,
    )
  }
  if (!rows[0].known) await client.query(`create database ${DATABASE}`)
  return { url: embeddedUrl(socketDirectory), socketDirectory, release: () => client.end() }
}

/** Reaches the database of an embedded PostgreSQL over its socket. */
export function embeddedUrl(socketDirectory: string): string {
  return url(socketDirectory, DATABASE)
}

function url(socketDirectory: string, database: string): string {
  return `postgresql:///${database}?${new URLSearchParams({ host: socketDirectory, port: String(SOCKET_PORT), user: 'yilian' })}`
}
