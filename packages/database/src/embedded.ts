import { access, constants, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'

import { DatabaseUnavailable, errorCode, errorText } from './database-unavailable.ts'
import { launch, type Launched, type Places } from './embedded-launch.ts'
import { ownCluster, type Ownership } from './embedded-ownership.ts'
import { postmaster, signalPostmaster } from './embedded-postmaster.ts'

/** A PostgreSQL of our own that runs. */
export interface Embedded {
  /** Reaches the database over its socket, from any PostgreSQL client of the same user. */
  readonly url: string
  /** Stops the engine; open connections are ended. */
  stop(): Promise<void>
}

/** See `EmbeddedOptions` in `open-database.ts`. */
export interface EmbeddedSettings {
  dataDirectory: string
  durable?: boolean
  log?: (message: string) => void
}

const START_MILLISECONDS = 300_000
const STOP_MILLISECONDS = 30_000
const POLL_MILLISECONDS = 20

/**
 * Starts PostgreSQL on `dataDirectory` (made when missing), or takes over the one that a killed process left running there.
 * It listens on a socket only, which only this user can open. Throws `DatabaseUnavailable`, in one line with the remedy.
 */
export async function startEmbedded({ dataDirectory, durable = true, log = () => undefined }: EmbeddedSettings): Promise<Embedded> {
  const home = path.resolve(dataDirectory)
  const cluster = path.join(home, 'postgres')
  await makeHome(home, cluster)
  const ownership = await takeOverOrStart({ home, cluster, log: path.join(home, 'postgres.log') }, durable, log)
  // A program that ends without stopping it takes PostgreSQL along; only a killed one cannot.
  const onExit = (): void => signalPostmaster(cluster, 'SIGINT')
  process.once('exit', onExit)
  return {
    url: ownership.url,
    stop: async () => {
      await ownership.release()
      await stopPostmaster(cluster)
      // One that had to be made under the temporary folder; the one in the data folder stays.
      if (path.dirname(ownership.socketDirectory) !== home) await rm(ownership.socketDirectory, { recursive: true, force: true })
      process.removeListener('exit', onExit)
    },
  }
}

async function takeOverOrStart(places: Places, durable: boolean, log: (message: string) => void): Promise<Ownership> {
  const deadline = Date.now() + START_MILLISECONDS
  let launched: Launched | undefined
  while (Date.now() < deadline) {
    const running = await postmaster(places.cluster)
    if (running) {
      const ownership = await ownCluster(running, places.home)
      if (ownership) {
        launched?.release()
        if (!launched) log(`Took over the PostgreSQL that was left running on ${places.home}.`)
        return ownership
      }
    } else if (!launched) {
      launched = await launch(places, durable, log)
    } else if (launched.hasExited()) {
      throw new DatabaseUnavailable(
        `The embedded PostgreSQL did not start: ${launched.complaint()}. See ${places.log}, or set DATABASE_URL.`,
      )
    }
    await pause()
  }
  const seconds = START_MILLISECONDS / 1000
  throw new DatabaseUnavailable(`The embedded PostgreSQL was not ready within ${seconds} s. See ${places.log}, or set DATABASE_URL.`)
}

async function stopPostmaster(cluster: string): Promise<void> {
  const started = Date.now()
  let signal: 'SIGINT' | 'SIGQUIT' | null = 'SIGINT'
  while (await postmaster(cluster)) {
    if (signal) signalPostmaster(cluster, signal)
    signal = signal === null && Date.now() - started > STOP_MILLISECONDS ? 'SIGQUIT' : null
    await pause()
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))

async function makeHome(home: string, cluster: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o755 })
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK)
    // One that another user made cannot be opened; one that is not there yet is none of those.
    await readdir(cluster).catch((error: unknown) => errorCode(error) === 'ENOENT' || Promise.reject(error))
  } catch (error) {
    throw new DatabaseUnavailable(
      `The data folder ${home} cannot be used (${errorCode(error) || errorText(error)}): make it writable for this user, or set YILIAN_DATA_DIR to another folder.`,
    )
  }
}
