import type { Cited } from '../cited.ts'
import type { Recorded } from '../dated.ts'
import { isIsoDate, type IsoDate } from '../day.ts'
import { issue, issuesAt, type Issue } from '../issue.ts'
import { fenOf, sumYuan, yuanOf, type Yuan } from '../money.ts'
import { yuanIssues } from '../money.ts'
import { lengthIssues } from '../value-issues.ts'
import type { ContractChangeKind, ProjectPartyRole } from './terms.ts'

/** A change of a contract (变更、签证、延期). */
export interface ContractChange {
  readonly changedOn: IsoDate | null
  readonly kind: ContractChangeKind
  /** Yuan more, or less when negative; `null` where the amount does not change. */
  readonly amount: Yuan | null
  /** Days more, or less; `null` where the duration does not change. */
  readonly days: number | null
  readonly reason: string | null
}

/** A unit in charge, and what was agreed with it where that is reported. */
export interface ProjectContractValue extends Cited {
  readonly role: ProjectPartyRole
  readonly party: string
  readonly number: string | null
  readonly signedOn: IsoDate | null
  readonly amount: Yuan | null
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly changes: readonly ContractChange[]
}
export interface ProjectContract extends Recorded, ProjectContractValue {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
}

export function contractIssues({ party, number, signedOn, amount, startsOn, endsOn, changes }: ProjectContractValue): Issue[] {
  const issues: Issue[] = [...yuanIssues('amount', amount), ...lengthIssues({ party: [party, 100], number: [number, 100] })]
  if (party.trim() === '') issues.push(issue('party', 'REQUIRED'))
  for (const [path, day] of Object.entries({ signedOn, startsOn, endsOn }))
    if (day !== null && !isIsoDate(day)) issues.push(issue(path, 'NOT_A_DAY', { value: day }))
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    issues.push(issue('endsOn', 'END_BEFORE_START', { validFrom: startsOn, validTo: endsOn }))
  if (changes.length > 200) issues.push(issue('changes', 'TOO_MANY', { max: 200 }))
  return [...issues, ...changes.flatMap((one, at) => issuesAt(`changes.${at}`, changeIssues(one)))]
}

function changeIssues({ kind, amount, days, reason }: ContractChange): Issue[] {
  const issues: Issue[] = lengthIssues({ reason: [reason, 500] })
  if (amount !== null && !/^-?\d{1,14}(\.\d{1,2})?$/.test(amount)) issues.push(issue('amount', 'NOT_AN_AMOUNT', { value: amount }))
  if (kind === 'VALUE' && amount === null) issues.push(issue('amount', 'REQUIRED'))
  if (kind === 'DURATION' && days === null) issues.push(issue('days', 'REQUIRED'))
  if (days !== null && (!Number.isInteger(days) || Math.abs(days) > 36_500))
    issues.push(issue('days', 'NOT_A_COUNT', { value: days, min: -36_500 }))
  return issues
}

/** The amount with its changes; `null` where the contract's amount is not reported. */
export function contractValue({ amount, changes }: Pick<ProjectContractValue, 'amount' | 'changes'>): Yuan | null {
  return amount === null ? null : sumYuan([amount, ...changes.flatMap((one) => one.amount ?? [])])
}

/** An amount that may be negative, in the form that is stored; other text stays as it is. */
export function asSignedYuan(value: string | null | undefined): Yuan | null {
  if (value == null) return null
  return /^-?\d{1,14}(\.\d{1,2})?$/.test(value) ? yuanOf(fenOf(value)) : value
}
