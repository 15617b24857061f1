import { createServer } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import { afterAll } from 'vitest'

import { LOCAL_OPERATOR, type Asker, type Identify } from '../src/access/identify.ts'
import { createGraphqlHandler } from '../src/graphql/handler.ts'
import { TEST_KEYS } from './keys.ts'

/** What an operation answers: tests say what they expect of it.  */
// oxlint-disable-next-line typescript/no-explicit-any -- its shape is the operation's, which the test wrote itself
export type Json = Record<string, any>

export interface TestApi {
  readonly url: string
  /** Runs an operation over HTTP; answers its data, throws on errors. */
  query(document: string, variables?: Json): Promise<Json>
}

/** The API alone, with whatever it answers. */
export interface SendingApi extends TestApi {
  /** Runs an operation over HTTP; answers all of the answer. */
  send(document: string, variables?: Json, headers?: Readonly<Record<string, string>>): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: { data?: Json | null; errors?: { message: string; extensions: Json }[]; extensions?: Json }
}

/**
 * The API of this database on a port of its own, told that it is `now` and that `asker` asks, or how to find out who does. Call it at the
 * top of the file.
 */
export async function testApi(
  db: Db,
  now: string | (() => Date) = '2026-11-22T04:00:00Z',
  asker: Asker | null | Identify = LOCAL_OPERATOR,
  onDenial: (fields: object) => void = () => undefined,
): Promise<SendingApi> {
  const handler = createGraphqlHandler({
    db,
    log: { error: (fields, message) => console.error(message, fields), info: (fields) => onDenial(fields) },
    clock: typeof now === 'string' ? () => new Date(now) : now,
    identify: typeof asker === 'function' ? asker : async () => asker,
    keys: TEST_KEYS,
  })
  // A handler that fails is for the whole server to answer; here the test must not wait for an answer that does not come.
  const server = createServer((request, response) => {
    Promise.resolve(handler(request, response)).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => new Promise((closed) => server.close(closed)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  const url = `http://127.0.0.1:${address.port}/graphql`
  const send: SendingApi['send'] = async (query, variables, headers = {}) => {
    const answer = await fetch(url, {
      method: 'POST',
      ...inOneOf({ query, variables }, headers),
    })
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] }
  }
  return {
    url,
    send,
    query: async (query, variables) => {
      const { data, errors } = (await send(query, variables)).body
      if (errors || !data) throw new Error(JSON.stringify(errors))
      return data
    },
  }
}

/** A request as JSON, or with the file of its input in a form. */
function inOneOf(
  { query, variables }: { readonly query: string; readonly variables: Json | undefined },
  headers: Readonly<Record<string, string>>,
): { headers: Readonly<Record<string, string>>; body: string | FormData } {
  const file: unknown = variables?.['input']?.file
  if (!(file instanceof File))
    return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) }
  const body = new FormData()
  body.set('operations', JSON.stringify({ query, variables: { ...variables, input: { ...variables!['input'], file: null } } }))
  body.set('map', JSON.stringify({ 0: ['variables.input.file'] }))
  body.set('0', file)
  return { headers, body }
}
