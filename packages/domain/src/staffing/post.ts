import type { Cited } from '../cited.ts'
import type { DatedRow } from '../dated.ts'
import { issue, type Issue } from '../issue.ts'
import { lengthIssues } from '../value-issues.ts'
import type { Leadership, PostClass } from './terms.ts'

/** 岗位: places to be filled at an institution, or in the post pool of an alliance (岗位池). */
export interface PostValue extends Cited {
  readonly postClass: PostClass
  readonly title: string
  /** 岗位等级, as written: 专技七级. */
  readonly grade: string | null
  readonly count: number
  /** Nobody is to be appointed to it for the time being. */
  readonly frozen: boolean
  readonly leadership: Leadership | null
}
export interface Post extends DatedRow, PostValue {
  readonly institutionId: string | null
  readonly allianceId: string | null
}

/** Issues of the attributes alone. */
export function postIssues({ title, grade, count }: PostValue): Issue[] {
  const issues: Issue[] = lengthIssues({ title: [title, 60], grade: [grade, 30] })
  if (title.trim() === '') issues.push(issue('title', 'REQUIRED'))
  if (!Number.isInteger(count) || count < 1 || count > 10_000) issues.push(issue('count', 'NOT_A_COUNT', { value: count, min: 1 }))
  return issues
}
