import { useCallback, useEffect, useState } from 'react'
import { AuthFailure } from './auth-failure.ts'
import { session } from './page-session.ts'

/** What a route of `/auth` answers to a reading. */
export interface AuthQuery<Answer> {
  /** `null` before the first answer. */
  readonly answer: Answer | null
  readonly failure: AuthFailure | null
  /** Reads again; what was read before stays meanwhile. */
  readonly read: () => void
}

interface Known<Answer> {
  readonly answer: Answer | null
  readonly failure: AuthFailure | null
}

/** Reads a route of `/auth` when the view comes, and again when told. */
export function useAuthQuery<Answer>(path: string): AuthQuery<Answer> {
  const [known, setKnown] = useState<Known<Answer>>({ answer: null, failure: null })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let left = false
    const hear = (next: (before: Known<Answer>) => Known<Answer>) => {
      if (!left) setKnown(next)
    }
    session.get<Answer>(path).then(
      (answer) => hear(() => ({ answer, failure: null })),
      (error: unknown) => hear(({ answer }) => ({ answer, failure: error instanceof AuthFailure ? error : new AuthFailure(0) })),
    )
    return () => {
      left = true
    }
  }, [path, attempt])
  return { ...known, read: useCallback(() => setAttempt((count) => count + 1), []) }
}
