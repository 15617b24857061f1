import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import type { Database } from '@yilian/database/db.ts'

import { type Contestant, type ContestantName, CONTESTANTS, startContestant } from './contestants.ts'
import type { Load, Seen } from './load.ts'
import { bodyOf, meaningOf, type OperationName, OPERATIONS } from './operations.ts'
import { processorTime } from './processor-time.ts'
import { median, table } from './report.ts'

const CONNECTIONS = 16
const LOAD = fileURLToPath(new URL('load.ts', import.meta.url))
const run = promisify(execFile)

export interface ThroughputOptions {
  readonly rounds: number
  readonly seconds: number
  /** The process of PostgreSQL. */
  readonly enginePid: number
}

/** What the client saw, and the milliseconds of processor time that one request took of the server and of PostgreSQL. */
interface Measured extends Seen {
  readonly serverTime: number
  readonly databaseTime: number
}

/** Measures every contestant on every operation in interleaved rounds and prints requests a second, latencies and ratios. */
export async function measureThroughput(
  database: Database,
  { rounds, seconds, enginePid }: ThroughputOptions,
  log: (message: string) => void,
): Promise<void> {
  const contestants: Contestant[] = []
  try {
    for (const name of CONTESTANTS) contestants.push(await startContestant(name, database))
    const names = Object.keys(OPERATIONS) as OperationName[]
    for (const name of names) await requireSameMeaning(contestants, name)
    const seen = new Map<string, Measured[]>()
    for (let round = 0; round <= rounds; round++) {
      log(round === 0 ? 'warming up' : `round ${round} of ${rounds}`)
      for (const name of names) {
        // Each round another one begins, so that none is always the first after a pause.
        for (const contestant of [...contestants.slice(round % 3), ...contestants.slice(0, round % 3)]) {
          const result = await measured(contestant, name, seconds, enginePid)
          const key = `${name} ${contestant.name}`
          if (round > 0) seen.set(key, [...(seen.get(key) ?? []), result])
        }
      }
    }
    for (const name of names) report(name, new Map(CONTESTANTS.map((contestant) => [contestant, seen.get(`${name} ${contestant}`) ?? []])))
  } finally {
    for (const contestant of contestants) await contestant.stop()
  }
}

function bodyFor(contestant: ContestantName, name: OperationName): string {
  return bodyOf(name, contestant === 'handWritten' ? '' : OPERATIONS[name][contestant])
}

async function load({ name: contestant, origin, headers }: Contestant, name: OperationName, seconds: number): Promise<Seen> {
  const what: Load = { origin, path: '/graphql', body: bodyFor(contestant, name), headers, connections: CONNECTIONS, seconds }
  const { stdout } = await run(process.execPath, [LOAD, JSON.stringify(what)])
  return JSON.parse(stdout) as Seen
}

async function measured(contestant: Contestant, name: OperationName, seconds: number, enginePid: number): Promise<Measured> {
  const used = () => Promise.all([processorTime(contestant.pid), processorTime(enginePid)])
  const [serverBefore, databaseBefore] = await used()
  const seen = await load(contestant, name, seconds)
  const [server, database] = await used()
  return { ...seen, serverTime: (server - serverBefore) / seen.requests, databaseTime: (database - databaseBefore) / seen.requests }
}

async function requireSameMeaning(contestants: readonly Contestant[], name: OperationName): Promise<void> {
  const meanings = await Promise.all(
    contestants.map(async ({ name: contestant, origin, headers: own }) => {
      const headers = { 'content-type': 'application/json', ...own }
      const answer = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: bodyFor(contestant, name) })
      const { data } = (await answer.json()) as { data?: unknown }
      return { contestant, meaning: data === undefined ? 'nothing' : meaningOf(data) }
    }),
  )
  const [first, ...others] = meanings
  for (const other of others)
    if (!first || other.meaning !== first.meaning || first.meaning.length < 50)
      throw new Error(
        `${name}: ${other.contestant} answers something else than ${first?.contestant}:\n${other.meaning.slice(0, 500)}\n${first?.meaning.slice(0, 500)}`,
      )
}

function report(name: OperationName, seen: ReadonlyMap<ContestantName, readonly Measured[]>): void {
  const of = (contestant: ContestantName, what: keyof Measured) => (seen.get(contestant) ?? []).map((one) => one[what])
  // Of each round on its own: what disturbed the machine then disturbed both.
  const ratio = (contestant: ContestantName, other: ContestantName) => {
    const others = of(other, 'perSecond')
    const ratios = of(contestant, 'perSecond').map((one, round) => one / (others[round] ?? Number.NaN))
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
  }
  process.stdout.write(`\n${OPERATIONS[name].title}\n`)
  table(
    ['', 'requests/s', 'p50 ms', 'p99 ms', 'to PostGraphile', 'to hand-written', 'CPU ms server', 'CPU ms PostgreSQL'],
    CONTESTANTS.map((contestant) => [
      contestant,
      median(of(contestant, 'perSecond')).toFixed(0),
      median(of(contestant, 'p50')).toFixed(1),
      median(of(contestant, 'p99')).toFixed(1),
      ratio(contestant, 'postgraphile'),
      ratio(contestant, 'handWritten'),
      median(of(contestant, 'serverTime')).toFixed(2),
      median(of(contestant, 'databaseTime')).toFixed(2),
    ]),
  )
}
