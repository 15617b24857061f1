import { Refused } from '../access/identify.ts'
import { returnAddress, returnAttempt, takeAddress, takeAttempt, type AttemptFor } from './attempts.queries.ts'
import { record, type AuthRequest, type SignInParts } from './auth-request.ts'
import { cookiePrefix } from './cookies.ts'
import { ACCOUNT_DISABLED, type LibraryAnswer, type LibraryPath } from './library.ts'

/** Somebody proves who they are, by a password or a code. */
export interface Try {
  readonly whose: AttemptFor
  /** The account, where there is one: for the audit. */
  readonly who: { readonly id: string; readonly name: string } | null
  readonly path: LibraryPath
  readonly body: Readonly<Record<string, unknown>>
  /** What is thrown when the proof fails. */
  readonly failure: () => Error
  /** Refused before the library is asked, as if the proof had failed. */
  readonly isKnownBad?: boolean
}

/** What the library says of a password or code that is not right. */
const NOT_PROVED: readonly unknown[] = [
  'INVALID_USERNAME_OR_PASSWORD',
  'INVALID_PASSWORD',
  'PASSWORD_TOO_LONG',
  'INVALID_CODE',
  'INVALID_BACKUP_CODE',
]

/** Asks the library about a password or code, counting what fails by account and address. Throws `Refused`, or the failure. */
export async function countedTry(
  parts: SignInParts,
  request: AuthRequest,
  { whose, who, path, body, failure, isKnownBad = false }: Try,
): Promise<LibraryAnswer> {
  const { db, clock, settings } = parts
  const { address } = request.client
  const now = clock()
  const addressFreeAt = await takeAddress(db, address, now, settings)
  if (addressFreeAt) throw new Refused('TOO_MANY', secondsUntil(addressFreeAt, now))
  const attempt = await takeAttempt(db, whose, now, settings)
  if (!attempt.allowed) {
    await record(parts, request, 'SIGN_IN_FAILED', who, { step: path, reason: 'LOCKED' })
    throw new Refused('LOCKED', secondsUntil(attempt.lockedUntil ?? now, now))
  }
  const answer = isKnownBad ? null : await askLibrary(parts, request, path, body)
  if (answer && !NOT_PROVED.includes(answer.body['code'])) {
    await returnAddress(db, address)
    if ('userId' in whose) await returnAttempt(db, whose.userId)
    if (answer.status === 200) return answer
    const refusal = refusalOf(answer, path)
    await record(parts, request, 'SIGN_IN_FAILED', who, { step: path, reason: refusal.code })
    throw refusal
  }
  await record(parts, request, 'SIGN_IN_FAILED', who, { step: path, reason: 'WRONG' })
  if (!attempt.lockedUntil) throw failure()
  await record(parts, request, 'LOCKED', who, { until: attempt.lockedUntil.toISOString() })
  throw new Refused('LOCKED', secondsUntil(attempt.lockedUntil, now))
}

/** Hands a request to the library and its cookies, those that are used, to the browser. */
async function askLibrary(
  { library }: SignInParts,
  { request, response, client }: AuthRequest,
  path: LibraryPath,
  body: Try['body'],
): Promise<LibraryAnswer> {
  const { cookie = '', 'user-agent': userAgent = '' } = request.headers
  const answer = await library({ path, body, cookie, userAgent: userAgent.slice(0, 300), secure: client.secure, address: client.address })
  const prefix = cookiePrefix(client.secure)
  const cookies = answer.cookies.filter((one) => one.startsWith(`${prefix}.session_token=`) || one.startsWith(`${prefix}.two_factor=`))
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  return { ...answer, cookies }
}

/** Why the library did not do it, other than that the proof failed. Throws for what is not meant to happen. */
function refusalOf({ status, body }: LibraryAnswer, path: LibraryPath): Refused {
  switch (body['code']) {
    case ACCOUNT_DISABLED:
      return new Refused('DISABLED')
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
    case 'UNAUTHORIZED':
      return new Refused('SIGN_IN_AGAIN')
    case 'TOTP_ALREADY_ENABLED':
      return new Refused('TWO_FACTOR_ON')
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return new Refused('TWO_FACTOR_OFF')
    default:
      throw new Error(`The sign-in library answered ${path} with ${status} ${String(body['code'])}`)
  }
}

function secondsUntil(then: Date, now: Date): number {
  return Math.max(1, Math.ceil((then.getTime() - now.getTime()) / 1000))
}

/** The token of the session that these cookies begin; `null` when they begin none. */
export function tokenOf({ cookies }: LibraryAnswer, secure: boolean): string | null {
  const name = `${cookiePrefix(secure)}.session_token=`
  const value = cookies
    .findLast((one) => one.startsWith(name))
    ?.slice(name.length)
    .split(';', 1)[0]
  return value ? decodeURIComponent(value).split('.', 1)[0]! : null
}
