import type { Database } from '@yilian/database/db.ts'
import { Client } from 'undici'

import { type Contestant, startContestant } from './contestants.ts'
import { QUESTIONS, VARIABLES } from './questions.ts'
import { median, table } from './report.ts'

const WARM_UP = 6

/**
 * Asks the same of a database with one county and of one with many, in turn on one connection each, and prints the medians and how many
 * times slower the second is. The two hold the same first county, so their answers must be the same.
 */
export async function measureScale(
  one: Database,
  many: Database,
  { counties, times }: { readonly counties: number; readonly times: number },
  log: (message: string) => void,
): Promise<void> {
  const servers: Contestant[] = []
  try {
    for (const database of [one, many]) servers.push(await startContestant('yilian', database))
    const clients = servers.map(({ origin, headers }) => ({ client: new Client(origin), headers }))
    const rows: string[][] = []
    for (const [title, query] of Object.entries(QUESTIONS)) {
      log(title)
      const [few, all] = (await inTurn(clients, query, times)).map(median)
      rows.push([title, few!.toFixed(1), all!.toFixed(1), (all! / few!).toFixed(2)])
    }
    process.stdout.write('\none county, alone and among others\n')
    table(['query', '1 county, ms', `${counties} counties, ms`, 'ratio'], rows)
    for (const { client } of clients) await client.close()
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** Milliseconds until the whole answer is read, by client; the first ones, in which statements come to be prepared, are not counted. */
async function inTurn(
  clients: readonly { readonly client: Client; readonly headers: Contestant['headers'] }[],
  query: string,
  times: number,
): Promise<number[][]> {
  const body = JSON.stringify({ query, variables: VARIABLES })
  const seen = clients.map((): number[] => [])
  for (let round = 0; round < WARM_UP + times; round++) {
    const answers: string[] = []
    for (const [at, { client, headers }] of clients.entries()) {
      const sent = performance.now()
      const answer = await client.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      answers.push(await answer.body.text())
      if (round >= WARM_UP) seen[at]!.push(performance.now() - sent)
    }
    const [first = '', other] = answers
    if (first !== other || first.includes('"errors"'))
      throw new Error(`${query}\nis answered in one by\n${first.slice(0, 500)}\nand among others by\n${other?.slice(0, 500)}`)
  }
  return seen
}
