import { mapExchange, type Exchange } from '@urql/core'
import { useSyncExternalStore } from 'react'

/** Requests under way, for the thin line at the top of the screen. */
const open = new Set<number>()
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

export const activityExchange: Exchange = mapExchange({
  onOperation: (operation) => {
    if (operation.kind === 'teardown') open.delete(operation.key)
    else if (operation.context.quiet !== true) open.add(operation.key)
    changed()
    return operation
  },
  onResult: (result) => {
    open.delete(result.operation.key)
    changed()
    return result
  },
})

/** True while an answer is awaited. Queries with `context: { quiet: true }` (polling) are not counted. */
export function useActivity(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open.size > 0,
  )
}
