import type { IncomingMessage } from 'node:http'

import type { Db } from '@yilian/database/db.ts'

import type { Identify } from '../access/identify.ts'
import { clientReader } from '../http/client.ts'
import type { Handler } from '../http/server.ts'
import type { Keys } from '../keys/keys.ts'
import type { Log } from '../log.ts'
import { authHandler } from './auth-handler.ts'
import { signedCookie } from './cookies.ts'
import { demonstrationAccounts } from './demonstration.ts'
import { identifySession, sessionReader } from './identify-session.ts'
import { signInLibrary } from './library.ts'
import { signInSecrets } from './secrets.ts'
import { setUpCode } from './set-up.ts'
import type { SignInSettings } from './sign-in-settings.ts'
import { statusReader, usersKnown } from './status.ts'

export interface SignInOptions {
  readonly db: Db
  readonly log: Log
  readonly clock: () => Date
  readonly keys: Keys
  readonly settings: SignInSettings
  readonly trustedProxies: readonly string[]
  /** Shows the demonstration's accounts on the sign-in page. */
  readonly showDemonstration?: boolean
  /** The user name of the account with this phone number (eleven digits); nobody has one unless told. */
  readonly usernameOfPhone?: (phone: string) => Promise<string | null>
}

/** Everything about signing in, in one piece. */
export interface SignIn {
  /** Answers everything below `/auth/`. */
  readonly handler: Handler
  /** Who asks, by the session of their pages. */
  readonly identify: Identify
  /** The token that a page of this request's session must send with what it does; `null` without our cookie. No statement. */
  csrfToken(request: IncomingMessage): string | null
  /** The code for setting up from elsewhere, while there is no user; `null` after. */
  setUpCode(): Promise<string | null>
}

export function createSignIn(options: SignInOptions): SignIn {
  const { db, log, clock, keys, settings, trustedProxies, showDemonstration = false, usernameOfPhone = async () => null } = options
  const secrets = signInSecrets(keys)
  const clientOf = clientReader(trustedProxies)
  const hasUsers = usersKnown(db)
  const sessions = sessionReader({ db, clock, settings, secrets, clientOf })
  const library = signInLibrary({ db, log, clock, settings, secrets })
  const { passwordRules } = settings
  const demonstration = showDemonstration ? () => demonstrationAccounts(db) : null
  const statusOf = statusReader({ db, clock, sessions, secrets, clientOf, hasUsers, passwordRules, demonstration })
  return {
    handler: authHandler({ db, log, clock, settings, secrets, sessions, library, clientOf, usernameOfPhone, statusOf }),
    identify: identifySession(sessions),
    csrfToken: (request) => {
      const token = signedCookie(request, clientOf(request).secure, 'session_token', secrets.library[0]!.value)
      return token === null ? null : secrets.csrfToken(token)
    },
    setUpCode: async () => ((await hasUsers()) ? null : setUpCode({ db, secrets })),
  }
}
