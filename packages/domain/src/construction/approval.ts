import type { Cited } from '../cited.ts'
import type { Recorded } from '../dated.ts'
import type { Decimal } from '../decimal.ts'
import { isIsoDate, type IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { yuanIssues, type Yuan } from '../money.ts'
import { countIssues, lengthIssues } from '../value-issues.ts'
import { areaIssues } from './project.ts'
import { isGate, PROJECT_STAGES, stageOrder, type ProjectStage } from './stage.ts'

/** 批复、许可、验收: what an authority approved at a gate. The final account (竣工财务决算) is the one of the stage 结算与财务决算. */
export interface ProjectApprovalValue extends Cited {
  readonly stage: ProjectStage
  /** 文号 or 证号 as written. */
  readonly number: string | null
  readonly authority: string | null
  /** `null`: not known when. */
  readonly approvedOn: IsoDate | null
  /** Approved, or in the final account actual, investment. */
  readonly investment: Yuan | null
  /** Approved building area in m². */
  readonly area: Decimal | null
  readonly beds: number | null
}
export interface ProjectApproval extends Recorded, ProjectApprovalValue {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
}

export function approvalIssues(
  { stage, number, authority, approvedOn, investment, area, beds }: ProjectApprovalValue,
  today: IsoDate,
): Issue[] {
  const issues: Issue[] = lengthIssues({ number: [number, 100], authority: [authority, 100] })
  if (!isGate(stage)) issues.push(issue('stage', 'NOT_A_GATE', { stage: PROJECT_STAGES.items[stage].label }))
  if (approvedOn !== null && !isIsoDate(approvedOn)) issues.push(issue('approvedOn', 'NOT_A_DAY', { value: approvedOn }))
  else if (approvedOn !== null && approvedOn > today) issues.push(issue('approvedOn', 'DAY_TO_COME', { day: approvedOn }))
  return [...issues, ...yuanIssues('investment', investment), ...areaIssues('area', area), ...countIssues('beds', beds)]
}

type Approved = Pick<ProjectApproval, 'stage' | 'approvedOn' | 'investment' | 'area'>

/** What is approved on a day: of the approvals that say, the one furthest along, of several the latest; the final account aside. */
export function approvedLimit<A extends Approved>(approvals: readonly A[], field: 'investment' | 'area', asOf: IsoDate): A | null {
  const saying = approvals.filter(
    (one) => one[field] !== null && stageOrder(one.stage) < stageOrder('ACCEPTANCE') && (one.approvedOn === null || one.approvedOn <= asOf),
  )
  const ordered = saying.toSorted(
    (a, b) => stageOrder(a.stage) - stageOrder(b.stage) || ((a.approvedOn ?? '') < (b.approvedOn ?? '') ? -1 : 1),
  )
  return ordered.at(-1) ?? null
}

/** 竣工财务决算, if there is one by the day. */
export function finalAccount<A extends Approved>(approvals: readonly A[], asOf: IsoDate): A | null {
  return (
    approvals.findLast(
      (one) => one.stage === 'SETTLEMENT' && one.investment !== null && (one.approvedOn === null || one.approvedOn <= asOf),
    ) ?? null
  )
}
