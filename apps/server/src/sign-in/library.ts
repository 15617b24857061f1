import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor, username } from 'better-auth/plugins'

import type { Db } from '@yilian/database/db.ts'
import { PASSWORD_MAX_LENGTH } from '@yilian/domain/access/password.ts'

import type { Log } from '../log.ts'
import { cookiePrefix } from './cookies.ts'
import { instantsAsDates } from './instants-as-dates.ts'
import type { SignInSecrets } from './secrets.ts'
import type { SignInSettings } from './sign-in-settings.ts'

export interface LibraryOptions {
  readonly db: Db
  readonly log: Log
  readonly clock: () => Date
  readonly settings: SignInSettings
  readonly secrets: SignInSecrets
}

/** What one request to the library may carry: no header of the client reaches it but these. */
export interface LibraryRequest {
  readonly path: LibraryPath
  readonly body: Readonly<Record<string, unknown>>
  readonly secure: boolean
  readonly cookie: string
  readonly address: string
  readonly userAgent: string
}

/** The routes of the library that are used; all its others are closed. */
export const LIBRARY_PATHS = [
  '/sign-in/username',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/change-password',
] as const
export type LibraryPath = (typeof LIBRARY_PATHS)[number]

export interface LibraryAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** `set-cookie` headers. */
  readonly cookies: readonly string[]
}

/** Asks the library, inside the process. */
export type Library = (request: LibraryRequest) => Promise<LibraryAnswer>

/** A code of ours on an error that passes through the library. */
export const ACCOUNT_DISABLED = 'YILIAN_ACCOUNT_DISABLED'
/** Nothing answers there: the library's requests never leave the process. */
const ORIGIN = 'http://sign-in.invalid'
/** What authenticator apps call this. */
export const ISSUER = '医联'
const ADDRESS_HEADER = 'x-yilian-client-address'

/** The sign-in library on our tables and behind our own checks; one for http and one for https, which differ in their cookies. */
export function signInLibrary(options: LibraryOptions): Library {
  const [plain, secure] = [configure(options, false), configure(options, true)]
  return async ({ path, body, secure: isSecure, cookie, address, userAgent }) => {
    const response = await (isSecure ? secure : plain).handler(
      new Request(`${ORIGIN}/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, 'user-agent': userAgent, [ADDRESS_HEADER]: address },
        body: JSON.stringify(body),
      }),
    )
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {}, cookies: response.headers.getSetCookie() }
  }
}

function configure({ db, log, clock, settings, secrets }: LibraryOptions, secure: boolean) {
  return betterAuth({
    appName: 'Yilian',
    baseURL: ORIGIN,
    basePath: '/auth',
    secrets: [...secrets.library],
    // Instants reach the library as `Date`; names of tables and columns go through the same CamelCasePlugin as everybody's.
    database: { db: db.withPlugin(instantsAsDates), type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    // Failures are counted in the database, by account and address (attempts.ts); origins are checked for every route (http/security.ts),
    // and pages prove themselves with a token (csrf).
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_, message, ...details) => log.error({ err: details.find((one) => one instanceof Error) }, `sign-in library: ${message}`),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: settings.passwordRules.minLength,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    // There are no e-mail addresses; the library wants a column for them, and none of the routes used here looks for or writes one.
    user: { modelName: 'userAccount', fields: { email: 'name' } },
    account: { modelName: 'userCredential' },
    verification: { modelName: 'userVerification' },
    session: {
      modelName: 'userSession',
      fields: { updatedAt: 'lastSeenAt' },
      expiresIn: settings.sessionHours * 3600,
      // A session ends at its absolute limit; that it was idle too long is found where it is read (identify-session.ts).
      disableSessionRefresh: true,
    },
    plugins: [
      // Names are judged and put in order before they come here.
      username({
        usernameNormalization: false,
        usernameValidator: () => true,
        minUsernameLength: 1,
        maxUsernameLength: 100,
        displayUsername: false,
      }),
      twoFactor({
        issuer: ISSUER,
        schema: { twoFactor: { modelName: 'userTwoFactor' } },
        accountLockout: { enabled: false },
      }),
    ],
    databaseHooks: {
      verification: {
        create: {
          // How long a sign-in may wait for its second factor is measured with the same clock as everything else.
          before: async (verification) => {
            const lasts = verification.expiresAt.getTime() - Date.now()
            return { data: { ...verification, expiresAt: new Date(clock().getTime() + lasts) } }
          },
        },
      },
      session: {
        create: {
          // Every session passes here, whatever it begins with: a password, a code, a changed password.
          before: async (session, context) => {
            const now = clock()
            const user = await db.selectFrom('userAccount').select('status').where('id', '=', session.userId).executeTakeFirst()
            if (user?.status !== 'ACTIVE') throw new APIError('FORBIDDEN', { code: ACCOUNT_DISABLED, message: 'disabled' })
            const expiresAt = new Date(now.getTime() + settings.sessionHours * 3_600_000)
            const ipAddress = context?.headers?.get(ADDRESS_HEADER) ?? ''
            return { data: { ...session, createdAt: now, updatedAt: now, expiresAt, ipAddress } }
          },
        },
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(secure),
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
      // Our tables have what is used here, and are tested with it.
      database: { generateId: 'uuid', validateSchema: false },
    },
  })
}
