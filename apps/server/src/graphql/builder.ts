import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'

import { GraphQLError } from 'graphql'

import type { Permission } from '@yilian/domain/access/permission.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import { denied } from '../access/denied.ts'
import type { Page } from '../list/keyset.ts'
import type { Context } from './context.ts'

export interface SchemaTypes {
  Context: Context
  Connection: Pick<Page<never>, 'totalCount'>
  DefaultFieldNullability: false
  DefaultAuthStrategy: 'all'
  AuthScopes: { signedIn: boolean; may: Permission; inPerson: boolean }
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
 * The one schema builder. Fields are non-null unless they say otherwise; those of Query and Mutation say who may
 * (`authScopes`), or the schema is not built (`requireScopes`).
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin, RelayPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    defaultStrategy: 'all',
    // Nobody reaches a field without being signed in: the handler refuses them before anything is executed.
    authScopes: ({ access, via }) => ({
      signedIn: true,
      may: (permission) => access.own(permission) !== null,
      // What somebody does with the own account is done at a screen, never by a token.
      inPerson: via !== 'TOKEN',
    }),
    unauthorizedError: (_, context, { fieldName }) => {
      denied(context, { field: fieldName })
      const message =
        context.via === 'TOKEN' ? 'The roles of this token do not allow this, or no token does.' : 'Your roles do not allow this.'
      return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } })
    },
  },
  // Nodes say `loadManyWithoutCache`: the plugin's cache hands out rows that another field is loading before they have a type.
  relay: {
    cursorType: 'String',
    clientMutationId: 'omit',
    nodeTypeOptions: { description: 'A thing with a lasting id.' },
    idFieldOptions: { description: 'Lasting id.' },
    nodeQueryOptions: {
      description: 'A thing by its id, as of now; null when there is none.',
      args: { id: { description: 'Its id.' } },
      authScopes: { signedIn: true },
    },
    nodesQueryOptions: {
      description: 'Things by their ids, in the order of the ids; null for each that there is none of.',
      args: { ids: { description: 'Their ids.' } },
      authScopes: { signedIn: true },
    },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'There are rows after this page.' },
    hasPreviousPageFieldOptions: { description: 'There are rows before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first row; null for an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last row; null for an empty page.' },
    firstArgOptions: { description: 'Rows of the page, from the start or after `after`.' },
    afterArgOptions: { description: 'The cursor after which the page begins.' },
    lastArgOptions: { description: 'Rows of the page, from the end or before `before`, in the same order.' },
    beforeArgOptions: { description: 'The cursor before which the page ends.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'A row of a page with its cursor.' },
    edgesFieldOptions: { description: 'The rows with their cursors.' },
    nodesOnConnection: { description: 'The rows.' },
    pageInfoFieldOptions: { description: 'Where the page stands in the list.' },
    cursorFieldOptions: { description: 'From here the next or previous page can be asked for.' },
    nodeFieldOptions: { description: 'The row.' },
  },
})

builder.globalConnectionField('totalCount', (t) =>
  t.int({ description: 'All rows of the list, whatever the page.', resolve: ({ totalCount }) => totalCount() }),
)

builder.queryType({
  description: 'Reads. Everything structural can be asked as of a day (`asOf`) and as known at an instant (`asKnownAt`).',
})
builder.mutationType({
  description: 'Commands, in the words of the trade. Each can be tried first with `validateOnly`.',
})
