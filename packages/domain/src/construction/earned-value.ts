import type { IsoDate } from '../day.ts'
import type { Decimal } from '../decimal.ts'
import { issue, type Issue } from '../issue.ts'
import { fenOf, ratioOf, sumYuan, yuanOf, type Yuan } from '../money.ts'

/** What earned value is computed from. `null`: not reported. */
export interface EarnedValueRecords {
  /** The approved investment: what the whole work is worth. */
  readonly approved: Yuan | null
  /** The last accepted report's physical progress in per cent, and its month. */
  readonly progress: { readonly month: string; readonly percent: Decimal } | null
  /** Investment planned per year, in any order. */
  readonly yearPlans: readonly { readonly year: number; readonly amount: Yuan }[]
  readonly payments: readonly { readonly paidOn: IsoDate; readonly amount: Yuan }[]
}

/** A figure, or why there is none. */
export type Figure<V> = { readonly value: V; readonly missing: null } | { readonly value: null; readonly missing: Issue }

/**
 * Earned-value figures at the end of the month of the last accepted report. Planned value comes from yearly plans and is therefore known
 * at the end of a year only; actual cost is what was paid. Nothing is spread over months that no plan names.
 */
export interface EarnedValue {
  readonly month: string | null
  readonly plannedValue: Figure<Yuan>
  readonly earnedValue: Figure<Yuan>
  readonly actualCost: Figure<Yuan>
  /** Earned by planned: below 1 is behind. */
  readonly schedulePerformance: Decimal | null
  /** Earned by actual: below 1 costs more than planned. */
  readonly costPerformance: Decimal | null
}

export function earnedValue({ approved, progress, yearPlans, payments }: EarnedValueRecords): EarnedValue {
  const month = progress?.month ?? null
  const earned: Figure<Yuan> =
    progress === null
      ? none('percent', 'NO_ACCEPTED_PROGRESS')
      : approved === null
        ? none('investment', 'NO_APPROVED_INVESTMENT')
        : figure(yuanOf(half(fenOf(approved) * hundredths(progress.percent), 10_000n)))
  const planned = month === null ? none<Yuan>('percent', 'NO_ACCEPTED_PROGRESS') : plannedBy(month, yearPlans)
  const until = `${month}-31`
  const paid = payments.filter(({ paidOn }) => paidOn <= until).map(({ amount }) => amount)
  const actual: Figure<Yuan> =
    month === null ? none('percent', 'NO_ACCEPTED_PROGRESS') : paid.length === 0 ? none('payments', 'NO_PAYMENTS') : figure(sumYuan(paid))
  return {
    month,
    plannedValue: planned,
    earnedValue: earned,
    actualCost: actual,
    schedulePerformance: quotient(earned, planned),
    costPerformance: quotient(earned, actual),
  }
}

function plannedBy(month: string, plans: EarnedValueRecords['yearPlans']): Figure<Yuan> {
  if (plans.length === 0) return none('years', 'NO_YEAR_PLAN')
  const year = Number(month.slice(0, 4))
  const due = plans.filter((plan) => plan.year < year || (plan.year === year && month.endsWith('-12')))
  // Within a planned year the plan says nothing about the months; after the last one everything is due.
  if (!month.endsWith('-12') && plans.some((plan) => plan.year === year)) return none('years', 'PLAN_IS_YEARLY')
  return figure(sumYuan(due.map(({ amount }) => amount)))
}

function quotient(a: Figure<Yuan>, b: Figure<Yuan>): Decimal | null {
  return a.value === null || b.value === null ? null : ratioOf(fenOf(a.value), fenOf(b.value), 3)
}

function figure<V>(value: V): Figure<V> {
  return { value, missing: null }
}

function none<V>(
  path: string,
  code: 'NO_ACCEPTED_PROGRESS' | 'NO_APPROVED_INVESTMENT' | 'NO_YEAR_PLAN' | 'PLAN_IS_YEARLY' | 'NO_PAYMENTS',
): Figure<V> {
  return { value: null, missing: issue(path, code) }
}

function hundredths(percent: Decimal): bigint {
  const [whole, part = ''] = percent.split('.')
  return BigInt(whole! + part.padEnd(2, '0').slice(0, 2))
}

function half(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}
