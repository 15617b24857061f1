import { TOKEN_DAYS, TOKENS_AT_ONCE } from '@yilian/domain/api-token.ts'

import { InputRefusedType } from '../command/command.graphql.ts'
import type { InputRefused } from '../command/run-command.ts'
import { builder } from '../graphql/builder.ts'
import { pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { RoleGrant } from '../role-grant/role-grant.graphql.ts'
import { roleGrantsByIds, type RoleGrantRow } from '../role-grant/role-grant.queries.ts'
import type { UserRow } from '../user/user.queries.ts'
import { User, userById } from '../user/user.ref.ts'
import { Viewer } from '../viewer/viewer.graphql.ts'
import { createToken, revokeToken, type TokenCreated } from './api-token.commands.ts'
import { tokenPage, TOKENS_SHOWN, tokensOfUsers, type ApiTokenRow } from './api-token.queries.ts'

export const ApiToken = builder.objectRef<ApiTokenRow>('ApiToken')

ApiToken.implement({
  description: 'A token (令牌): how scripts ask in the name of its owner. It never may more than its owner may at that moment.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Lasting id.' }),
    name: t.exposeString('name', { description: 'What it is for.' }),
    prefix: t.exposeString('prefix', { description: 'The beginning of its secret, to know it again.' }),
    readOnly: t.exposeBoolean('readOnly', { description: 'It changes nothing.' }),
    grants: t.field({
      type: [RoleGrant],
      nullable: true,
      description: 'The grants it may use while its owner has them; null: all that its owner has.',
      resolve: async ({ grantIds }, _, context) => {
        if (grantIds === null) return null
        const moment = now(context)
        const grants = loaderFor<RoleGrantRow>(context, 'roleGrantsByIds', moment, (ids) => roleGrantsByIds(context.db, ids, moment))
        return grants.bring(grantIds)
      },
    }),
    owner: t.field({ type: User, description: 'In whose name it asks.', resolve: ({ userId }, _, context) => userById(context, userId) }),
    expiresAt: t.expose('expiresAt', { type: 'Instant', description: 'From then on it does not work.' }),
    createdAt: t.expose('createdAt', { type: 'Instant', description: 'When it was made.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was last used, to the minute; null: never.',
    }),
    lastUsedFrom: t.exposeString('lastUsedFrom', { nullable: true, description: 'From which address.' }),
    revokedAt: t.expose('revokedAt', { type: 'Instant', nullable: true, description: 'When it was revoked; null while it was not.' }),
  }),
})

async function tokensOf(context: Context, userId: string | null): Promise<ApiTokenRow[]> {
  if (userId === null) return []
  return (await loaderFor(context, 'tokensOfUsers', null, (ids) => tokensOfUsers(context.db, ids)).load(userId)) ?? []
}

function areTokensSeen({ userId, access }: Context, { id, kind }: UserRow): boolean {
  return userId === id || access.own('apiToken.oversee') !== null || (kind === 'SERVICE' && access.own('user.change') !== null)
}

builder.objectField(User, 'tokens', (t) =>
  t.field({
    type: [ApiToken],
    description: `Its tokens, the newest ${TOKENS_SHOWN} first, revoked ones too. One's own, a service account's with \`user.change\`, anybody's with \`apiToken.oversee\`.`,
    authScopes: (user, _, context) => areTokensSeen(context, user),
    resolve: ({ id }, _, context) => tokensOf(context, id),
  }),
)

builder.objectField(Viewer, 'tokens', (t) =>
  t.field({
    type: [ApiToken],
    description: `The own tokens, the newest ${TOKENS_SHOWN} first, revoked ones too.`,
    resolve: ({ userId }, _, context) => tokensOf(context, userId),
  }),
)

const ApiTokenFilter = builder.inputType('ApiTokenFilter', {
  description: 'Which tokens; all conditions must hold.',
  fields: (t) => ({
    ownerId: t.id({ description: 'Those of this account.' }),
    working: t.boolean({ description: 'Those neither revoked nor expired, or the others.' }),
  }),
})

builder.queryField('tokens', (t) =>
  t.connection(
    {
      type: ApiToken,
      authScopes: { may: 'apiToken.oversee' },
      description: `The tokens of everybody, the newest first. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: ApiTokenFilter, description: 'Which.' }) },
      resolve: (_, { filter, ...page }, { db, requestedAt }: Context) =>
        tokenPage(db, { ...filter, ownerId: filter?.ownerId == null ? null : uuidOf(filter.ownerId) }, pageOf(page), requestedAt),
    },
    { name: 'ApiTokenConnection', description: 'A page of tokens.' },
    { name: 'ApiTokenEdge' },
  ),
)

const TokenCreatedType = builder.objectRef<TokenCreated>('TokenCreated').implement({
  description: 'The token was made.',
  fields: (t) => ({
    token: t.field({ type: ApiToken, description: 'The token.', resolve: ({ token }) => token }),
    secret: t.exposeString('secret', { description: 'What scripts send as `Authorization: Bearer …`. It is shown this once.' }),
  }),
})

const CreateTokenResult = builder.unionType('CreateTokenResult', {
  description: 'The token with its secret, or why it was not made.',
  types: [TokenCreatedType, InputRefusedType],
  resolveType: (value) => (value as TokenCreated | InputRefused).outcome,
})

const RevokeTokenResult = builder.unionType('RevokeTokenResult', {
  description: 'The token, or why it was not revoked.',
  types: [ApiToken, InputRefusedType],
  resolveType: (value) => ('outcome' in (value as ApiTokenRow | InputRefused) ? 'InputRefused' : 'ApiToken'),
})

const CreateTokenInput = builder.inputType('CreateTokenInput', {
  description: 'A new token.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is for, at most 100 characters.' }),
    readOnly: t.boolean({ defaultValue: true, description: 'It changes nothing; so it is unless told otherwise.' }),
    grantIds: t.idList({ description: 'The grants of the owner that it may use; left out for all that the owner has.' }),
    expiresOn: t.field({ type: 'Date', required: true, description: `The last day on which it works; ${TOKEN_DAYS} days ahead at most.` }),
    forUserId: t.id({ description: 'A service account, with `user.change`; left out for oneself.' }),
  }),
})

builder.mutationFields((t) => ({
  createToken: t.field({
    type: CreateTokenResult,
    authScopes: { inPerson: true },
    description: `Makes a token for oneself, or for a service account. ${TOKENS_AT_ONCE} of an account work at a time. Not by token.`,
    args: { input: t.arg({ type: CreateTokenInput, required: true, description: 'What token.' }) },
    resolve: (_, { input }, context) => {
      const { name, readOnly, grantIds, expiresOn, forUserId } = input
      return createToken(context, {
        name,
        expiresOn,
        readOnly: readOnly ?? true,
        grantIds: grantIds?.map((id) => uuidOf(String(id))) ?? null,
        forUserId: forUserId == null ? null : uuidOf(String(forUserId)),
      })
    },
  }),
  revokeToken: t.field({
    type: RevokeTokenResult,
    authScopes: { inPerson: true },
    description:
      'Ends a token for good: one’s own, a service account’s with `user.change`, anybody’s with `apiToken.oversee`. Not by token.',
    args: { id: t.arg.id({ required: true, description: 'The token.' }) },
    resolve: (_, { id }, context) => revokeToken(context, uuidOf(id)),
  }),
}))
