import { builder } from '../graphql/builder.ts'
import { ScopeKindEnum } from '../graphql/enums.ts'
import { grantScopes, type GrantScopeRow } from './grant-scope.queries.ts'

const GrantScope = builder.objectRef<GrantScopeRow>('GrantScope').implement({
  description: 'Something that a role can be granted over, by its name.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The `scopeId` of a grant over it: six digits of a county, or its id.' }),
    name: t.exposeString('name', { description: 'Its name today.' }),
    within: t.exposeString('within', {
      nullable: true,
      description: 'Where it is: the prefecture of a county, the county of everything else.',
    }),
  }),
})

builder.queryField('grantScopes', (t) =>
  t.field({
    type: [GrantScope],
    skipTypeScopes: true,
    authScopes: { may: 'roleGrant.read' },
    description:
      'What roles can be granted over, for the administrators, who see grants and read nothing else of it: at most 30 of a kind, shorter names first. Without a text, counties of which anything is kept.',
    args: {
      kind: t.arg({ type: ScopeKindEnum, required: true, description: 'Of which kind; nothing is found of the whole installation.' }),
      search: t.arg.string({
        description: 'Part of the name; of alliances and institutions also pinyin, initials or code; of a county its six digits.',
      }),
    },
    resolve: (_, { kind, search }, { db, today }) => grantScopes(db, kind, search ?? '', today),
  }),
)
