import type { IncomingMessage } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import { tokenAccessOf } from '@yilian/domain/access/token-access.ts'
import { dayInChina, instant, type Instant } from '@yilian/domain/day.ts'

import { Refused, type Identify } from '../access/identify.ts'
import { auditEvent } from '../audit/audit-event.ts'
import type { Client } from '../http/client.ts'
import { takeAddress } from '../sign-in/attempts.queries.ts'
import type { SignInSettings } from '../sign-in/sign-in-settings.ts'
import { tokenByHash, touchToken, type TokenWithOwner } from './api-token.queries.ts'
import { hashOfSecret, SECRET } from './secret.ts'

export interface TokenReaderOptions {
  readonly db: Db
  readonly clock: () => Date
  readonly clientOf: (request: IncomingMessage) => Client
  /** How many failures an address may have, of tokens and of signing in together. */
  readonly settings: SignInSettings
}

const MINUTE = 60_000

/**
 * Who asks by a token, `Authorization: Bearer yln_…`; `null` without that header, and for a token that does not work: unknown, revoked,
 * expired, or of an account that could not sign in either. Throws `Refused` when too many of an address did not work. One statement, and
 * once a minute a second, when its use is noted.
 */
export function identifyToken({ db, clock, clientOf, settings }: TokenReaderOptions): Identify {
  return async (request) => {
    const { authorization } = request.headers
    if (authorization === undefined) return null
    const { address } = clientOf(request)
    const now = clock()
    const at = instant(now.toISOString())
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
    const token = SECRET.test(secret) ? await tokenByHash(db, hashOfSecret(secret), dayInChina(now)) : null
    if (!token || !works(token, at)) {
      await noteFailure(request, address, token)
      const freeAt = await takeAddress(db, address, now, settings)
      if (freeAt) throw new Refused('TOO_MANY', Math.ceil((freeAt.getTime() - now.getTime()) / 1000))
      return null
    }
    if (token.lastUsedAt === null || now.getTime() - Date.parse(token.lastUsedAt) >= MINUTE) await touchToken(db, token.id, at, address)
    const { id, userId, ownerName, readOnly, grantIds } = token
    const grants = token.grants.filter((grant) => grantIds === null || grantIds.includes(grant.id))
    const access = tokenAccessOf(grants)
    return { actor: { id: userId, name: ownerName }, access, userId, via: 'TOKEN', token: { id, readOnly, grantIds } }
  }

  async function noteFailure({ headers }: IncomingMessage, address: string, token: TokenWithOwner | null): Promise<void> {
    await auditEvent(db, {
      kind: 'SIGN_IN_FAILED',
      actorId: null,
      actorName: null,
      address,
      requestId: String(headers['x-request-id'] ?? '') || null,
      subjectId: token?.userId ?? null,
      details: { via: 'TOKEN', ...(token && { tokenId: token.id }) },
    })
  }
}

function works(token: TokenWithOwner, at: Instant): boolean {
  if (token.revokedAt !== null || token.expiresAt <= at) return false
  const { ownerStatus, ownerLockedUntil, ownerMustChangePassword } = token
  return ownerStatus === 'ACTIVE' && (ownerLockedUntil === null || ownerLockedUntil <= at) && !ownerMustChangePassword
}
