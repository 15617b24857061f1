import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, type Exchange } from '@urql/core'
import { activityExchange } from './activity.ts'

/**
 * Every query is marked with the type that only a successful command returns, so that the document cache drops all
 * views and reads the open ones again after a change, whatever the change touched. Previews (`validateOnly`) and
 * refusals answer with other types and disturb nothing. See docs/adr/0004-document-cache.md.
 */
const rereadAfterChange: Exchange = mapExchange({
  onOperation: (operation) =>
    operation.kind === 'query'
      ? makeOperation('query', operation, {
          ...operation.context,
          additionalTypenames: [...(operation.context.additionalTypenames ?? []), 'ChangeRecorded'],
        })
      : operation,
})

/** The GraphQL client: shows what is known at once and asks again, so that other people's changes appear on the next visit. */
export function createApiClient(fetch: typeof globalThis.fetch): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch,
    exchanges: [rereadAfterChange, cacheExchange, activityExchange, fetchExchange],
  })
}
