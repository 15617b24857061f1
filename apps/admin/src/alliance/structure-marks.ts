/** What a comparison says of an institution. */
export type Mark = 'added' | 'ended' | 'changed'

/** The same fact on two days, in words; `null` when it did not hold. */
export interface Difference {
  readonly fact: string
  readonly before?: string | null
  readonly after?: string | null
  readonly institution?: { readonly id: string } | null
}

/** A difference is something new, something ended, or a change of what there was. */
export function markOf({ before, after }: Difference): Mark {
  if (!before) return 'added'
  return after ? 'changed' : 'ended'
}

/** The institutions whose place in an alliance differs between two days. */
export function membershipMarks(differences: readonly Difference[]): ReadonlyMap<string, Mark> {
  return new Map(
    differences.flatMap((one) => (one.fact === 'MEMBERSHIP' && one.institution ? [[one.institution.id, markOf(one)] as const] : [])),
  )
}
