import type { InstitutionValue } from '@yilian/domain/institution.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { parentIssues } from '@yilian/domain/lineage.ts'
import { covers, gaps, type Period } from '@yilian/domain/period.ts'

import { THINGS } from '../command/things.ts'

/** What judging an institution needs to know of others: read for one by a command, for many at once by a file. */
export interface InstitutionReferences {
  regionPeriods(code: string): readonly Period[]
  /** Its latest name and the days on which it is open; `null` where nothing is known of it. */
  institution(id: string): { readonly name: string; readonly life: readonly Period[] } | null
  /** The parent on the first of the days that are judged. */
  parentOf(id: string): string | null
}

/**
 * Whether the region is there on the first of the days, the parent is open on all of them, and does not itself stand below the
 * institution (`null`: a new one).
 */
export function referenceIssues(
  institution: { readonly id: string; readonly name: string } | null,
  { regionCode, parentId }: Pick<InstitutionValue, 'regionCode' | 'parentId'>,
  days: Period,
  references: InstitutionReferences,
): Issue[] {
  const issues: Issue[] = []
  if (!references.regionPeriods(regionCode).some((period) => covers(period, days.validFrom))) {
    issues.push(issue('regionCode', 'NOT_FOUND', { thing: THINGS.region, value: regionCode }))
  }
  if (parentId === null) return issues
  const parent = references.institution(parentId)
  if (!parent) return [...issues, issue('parentId', 'NOT_FOUND', { thing: THINGS.institution, value: parentId })]
  const [gap] = gaps(days, parent.life)
  if (gap) return [...issues, issue('parentId', 'INSTITUTION_CLOSED', { institution: parent.name, day: gap.validFrom })]
  return institution ? [...issues, ...parentIssues(institution, parentId, references.parentOf)] : issues
}
