import type { IncomingMessage } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import { accessOf } from '@yilian/domain/access/access.ts'
import { dayInChina } from '@yilian/domain/day.ts'

import { Refused, type Identify } from '../access/identify.ts'
import type { Client } from '../http/client.ts'
import { signedCookie } from './cookies.ts'
import { isSame, type SignInSecrets } from './secrets.ts'
import { sessionByToken, touchSession, type FoundSession } from './sessions.queries.ts'
import type { SignInSettings } from './sign-in-settings.ts'

export interface SessionReaderOptions {
  readonly db: Db
  readonly clock: () => Date
  readonly settings: SignInSettings
  readonly secrets: SignInSecrets
  readonly clientOf: (request: IncomingMessage) => Client
}

/** Reads sessions from requests. */
export interface SessionReader {
  /** The live session of a request: of an active account, neither idle too long nor at its limit. No statement without our cookie. */
  sessionOf(request: IncomingMessage): Promise<FoundSession | null>
  /** The live session of this token. */
  sessionOfToken(token: string): Promise<FoundSession | null>
  /** Its password was given by somebody else, or is too old: nothing else may be done before it is changed. */
  mustChangePassword(session: FoundSession): boolean
  /** Throws `Refused` unless the request carries the token of the session's pages; for reading requests it need not. */
  requireCsrfToken(request: IncomingMessage, session: FoundSession): void
  /** Notes that something was done in the session. */
  touch(session: FoundSession): Promise<void>
  /** Since when a session that nothing was done in is over. */
  idleSince(): Date
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const READING: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS']

export function sessionReader({ db, clock, settings, secrets, clientOf }: SessionReaderOptions): SessionReader {
  const secret = secrets.library[0]!.value
  const idle = settings.idleMinutes * MINUTE
  // Not written at every request: what a session may be idle is minutes.
  const touchAfter = Math.min(MINUTE, idle / 10)
  const idleSince = (): Date => new Date(clock().getTime() - idle)

  async function sessionOfToken(token: string): Promise<FoundSession | null> {
    const now = clock()
    const found = await sessionByToken(db, token, dayInChina(now))
    if (!found || found.status !== 'ACTIVE') return null
    return Date.parse(found.expiresAt) > now.getTime() && Date.parse(found.lastSeenAt) > idleSince().getTime() ? found : null
  }

  return {
    sessionOfToken,
    idleSince,
    sessionOf: async (request) => {
      const token = signedCookie(request, clientOf(request).secure, 'session_token', secret)
      return token === null ? null : sessionOfToken(token)
    },
    mustChangePassword: ({ mustChangePassword, passwordSetAt }) =>
      mustChangePassword ||
      (settings.passwordDays !== null && Date.parse(passwordSetAt) + settings.passwordDays * DAY <= clock().getTime()),
    requireCsrfToken: ({ method, headers }, { token }) => {
      if (READING.includes(method)) return
      const given = headers['x-csrf-token']
      if (typeof given !== 'string' || !isSame(given, secrets.csrfToken(token))) throw new Refused('CSRF')
    },
    touch: async ({ id, lastSeenAt }) => {
      const now = clock()
      if (now.getTime() - Date.parse(lastSeenAt) >= touchAfter) await touchSession(db, id, now)
    },
  }
}

/** Who asks by a session of the pages. A request that carries a token of its own is not theirs to answer. */
export function identifySession(sessions: SessionReader): Identify {
  return async (request) => {
    if (request.headers.authorization !== undefined) return null
    const session = await sessions.sessionOf(request)
    if (!session) return null
    sessions.requireCsrfToken(request, session)
    if (sessions.mustChangePassword(session)) throw new Refused('MUST_CHANGE_PASSWORD')
    await sessions.touch(session)
    return { actor: { id: session.userId, name: session.name }, access: accessOf(session.grants), userId: session.userId, via: 'SESSION' }
  }
}
