import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

import type { Database } from '@yilian/database/db.ts'

import { addReader, BENCH_KEYS, signInReader } from './reader.ts'

export type ContestantName = 'yilian' | 'postgraphile' | 'handWritten'

/** A server that runs in a process of its own. */
export interface Contestant {
  readonly name: ContestantName
  readonly origin: string
  readonly pid: number
  /** What its requests carry so that they are answered. */
  readonly headers: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const PROGRAMS: Readonly<Record<ContestantName, string>> = {
  yilian: file('../../../apps/server/src/main.ts'),
  postgraphile: file('../postgraphile/server.js'),
  handWritten: file('hand-written.ts'),
}

export const CONTESTANTS = Object.keys(PROGRAMS) as ContestantName[]

/** Starts a contestant on this database and waits until it answers. What it says goes to our error output. */
export async function startContestant(name: ContestantName, { db, url }: Database): Promise<Contestant> {
  const port = await freePort()
  if (name === 'yilian') await addReader(db)
  const child = spawn(process.execPath, [PROGRAMS[name]], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      YILIAN_KEYS: BENCH_KEYS,
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      // It asks in a minute what a person asks in weeks.
      YILIAN_BUDGET_PERCENT: '0',
      // No other contestant writes a line per request.
      LOG_LEVEL: 'error',
    },
  })
  const origin = `http://127.0.0.1:${port}`
  await answering(origin, child)
  const headers = name === 'yilian' ? await signInReader(origin) : {}
  return { name, origin, pid: child.pid ?? 0, headers, stop: () => stop(child) }
}

async function answering(origin: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; child.exitCode === null && attempt < 600; attempt++) {
    const status = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }', operationName: 'institution' }),
    }).then(
      (answer) => answer.status,
      () => 0,
    )
    // Not ready is 503; anything else is an answer, even if to a question that is none.
    if (status > 0 && status !== 503) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${origin} does not answer`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
