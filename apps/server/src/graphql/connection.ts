import { PAGE_DEFAULT, PAGE_LIMIT, type PageArgs } from '../list/keyset.ts'
import type { Types } from './builder.ts'
import type { AtMoment } from './moment.ts'

/** Said of every list. */
export const PAGE_NOTE = `At most ${PAGE_LIMIT} rows a page; ${PAGE_DEFAULT} when \`first\` and \`last\` are left out.`

/** The paging arguments out of a field's arguments. */
export function pageOf({ first, after, last, before }: PageArgs): PageArgs {
  return { first, after, last, before }
}

/** The fields of a connection whose rows were read at a moment. */
export function momentFields<R extends AtMoment>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>) {
  return {
    asOf: t.field({ type: 'Date', description: 'The day the list is in force on.', resolve: ({ moment }) => moment.asOf }),
    asKnownAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'The instant whose knowledge it shows; null: now.',
      resolve: ({ moment }) => moment.asKnownAt,
    }),
  }
}
