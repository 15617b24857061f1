import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'

import { BadPage, PAGE_DEFAULT, PAGE_LIMIT, type Page, type PageArgs } from './keyset.ts'

/**
 * One page of what has running numbers, the newest first, along the index of the number: as fast for the millionth row as for the first.
 * `from` is what follows `from` in the statement, its condition included; `number` the column.
 */
export async function numberedPage<Row extends { number: number }>(
  db: Db,
  columns: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  number: RawBuilder<unknown>,
  { first, after, last, before }: PageArgs,
): Promise<Page<Row>> {
  const backward = last != null || (before != null && first == null)
  const size = (backward ? last : first) ?? PAGE_DEFAULT
  if (!Number.isInteger(size) || size < 0 || size > PAGE_LIMIT)
    throw new BadPage(`A page has 0 to ${PAGE_LIMIT} rows; ${size} were asked for. Ask for fewer and page on with the cursor.`)
  const cursor = (backward ? before : after) ?? null
  const past = cursor === null ? sql`` : sql`and ${number} ${backward ? sql`>` : sql`<`} ${decode(cursor)}::bigint`
  const { rows } = await sql<Row>`
    select ${columns} from ${from} ${past} order by ${number} ${backward ? sql`asc` : sql`desc`} limit ${size + 1}`.execute(db)
  const page = rows.slice(0, size)
  if (backward) page.reverse()
  const edges = page.map((node) => ({ cursor: encode(node.number), node }))
  const more = rows.length > size
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? cursor !== null : more,
      hasPreviousPage: backward ? more : cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: async () => (await sql<{ count: number }>`select count(*) as count from ${from}`.execute(db)).rows[0]!.count,
  }
}

function encode(number: number): string {
  return Buffer.from(String(number)).toString('base64url')
}

function decode(cursor: string): number {
  const number = Number(Buffer.from(cursor, 'base64url').toString())
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new BadPage('The cursor is not one of this list. Begin at the first page.')
}
