import { issue } from '@yilian/domain/issue.ts'
import { z } from 'zod'

import { Refused } from '../access/identify.ts'
import { answerJson } from '../http/answers.ts'
import { spendCode } from './attempts.queries.ts'
import { answerStatus, InputInvalid, record, sessionOf, type AuthRequest, type AuthRoute, type SignInParts } from './auth-request.ts'
import { signedCookie } from './cookies.ts'
import { countedTry, tokenOf } from './counted-try.ts'
import { ISSUER, type LibraryPath } from './library.ts'
import { completeSignIn, newSession } from './password-routes.ts'
import { challengedUser } from './sessions.queries.ts'

const CODE = z.object({ code: z.string().max(40) })
const PASSWORD = z.object({ password: z.string().max(1000) })

/** `POST /auth/two-factor/verify-totp`: completes a sign-in, or shows that an authenticator app was set up. */
export const verifyTotp: AuthRoute = async (parts, request) => {
  const code = (await request.body(CODE)).code.replaceAll(/\s/g, '')
  const who = await whose(parts, request)
  // A code that somebody looked at over a shoulder is good for nobody once it was used.
  const isFresh = /^\d{6}$/.test(code) && (await spendCode(parts.db, who.id, parts.secrets.codeHash(code), parts.clock()))
  const answer = await countedTry(parts, request, {
    whose: { userId: who.id },
    who,
    path: '/two-factor/verify-totp',
    body: { code },
    failure: () => new Refused('WRONG_CODE'),
    isKnownBad: !isFresh,
  })
  if (!request.session) return completeSignIn(parts, request, answer)
  // Setting it up begins a session anew; a code shown without need does not.
  if (tokenOf(answer, request.client.secure)) await record(parts, request, 'TWO_FACTOR_CHANGED', who, { enabled: true })
  await answerStatus(parts, request, await newSession(parts, request, answer))
}

/** `POST /auth/two-factor/verify-backup-code`: completes a sign-in with a recovery code, which is good once. */
export const verifyBackupCode: AuthRoute = async (parts, request) => {
  const { code } = await request.body(CODE)
  if (request.session) throw new Refused('BAD_REQUEST')
  const who = await whose(parts, request)
  const answer = await countedTry(parts, request, {
    whose: { userId: who.id },
    who,
    path: '/two-factor/verify-backup-code',
    body: { code: code.trim() },
    failure: () => new Refused('WRONG_CODE'),
  })
  await record(parts, request, 'TWO_FACTOR_CHANGED', who, { recoveryCodeUsed: true })
  await completeSignIn(parts, request, answer)
}

/** Who proves themselves: whose session it is, or whose sign-in waits for the second factor. */
async function whose(
  { db, clock, secrets }: SignInParts,
  { request, session, client }: AuthRequest,
): Promise<{ id: string; name: string }> {
  if (session) return { id: session.userId, name: session.name }
  const challenge = signedCookie(request, client.secure, 'two_factor', secrets.library[0]!.value)
  const found = challenge === null ? null : await challengedUser(db, challenge, clock())
  if (!found) throw new Refused('SIGN_IN_AGAIN')
  return found
}

/** `POST /auth/two-factor/enable`: what an authenticator app needs, and recovery codes; on once a code of the app was shown. */
export const enableTwoFactor: AuthRoute = async (parts, request) => {
  const { totpURI, backupCodes } = await withPassword(parts, request, '/two-factor/enable')
  // The app shows whose codes these are: by the name they sign in with.
  const uri = new URL(String(totpURI))
  uri.pathname = `/${[ISSUER, sessionOf(request).username].map(encodeURIComponent).join(':')}`
  answerJson(request.response, 200, { totpURI: uri.href, backupCodes })
}

/** `POST /auth/two-factor/disable`. */
export const disableTwoFactor: AuthRoute = async (parts, request) => {
  const { userId: id, name } = sessionOf(request)
  const { answer } = await withPassword(parts, request, '/two-factor/disable')
  await record(parts, request, 'TWO_FACTOR_CHANGED', { id, name }, { enabled: false })
  await answerStatus(parts, request, await newSession(parts, request, answer))
}

/** `POST /auth/two-factor/generate-backup-codes`: new recovery codes; those before are void. */
export const renewBackupCodes: AuthRoute = async (parts, request) => {
  const { userId: id, name } = sessionOf(request)
  const { backupCodes } = await withPassword(parts, request, '/two-factor/generate-backup-codes')
  await record(parts, request, 'TWO_FACTOR_CHANGED', { id, name }, { recoveryCodesRenewed: true })
  answerJson(request.response, 200, { backupCodes })
}

async function withPassword(parts: SignInParts, request: AuthRequest, path: LibraryPath) {
  const { password } = await request.body(PASSWORD)
  const { userId, name } = sessionOf(request)
  const answer = await countedTry(parts, request, {
    whose: { userId },
    who: { id: userId, name },
    path,
    body: { password },
    failure: () => new InputInvalid([issue('password', 'WRONG_PASSWORD')]),
  })
  return { answer, totpURI: answer.body['totpURI'], backupCodes: answer.body['backupCodes'] }
}
