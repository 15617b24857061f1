import { ROLES, type Role } from '@yilian/domain/access/role.ts'
import { USER_KINDS, USER_STATUSES, type UserKind, type UserStatus } from '@yilian/domain/user.ts'
import type { UserFilter } from '../graphql/graphql.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { oneOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

export const USER_ORDERS = ['NAME', 'USERNAME', 'LAST_SIGN_IN', 'CREATED'] as const
export type UserSort = (typeof USER_ORDERS)[number]

/** What the list of users keeps in the address. */
export interface UserSearch extends TableSearch<UserSort> {
  readonly q?: string | undefined
  readonly status?: UserStatus | undefined
  readonly role?: Role | undefined
  readonly kind?: UserKind | undefined
  /** Id of a department. */
  readonly department?: string | undefined
}

export const NO_FILTERS = { q: undefined, status: undefined, role: undefined, kind: undefined, department: undefined } as const

export const userSearch = (search: Params): UserSearch => ({
  ...tableSearch(search, USER_ORDERS),
  q: text(search.q),
  status: oneOf(search.status, keysOf(USER_STATUSES)),
  role: oneOf(search.role, keysOf(ROLES)),
  kind: oneOf(search.kind, keysOf(USER_KINDS)),
  department: text(search.department),
})

/** The filter of the query, and of the export. */
export const userFilter = ({ q, status, role, kind, department }: UserSearch): UserFilter => ({
  search: q ?? null,
  status: status ?? null,
  role: role ?? null,
  kind: kind ?? null,
  departmentId: department ?? null,
})

export const USER_TABS = ['overview', 'grants', 'tokens', 'changes'] as const
export type UserTab = (typeof USER_TABS)[number]
