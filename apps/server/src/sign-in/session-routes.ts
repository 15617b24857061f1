import { z } from 'zod'

import { Refused } from '../access/identify.ts'
import { answerJson } from '../http/answers.ts'
import { answerStatus, record, sessionOf, type AuthRequest, type AuthRoute } from './auth-request.ts'
import { expiredCookies } from './cookies.ts'
import { deviceName } from './device.ts'
import { endSession, endSessionsOf, sessionsOf } from './sessions.queries.ts'

/** `GET /auth/status`: where the browser stands. */
export const showStatus: AuthRoute = (parts, request) => answerStatus(parts, request, request.session)

/** `POST /auth/sign-out`: ends this session; that there is none is no fault. */
export const signOut: AuthRoute = async (parts, request) => {
  const { session } = request
  if (session) {
    parts.sessions.requireCsrfToken(request.request, session)
    await endSession(parts.db, session.userId, session.id)
    await record(parts, request, 'SIGNED_OUT', { id: session.userId, name: session.name })
  }
  forgetCookies(request)
  await answerStatus(parts, request, null, { state: 'SIGNED_OUT' })
}

/** `POST /auth/sign-out-everywhere`: ends all sessions of the user, this one too. */
export const signOutEverywhere: AuthRoute = async (parts, request) => {
  const { userId: id, name } = sessionOf(request)
  const ended = await endSessionsOf(parts.db, id)
  await record(parts, request, 'SIGNED_OUT', { id, name }, { sessions: ended })
  forgetCookies(request)
  await answerStatus(parts, request, null)
}

/** `GET /auth/sessions`: where the user is signed in. */
export const listSessions: AuthRoute = async ({ db, clock, sessions }, request) => {
  const { userId, id: current } = sessionOf(request)
  const found = await sessionsOf(db, userId, clock(), sessions.idleSince())
  answerJson(
    request.response,
    200,
    found.map(({ id, createdAt, lastSeenAt, ipAddress, userAgent }) => ({
      id,
      current: id === current,
      createdAt,
      lastSeenAt,
      address: ipAddress ?? '',
      device: deviceName(userAgent ?? ''),
    })),
  )
}

/** `POST /auth/sessions/revoke`: ends one of the user's own sessions. */
export const revokeSession: AuthRoute = async (parts, request) => {
  const { id } = await request.body(z.object({ id: z.uuid() }))
  const { userId, name, id: current } = sessionOf(request)
  if (!(await endSession(parts.db, userId, id))) throw new Refused('NOT_FOUND')
  await record(parts, request, 'SESSION_ENDED', { id: userId, name }, { session: id })
  if (id === current) forgetCookies(request)
  await answerStatus(parts, request, id === current ? null : request.session)
}

function forgetCookies({ response, client }: AuthRequest): void {
  response.setHeader('set-cookie', expiredCookies(client.secure))
}
