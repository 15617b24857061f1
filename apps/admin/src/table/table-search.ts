import { count, oneOf, text, type Params } from '../shell/address.ts'

export const PAGE_SIZES = [50, 100, 200] as const
const DEFAULT_SIZE = 50

/**
 * What a table keeps in the address: order, page size and place. A place is a cursor (`after`, or `before` when paging
 * back) with the number of its first row, `from`, which is only for showing; the rows themselves come by keyset.
 */
export interface TableSearch<Sort extends string> {
  readonly sort?: Sort | undefined
  readonly dir?: 'asc' | 'desc' | undefined
  readonly size?: number | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly from?: number | undefined
}

/** The table's part of a route's `validateSearch`. */
export function tableSearch<const Sort extends string>(search: Params, sorts: readonly Sort[]): TableSearch<Sort> {
  const sort = oneOf(search.sort, sorts)
  const size = count(search.size, 1, 200)
  const after = text(search.after)
  return {
    sort,
    dir: sort === undefined ? undefined : oneOf(search.dir, ['asc', 'desc']),
    size: size === DEFAULT_SIZE ? undefined : PAGE_SIZES.find((one) => one === size),
    after,
    before: after === undefined ? text(search.before) : undefined,
    from: count(search.from, 1, Number.MAX_SAFE_INTEGER),
  }
}

/** To spread into a patch whenever a filter, the order or the size changes: paging starts again. */
export const FIRST_PAGE = { after: undefined, before: undefined, from: undefined } as const

export interface PageArguments<Sort extends string> {
  readonly orderBy: Sort | undefined
  readonly direction: 'ASC' | 'DESC' | undefined
  readonly first: number | undefined
  readonly after: string | undefined
  readonly last: number | undefined
  readonly before: string | undefined
}

/** The arguments of a connection for the place in the address. */
export function pageArguments<Sort extends string>(search: TableSearch<Sort>): PageArguments<Sort> {
  const size = search.size ?? DEFAULT_SIZE
  const back = search.before !== undefined
  return {
    orderBy: search.sort,
    direction: search.sort === undefined ? undefined : search.dir === 'desc' ? 'DESC' : 'ASC',
    first: back ? undefined : size,
    after: search.after,
    last: back ? size : undefined,
    before: search.before,
  }
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

export interface Page {
  readonly firstRow: number
  readonly lastRow: number
  readonly previous: TableSearch<string> | null
  readonly next: TableSearch<string> | null
}

/** Which rows are shown and where the neighbouring pages are. */
export function pageOf(search: TableSearch<string>, rows: number, info: PageInfo | undefined): Page {
  const size = search.size ?? DEFAULT_SIZE
  const firstRow = search.from ?? 1
  const atStart = search.after === undefined && search.before === undefined
  return {
    firstRow: rows === 0 ? 0 : firstRow,
    lastRow: rows === 0 ? 0 : firstRow + rows - 1,
    next: info?.hasNextPage && info.endCursor ? { ...FIRST_PAGE, after: info.endCursor, from: firstRow + rows } : null,
    previous:
      atStart || !info?.hasPreviousPage || !info.startCursor
        ? null
        : firstRow - size <= 1
          ? { ...FIRST_PAGE }
          : { ...FIRST_PAGE, before: info.startCursor, from: firstRow - size },
  }
}
