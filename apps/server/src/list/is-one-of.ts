import { type RawBuilder, sql } from 'kysely'

/** Values up to which their number is said in the statement. */
const FEW = 4

/**
 * True where a column has one of these values. A few stand by themselves: of a list PostgreSQL expects ten, and would plan a prepared
 * statement anew each time because with fewer it does better than that.
 */
export function isOneOf(column: RawBuilder<unknown>, values: readonly string[], type: 'text' | 'uuid' = 'text'): RawBuilder<boolean> {
  const cast = type === 'uuid' ? { one: sql`::uuid`, list: sql`::uuid[]` } : { one: sql``, list: sql`::text[]` }
  if (values.length === 1) return sql`${column} = ${values[0]}${cast.one}`
  if (values.length === 0 || values.length > FEW) return sql`${column} = any(${values}${cast.list})`
  return sql`${column} = any(array[${sql.join(values)}]${cast.list})`
}
