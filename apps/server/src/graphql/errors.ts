import { GraphQLError } from 'graphql'

import { BadPage } from '../list/keyset.ts'
import { TooManyRows, WHOLE_LIMIT } from '../list/whole-list.ts'

/** What the handler writes to the log: an unexpected error, with the request it came from. */
export interface ErrorLog {
  error(fields: { requestId: string; err: unknown }, message: string): void
}

/** PostgreSQL stopped a statement that took longer than allowed. */
const QUERY_CANCELED = '57014'

/**
 * An error as the client may see it. What was raised on purpose says itself; all else is masked and logged with the request id, which
 * the client is told.
 */
export function shownError(error: GraphQLError, requestId: string, log: ErrorLog): GraphQLError {
  const cause: unknown = error.originalError ?? error
  if (cause instanceof GraphQLError) return error
  if (cause instanceof BadPage) return saying(error, cause.message, { code: 'BAD_USER_INPUT' })
  if (cause instanceof TooManyRows) return saying(error, cause.message, { code: 'TOO_COMPLEX', limit: WHOLE_LIMIT })
  log.error({ requestId, err: cause }, 'a field failed')
  if (cause instanceof Error && 'code' in cause && cause.code === QUERY_CANCELED)
    return saying(error, 'Reading took too long and was stopped. Ask for fewer rows, fewer levels or a narrower filter.', {
      code: 'TIMEOUT',
      requestId,
    })
  return saying(error, 'Unexpected error.', { code: 'INTERNAL_SERVER_ERROR', requestId })
}

function saying({ nodes, path }: GraphQLError, message: string, extensions: Readonly<Record<string, unknown>>): GraphQLError {
  return new GraphQLError(message, { extensions, ...(nodes && { nodes }), ...(path && { path }) })
}
