import { PASSWORD_RULES, type PasswordRules } from '@yilian/domain/access/password.ts'
import { useSyncExternalStore } from 'react'
import { createSession, type SessionSnapshot } from './session.ts'

/** The one session of the page that is open. */
export const session = createSession({ fetch: (input, init) => globalThis.fetch(input, init), reload: () => window.location.reload() })

/** Where the session stands, followed. */
export function useSession(): SessionSnapshot {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

/** How strong passwords must be in this installation. */
export function usePasswordRules(): PasswordRules {
  return useSession().status?.passwordRules ?? PASSWORD_RULES
}
