import { CamelCasePlugin, type PluginTransformResultArgs, type QueryResult, type UnknownRow } from 'kysely'

/**
 * Names as `CamelCasePlugin` writes them, mapped once per result instead of once per row: all rows of a result have the same columns,
 * and mapping them one by one took more of a request than reading them.
 */
export class CamelCaseRows extends CamelCasePlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows
    if (first === undefined) return result
    const columns = Object.keys(first)
    const names = columns.map((column) => this.camelCase(column))
    const rows = result.rows.map((row) => {
      const named: UnknownRow = {}
      for (let at = 0; at < columns.length; at++) {
        const value = row[columns[at]!]
        named[names[at]!] = typeof value === 'object' && value !== null ? this.#inside(value) : value
      }
      return named
    })
    return { ...result, rows }
  }

  /** Names within JSON are mapped as well. */
  #inside(value: object): unknown {
    return this.mapRow({ value })['value']
  }
}
