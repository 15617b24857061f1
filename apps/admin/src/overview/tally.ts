export interface Tally<Key> {
  readonly key: Key
  readonly count: number
}

/** How often each key occurs, the most frequent first. */
export function tally<Key extends string>(keys: readonly Key[]): Tally<Key>[] {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].map(([key, count]) => ({ key, count })).toSorted((a, b) => b.count - a.count)
}

/** The first rows of a ranking, and how much the others come to (null when none are left out). */
export function leading<Row extends { readonly count: number }>(
  rows: readonly Row[],
  most: number,
): { readonly shown: readonly Row[]; readonly rest: { readonly rows: number; readonly count: number } | null } {
  if (rows.length <= most) return { shown: rows, rest: null }
  const left = rows.slice(most - 1)
  return { shown: rows.slice(0, most - 1), rest: { rows: left.length, count: left.reduce((sum, { count }) => sum + count, 0) } }
}
