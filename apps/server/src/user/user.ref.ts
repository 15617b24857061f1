import { USER_KINDS, USER_STATUSES } from '@yilian/domain/user.ts'

import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor, present } from '../graphql/moment.ts'
import { codeEnum } from '../graphql/text.ts'
import { usersByIds, type UserRow } from './user.queries.ts'

/** Made before it is implemented, so that other features can point at it. */
export const User = builder.objectRef<UserRow>('User')

export const UserKindEnum = codeEnum('UserKind', 'Whose account it is.', USER_KINDS)
export const UserStatusEnum = codeEnum('UserStatus', 'Whether an account can be used.', USER_STATUSES)

export function userLoader(context: Context) {
  return loaderFor(context, 'usersByIds', null, (ids) => usersByIds(context.db, ids))
}

/** The account that a row names: accounts are never deleted. */
export function userById(context: Context, id: string): UserRow | Promise<UserRow> {
  return present(userLoader(context).load(id), () => `user ${id} is missing`)
}

/** Whether this account may be shown to who asks: the own one, and all to those who keep accounts or grant roles. */
export function isUserSeen(context: Context, userId: string): boolean {
  return context.userId === userId || context.access.own('user.read') !== null
}
