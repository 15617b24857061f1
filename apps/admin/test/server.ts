import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))

/** One for all starts, so that a session outlives a restart. */
const KEYS = `test:${randomBytes(32).toString('base64url')}`

/** The whole program as `pnpm demo` starts it: pages, API and demonstration data on a port of its own. */
export interface RunningServer {
  readonly url: string
  /** Ends it as a crash would, without a word to anyone. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C does, its database engine with it. */
  stop(): Promise<void>
  /** Starts it again on the port it had. */
  restart(): Promise<void>
}

/**
 * Starts the server with these settings, as the demonstration unless told otherwise, and waits until it is ready. Throws with its last
 * words when it ends instead.
 */
export async function startServer(settings: Readonly<Record<string, string>>, demo = true): Promise<RunningServer> {
  const first = await start({ ...settings, PORT: '0' }, demo)
  let { child } = first
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    url: first.url,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
    async restart() {
      child = (await start({ ...settings, PORT: new URL(first.url).port }, demo)).child
    },
  }
}

async function start(settings: Readonly<Record<string, string>>, demo: boolean): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [MAIN, ...(demo ? ['--demo'] : [])], {
    // Where it is no demonstration it says in its log where it is.
    env: { PATH: process.env['PATH'], LOG_LEVEL: demo ? 'error' : 'info', YILIAN_KEYS: KEYS, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /open (http:\S+)\/ in|"url":"(http:[^"]+)"/.exec(said)
      const url = address?.[1] ?? address?.[2]
      if (url) resolve(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return { child, url }
}
