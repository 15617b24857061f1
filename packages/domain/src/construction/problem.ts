import type { Cited } from '../cited.ts'
import type { Recorded } from '../dated.ts'
import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { lengthIssues } from '../value-issues.ts'

/** 存在问题: what stands in the way, who is to mend it, and by when. */
export interface ProjectProblemValue extends Cited {
  readonly text: string
  /** Who is to mend it. */
  readonly responsible: string | null
  readonly foundOn: IsoDate | null
  readonly dueOn: IsoDate | null
  readonly resolvedOn: IsoDate | null
  readonly resolution: string | null
}
export interface ProjectProblem extends Recorded, ProjectProblemValue {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
}

export function problemIssues({ text, responsible, foundOn, dueOn, resolvedOn, resolution }: ProjectProblemValue, today: IsoDate): Issue[] {
  const issues: Issue[] = lengthIssues({ text: [text, 500], responsible: [responsible, 100], resolution: [resolution, 500] })
  if (text.trim() === '') issues.push(issue('text', 'REQUIRED'))
  for (const [path, day] of Object.entries({ dueOn, resolvedOn }))
    if (foundOn !== null && day !== null && day < foundOn) issues.push(issue(path, 'BEFORE_FOUND', { day, found: foundOn }))
  for (const [path, day] of Object.entries({ foundOn, resolvedOn }))
    if (day !== null && day > today) issues.push(issue(path, 'DAY_TO_COME', { day }))
  return issues
}
