import { makeOperation, mapExchange, type Exchange } from '@urql/core'
import { useSyncExternalStore } from 'react'

/** How many requests are under way, for the thin line at the top of the screen. */
let open = 0
const listeners = new Set<() => void>()

function count(by: 1 | -1): void {
  open += by
  for (const listener of listeners) listener()
}

/**
 * Counts where requests are sent: one that is given up, because its view was left, ends there too, though the client's exchanges
 * never hear of it.
 */
function counted(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (...request) => {
    count(1)
    try {
      return await fetch(...request)
    } finally {
      count(-1)
    }
  }
}

export const activityExchange: Exchange = mapExchange({
  onOperation: (operation) =>
    operation.context.quiet === true
      ? operation
      : makeOperation(operation.kind, operation, { ...operation.context, fetch: counted(operation.context.fetch ?? globalThis.fetch) }),
})

/** True while an answer is awaited. Queries with `context: { quiet: true }` (polling) are not counted. */
export function useActivity(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open > 0,
  )
}
