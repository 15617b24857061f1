import type { Cited } from '../cited.ts'
import { codeIssues } from '../code-list.ts'
import type { Recorded } from '../dated.ts'
import { isIsoDate, type IsoDate } from '../day.ts'
import { issue, issuesAt, type Issue } from '../issue.ts'
import { divideYuan, exceeds, amountText, sumYuan, yuanIssues, type Yuan } from '../money.ts'
import { FUNDING_SOURCES, type FundingSource } from './funding-source.ts'
import { lengthIssues } from '../value-issues.ts'

interface OfProject extends Recorded {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
}

/** 资金来源的一笔: what one source is to give. */
export interface FundingLineValue extends Cited {
  readonly fundingSource: FundingSource
  /** Tells lines of one source apart: a batch, a program. */
  readonly name: string | null
  /** `null`: the amount is not reported. */
  readonly planned: Yuan | null
  /** Lines with the same group share a total by `sharePart` (province : county 1 : 1). */
  readonly shareGroup: string | null
  readonly sharePart: number | null
}
export interface FundingLine extends OfProject, FundingLineValue {}

/** 年度计划: what a line is to give in a year. */
export interface FundingYear extends OfProject, Cited {
  readonly fundingLineId: string
  readonly year: number
  readonly amount: Yuan
}

/** 到位: what arrived of a line on a day. Zero says that by that day nothing had arrived. */
export interface FundReceiptValue extends Cited {
  readonly fundingLineId: string
  readonly receivedOn: IsoDate
  /** The day is the very day; otherwise it had arrived by then. */
  readonly dayKnown: boolean
  readonly amount: Yuan
}
export interface FundReceipt extends OfProject, FundReceiptValue {}

/** 支付: what was paid on a day. */
export interface ProjectPaymentValue extends Cited {
  /** From which line, under which contract; `null` where not reported. */
  readonly fundingLineId: string | null
  readonly contractId: string | null
  readonly paidOn: IsoDate
  readonly dayKnown: boolean
  readonly amount: Yuan
  /** 垫付: paid before the funds arrived. */
  readonly advance: boolean
  readonly payee: string | null
  readonly purpose: string | null
}
export interface ProjectPayment extends OfProject, ProjectPaymentValue {}

export function fundingLineIssues({ fundingSource, name, planned, shareGroup, sharePart }: FundingLineValue): Issue[] {
  const issues: Issue[] = [...codeIssues('fundingSource', FUNDING_SOURCES, fundingSource), ...yuanIssues('planned', planned)]
  issues.push(...lengthIssues({ name: [name, 100], shareGroup: [shareGroup, 50] }))
  if ((shareGroup === null) !== (sharePart === null)) issues.push(issue(shareGroup === null ? 'shareGroup' : 'sharePart', 'REQUIRED'))
  if (sharePart !== null && (!Number.isInteger(sharePart) || sharePart < 1 || sharePart > 1000))
    issues.push(issue('sharePart', 'NOT_A_COUNT', { value: sharePart, min: 1 }))
  return issues
}

/** A year's amounts of one line, each year once. */
export function fundingYearIssues(years: readonly Pick<FundingYear, 'year' | 'amount'>[]): Issue[] {
  return years.flatMap(({ year, amount }, at) => {
    const own: Issue[] = yuanIssues('amount', amount)
    if (!Number.isInteger(year) || year < 1990 || year > 2100) own.push(issue('year', 'NOT_A_YEAR', { value: year }))
    if (years.findIndex((other) => other.year === year) < at) own.push(issue('year', 'YEAR_TWICE', { year }))
    return issuesAt(`years.${at}`, own)
  })
}

/** `today`: money does not arrive and is not paid before its day. */
export function fundReceiptIssues({ receivedOn, amount }: FundReceiptValue, today: IsoDate): Issue[] {
  return [...moneyDayIssues('receivedOn', receivedOn, today), ...yuanIssues('amount', amount)]
}

export function paymentIssues({ paidOn, amount, payee, purpose }: ProjectPaymentValue, today: IsoDate): Issue[] {
  const issues = [...moneyDayIssues('paidOn', paidOn, today), ...yuanIssues('amount', amount)]
  if (amount === '0.00') issues.push(issue('amount', 'REQUIRED'))
  return [...issues, ...lengthIssues({ payee: [payee, 100], purpose: [purpose, 200] })]
}

function moneyDayIssues(path: string, day: IsoDate, today: IsoDate): Issue[] {
  if (!isIsoDate(day)) return [issue(path, 'NOT_A_DAY', { value: String(day) })]
  return day > today ? [issue(path, 'DAY_TO_COME', { day })] : []
}

/** Money that contradicts itself: more arrived of a line than planned, more paid than arrived and not as an advance. */
export function fundsIssues(
  lines: readonly Pick<FundingLine, 'id' | 'fundingSource' | 'name' | 'planned'>[],
  receipts: readonly FundReceiptValue[],
  payments: readonly ProjectPaymentValue[],
): Issue[] {
  const issues: Issue[] = []
  for (const line of lines) {
    const arrived = sumYuan(receipts.filter(({ fundingLineId }) => fundingLineId === line.id).map(({ amount }) => amount))
    if (line.planned !== null && exceeds(arrived, line.planned))
      issues.push(
        issue('amount', 'ARRIVED_BEYOND_PLANNED', {
          source: lineLabel(line),
          arrived: amountText(arrived),
          planned: amountText(line.planned),
        }),
      )
  }
  const arrived = sumYuan(receipts.map(({ amount }) => amount))
  const paid = sumYuan(payments.filter(({ advance }) => !advance).map(({ amount }) => amount))
  if (exceeds(paid, arrived)) issues.push(issue('amount', 'PAID_BEYOND_ARRIVED', { paid: amountText(paid), arrived: amountText(arrived) }))
  return issues
}

/** A source, with the name that tells the line apart. */
export function lineLabel({ fundingSource, name }: Pick<FundingLineValue, 'fundingSource' | 'name'>) {
  const { zh, en } = FUNDING_SOURCES.items[fundingSource].label
  return name === null ? { zh, en } : { zh: `${zh}（${name}）`, en: `${en} (${name})` }
}

/** A line whose share is not what the rule gives: what it should be, to the fen. */
export interface BrokenShare {
  readonly group: string
  readonly line: FundingLine
  readonly planned: Yuan
  readonly expected: Yuan
}

/** Lines whose planned amount is not their part of the group's total. A group with an amount not reported cannot be judged. */
export function brokenShares(lines: readonly FundingLine[]): BrokenShare[] {
  const groups = Map.groupBy(
    lines.filter(({ shareGroup }) => shareGroup !== null),
    ({ shareGroup }) => shareGroup!,
  )
  return [...groups].flatMap(([group, own]) => {
    const amounts = own.flatMap(({ planned }) => planned ?? [])
    if (amounts.length < own.length || own.length < 2) return []
    const expected = divideYuan(
      sumYuan(amounts),
      own.map(({ sharePart }) => sharePart!),
    )
    return own.flatMap((line, at) =>
      line.planned === expected[at] ? [] : [{ group, line, planned: line.planned!, expected: expected[at]! }],
    )
  })
}
