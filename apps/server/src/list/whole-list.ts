import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'

/** Rows of a list that is read whole, at most, whosever rows one statement reads. */
export const WHOLE_LIMIT = 10_000

/** A list that is read whole, because it is added up or compared, has more rows than that. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows'
  constructor() {
    super(`There are more than ${WHOLE_LIMIT} rows. Ask for fewer months, or for one alliance.`)
  }
}

/** All rows of `list`, a select; throws `TooManyRows`, and never leaves any out. */
export async function wholeList<Row>(db: Db, list: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await sql<Row>`${list} limit ${WHOLE_LIMIT + 1}`.execute(db)
  if (rows.length > WHOLE_LIMIT) throw new TooManyRows()
  return rows
}
