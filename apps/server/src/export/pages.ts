import { PAGE_LIMIT, type Page, type PageArgs } from '../list/keyset.ts'

/** All rows of a list, as many pages as it has, each read when the one before was taken: memory does not grow with the list. */
export async function* allPages<Row extends { id: string }>(
  read: (page: PageArgs) => Promise<Page<Row>>,
  size = PAGE_LIMIT,
): AsyncGenerator<Row[]> {
  for (let after: string | null = null; ;) {
    const { edges, pageInfo }: Page<Row> = await read({ first: size, after })
    yield edges.map(({ node }) => node)
    if (!pageInfo.hasNextPage) return
    after = pageInfo.endCursor
  }
}

/** The distinct values, without those that are missing. */
export function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value != null))]
}
