import type { IncomingMessage, ServerResponse } from 'node:http'

import { GraphQLError } from 'graphql'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { createYoga, maskError, type Plugin } from 'graphql-yoga'

import type { Db } from '@yilian/database/db.ts'
import { dayInChina } from '@yilian/domain/day.ts'

import type { Imports } from '../import/import-api.ts'
import { createImports } from '../import/imports.ts'
import { createJobs } from '../job/jobs.ts'
import { BadPage } from '../list/keyset.ts'
import { LOCAL_OPERATOR, type Context } from './context.ts'
import { EXAMPLES } from './examples.ts'
import { schema } from './schema.ts'

/** What the handler writes to the log: an unexpected error, with the request it came from. */
export interface ErrorLog {
  error(fields: { requestId: string; err: unknown }, message: string): void
}

export interface GraphqlOptions {
  readonly db: Db
  readonly log: ErrorLog
  readonly clock: () => Date
  /** Files on their way in; with jobs of its own unless told. */
  readonly imports?: Imports
}

interface ServerContext {
  readonly requestId: string
}

/**
 * The API as a node handler. What a client should see of an error is typed or said here; all others are masked and logged
 * with the request id, which the header `x-request-id` carries.
 */
export function createGraphqlHandler({
  db,
  log,
  clock,
  imports = createImports({ db, log, clock, jobs: createJobs({ db, log }) }),
}: GraphqlOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    graphiql: { title: 'Yilian GraphiQL', defaultQuery: EXAMPLES },
    renderGraphiQL,
    context: ({ requestId }) => ({ db, actor: LOCAL_OPERATOR, requestId, today: dayInChina(clock()), imports, loaders: new Map() }),
    maskedErrors: {
      maskError: (error, message, isDev) => {
        const cause = causeOf(error)
        if (cause instanceof BadPage) return new GraphQLError(cause.message, { extensions: { code: 'BAD_USER_INPUT' } })
        return maskError(error, message, isDev)
      },
    },
    plugins: [logErrors(log)],
  })
  return async (request, response) => {
    await yoga(request, response, { requestId: String(request.headers['x-request-id'] ?? '') })
  }
}

// Masking hides the cause from the client; the log keeps it.
function logErrors(log: ErrorLog): Plugin<Context> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: ({ result }) => {
        const errors = 'errors' in result ? (result.errors ?? []) : []
        for (const error of errors) {
          const cause = causeOf(error)
          if (!(cause instanceof GraphQLError) && !(cause instanceof BadPage))
            log.error({ requestId: args.contextValue.requestId, err: cause }, 'a field failed')
        }
      },
    }),
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error
}
