/** A row that may stand below another of its file, which it names by code or name. */
interface Row {
  readonly row: number
  readonly values: { readonly code?: string; readonly name?: string; readonly parentId?: string | null }
}

export interface ParentsFirst {
  /** Row numbers, each after the row of the parent it names where that is in the file too. */
  readonly order: readonly number[]
  /** The row of the file that a parent's code or name means. */
  rowOf(text: string): number | null
  /** Rows that stand above themselves. */
  readonly circular: ReadonlySet<number>
}

/** An order in which parents are judged before what they run, whatever the order of the file. */
export function parentsFirst(rows: readonly Row[]): ParentsFirst {
  const byText = new Map<string, number>()
  for (const field of ['name', 'code'] as const)
    for (const { row, values } of rows.toReversed()) if (values[field]) byText.set(values[field], row)
  const rowOf = (text: string): number | null => byText.get(text) ?? null
  const parentOf = new Map(rows.map(({ row, values: { parentId } }) => [row, parentId ? rowOf(parentId) : null]))
  const order: number[] = []
  const placed = new Set<number>()
  const circular = new Set<number>()
  for (const { row } of rows) {
    const above: number[] = []
    for (let at: number | null = row; at !== null && !placed.has(at); at = parentOf.get(at) ?? null) {
      const seen = above.indexOf(at)
      if (seen >= 0) {
        for (const one of above.slice(seen)) circular.add(one)
        break
      }
      above.push(at)
    }
    for (const one of above.toReversed()) {
      placed.add(one)
      order.push(one)
    }
  }
  return { order, rowOf, circular }
}
