import { useEffect } from 'react'

/** Asks again every `ms` while `active`; not while the page is hidden, and at once when it is shown again. */
export function usePolling(active: boolean, ms: number, ask: () => void): void {
  useEffect(() => {
    if (!active) return undefined
    const askIfSeen = () => {
      if (document.visibilityState === 'visible') ask()
    }
    const timer = setInterval(askIfSeen, ms)
    document.addEventListener('visibilitychange', askIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', askIfSeen)
    }
  }, [active, ms, ask])
}
