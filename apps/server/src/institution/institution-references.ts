import type { InstitutionValue } from '@yilian/domain/institution.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { parentIssues } from '@yilian/domain/lineage.ts'
import { covers, type Period } from '@yilian/domain/period.ts'

import { THINGS } from '../command/things.ts'

/** What judging an institution needs to know of others: read for one by a command, for many at once by a file. */
export interface InstitutionReferences {
  regionPeriods(code: string): readonly Period[]
  /** Its latest name and the days it is recorded for; `null` where nothing is known of it. */
  institution(id: string): { readonly name: string; readonly periods: readonly Period[] } | null
  /** The parent on the day that is judged. */
  parentOf(id: string): string | null
}

/** Whether region and parent are there on the day, and the parent does not itself stand below the institution (`null`: a new one). */
export function referenceIssues(
  institution: { readonly id: string; readonly name: string } | null,
  { regionCode, parentId }: Pick<InstitutionValue, 'regionCode' | 'parentId'>,
  on: IsoDate,
  references: InstitutionReferences,
): Issue[] {
  const issues: Issue[] = []
  if (!references.regionPeriods(regionCode).some((period) => covers(period, on))) {
    issues.push(issue('regionCode', 'NOT_FOUND', { thing: THINGS.region, value: regionCode }))
  }
  if (parentId === null) return issues
  const parent = references.institution(parentId)
  if (!parent?.periods.some((period) => covers(period, on))) {
    return [...issues, issue('parentId', 'NOT_FOUND', { thing: THINGS.institution, value: parent?.name ?? parentId })]
  }
  return institution ? [...issues, ...parentIssues(institution, parentId, references.parentOf)] : issues
}
