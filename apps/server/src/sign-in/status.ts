import type { IncomingMessage } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import type { PasswordRules } from '@yilian/domain/access/password.ts'

import type { Client } from '../http/client.ts'
import { signedCookie } from './cookies.ts'
import type { DemonstrationAccount } from './demonstration.ts'
import type { SessionReader } from './identify-session.ts'
import type { SignInSecrets } from './secrets.ts'
import { challengedUser, type FoundSession } from './sessions.queries.ts'

/** Where somebody stands with signing in, and what the page needs for the next step. */
export interface Status {
  readonly state: 'SET_UP' | 'SIGNED_OUT' | 'TWO_FACTOR' | 'MUST_CHANGE_PASSWORD' | 'SIGNED_IN'
  readonly user: { readonly id: string; readonly username: string; readonly name: string } | null
  /** To be sent as `x-csrf-token` with every change in this session. */
  readonly csrfToken: string | null
  /** The demonstration's accounts, where the server was started to show them. */
  readonly demonstration: readonly DemonstrationAccount[] | null
  readonly passwordRules: PasswordRules
  /** Setting up takes the code that the server printed. */
  readonly setUpNeedsCode: boolean
}

export interface StatusOptions {
  readonly db: Db
  readonly clock: () => Date
  readonly sessions: SessionReader
  readonly secrets: SignInSecrets
  readonly passwordRules: PasswordRules
  readonly clientOf: (request: IncomingMessage) => Client
  /** The accounts to be shown on the sign-in page. */
  readonly demonstration: (() => Promise<readonly DemonstrationAccount[]>) | null
  readonly hasUsers: () => Promise<boolean>
}

/** Says where a request stands whose live session is this. */
export function statusReader(options: StatusOptions): (request: IncomingMessage, session: FoundSession | null) => Promise<Status> {
  const { db, clock, sessions, secrets, passwordRules, clientOf, demonstration, hasUsers } = options
  return async (request, session) => {
    const { secure, local } = clientOf(request)
    const common = { passwordRules, setUpNeedsCode: !local }
    if (session) {
      const { userId: id, username, name, token } = session
      const state = sessions.mustChangePassword(session) ? 'MUST_CHANGE_PASSWORD' : 'SIGNED_IN'
      return { state, user: { id, username, name }, csrfToken: secrets.csrfToken(token), demonstration: null, ...common }
    }
    const challenge = signedCookie(request, secure, 'two_factor', secrets.library[0]!.value)
    const isChallenged = challenge !== null && (await challengedUser(db, challenge, clock())) !== null
    const state = isChallenged ? 'TWO_FACTOR' : (await hasUsers()) ? 'SIGNED_OUT' : 'SET_UP'
    return { state, user: null, csrfToken: null, demonstration: demonstration && (await demonstration()), ...common }
  }
}

/** Whether there is anybody to sign in. Accounts are never deleted: once there is one, nobody need ask again. */
export function usersKnown(db: Db): () => Promise<boolean> {
  let known = false
  return async () => (known ||= (await db.selectFrom('userAccount').select('id').limit(1).executeTakeFirst()) !== undefined)
}
