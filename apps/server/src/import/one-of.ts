import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'

const SHOWN = 5

/** The one thing a cell means: not found where there is none, with the codes of all where there are several. */
export function oneOf<T extends { readonly id: string; readonly code: string }>(
  path: string,
  value: string,
  thing: Text,
  candidates: readonly T[],
): T | { readonly issues: Issue[] } {
  const distinct = [...new Map(candidates.map((one) => [one.id, one])).values()]
  if (distinct.length === 1) return distinct[0]!
  if (distinct.length === 0) return { issues: [issue(path, 'NOT_FOUND', { thing, value })] }
  const codes = distinct.map(({ code }) => code).toSorted()
  const shown = codes.slice(0, SHOWN).join('、') + (codes.length > SHOWN ? '…' : '')
  return { issues: [issue(path, 'AMBIGUOUS', { value, thing, candidates: shown })] }
}
