import { normalUsername } from '@yilian/domain/access/username.ts'
import type { Instant } from '@yilian/domain/day.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { Change, ChangeConnection } from '../change/change.graphql.ts'
import { changePage } from '../change/change.queries.ts'
import { Department, departmentLoader } from '../department/department.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { RoleEnum } from '../graphql/enums.ts'
import { loaderFor } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum } from '../graphql/text.ts'
import { unsealMasked } from '../personal-data/seal.ts'
import { USER_ORDERS, userByUsername, userPage, userVersions, type UserOrder, type UserRow } from './user.queries.ts'
import { isUserSeen, User, UserKindEnum, userLoader, UserStatusEnum } from './user.ref.ts'

builder.node(User, {
  description: 'An account (用户): of a person who signs in, or of a program that uses tokens.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const seen = ids.filter((id) => isUserSeen(context, id))
    const found = new Map((await userLoader(context).bring(seen)).map((user) => [user.id, user]))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    username: t.exposeString('username', { description: 'As it signs in; it never changes and belongs to nobody else, ever.' }),
    name: t.exposeString('name', { description: 'Name of the person or program.' }),
    kind: t.field({ type: UserKindEnum, description: 'Whose account it is.', resolve: ({ kind }) => kind }),
    status: t.field({ type: UserStatusEnum, description: 'Whether it can be used.', resolve: ({ status }) => status }),
    locked: t.boolean({
      description: 'It cannot sign in now, after too many wrong passwords.',
      resolve: (user, _, context) => isLocked(user, context.requestedAt),
    }),
    lockedUntil: t.field({
      type: 'Instant',
      nullable: true,
      description: 'Until when; null while it is not locked.',
      resolve: (user, _, context) => (isLocked(user, context.requestedAt) ? user.lockedUntil : null),
    }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The department of the bureau.',
      resolve: ({ departmentId }, _, context) => (departmentId === null ? null : departmentLoader(context).load(departmentId)),
    }),
    phone: t.string({
      nullable: true,
      description: 'Mobile number, masked: 138****5678. `revealPersonalData` answers it whole.',
      resolve: ({ id, phoneEncrypted }, _, { keys }) => unsealMasked(keys, { field: 'PHONE', ownerId: id }, phoneEncrypted),
    }),
    identityNumber: t.string({
      nullable: true,
      description: 'Citizen identity number, masked: 110105********1234. `revealPersonalData` answers it whole.',
      resolve: ({ id, identityNumberEncrypted }, _, { keys }) =>
        unsealMasked(keys, { field: 'IDENTITY_NUMBER', ownerId: id }, identityNumberEncrypted),
    }),
    demonstration: t.exposeBoolean('demonstration', { description: 'It belongs to the demonstration; its password is public.' }),
    mustChangePassword: t.exposeBoolean('mustChangePassword', { description: 'Its password must be changed at the next sign-in.' }),
    twoFactorEnabled: t.exposeBoolean('twoFactorEnabled', { description: 'It signs in with a second factor (动态口令).' }),
    lastSignInAt: t.expose('lastSignInAt', { type: 'Instant', nullable: true, description: 'When it last signed in; null: never.' }),
    createdAt: t.expose('createdAt', { type: 'Instant', description: 'When it was created.' }),
    version: t.int({
      description: 'The version a revision is based on: the last change that concerned it, a grant included.',
      resolve: async ({ id }, _, context) =>
        (await loaderFor(context, 'userVersions', null, (ids) => userVersions(context.db, ids)).load(id)) ?? 0,
    }),
    changes: t.connection(
      {
        type: Change,
        description: `What was recorded about it, its grants included, newest first. ${PAGE_NOTE}`,
        resolve: ({ id }, args, context) => changePage(context, { subjectIds: [id] }, pageOf(args)),
      },
      ChangeConnection,
    ),
  }),
})

function isLocked({ lockedUntil }: UserRow, at: Instant): boolean {
  return lockedUntil !== null && at < lockedUntil
}

const ORDER_LABELS: Readonly<Record<UserOrder, Text>> = {
  NAME: { zh: '姓名', en: 'Name' },
  USERNAME: { zh: '用户名', en: 'User name' },
  LAST_SIGN_IN: { zh: '最近登录', en: 'Last sign-in' },
  CREATED: { zh: '创建时间', en: 'Created' },
}
const OrderEnum = codeEnum('UserOrder', 'How users are ordered.', ORDER_LABELS)

const UserFilter = builder.inputType('UserFilter', {
  description: 'Which users; all conditions must hold.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name, in characters, full pinyin or initials (`zs`), or of the user name.' }),
    status: t.field({ type: UserStatusEnum, description: 'Those with this status.' }),
    kind: t.field({ type: UserKindEnum, description: 'Persons, or service accounts.' }),
    role: t.field({ type: RoleEnum, description: 'Those who have this role today.' }),
    departmentId: t.id({ description: 'Those of this department.' }),
  }),
})

builder.queryField('users', (t) =>
  t.connection(
    {
      type: User,
      authScopes: { may: 'user.read' },
      description: `Accounts, by name unless told otherwise. ${PAGE_NOTE}`,
      args: {
        filter: t.arg({ type: UserFilter, description: 'Which.' }),
        orderBy: t.arg({ type: OrderEnum, defaultValue: 'NAME', description: 'In which order.' }),
        descending: t.arg.boolean({ defaultValue: false, description: 'The other way round. Those never signed in come last either way.' }),
      },
      resolve: (_, { filter, orderBy, descending, ...page }, { db, today }: Context) =>
        userPage(
          db,
          { ...filter, departmentId: filter?.departmentId == null ? null : uuidOf(filter.departmentId) },
          { ...USER_ORDERS[orderBy ?? 'NAME'], descending: descending ?? false },
          pageOf(page),
          today,
        ),
    },
    { name: 'UserConnection', description: 'A page of users.' },
    { name: 'UserEdge' },
  ),
)

builder.queryField('user', (t) =>
  t.field({
    type: User,
    nullable: true,
    authScopes: { may: 'user.read' },
    description: 'One account by its user name; null when there is none.',
    args: { username: t.arg.string({ required: true, description: 'The user name.' }) },
    resolve: (_, { username }, { db }) => userByUsername(db, normalUsername(username)),
  }),
)
