import { Actor } from '../change/change.graphql.ts'
import { builder } from '../graphql/builder.ts'

builder.queryFields((t) => ({
  today: t.field({
    type: 'Date',
    authScopes: { signedIn: true },
    description: 'The day it is in China: what `asOf` means when it is left out.',
    resolve: (_, __, { today }) => today,
  }),
  viewer: t.field({ type: Actor, authScopes: { signedIn: true }, description: 'Who asks.', resolve: (_, __, { actor }) => actor }),
}))
