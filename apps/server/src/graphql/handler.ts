import type { IncomingMessage, ServerResponse } from 'node:http'

import { execute, GraphQLError, OperationTypeNode } from 'graphql'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'

import type { Db } from '@yilian/database/db.ts'
import { dayInChina } from '@yilian/domain/day.ts'

import type { Handler } from '../http/server.ts'
import type { Imports } from '../import/import-api.ts'
import { createImports } from '../import/imports.ts'
import { createJobs } from '../job/jobs.ts'
import { LOCAL_OPERATOR, type Context } from './context.ts'
import { type ErrorLog, RequestRefused, shownError } from './errors.ts'
import { EXAMPLES } from './examples.ts'
import { tooMuch } from './limits.ts'
import { acceptedType, GRAPHQL_RESPONSE, JSON_RESPONSE, type MediaType, wantsPage } from './media-type.ts'
import { documentReader } from './operations.ts'
import { readParams } from './params.ts'
import { schema } from './schema.ts'

export interface GraphqlOptions {
  readonly db: Db
  readonly log: ErrorLog
  readonly clock: () => Date
  /** Files on their way in; with jobs of its own unless told. */
  readonly imports?: Imports
}

/** What a GraphQL response holds. Without `data` the request was refused, and nothing was executed. */
interface Answer {
  readonly status: number
  readonly data?: unknown
  readonly errors?: readonly GraphQLError[]
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * The API as a node handler, after the GraphQL over HTTP specification (August 2026). What a client should see of an error is typed or
 * said here; all others are masked and logged with the request id, which the header `x-request-id` carries.
 */
export function createGraphqlHandler({
  db,
  log,
  clock,
  imports = createImports({ db, log, clock, jobs: createJobs({ db, log }) }),
}: GraphqlOptions): Handler {
  const read = documentReader(schema)
  const page = renderGraphiQL({ title: 'Yilian GraphiQL', endpoint: '/graphql', defaultQuery: EXAMPLES })

  async function answerOf(request: IncomingMessage): Promise<Answer> {
    const requestId = String(request.headers['x-request-id'] ?? '')
    const { query, operationName, variables, readOnly } = await readParams(request)
    const known = read(query)
    if ('stage' in known) return { status: known.stage === 'parse' ? 400 : 422, errors: known.errors }
    const { document, selection, operations } = known
    const operation = operationName === null ? operations[0] : operations.find(({ node }) => node.name?.value === operationName)
    if (!operation || (operationName === null && operations.length > 1))
      throw new RequestRefused(
        422,
        operation ? 'The document has several operations: say which by operationName.' : 'The document has no such operation.',
      )
    if (readOnly && operation.node.operation !== OperationTypeNode.QUERY)
      throw new RequestRefused(405, 'Send a mutation by POST.', { allow: 'POST' })
    const excess = tooMuch(operation.measure, variables)
    if (excess) return { status: 422, errors: [excess] }
    const contextValue: Context = {
      db,
      actor: LOCAL_OPERATOR,
      requestId,
      today: dayInChina(clock()),
      imports,
      loaders: new Map(),
      selection,
    }
    const { data, errors } = await execute({ schema, document, operationName, variableValues: variables, contextValue })
    if (!errors) return { status: 200, data }
    const shown = errors.map((error) => shownError(error, requestId, log))
    return data === undefined ? { status: 422, errors: shown } : { status: 294, data, errors: shown }
  }

  return async (request, response) => {
    const { accept } = request.headers
    if (request.method === 'GET' && wantsPage(accept)) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
      return
    }
    const type = acceptedType(accept)
    if (!type) {
      send(response, GRAPHQL_RESPONSE, refused(new RequestRefused(406, `Accept ${GRAPHQL_RESPONSE} or ${JSON_RESPONSE}.`)))
      return
    }
    const answer = await answerOf(request).catch((error: unknown) => {
      if (error instanceof RequestRefused) return refused(error)
      throw error
    })
    send(response, type, answer)
  }
}

function refused({ status, message, headers }: RequestRefused): Answer {
  return { status, headers, errors: [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })] }
}

// Who understands plain JSON alone gets it for what was executed, with the status every program knows; a refusal says that it is a
// GraphQL response, so that it is not taken for one of a proxy.
function send(response: ServerResponse, accepted: MediaType, { status, headers, data, errors }: Answer): void {
  const type = status < 300 ? accepted : GRAPHQL_RESPONSE
  const body = JSON.stringify(data === undefined ? { errors } : errors ? { errors, data } : { data })
  response.writeHead(status === 294 && type === JSON_RESPONSE ? 200 : status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(body)
}
