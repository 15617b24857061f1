import type { CombinedError } from '@urql/core'

/** Why an answer did not come, as far as the user can do something about it. */
export type FailureKind = 'offline' | 'unreachable' | 'forbidden' | 'tooMuch' | 'budget' | 'server'

export interface Failure {
  readonly kind: FailureKind
  /** What to tell the administrator; the same id stands in the server's log. */
  readonly requestId: string | null
}

/** Sorts an error of the client. The server masks everything unexpected, so its words are never shown, only the id. */
export function failureOf(error: CombinedError, online: boolean): Failure {
  const requestId = requestIdOf(error)
  if (error.networkError) return { kind: online ? (responseStatus(error) !== null ? 'server' : 'unreachable') : 'offline', requestId }
  const codes = error.graphQLErrors.map((one) => one.extensions.code)
  if (codes.includes('FORBIDDEN') || codes.includes('UNAUTHENTICATED')) return { kind: 'forbidden', requestId }
  if (codes.includes('TOO_COMPLEX') || codes.includes('TIMEOUT')) return { kind: 'tooMuch', requestId }
  if (codes.includes('BUDGET_SPENT')) return { kind: 'budget', requestId }
  return { kind: 'server', requestId }
}

function requestIdOf(error: CombinedError): string | null {
  for (const one of error.graphQLErrors) {
    const id: unknown = one.extensions.requestId
    if (typeof id === 'string') return id
  }
  const response: unknown = error.response
  return response instanceof Response ? response.headers.get('x-request-id') : null
}

/** The status of a response that was no GraphQL answer, e.g. 502 from the proxy; null when nothing answered. */
function responseStatus(error: CombinedError): number | null {
  const response: unknown = error.response
  return response instanceof Response && response.status < 502 ? response.status : null
}
