import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { searchQuery } from '@yilian/database/search-terms.ts'
import type { Role } from '@yilian/domain/access/role.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import type { UserKind, UserStatus } from '@yilian/domain/user.ts'

import { byPinyin, keysetPage, type ListOrder, type Page, type PageArgs } from '../list/keyset.ts'

/** An account without its secrets. Personal data are sealed; see `personal-data/`. */
export interface UserRow {
  readonly id: string
  readonly kind: UserKind
  readonly username: string
  readonly name: string
  readonly departmentId: string | null
  readonly phoneEncrypted: string | null
  readonly identityNumberEncrypted: string | null
  readonly status: UserStatus
  readonly demonstration: boolean
  readonly mustChangePassword: boolean
  readonly twoFactorEnabled: boolean
  readonly lockedUntil: Instant | null
  readonly lastSignInAt: Instant | null
  readonly createdAt: Instant
}

const COLUMNS = sql`u.id, u.kind, u.username, u.name, u.department_id, u.phone_encrypted, u.identity_number_encrypted, u.status,
  u.demonstration, u.must_change_password, u.two_factor_enabled, u.locked_until, u.last_sign_in_at, u.created_at`

export interface UserFilter {
  readonly search?: string | null | undefined
  readonly status?: UserStatus | null | undefined
  readonly kind?: UserKind | null | undefined
  /** Those who have this role today. */
  readonly role?: Role | null | undefined
  readonly departmentId?: string | null | undefined
}

/** How users can be ordered; instants as seconds, which are exact to the microsecond. */
export const USER_ORDERS = {
  NAME: { key: byPinyin(sql`t.name`), type: 'text' },
  USERNAME: { key: sql`t.username collate "C"`, type: 'text' },
  LAST_SIGN_IN: { key: sql`extract(epoch from t.last_sign_in_at)`, type: 'numeric' },
  CREATED: { key: sql`extract(epoch from t.created_at)`, type: 'numeric' },
} as const satisfies Record<string, Omit<ListOrder, 'descending'>>
export type UserOrder = keyof typeof USER_ORDERS

/** Users that meet all conditions. One statement. */
export async function userPage(
  db: Db,
  { search, status, kind, role, departmentId }: UserFilter,
  order: ListOrder,
  page: PageArgs,
  today: IsoDate,
): Promise<Page<UserRow>> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (search?.trim())
    all.push(sql`exists (select from user_search_term s where s.user_id = u.id and s.term like ${`${searchQuery(search)}%`})`)
  if (status) all.push(sql`u.status = ${status}`)
  if (kind) all.push(sql`u.kind = ${kind}`)
  if (departmentId) all.push(sql`u.department_id = ${departmentId}`)
  if (role)
    all.push(sql`exists (select from role_grant g where g.user_id = u.id and g.role = ${role}
      and ${whereInForce('g', { asOf: today, asKnownAt: null })})`)
  return keysetPage<UserRow>(db, sql`select ${COLUMNS} from user_account u where ${sql.join(all, sql` and `)}`, order, page)
}

export async function usersByIds(db: Db, ids: readonly string[]): Promise<Map<string, UserRow>> {
  const { rows } = await sql<UserRow>`select ${COLUMNS} from user_account u where u.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function userByUsername(db: Db, username: string): Promise<UserRow | null> {
  const { rows } = await sql<UserRow>`select ${COLUMNS} from user_account u where u.username = ${username}`.execute(db)
  return rows[0] ?? null
}

/** The version of each account: the number of the last change that concerned it, a grant included. */
export async function userVersions(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select subject_id as id, max(change_id) as version from change_subject where subject_id = any(${ids}::uuid[]) group by 1`.execute(db)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** The changes since `baseVersion` that concerned this account, newest first, twenty at most. */
export async function userChangesSince(db: Db, id: string, baseVersion: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select change_id as number from change_subject where subject_id = ${id} and change_id > ${baseVersion} order by 1 desc limit 20`.execute(
    db,
  )
  return rows.map(({ number }) => number)
}
