import type { Recorded } from './dated.ts'
import { isMonth } from './day.ts'
import { issue, issuesAt, type Issue } from './issue.ts'
import type { Text } from './locale.ts'

/** 双向转诊: up to a higher-level institution, down for recovery. */
export const REFERRAL_DIRECTIONS = {
  UP: { zh: '上转', en: 'Up' },
  DOWN: { zh: '下转', en: 'Down' },
} as const satisfies Record<string, Text>
export type ReferralDirection = keyof typeof REFERRAL_DIRECTIONS

/** Patients referred from one institution to another in a month (`YYYY-MM`), counted in persons-times (人次). */
export interface ReferralFlow extends Recorded {
  readonly rowId: string
  readonly id: string
  readonly allianceId: string
  readonly period: string
  readonly fromId: string
  readonly toId: string
  readonly direction: ReferralDirection
  readonly count: number
  readonly source: string | null
}

/** A count of a month as it is given. */
export interface ReferralDraft {
  readonly fromId: string
  readonly toId: string
  readonly direction: ReferralDirection
  readonly count: number
}

/** A month of referrals; `today` because a month that has not begun cannot have any. */
export function referralIssues(period: string, flows: readonly ReferralDraft[], today: string): Issue[] {
  const issues: Issue[] = []
  if (!isMonth(period)) issues.push(issue('period', 'NOT_A_MONTH', { value: period }))
  else if (period > today.slice(0, 7)) issues.push(issue('period', 'MONTH_TO_COME', { value: period }))
  if (flows.length === 0) issues.push(issue('flows', 'REQUIRED'))
  const seen = new Set<string>()
  flows.forEach((flow, index) => {
    const key = `${flow.fromId} ${flow.toId} ${flow.direction}`
    const own: Issue[] = []
    if (flow.fromId === flow.toId) own.push(issue('toId', 'REFERS_TO_ITSELF'))
    if (seen.has(key)) own.push(issue('toId', 'REFERRAL_TWICE'))
    if (!Number.isInteger(flow.count) || flow.count < 0) own.push(issue('count', 'NOT_A_COUNT', { value: flow.count, min: 0 }))
    issues.push(...issuesAt(`flows.${index}`, own))
    seen.add(key)
  })
  return issues
}
