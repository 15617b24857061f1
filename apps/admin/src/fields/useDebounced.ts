import { useEffect, useState } from 'react'

/** The value as it was when it last stood still for `wait` milliseconds. */
export function useDebounced<V>(value: V, wait: number): V {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return settled
}
