import { type RawBuilder, sql } from 'kysely'

/** Columns of a list, in camelCase; `null`: all of them. */
export type Columns = readonly string[] | null

/** These columns of `t` for a select: `t.id, t.region_code`, or `t.*`. */
export function columnsOfT(columns: Columns): RawBuilder<unknown> {
  return columns === null ? sql`t.*` : sql.join(columns.map((column) => sql.ref(`t.${column}`)))
}

/** `list`, a select, reduced to these columns: what is left out is neither read nor sent. `order` is over `t`. */
export function onlyColumns<Row>(list: RawBuilder<unknown>, columns: Columns, order: RawBuilder<unknown> = sql``): RawBuilder<Row> {
  return sql<Row>`select ${columnsOfT(columns)} from (${list}) t ${order}`
}
