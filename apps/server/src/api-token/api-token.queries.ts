import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import { heldGrants, type GrantInForce } from '../access/held-grants.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'

/** A token without what it is told by. */
export interface ApiTokenRow {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly prefix: string
  readonly readOnly: boolean
  readonly grantIds: string[] | null
  readonly expiresAt: Instant
  readonly createdAt: Instant
  readonly lastUsedAt: Instant | null
  readonly lastUsedFrom: string | null
  readonly revokedAt: Instant | null
}

const COLUMNS = sql`k.id, k.user_id, k.name, k.prefix, k.read_only, k.grant_ids, k.expires_at, k.created_at, k.last_used_at, k.last_used_from, k.revoked_at`

/** Tokens shown of one account: revoked ones stay in the list. */
export const TOKENS_SHOWN = 200

/** The tokens of each account, the newest first. One statement. */
export async function tokensOfUsers(db: Db, userIds: readonly string[]): Promise<Map<string, ApiTokenRow[]>> {
  const { rows } = await sql<ApiTokenRow>`
    select k.* from unnest(${userIds}::uuid[]) as wanted(id) cross join lateral (
      select ${COLUMNS} from api_token k where k.user_id = wanted.id order by k.created_at desc, k.id limit ${TOKENS_SHOWN}) k`.execute(db)
  return Map.groupBy(rows, ({ userId }) => userId)
}

export async function tokenById(db: Db, id: string): Promise<ApiTokenRow | null> {
  const { rows } = await sql<ApiTokenRow>`select ${COLUMNS} from api_token k where k.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export interface ApiTokenFilter {
  readonly ownerId?: string | null | undefined
  /** Those that work now, as far as they themselves are concerned, or those that do not. */
  readonly working?: boolean | null | undefined
}

/** The tokens of everybody, the newest first. One statement. */
export async function tokenPage(db: Db, { ownerId, working }: ApiTokenFilter, page: PageArgs, at: Instant): Promise<Page<ApiTokenRow>> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (ownerId) all.push(sql`k.user_id = ${ownerId}`)
  if (working != null) all.push(sql`(k.revoked_at is null and k.expires_at > ${at}::timestamptz) = ${working}`)
  const list = sql`select ${COLUMNS} from api_token k where ${sql.join(all, sql` and `)}`
  return keysetPage<ApiTokenRow>(db, list, { key: sql`extract(epoch from t.created_at)`, type: 'numeric', descending: true }, page)
}

/** How many tokens of an account work now. */
export async function workingTokens(db: Db, userId: string, at: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from api_token where user_id = ${userId} and revoked_at is null and expires_at > ${at}::timestamptz`.execute(
    db,
  )
  return rows[0]!.count
}

/** A token with its owner, as who asks is found by it. */
export interface TokenWithOwner extends ApiTokenRow {
  readonly ownerName: string
  readonly ownerStatus: 'ACTIVE' | 'DISABLED'
  readonly ownerLockedUntil: Instant | null
  readonly ownerMustChangePassword: boolean
  /** What the owner holds today. */
  readonly grants: readonly GrantInForce[]
}

export async function tokenByHash(db: Db, hash: string, today: IsoDate): Promise<TokenWithOwner | null> {
  const { rows } = await sql<TokenWithOwner>`
    select ${COLUMNS}, u.name as owner_name, u.status as owner_status, u.locked_until as owner_locked_until,
      u.must_change_password as owner_must_change_password, ${heldGrants(sql`u.id`, today)} as grants
    from api_token k join user_account u on u.id = k.user_id where k.hash = ${hash}`.execute(db)
  return rows[0] ?? null
}

/** Notes that a token was used. */
export async function touchToken(db: Db, id: string, at: Instant, from: string): Promise<void> {
  await sql`update api_token set last_used_at = ${at}::timestamptz, last_used_from = ${from} where id = ${id}`.execute(db)
}
