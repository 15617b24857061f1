import { passwordIssues } from '@yilian/domain/access/password.ts'
import { normalPhone, normalUsername } from '@yilian/domain/access/username.ts'
import { instant } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { z } from 'zod'

import { Refused } from '../access/identify.ts'
import { forgetAttempts, noteSignIn } from './attempts.queries.ts'
import { answerStatus, InputInvalid, record, sessionOf, type AuthRequest, type AuthRoute, type SignInParts } from './auth-request.ts'
import { countedTry, tokenOf } from './counted-try.ts'
import type { LibraryAnswer } from './library.ts'
import { endSessionOfToken, forgetSessions, type FoundSession } from './sessions.queries.ts'

/** A user name that nobody can have. */
const NOBODY = '-'

/** `POST /auth/sign-in/username`: a user name or phone number and the password. */
export const signInByPassword: AuthRoute = async (parts, request) => {
  const { username, password } = await request.body(z.object({ username: z.string().max(200), password: z.string().max(1000) }))
  const name = await knownName(parts, username)
  const account = await parts.db
    .selectFrom('userAccount')
    .innerJoin('userCredential', 'userCredential.userId', 'userAccount.id')
    .select(['userAccount.id', 'userAccount.name'])
    .where('username', '=', name)
    .where('userCredential.password', 'is not', null)
    .executeTakeFirst()
  const answer = await countedTry(parts, request, {
    whose: account ? { userId: account.id } : { nameHash: parts.secrets.nameHash(name) },
    who: account ?? null,
    path: '/sign-in/username',
    // The library takes as long over a name that nobody has as over a wrong password.
    body: { username: account ? name : NOBODY, password },
    failure: () => new Refused('WRONG_CREDENTIALS'),
  })
  if (answer.body['twoFactorRedirect'] !== true) return completeSignIn(parts, request, answer)
  await record(parts, request, 'TWO_FACTOR_ASKED', account ?? null)
  await answerStatus(parts, request, null, { state: 'TWO_FACTOR', twoFactorRedirect: true })
}

async function knownName({ usernameOfPhone }: SignInParts, typed: string): Promise<string> {
  const phone = normalPhone(typed)
  return (phone && (await usernameOfPhone(phone))) ?? normalUsername(typed)
}

/** Somebody has proved who they are: their failures are forgotten, and the session this browser had before ends. */
export async function completeSignIn(parts: SignInParts, request: AuthRequest, answer: LibraryAnswer): Promise<void> {
  const { db, clock, sessions } = parts
  const now = clock()
  const session = await newSession(parts, request, answer)
  if (request.session && request.session.token !== session.token) await endSessionOfToken(db, request.session.token)
  await noteSignIn(db, session.userId, now)
  await forgetSessions(db, session.userId, now, sessions.idleSince())
  await forgetAttempts(db, now)
  await record(parts, request, 'SIGNED_IN', { id: session.userId, name: session.name })
  await answerStatus(parts, request, session)
}

/** The session that the library's answer begins, or the one there was before. */
export async function newSession({ sessions }: SignInParts, request: AuthRequest, answer: LibraryAnswer): Promise<FoundSession> {
  const token = tokenOf(answer, request.client.secure) ?? request.session?.token
  const session = token === undefined ? null : await sessions.sessionOfToken(token)
  if (!session) throw new Refused('SIGN_IN_AGAIN')
  return session
}

/** `POST /auth/change-password`. When it has to be changed, other sessions end in any case. */
export const changePassword: AuthRoute = async (parts, request) => {
  const { db, clock, settings, sessions } = parts
  const text = z.string().max(1000)
  const { currentPassword, newPassword, revokeOtherSessions } = await request.body(
    z.object({ currentPassword: text, newPassword: text, revokeOtherSessions: z.boolean().default(true) }),
  )
  const session = sessionOf(request)
  const { userId, username, name } = session
  const draft = { password: newPassword, username, previous: currentPassword }
  const issues = passwordIssues(draft, settings.passwordRules, 'newPassword')
  if (issues.length > 0) throw new InputInvalid(issues)
  const endsOthers = revokeOtherSessions || sessions.mustChangePassword(session)
  const answer = await countedTry(parts, request, {
    whose: { userId },
    who: { id: userId, name },
    path: '/change-password',
    body: { currentPassword, newPassword, revokeOtherSessions: endsOthers },
    failure: () => new InputInvalid([issue('currentPassword', 'WRONG_PASSWORD')]),
  })
  await db
    .updateTable('userAccount')
    .set({ mustChangePassword: false, passwordChangedAt: instant(clock().toISOString()) })
    .where('id', '=', userId)
    .execute()
  await record(parts, request, 'PASSWORD_CHANGED', { id: userId, name }, { otherSessionsEnded: endsOthers })
  await answerStatus(parts, request, await newSession(parts, request, answer))
}
