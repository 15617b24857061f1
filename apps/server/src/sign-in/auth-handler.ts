import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

import { Refused } from '../access/identify.ts'
import { refusalBody, REFUSALS } from '../access/refusals.ts'
import { answerJson } from '../http/answers.ts'
import type { Handler } from '../http/server.ts'
import { InputInvalid, issueBodies, type AuthRequest, type AuthRoute, type SignInParts } from './auth-request.ts'
import { changePassword, signInByPassword } from './password-routes.ts'
import { listSessions, revokeSession, showStatus, signOut, signOutEverywhere } from './session-routes.ts'
import { setUp } from './set-up.ts'
import { disableTwoFactor, enableTwoFactor, renewBackupCodes, verifyBackupCode, verifyTotp } from './two-factor-routes.ts'

interface Entry {
  readonly method: 'GET' | 'POST'
  /** `ANYBODY`; `SIGNED_IN`: a live session, with the token of its pages where something is done; `EITHER`: as the one or the other. */
  readonly who: 'ANYBODY' | 'SIGNED_IN' | 'EITHER'
  /** Open while the password must be changed. */
  readonly duringChange?: boolean
  readonly route: AuthRoute
}

/** Every route below `/auth`; there are no others, whatever the library has. */
export const AUTH_ROUTES: Readonly<Record<string, Entry>> = {
  '/auth/status': { method: 'GET', who: 'ANYBODY', route: showStatus },
  '/auth/set-up': { method: 'POST', who: 'ANYBODY', route: setUp },
  '/auth/sign-in/username': { method: 'POST', who: 'ANYBODY', route: signInByPassword },
  '/auth/two-factor/verify-totp': { method: 'POST', who: 'EITHER', route: verifyTotp },
  '/auth/two-factor/verify-backup-code': { method: 'POST', who: 'EITHER', route: verifyBackupCode },
  '/auth/two-factor/enable': { method: 'POST', who: 'SIGNED_IN', route: enableTwoFactor },
  '/auth/two-factor/disable': { method: 'POST', who: 'SIGNED_IN', route: disableTwoFactor },
  '/auth/two-factor/generate-backup-codes': { method: 'POST', who: 'SIGNED_IN', route: renewBackupCodes },
  '/auth/change-password': { method: 'POST', who: 'SIGNED_IN', duringChange: true, route: changePassword },
  '/auth/sign-out': { method: 'POST', who: 'ANYBODY', route: signOut },
  '/auth/sign-out-everywhere': { method: 'POST', who: 'SIGNED_IN', duringChange: true, route: signOutEverywhere },
  '/auth/sessions': { method: 'GET', who: 'SIGNED_IN', route: listSessions },
  '/auth/sessions/revoke': { method: 'POST', who: 'SIGNED_IN', route: revokeSession },
}

/** Answers everything below `/auth/`, in JSON; what went wrong as `{ code, message: { zh, en } }`. */
export function authHandler(parts: SignInParts): Handler {
  return async (request, response) => {
    const requestId = String(request.headers['x-request-id'] ?? '')
    try {
      await answerRoute(parts, request, response, requestId)
    } catch (error) {
      if (error instanceof InputInvalid) return answerJson(response, 422, { ...refusalBody('INVALID'), issues: issueBodies(error.issues) })
      if (!(error instanceof Refused)) parts.log.error({ err: error, requestId }, 'signing in failed')
      refuse(response, error instanceof Refused ? error : new Refused('FAILED'))
    }
  }
}

async function answerRoute(parts: SignInParts, request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  const entry = Object.hasOwn(AUTH_ROUTES, path) ? AUTH_ROUTES[path] : undefined
  if (!entry) throw new Refused('NOT_FOUND')
  if (request.method !== entry.method) {
    response.setHeader('allow', entry.method)
    throw new Refused('METHOD_NOT_ALLOWED')
  }
  const { sessions, clientOf } = parts
  const session = await sessions.sessionOf(request)
  if (session && entry.who !== 'ANYBODY') {
    sessions.requireCsrfToken(request, session)
    if (!entry.duringChange && sessions.mustChangePassword(session)) throw new Refused('MUST_CHANGE_PASSWORD')
    await sessions.touch(session)
  }
  if (!session && entry.who === 'SIGNED_IN') throw new Refused('UNAUTHENTICATED')
  const body: AuthRequest['body'] = async (shape) => {
    const result = shape.safeParse(await jsonOf(request))
    if (!result.success) throw new Refused('BAD_REQUEST')
    return result.data
  }
  await entry.route(parts, { request, response, requestId, session, client: clientOf(request), body })
}

/** The body as JSON; its length was judged before (see app.ts). */
async function jsonOf(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refused('BAD_REQUEST')
  try {
    return JSON.parse(await text(request))
  } catch {
    throw new Refused('BAD_REQUEST')
  }
}

function refuse(response: ServerResponse, { code, retryAfterSeconds }: Refused): void {
  if (retryAfterSeconds !== null) response.setHeader('retry-after', String(retryAfterSeconds))
  answerJson(response, REFUSALS[code].status, refusalBody(code, retryAfterSeconds))
}
