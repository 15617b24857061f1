import { PAGE_DEFAULT, PAGE_LIMIT, type PageArgs } from '../list/keyset.ts'

/** Said of every list. */
export const PAGE_NOTE = `At most ${PAGE_LIMIT} rows a page; ${PAGE_DEFAULT} when \`first\` and \`last\` are left out.`

/** The paging arguments out of a field's arguments. */
export function pageOf({ first, after, last, before }: PageArgs): PageArgs {
  return { first, after, last, before }
}
