import type { Types } from '../graphql/builder.ts'

/** Whom a row of a list is about. */
export interface OfPerson {
  readonly personId: string
  readonly personName: string | null
}

/** What every row about a person shows of them; the row is there only for whoever sees the person. */
export function personFields<R extends OfPerson>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>) {
  return {
    personId: t.id({
      description: 'The id of the person.',
      resolve: ({ personId }) => Buffer.from(`Person:${personId}`).toString('base64'),
    }),
    personName: t.string({
      nullable: true,
      description: 'The name on the day; null where none is recorded of it.',
      resolve: ({ personName }) => personName,
    }),
  }
}
