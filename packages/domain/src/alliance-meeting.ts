import type { IsoDate } from './day.ts'
import type { Recorded } from './dated.ts'
import { issue, type Issue } from './issue.ts'

/** A meeting of an alliance with what it decided. */
export interface AllianceMeetingValue {
  readonly heldOn: IsoDate
  readonly title: string
  readonly summary: string | null
  readonly attendeeIds: readonly string[]
  readonly documentId: string | null
  readonly source: string | null
}
/** A meeting as the table keeps it. */
export interface AllianceMeeting extends Recorded, AllianceMeetingValue {
  readonly rowId: string
  readonly id: string
  readonly allianceId: string
}

/** Issues of title and summary. */
export function allianceMeetingIssues({ title, summary }: Pick<AllianceMeetingValue, 'title' | 'summary'>): Issue[] {
  const issues: Issue[] = []
  if (title.trim() === '') issues.push(issue('title', 'REQUIRED'))
  if (title.length > 200) issues.push(issue('title', 'TOO_LONG', { max: 200 }))
  if ((summary?.length ?? 0) > 5000) issues.push(issue('summary', 'TOO_LONG', { max: 5000 }))
  return issues
}
