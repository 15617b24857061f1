import { useCallback, useEffect, useState } from 'react'
import { AuthFailure } from './auth-failure.ts'
import { session } from './page-session.ts'

/** What a route of `/auth` answers to a reading. */
export interface AuthQuery<Answer> {
  /** `null` before the first answer. */
  readonly answer: Answer | null
  readonly failure: AuthFailure | null
  readonly read: () => Promise<void>
}

/** Reads a route of `/auth` when the view comes, and again when told. */
export function useAuthQuery<Answer>(path: string): AuthQuery<Answer> {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<AuthFailure | null>(null)
  const read = useCallback(async () => {
    try {
      setAnswer(await session.get<Answer>(path))
      setFailure(null)
    } catch (error) {
      setFailure(error instanceof AuthFailure ? error : new AuthFailure(0))
    }
  }, [path])
  useEffect(() => void read(), [read])
  return { answer, failure, read }
}
