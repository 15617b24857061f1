import type { GraphQLSchema } from 'graphql'

/** The schema itself; throws when a field of Query or Mutation does not say who may (`authScopes`): what is forgotten is not built. */
export function requireScopes(schema: GraphQLSchema): GraphQLSchema {
  const silent = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter(({ extensions }) => !hasScopes(extensions['pothosOptions']))
      .map(({ name }) => `${root?.name}.${name}`),
  )
  if (silent.length > 0) throw new Error(`who may ask for ${silent.join(', ')}? Say it in authScopes.`)
  return schema
}

function hasScopes(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'authScopes' in options && Boolean(options.authScopes)
}
