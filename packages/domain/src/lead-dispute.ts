import type { Cited } from './cited.ts'
import type { DatedRow } from './dated.ts'
import { issue, type Issue } from './issue.ts'

/** The alliance chose one lead, an authority mandates another; open from the first day until it is resolved. */
export interface LeadDisputeValue extends Cited {
  readonly chosenId: string | null
  readonly mandatedId: string | null
  /** Who mandates, e.g. 怀化市卫生健康委员会. */
  readonly authority: string
  readonly summary: string | null
}
/** A stretch of the dispute that an alliance is in. */
export interface LeadDispute extends DatedRow, LeadDisputeValue {
  readonly allianceId: string
}

/** The place of the lead is declared vacant for a reason. */
export interface LeadVacancyValue extends Cited {
  readonly reason: string
}
/** A stretch of an alliance's vacancy. */
export interface LeadVacancy extends DatedRow, LeadVacancyValue {
  readonly allianceId: string
}

/** Issues of the attributes alone: somebody is named, the two differ, and an authority mandates. */
export function leadDisputeIssues({ chosenId, mandatedId, authority, summary }: LeadDisputeValue): Issue[] {
  const issues: Issue[] = []
  if (chosenId === null && mandatedId === null) issues.push(issue('chosenId', 'REQUIRED'))
  if (chosenId !== null && chosenId === mandatedId) issues.push(issue('mandatedId', 'SAME_LEAD'))
  if (authority.trim() === '') issues.push(issue('authority', 'REQUIRED'))
  if (authority.length > 100) issues.push(issue('authority', 'TOO_LONG', { max: 100 }))
  if ((summary?.length ?? 0) > 1000) issues.push(issue('summary', 'TOO_LONG', { max: 1000 }))
  return issues
}
