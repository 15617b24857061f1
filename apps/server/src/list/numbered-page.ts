import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'

import { badCursor, pageOfRows, readPage, type Page, type PageArgs } from './keyset.ts'

/**
 * One page of what has running numbers, the newest first, along the index of the number: as fast for the millionth row as for the first.
 * `from` is what follows `from` in the statement, its condition included; `number` the column.
 */
export async function numberedPage<Row extends { number: number }>(
  db: Db,
  columns: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  number: RawBuilder<unknown>,
  args: PageArgs,
): Promise<Page<Row>> {
  const { backward, size, cursor } = readPage(args)
  const past = cursor === null ? sql`` : sql`and ${number} ${backward ? sql`>` : sql`<`} ${decode(cursor)}::bigint`
  const { rows } = await sql<Row>`
    select ${columns} from ${from} ${past} order by ${number} ${backward ? sql`asc` : sql`desc`} limit ${size + 1}`.execute(db)
  return {
    ...pageOfRows(args, rows, (row) => encode(row.number)),
    totalCount: async () => (await sql<{ count: number }>`select count(*) as count from ${from}`.execute(db)).rows[0]!.count,
  }
}

function encode(number: number): string {
  return Buffer.from(String(number)).toString('base64url')
}

function decode(cursor: string): number {
  const number = Number(Buffer.from(cursor, 'base64url').toString())
  if (Number.isSafeInteger(number) && number > 0) return number
  throw badCursor()
}
