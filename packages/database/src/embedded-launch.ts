import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

import { DatabaseUnavailable } from './database-unavailable.ts'
import { type Account, chooseAccount, give } from './embedded-account.ts'
import { openEngineLog } from './embedded-log.ts'
import { ENGINE_VERSION, findProgram } from './embedded-program.ts'
import { SOCKET_PORT, socketDirectory } from './embedded-socket.ts'

/** Where one embedded database keeps its things. */
export interface Places {
  readonly home: string
  readonly cluster: string
  readonly log: string
}

/** A PostgreSQL that was started and is perhaps not ready yet. */
export interface Launched {
  readonly hasExited: () => boolean
  readonly complaint: () => string
  /** From here on it is not stopped when this program exits. */
  readonly release: () => void
}

/** Starts PostgreSQL on the cluster, which is made when missing. Throws `DatabaseUnavailable`. */
export async function launch(places: Places, durable: boolean, log: (message: string) => void): Promise<Launched> {
  const { home, cluster } = places
  const program = findProgram()
  const account = chooseAccount(places, program)
  const socket = socketDirectory(home)
  await give(account, socket)
  if (isCluster(cluster)) await give(account, cluster)
  else {
    log(`Creating a PostgreSQL database in ${home}.`)
    await createCluster(places, program.initdb, account, durable)
  }
  const settings = ['listen_addresses=', `port=${SOCKET_PORT}`, 'unix_socket_permissions=0700', 'timezone=UTC', 'log_timezone=UTC']
  const unsafe = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const output = openEngineLog(places.log)
  const options = ['-D', cluster, '-k', socket, ...[...settings, ...unsafe].flatMap((setting) => ['-c', setting])]
  const child = spawnAs(account, program.postgres, options, output.descriptor)
  output.close()
  const release = endWithUs(child, 'SIGINT')
  let hasExited = false
  child.once('error', () => (hasExited = true)).once('exit', () => (hasExited = true))
  child.unref()
  return { hasExited: () => hasExited, complaint: output.complaint, release }
}

/** Made beside its place and moved there whole, so that an interrupted start leaves no half-made database. */
async function createCluster({ home, cluster, log }: Places, initdb: string, account: Account, durable: boolean): Promise<void> {
  const unfinished = `${cluster}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await give(account, unfinished)
  const kind = ['--username=yilian', '--auth=trust', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const output = openEngineLog(log)
  const child = spawnAs(account, initdb, ['-D', unfinished, ...kind, ...(durable ? [] : ['--no-sync'])], output.descriptor)
  output.close()
  const release = endWithUs(child, 'SIGTERM')
  const code = await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
  release()
  if (code !== 0) {
    throw new DatabaseUnavailable(`A database cannot be created in ${home}: ${output.complaint()}. See ${log}, or set DATABASE_URL.`)
  }
  await rename(unfinished, cluster)
}

/** In a session of its own: Ctrl-C on the terminal reaches the program, which stops PostgreSQL after its own last query. */
function spawnAs(account: Account, program: string, options: readonly string[], output: number): ChildProcess {
  const [command = program, ...rest] = [...account.prefix, program, ...options]
  // Nothing of ours: PGPORT and the like would change what is started.
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
  return spawn(command, rest, { ...account.ids, cwd: '/', detached: true, env, stdio: ['ignore', output, output] })
}

/** Ends the child when this program exits, until the returned function is called. */
function endWithUs(child: ChildProcess, signal: NodeJS.Signals): () => void {
  const onExit = (): void => void child.kill(signal)
  process.once('exit', onExit)
  return () => void process.removeListener('exit', onExit)
}

/** There is a database of our version; `false` when there is nothing. Throws `DatabaseUnavailable` for anything else. */
function isCluster(cluster: string): boolean {
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) return false
  const version = path.join(cluster, 'PG_VERSION')
  if (!existsSync(version)) throw new DatabaseUnavailable(`The folder ${cluster} holds something that is no database: move it away.`)
  const found = readFileSync(version, 'utf8').trim()
  if (found === ENGINE_VERSION) return true
  throw new DatabaseUnavailable(
    `The database in ${cluster} was made by PostgreSQL ${found}, this program brings ${ENGINE_VERSION}: move the folder away and restore a backup, or set DATABASE_URL.`,
  )
}
