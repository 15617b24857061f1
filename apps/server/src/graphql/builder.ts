import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'

import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import type { Context, Scope } from './context.ts'

export interface SchemaTypes {
  Context: Context
  DefaultFieldNullability: false
  DefaultAuthStrategy: 'all'
  AuthScopes: { scope: Scope }
  Scalars: {
    ID: { Input: string; Output: string | number }
    Date: { Input: IsoDate; Output: IsoDate }
    Instant: { Input: Instant; Output: Instant }
    Decimal: { Input: string; Output: string }
    Upload: { Input: File; Output: never }
  }
}

export type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>

/**
 * The one schema builder. Fields are non-null unless they say otherwise; Query needs the scope READ and Mutation OPERATE,
 * so that a field which forgets to say is denied to those without them.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin, RelayPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    defaultStrategy: 'all',
    authScopes: ({ actor }) => ({ scope: (needed) => actor.scopes.has(needed) }),
  },
  relay: { cursorType: 'String', clientMutationId: 'omit', nodesOnConnection: true },
})

builder.queryType({ authScopes: { scope: 'READ' }, description: 'Reads. Everything structural can be asked as of a day (`asOf`) and as known at an instant (`asKnownAt`).' })
builder.mutationType({ authScopes: { scope: 'OPERATE' }, description: 'Commands, in the words of the trade. Each can be tried first with `validateOnly`.' })
