import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { isIsoDate } from '@yilian/domain/day.ts'

import { type Columns, columnsOfT } from './columns.ts'

/** Rows of one page at most; asking for more is refused with the number. */
export const PAGE_LIMIT = 500
export const PAGE_DEFAULT = 50

export interface PageArgs {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** How a list is ordered: an SQL expression over `t` (the list's row), compared in `collation` if text. Ties are broken by id. */
export interface ListOrder {
  readonly key: RawBuilder<unknown>
  readonly type: 'text' | 'numeric' | 'date'
  readonly descending: boolean
}

export interface Page<Row> {
  readonly edges: { cursor: string; node: Row }[]
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  /** Counts all rows of the list with one statement; asked only when the query asks. */
  readonly totalCount: () => Promise<number>
}

/** What is wrong with the arguments of a page: a limit, or a cursor that is none. */
export class BadPage extends Error {
  override readonly name = 'BadPage'
}

/** Order by pinyin, as a Chinese reader expects names. */
export const byPinyin = (expression: RawBuilder<unknown>): RawBuilder<unknown> => sql`${expression} collate "zh-x-icu"`

/**
 * One page of `list` (a select that yields `id` and whatever the order and the caller need), by keyset on (order key, id):
 * one statement whatever the page, no offset. Rows without a key come last in either direction. Rows have these `columns`, `id` among
 * them; all when left out.
 */
export async function keysetPage<Row extends { id: string }>(
  db: Db,
  list: RawBuilder<unknown>,
  order: ListOrder,
  args: PageArgs,
  columns: Columns = null,
): Promise<Page<Row>> {
  const { rows } = await sql<Row & Sorted>`${rowsOfPage(list, order, args, columnsOfT(columns))}`.execute(db)
  return {
    ...pageOfRows(args, rows, cursorOf),
    totalCount: async () => {
      const counted = await sql<{ count: number }>`select count(*) as count from (${list}) t`.execute(db)
      return counted.rows[0]!.count
    },
  }
}

/**
 * The same page of what each of several holders has: `list` is its select, given the holder's id as SQL. One statement for all pages, and
 * one for all counts when any is asked for.
 */
export async function keysetPages<Row extends { id: string }>(
  db: Db,
  holders: readonly string[],
  list: (holder: RawBuilder<unknown>) => RawBuilder<unknown>,
  order: ListOrder,
  args: PageArgs,
): Promise<Map<string, Page<Row>>> {
  const own = list(sql`h.id`)
  const { rows } = await sql<Row & Sorted & { holder: string }>`
    select h.id as holder, r.* from unnest(${holders}::uuid[]) h (id) cross join lateral (
      ${rowsOfPage(own, order, args, sql`t.*, row_number() over (order by ${inOrder(order, args)}) as place`)}) r
    order by r.place`.execute(db)
  const byHolder = Map.groupBy(rows, ({ holder }) => holder)
  let counted: Promise<Map<string, number>> | undefined
  const count = async () => {
    const counts = await sql<{ holder: string; count: number }>`
      select h.id as holder, (select count(*) from (${own}) t) as count from unnest(${holders}::uuid[]) h (id)`.execute(db)
    return new Map(counts.rows.map((row) => [row.holder, row.count]))
  }
  return new Map(
    holders.map((holder) => [
      holder,
      {
        ...pageOfRows(args, byHolder.get(holder) ?? [], cursorOf),
        totalCount: async () => (await (counted ??= count())).get(holder) ?? 0,
      },
    ]),
  )
}

interface Sorted {
  readonly id: string
  readonly sortKey: string | null
}
const cursorOf = ({ sortKey, id }: Sorted) => encodeCursor(sortKey, id)

/** The rows of a page of `list` as they are read, and one more. */
function rowsOfPage(list: RawBuilder<unknown>, order: ListOrder, args: PageArgs, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { backward, size, cursor } = readPage(args)
  const down = order.descending !== backward
  const where = cursor === null ? sql`true` : pastCursor(order, decodeCursor(cursor, order.type), down, backward)
  return sql`select ${columns}, (${order.key})::text as sort_key from (${list}) t where ${where}
    order by ${inOrder(order, args)} limit ${size + 1}`
}

function inOrder({ key, descending }: ListOrder, args: PageArgs): RawBuilder<unknown> {
  const { backward } = readPage(args)
  const direction = descending === backward ? sql`asc` : sql`desc`
  return sql`(${key} is null) ${backward ? sql`desc` : sql`asc`}, ${key} ${direction}, t.id ${direction}`
}

/** Which way a page is read, how many rows it has, and the cursor behind which it begins; throws `BadPage` for too many. */
export function readPage({ first, after, last, before }: PageArgs): { backward: boolean; size: number; cursor: string | null } {
  const backward = last != null || (before != null && first == null)
  const size = (backward ? last : first) ?? PAGE_DEFAULT
  if (!Number.isInteger(size) || size < 0 || size > PAGE_LIMIT)
    throw new BadPage(`A page has 0 to ${PAGE_LIMIT} rows; ${size} were asked for. Ask for fewer and page on with the cursor.`)
  return { backward, size, cursor: (backward ? before : after) ?? null }
}

/** The page out of rows in the order they were read, backward from its end; a row more than it has says that others follow. */
export function pageOfRows<Row>(args: PageArgs, rows: readonly Row[], cursorOf: (row: Row) => string): Omit<Page<Row>, 'totalCount'> {
  const { backward, size, cursor } = readPage(args)
  const page = rows.slice(0, size)
  if (backward) page.reverse()
  const edges = page.map((node) => ({ cursor: cursorOf(node), node }))
  const more = rows.length > size
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? cursor !== null : more,
      hasPreviousPage: backward ? more : cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

interface Cursor {
  readonly key: string | null
  readonly id: string
}

// What comes after the cursor in the order read; rows without a key are the last, so the first when read backward.
function pastCursor({ key, type }: ListOrder, cursor: Cursor, down: boolean, backward: boolean): RawBuilder<unknown> {
  const id = sql`${cursor.id}::uuid`
  const beyondId = down ? sql`t.id < ${id}` : sql`t.id > ${id}`
  if (cursor.key === null) return backward ? sql`(${key} is not null or ${beyondId})` : sql`(${key} is null and ${beyondId})`
  const value = sql`${cursor.key}::${sql.raw(type)}`
  const beyondKey = down ? sql`${key} < ${value}` : sql`${key} > ${value}`
  const beyond = sql`(${beyondKey} or (${key} = ${value} and ${beyondId}))`
  return backward ? sql`(${key} is not null and ${beyond})` : sql`(${key} is null or ${beyond})`
}

/** The cursor of the row with this key and id. */
export function encodeCursor(key: string | null, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEYS: Readonly<Record<ListOrder['type'], (key: string) => boolean>> = {
  text: () => true,
  numeric: (key) => /^-?\d+(\.\d+)?$/.test(key),
  date: isIsoDate,
}

function decodeCursor(cursor: string, type: ListOrder['type']): Cursor {
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if ((key === null || (typeof key === 'string' && KEYS[type](key))) && typeof id === 'string' && UUID.test(id)) return { key, id }
  } catch {
    // said below
  }
  throw badCursor()
}

/** What is said of a cursor that is none of the list. */
export function badCursor(): BadPage {
  return new BadPage('The cursor is not one of this list. Begin at the first page.')
}
