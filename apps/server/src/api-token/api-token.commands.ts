import { v7 as newId } from 'uuid'

import { acting } from '@yilian/database/act-as.ts'
import type { Db } from '@yilian/database/db.ts'
import { apiTokenIssues, TOKENS_AT_ONCE } from '@yilian/domain/api-token.ts'
import { instant, type Instant, type IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'

import { denied } from '../access/denied.ts'
import { requestEvent } from '../audit/request-event.ts'
import { notFound } from '../command/known.ts'
import { CommandRefused, refuseOn, type InputRefused } from '../command/run-command.ts'
import type { Context } from '../graphql/context.ts'
import { roleGrantsForRules } from '../role-grant/role-grant.queries.ts'
import { lockUser } from '../user/user.commands.ts'
import { tokenById, workingTokens, type ApiTokenRow } from './api-token.queries.ts'
import { hashOfSecret, newSecret, shownPart } from './secret.ts'

export interface CreateToken {
  readonly name: string
  readonly readOnly: boolean
  readonly grantIds: readonly string[] | null
  /** The last day on which it works. */
  readonly expiresOn: IsoDate
  /** A service account; `null` for oneself. */
  readonly forUserId: string | null
}

/** The token was made; the secret is in this answer and nowhere else. */
export interface TokenCreated {
  readonly outcome: 'TokenCreated'
  readonly token: ApiTokenRow
  readonly secret: string
}

/** Makes a token for oneself or, with `user.change`, for a service account. */
export function createToken(context: Context, input: CreateToken): Promise<TokenCreated | InputRefused> {
  return refusing(context, async (trx) => {
    const { requestedAt, today } = context
    const owner = await ownerFor(trx, context, input.forUserId)
    const name = input.name.trim()
    const grants = await roleGrantsForRules(trx, owner.id)
    refuseOn(
      apiTokenIssues(
        { ...input, name },
        grants.map(({ id }) => id),
        today,
      ),
    )
    const count = await workingTokens(trx, owner.id, requestedAt)
    if (count >= TOKENS_AT_ONCE) refuseOn([issue('', 'TOO_MANY_TOKENS', { count })])
    const secret = newSecret()
    const id = newId()
    await trx
      .insertInto('apiToken')
      .values({
        id,
        userId: owner.id,
        name,
        hash: hashOfSecret(secret),
        prefix: shownPart(secret),
        readOnly: input.readOnly,
        grantIds: input.grantIds === null ? null : [...input.grantIds],
        expiresAt: endOf(input.expiresOn),
        createdAt: requestedAt,
      })
      .execute()
    await requestEvent(trx, context, { kind: 'TOKEN_CREATED', subjectId: owner.id, details: { tokenId: id, name } })
    return { outcome: 'TokenCreated' as const, token: (await tokenById(trx, id))!, secret }
  })
}

/** Ends a token for good: one's own, a service account's with `user.change`, anybody's with `apiToken.oversee`. */
export function revokeToken(context: Context, tokenId: string): Promise<ApiTokenRow | InputRefused> {
  return refusing(context, async (trx) => {
    const { requestedAt, userId } = context
    const found = await trx
      .selectFrom('apiToken')
      .select(['id', 'userId', 'revokedAt'])
      .where('id', '=', tokenId)
      .forUpdate()
      .executeTakeFirst()
    if (!found || !(await areTokensSeen(trx, context, found.userId))) throw notFound('id', 'token', tokenId)
    if (found.revokedAt === null) {
      await trx.updateTable('apiToken').set({ revokedAt: requestedAt, revokedBy: userId }).where('id', '=', tokenId).execute()
      await requestEvent(trx, context, { kind: 'TOKEN_REVOKED', subjectId: found.userId, details: { tokenId } })
    }
    return (await tokenById(trx, tokenId))!
  })
}

/** Whether who asks may see and revoke the tokens of this account. */
async function areTokensSeen(trx: Db, { userId, access }: Context, ownerId: string): Promise<boolean> {
  if (userId === ownerId || access.own('apiToken.oversee') !== null) return true
  if (access.own('user.change') === null) return false
  const owner = await trx.selectFrom('userAccount').select('kind').where('id', '=', ownerId).executeTakeFirst()
  return owner?.kind === 'SERVICE'
}

async function ownerFor(trx: Db, context: Context, forUserId: string | null) {
  const { userId, access } = context
  const ownerId = forUserId ?? userId
  if (ownerId === null) throw new CommandRefused([issue('forUserId', 'REQUIRED')])
  if (ownerId !== userId && access.own('user.change') === null) {
    denied(context, { field: 'createToken', permission: 'user.change', subjectId: ownerId })
    refuseOn([issue('forUserId', 'TOKEN_FOR_SERVICE_ONLY')])
  }
  const owner = await lockUser(trx, ownerId, 'forUserId')
  if (owner.id !== userId && owner.kind !== 'SERVICE') refuseOn([issue('forUserId', 'TOKEN_FOR_SERVICE_ONLY')])
  if (owner.status === 'DISABLED') refuseOn([issue('forUserId', 'OWNER_DISABLED', { name: owner.name })])
  return owner
}

/** The instant at which this day is over in China. */
function endOf(day: IsoDate): Instant {
  return instant(`${day}T16:00:00Z`)
}

async function refusing<Done>(context: Context, work: (trx: Db) => Promise<Done>): Promise<Done | InputRefused> {
  try {
    return await acting(context.db, context, work)
  } catch (error) {
    if (error instanceof CommandRefused) return { outcome: 'InputRefused', issues: error.issues }
    throw error
  }
}
