import type { Types } from '../graphql/builder.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { personSeen } from '../person/person-loader.ts'
import { Person } from '../person/person.ref.ts'

/** Whom a row of a list is about. */
export interface OfPerson {
  readonly personId: string
  readonly personName: string | null
}

/** What every row about a person shows of them; the row is there only for whoever sees the person. */
export function personFields<R extends OfPerson & AtMoment>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>) {
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
    person: t.field({
      type: Person,
      nullable: true,
      description: 'The person; null for whoever does not see them on the day itself.',
      resolve: (row, _, context) => personSeen(context, row, row.personId),
    }),
  }
}
