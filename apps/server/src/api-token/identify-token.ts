import type { IncomingMessage } from 'node:http'

import type { Db } from '@yilian/database/db.ts'
import { tokenAccessOf } from '@yilian/domain/access/token-access.ts'
import { dayInChina, instant, type Instant } from '@yilian/domain/day.ts'

import { grantsInForce } from '../access/grants-in-force.ts'
import type { Asker } from '../access/identify.ts'
import { auditEvent } from '../audit/audit-event.ts'
import type { Client } from '../http/client.ts'
import { tokenByHash, touchToken, type TokenWithOwner } from './api-token.queries.ts'
import { hashOfSecret, SECRET, shownPart } from './secret.ts'

export interface TokenReaderOptions {
  readonly db: Db
  readonly clock: () => Date
  readonly clientOf: (request: IncomingMessage) => Client
  /** Counts a token that does not work against the address it came from, as a failed sign-in is; throws when there were too many. */
  readonly noteFailure: (client: Client) => Promise<void>
}

const MINUTE = 60_000

/**
 * Who asks by a token, `Authorization: Bearer yln_…`; `null` without that header, and for a token that does not work: unknown, revoked,
 * expired, or of an account that could not sign in either. Two statements, a third once a minute, when its use is noted.
 */
export function identifyToken({ db, clock, clientOf, noteFailure }: TokenReaderOptions) {
  return async (request: IncomingMessage): Promise<Asker | null> => {
    const { authorization } = request.headers
    if (authorization === undefined) return null
    const client = clientOf(request)
    const now = clock()
    const at = instant(now.toISOString())
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
    const token = SECRET.test(secret) ? await tokenByHash(db, hashOfSecret(secret)) : null
    if (!token || !works(token, at)) {
      const details = { via: 'TOKEN', ...(token && { tokenId: token.id, prefix: shownPart(secret) }) }
      const requestId = String(request.headers['x-request-id'] ?? '') || null
      await auditEvent(db, {
        kind: 'SIGN_IN_FAILED',
        actor: null,
        subjectId: token?.userId ?? null,
        address: client.address,
        requestId,
        details,
      })
      await noteFailure(client)
      return null
    }
    if (token.lastUsedAt === null || now.getTime() - Date.parse(token.lastUsedAt) >= MINUTE)
      await touchToken(db, token.id, at, client.address)
    const { id, userId, readOnly, grantIds } = token
    const held = await grantsInForce(db, userId, dayInChina(now))
    const grants = held.filter((grant) => grantIds === null || grantIds.includes(grant.id))
    return {
      actor: { id: userId, name: token.ownerName },
      access: tokenAccessOf(grants),
      userId,
      via: 'TOKEN',
      token: { id, readOnly, grantIds },
    }
  }
}

function works(token: TokenWithOwner, at: Instant): boolean {
  if (token.revokedAt !== null || token.expiresAt <= at) return false
  const { ownerStatus, ownerLockedUntil, ownerMustChangePassword } = token
  return ownerStatus === 'ACTIVE' && (ownerLockedUntil === null || ownerLockedUntil <= at) && !ownerMustChangePassword
}
