import { PERMISSIONS, type Permission } from '@yilian/domain/access/permission.ts'
import type { Rule, Who } from '@yilian/domain/access/policy.ts'

import { builder } from '../graphql/builder.ts'
import { RoleEnum, WorkAreaEnum } from '../graphql/enums.ts'
import { inLocale, localeArg } from '../graphql/text.ts'

const PolicyWho = builder.objectRef<Who>('PolicyWho').implement({
  description: 'Who may: a role, of bureau operators with a line of work.',
  fields: (t) => ({
    role: t.field({ type: RoleEnum, description: 'The role.', resolve: ({ role }) => role }),
    workArea: t.field({
      type: WorkAreaEnum,
      nullable: true,
      description: 'The line of work; null: whatever it is.',
      resolve: ({ workArea }) => workArea ?? null,
    }),
  }),
})

const PolicyRule = builder.objectRef<{ permission: Permission; rule: Rule }>('PolicyRule').implement({
  description: 'Who may do one thing, as a sentence and as data. What is in no rule is not allowed to anybody.',
  fields: (t) => ({
    permission: t.string({
      description: 'The thing and what is done with it, `alliance.change`.',
      resolve: ({ permission }) => permission,
    }),
    says: t.string({ description: 'The rule as a sentence.', args: localeArg, resolve: ({ rule }, args) => inLocale(rule.says, args) }),
    who: t.field({ type: [PolicyWho], description: 'Whom it allows.', resolve: ({ rule }) => [...rule.who] }),
  }),
})

builder.queryField('policies', (t) =>
  t.field({
    type: [PolicyRule],
    authScopes: { signedIn: true },
    description: 'Every rule of who may do what, as the server applies it.',
    resolve: () => [...PERMISSIONS].map(([permission, rule]) => ({ permission, rule })),
  }),
)
