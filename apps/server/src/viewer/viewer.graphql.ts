import { EVERYTHING } from '@yilian/domain/access/own.ts'
import { PERMISSIONS } from '@yilian/domain/access/permission.ts'

import type { Asker } from '../access/identify.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { now } from '../graphql/moment.ts'
import { Region } from '../region/region.graphql.ts'
import { countiesInUse } from '../region/region.queries.ts'
import { RoleGrant, roleGrantsOf } from '../role-grant/role-grant.graphql.ts'
import { User, UserKindEnum, userById } from '../user/user.ref.ts'
import { countiesOfGrants } from './viewer.queries.ts'

export const Viewer = builder.objectRef<Asker>('Viewer')

function accountOf(context: Context) {
  return context.userId === null ? null : userById(context, context.userId)
}

Viewer.implement({
  description: 'Who asks, and what they may do: a person at a screen, a token in the name of its owner, or a program of ours.',
  fields: (t) => ({
    id: t.id({ description: 'The account, as the actor of changes is named.', resolve: ({ actor }) => actor.id }),
    name: t.string({ description: 'Name to show.', resolve: ({ actor }) => actor.name }),
    username: t.string({
      nullable: true,
      description: 'The user name; null for a program of ours.',
      resolve: async (_, __, context) => (await accountOf(context))?.username ?? null,
    }),
    kind: t.field({
      type: UserKindEnum,
      nullable: true,
      description: 'Whose account it is; null for a program of ours.',
      resolve: async (_, __, context) => (await accountOf(context))?.kind ?? null,
    }),
    user: t.field({
      type: User,
      nullable: true,
      description: 'The own account; null for a program of ours.',
      resolve: (_, __, context) => accountOf(context),
    }),
    grants: t.field({
      type: [RoleGrant],
      description: 'The roles of today; of a token, those it may use.',
      resolve: async ({ userId, token }, _, context) => {
        const grants = userId === null ? [] : await roleGrantsOf(context, userId, now(context))
        return grants.filter(({ id }) => !token?.grantIds || token.grantIds.includes(id))
      },
    }),
    permissions: t.stringList({
      description: 'Everything that may be done somewhere, `alliance.change`; over what, the grants say. `policies` says what each means.',
      resolve: ({ access }) => [...PERMISSIONS.keys()].filter((permission) => access.own(permission) !== null),
    }),
    counties: t.field({
      type: [Region],
      description: 'The counties in which something is own or seen, by code.',
      resolve: ({ access }, _, context) =>
        access.own('institution.read') === EVERYTHING
          ? countiesInUse(context, now(context))
          : countiesOfGrants(context.db, access.grants, now(context)),
    }),
    viaToken: t.boolean({ description: 'It is a token that asks.', resolve: ({ via }) => via === 'TOKEN' }),
  }),
})

builder.queryFields((t) => ({
  today: t.field({
    type: 'Date',
    authScopes: { signedIn: true },
    description: 'The day it is in China: what `asOf` means when it is left out.',
    resolve: (_, __, { today }) => today,
  }),
  viewer: t.field({
    type: Viewer,
    authScopes: { signedIn: true },
    description: 'Who asks.',
    resolve: (_, __, context) => context,
  }),
}))
