import { createServer } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import { afterAll } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../src/access/identify.ts'
import { createGraphqlHandler } from '../src/graphql/handler.ts'

/** What an operation answers: tests say what they expect of it.  */
// oxlint-disable-next-line typescript/no-explicit-any -- its shape is the operation's, which the test wrote itself
export type Json = Record<string, any>

export interface TestApi {
  readonly url: string
  /** Runs an operation over HTTP; answers its data, throws on errors. */
  query(document: string, variables?: Json): Promise<Json>
}

/** The API of this database on a port of its own, told that it is `now` and that `asker` asks. Call it at the top of the file. */
export async function testApi(db: Db, now = '2026-11-22T04:00:00Z', asker: Asker | null = LOCAL_OPERATOR): Promise<TestApi> {
  const handler = createGraphqlHandler({
    db,
    log: { error: (fields, message) => console.error(message, fields), info: () => undefined },
    clock: () => new Date(now),
    identify: async () => asker,
  })
  const server = createServer((request, response) => void handler(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => new Promise((closed) => server.close(closed)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  const url = `http://127.0.0.1:${address.port}/graphql`
  return {
    url,
    query: async (query, variables) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = (await answer.json()) as { data: Json; errors?: unknown }
      if (errors) throw new Error(JSON.stringify(errors))
      return data
    },
  }
}
