import { grantName, scopeName } from '@yilian/domain/access/grant-name.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import { unlimited } from '../access/reader.ts'
import { Actor } from '../change/change.graphql.ts'
import { changesByNumber } from '../change/change.queries.ts'
import { namesIn } from '../change/describe.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { datedFields } from '../graphql/dated-fields.ts'
import { RoleEnum, ScopeKindEnum, WorkAreaEnum } from '../graphql/enums.ts'
import { knownArg, loaderFor, momentArgs, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { localeArg } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { PolicyDocument, policyDocumentById } from '../policy-document/policy-document.graphql.ts'
import { User, userById } from '../user/user.ref.ts'
import { roleGrantsByIds, roleGrantsOfUsers, roleGrantTimelinesOfUsers, type RoleGrantRow } from './role-grant.queries.ts'

export const RoleGrant = builder.objectRef<RoleGrantRow>('RoleGrant')

builder.node(RoleGrant, {
  description: 'One stretch of days in which a user has a role over something. Stretches with the same `id` are one grant.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await roleGrantsByIds(context.db, ids, now(context))
    return ids.map((id) => found.get(id) ?? null).map((grant) => (grant && areGrantsSeen(context, grant.userId) ? grant : null))
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'ROLE_GRANT', id),
    }),
    role: t.field({ type: RoleEnum, description: 'The role.', resolve: ({ role }) => role }),
    scopeKind: t.field({ type: ScopeKindEnum, description: 'What it is granted over.', resolve: ({ scopeKind }) => scopeKind }),
    scopeId: t.exposeString('scopeId', {
      description: 'Six digits of a county, or the id of a department, alliance or institution; `*` for the whole installation.',
    }),
    scopeName: t.string({
      description: 'What it is granted over, in words: 中方县, 铜湾镇中心卫生院.',
      args: localeArg,
      resolve: async (grant, { locale }, context) => scopeName({ ...grant, scopeName: await nameOfScope(context, grant) }, locale ?? 'zh'),
    }),
    label: t.string({
      description: 'The whole of it in words: 局经办人（医共体） · 中方县.',
      args: localeArg,
      resolve: async (grant, { locale }, context) => grantName({ ...grant, scopeName: await nameOfScope(context, grant) }, locale ?? 'zh'),
    }),
    workArea: t.field({
      type: WorkAreaEnum,
      nullable: true,
      description: 'Of bureau operators: the line of work.',
      resolve: ({ workArea }) => workArea,
    }),
    reason: t.exposeString('reason', { description: 'Why it was given.' }),
    user: t.field({ type: User, description: 'Who has it.', resolve: ({ userId }, _, context) => userById(context, userId) }),
    grantedBy: t.field({
      type: Actor,
      description: 'Who gave it, or last changed it.',
      // Told to everybody whom the grant is shown to, whether they see the change it was part of or not.
      resolve: async ({ recordedBy }, _, context) => {
        const changes = loaderFor(context, 'grantedBy', null, (numbers) => changesByNumber(unlimited(context.db), numbers))
        const { actorId, actorName } = (await changes.load(String(recordedBy)))!
        return { id: actorId, name: actorName }
      },
    }),
    document: t.field({
      type: PolicyDocument,
      nullable: true,
      description: 'The document it is based on.',
      resolve: ({ documentId }, _, context) => policyDocumentById(context, documentId),
    }),
    ...datedFields(t),
  }),
})

async function nameOfScope(context: Context, { scopeKind, scopeId }: RoleGrantRow): Promise<string> {
  if (scopeKind === 'INSTALLATION') return scopeId
  const names = loaderFor(context, 'scopeNames', null, (ids) =>
    namesIn(
      context,
      ids.map((own) => ({ scopeId: own })),
    ),
  )
  return (await names.load(scopeId)) ?? scopeId
}

/** Whether the grants of this account may be shown to who asks: the own ones, and all to those who keep accounts or grant roles. */
export function areGrantsSeen(context: Context, userId: string): boolean {
  return context.userId === userId || context.access.own('roleGrant.read') !== null
}

/** The grants of a user in force at a moment. */
export async function roleGrantsOf(context: Context, userId: string, moment: Moment): Promise<RoleGrantRow[]> {
  return (await loaderFor(context, 'roleGrantsOfUsers', moment, (ids) => roleGrantsOfUsers(context.db, ids, moment)).load(userId)) ?? []
}

builder.objectFields(User, (t) => ({
  grants: t.field({
    type: [RoleGrant],
    description: 'The roles the user has on a day.',
    args: momentArgs,
    authScopes: ({ id }, _, context) => areGrantsSeen(context, id),
    resolve: ({ id }, { asOf, asKnownAt }, context) =>
      roleGrantsOf(context, id, { asOf: asOf ?? context.today, asKnownAt: asKnownAt ?? null }),
  }),
  grantTimeline: t.field({
    type: [RoleGrant],
    description: 'Every stretch of every grant, past and future, as known at an instant.',
    args: knownArg,
    authScopes: ({ id }, _, context) => areGrantsSeen(context, id),
    resolve: async ({ id }, { asKnownAt }, context) => {
      const moment = { asOf: context.today, asKnownAt: asKnownAt ?? null }
      const timelines = loaderFor(context, 'roleGrantTimelinesOfUsers', moment, (ids) => roleGrantTimelinesOfUsers(context.db, ids, moment))
      return (await timelines.load(id)) ?? []
    },
  }),
}))
