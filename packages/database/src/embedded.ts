import { spawn, type SpawnOptions } from 'node:child_process'
import { access, constants, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { DatabaseUnavailable, errorCode, errorText } from './database-unavailable.ts'
import { chooseAccount, give, type Account } from './embedded-account.ts'
import { ownCluster, type Ownership } from './embedded-ownership.ts'
import { postmaster, signalPostmaster } from './embedded-postmaster.ts'
import { findProgram, ENGINE_VERSION } from './embedded-program.ts'
import { SOCKET_PORT, socketDirectory } from './embedded-socket.ts'

export interface Embedded {
  /** Reaches the database over its socket, from any PostgreSQL client of this machine's same user. */
  readonly url: string
  /** Stops the engine; open connections are ended. */
  stop(): Promise<void>
}

export interface EmbeddedSettings {
  dataDirectory: string
  durable?: boolean
  log?: (message: string) => void
}

/** Where one embedded database keeps its things. */
interface Places {
  readonly home: string
  readonly cluster: string
  readonly log: string
}

const START_MILLISECONDS = 300_000
const POLL_MILLISECONDS = 20

/**
 * Starts PostgreSQL on `dataDirectory` (made when missing), or takes over the one that a killed process left running there.
 * It listens on a socket only that only this user can open. Throws `DatabaseUnavailable`, in one line with the remedy.
 */
export async function startEmbedded({ dataDirectory, durable = true, log = () => undefined }: EmbeddedSettings): Promise<Embedded> {
  const home = path.resolve(dataDirectory)
  const places = { home, cluster: path.join(home, 'postgres'), log: path.join(home, 'postgres.log') }
  await makeHome(home)
  const ownership = await takeOverOrStart(places, durable, log)
  // A program that ends without stopping it takes PostgreSQL along; only a killed one cannot.
  const onExit = (): void => signalPostmaster(places.cluster, 'SIGINT')
  process.once('exit', onExit)
  return {
    url: ownership.url,
    stop: async () => {
      await ownership.release()
      await stopPostmaster(places.cluster)
      // One that had to be made under the temporary folder; the one in the data folder stays.
      if (!ownership.socketDirectory.startsWith(home)) await rm(ownership.socketDirectory, { recursive: true, force: true })
      process.removeListener('exit', onExit)
    },
  }
}

async function takeOverOrStart(places: Places, durable: boolean, log: (message: string) => void): Promise<Ownership> {
  const deadline = Date.now() + START_MILLISECONDS
  let child: Child | undefined
  while (Date.now() < deadline) {
    const running = await postmaster(places.cluster)
    if (running) {
      const ownership = await ownCluster(running, places.home)
      if (ownership) {
        if (child) process.removeListener('exit', child.endWithUs)
        else log(`Took over the PostgreSQL that was left running on ${places.home}.`)
        return ownership
      }
    } else if (!child) {
      child = await launch(places, durable, log)
    } else if (child.exited) {
      throw new DatabaseUnavailable(
        `The embedded PostgreSQL did not start: ${lastComplaint(places.log)}. See ${places.log}, or set DATABASE_URL.`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
  }
  throw new DatabaseUnavailable(
    `The embedded PostgreSQL was not ready within ${START_MILLISECONDS / 1000} s. See ${places.log}, or set DATABASE_URL.`,
  )
}

interface Child {
  exited: boolean
  /** For the time until it is owned: this program may be stopped before. */
  readonly endWithUs: () => void
}

async function launch(places: Places, durable: boolean, log: (message: string) => void): Promise<Child> {
  const program = findProgram()
  const account = chooseAccount(places, program)
  const socket = socketDirectory(places.home)
  await give(account, socket)
  if (await exists(path.join(places.cluster, 'PG_VERSION'))) {
    await checkVersion(places.cluster)
    await give(account, places.cluster)
  } else {
    log(`Creating a PostgreSQL database in ${places.home}.`)
    await createCluster(places, program.initdb, account, durable)
  }
  const unsafe = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [
    'listen_addresses=',
    `port=${SOCKET_PORT}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=100',
    ...unsafe,
  ]
  // Appended to: what an earlier run complained about is worth having.
  const output = openSync(places.log, 'a')
  const args = ['-D', places.cluster, '-k', socket, ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawnAs(account, program.postgres, args, ['ignore', output, output])
  closeSync(output)
  const state: Child = { exited: false, endWithUs: () => child.kill('SIGINT') }
  process.once('exit', state.endWithUs)
  child.once('error', () => (state.exited = true)).once('exit', () => (state.exited = true))
  child.unref()
  return state
}

/** Made beside its place and moved there whole, so that an interrupted start leaves no half-made database. */
async function createCluster({ home, cluster, log }: Places, initdb: string, account: Account, durable: boolean): Promise<void> {
  const unfinished = `${cluster}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await give(account, unfinished)
  const args = [
    '-D',
    unfinished,
    '--username=yilian',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const output = openSync(log, 'a')
  const child = spawnAs(account, initdb, durable ? args : [...args, '--no-sync'], ['ignore', output, output])
  closeSync(output)
  const onExit = (): void => void child.kill('SIGTERM')
  process.once('exit', onExit)
  const code = await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
  process.removeListener('exit', onExit)
  if (code !== 0) {
    throw new DatabaseUnavailable(`A database cannot be created in ${home}: ${lastComplaint(log)}. See ${log}, or set DATABASE_URL.`)
  }
  await rename(unfinished, cluster)
}

/** In a session of its own: Ctrl-C on the terminal reaches the program, which stops PostgreSQL after its own last query. */
function spawnAs(account: Account, program: string, args: readonly string[], stdio: NonNullable<SpawnOptions['stdio']>) {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
  return spawn(command, rest, { ...account.ids, cwd: '/', detached: true, env, stdio })
}

async function stopPostmaster(cluster: string): Promise<void> {
  const started = Date.now()
  let hurried = false
  signalPostmaster(cluster, 'SIGINT')
  while (await postmaster(cluster)) {
    if (!hurried && Date.now() - started > 30_000) {
      hurried = true
      signalPostmaster(cluster, 'SIGQUIT')
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
  }
}

async function makeHome(home: string): Promise<void> {
  try {
    const made = await mkdir(home, { recursive: true, mode: 0o755 })
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK)
    if (!made && (await exists(path.join(home, 'postgres')))) await readFile(path.join(home, 'postgres', 'PG_VERSION'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw new DatabaseUnavailable(
      `The data folder ${home} cannot be used (${errorCode(error) || errorText(error)}): make it writable for this user, or set YILIAN_DATA_DIR to another folder.`,
    )
  }
}

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (version !== ENGINE_VERSION) {
    throw new DatabaseUnavailable(
      `The database in ${cluster} was made by PostgreSQL ${version}, this program brings ${ENGINE_VERSION}: move the folder away and restore a backup, or set DATABASE_URL.`,
    )
  }
}

/** The last thing PostgreSQL complained about in its log. */
function lastComplaint(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-40)
  const complaint =
    lines.findLast((line) => /FATAL|PANIC|error:|ERROR/.test(line) && !line.includes('starting up')) ?? lines.at(-1) ?? 'it said nothing'
  return complaint.replace(/^.*?(FATAL|PANIC|error|ERROR):\s*/, '').replace(/\.$/, '')
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    (error: unknown) => errorCode(error) !== 'ENOENT',
  )
}
