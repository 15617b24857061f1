import type { IsoDate } from '../day.ts'
import { fenOf, lessYuan, percentOf, sumYuan, type Yuan } from '../money.ts'
import type { Decimal } from '../decimal.ts'
import type { FundingLine, FundingYear, FundReceiptValue, ProjectPaymentValue } from './funding.ts'
import type { FundingSource } from './funding-source.ts'

/** Planned, arrived and paid side by side. `null`: nothing was reported, which is not zero. */
export interface MoneyColumns {
  readonly planned: Yuan | null
  readonly arrived: Yuan | null
  readonly paid: Yuan | null
}

/** What one source gives. `owed`: planned less arrived, where both are reported. */
export interface SourceStanding extends MoneyColumns {
  /** `null`: payments that do not say from which line. */
  readonly source: FundingSource | null
  readonly owed: Yuan | null
  /** Arrived in per cent of planned. */
  readonly arrivalRate: Decimal | null
}

/** What happened in a year or a month (`2020`, `2020-07`). */
export interface PeriodStanding extends MoneyColumns {
  readonly period: string
  /** Investment completed, by the monthly reports. */
  readonly completed: Yuan | null
}

export interface MoneyStanding extends MoneyColumns {
  /** Lines whose planned amount is not reported: the total is at least `planned`. */
  readonly linesWithoutAmount: number
  readonly completed: Yuan | null
  readonly owed: Yuan | null
  readonly arrivalRate: Decimal | null
  readonly sources: readonly SourceStanding[]
  readonly years: readonly PeriodStanding[]
  readonly months: readonly PeriodStanding[]
}

/** What a month's report says of investment. */
export interface ReportedInvestment {
  readonly month: string
  readonly investmentMonth: Yuan | null
  readonly investmentToDate: Yuan | null
}

export interface MoneyRecords {
  readonly lines: readonly FundingLine[]
  readonly years: readonly Pick<FundingYear, 'fundingLineId' | 'year' | 'amount'>[]
  readonly receipts: readonly FundReceiptValue[]
  readonly payments: readonly ProjectPaymentValue[]
  /** Submitted or accepted ones. */
  readonly reports: readonly ReportedInvestment[]
}

/**
 * Everything up to a day, per source, year and month. The sources sum to the totals, and so do years and months, to the fen: but for what
 * is planned, which has years of its own, and for what is completed where a report gives a figure to date that its months do not.
 */
export function moneyStanding(records: MoneyRecords, asOf: IsoDate): MoneyStanding {
  const { lines, years } = records
  const receipts = records.receipts.filter(({ receivedOn }) => receivedOn <= asOf)
  const payments = records.payments.filter(({ paidOn }) => paidOn <= asOf)
  const reports = records.reports.filter(({ month }) => month <= asOf.slice(0, 7))
  const sourceOf = new Map(lines.map((line) => [line.id, line.fundingSource]))
  const sources = [...new Set(lines.map(({ fundingSource }) => fundingSource))].map((source): SourceStanding => {
    const own = lines.filter((line) => line.fundingSource === source)
    return standing(source, {
      planned: sumKnown(own.map(({ planned }) => planned)),
      arrived: sumOf(receipts.filter(({ fundingLineId }) => sourceOf.get(fundingLineId) === source)),
      paid: sumOf(payments.filter(({ fundingLineId }) => fundingLineId !== null && sourceOf.get(fundingLineId) === source)),
    })
  })
  const unnamed = sumOf(payments.filter(({ fundingLineId }) => fundingLineId === null || !sourceOf.has(fundingLineId)))
  if (unnamed !== null) sources.push(standing(null, { planned: null, arrived: null, paid: unnamed }))
  const total = standing(null, {
    planned: sumKnown(lines.map(({ planned }) => planned)),
    arrived: sumOf(receipts),
    paid: sumOf(payments),
  })
  const { planned, arrived, paid, owed, arrivalRate } = total
  const periods = (length: number) => periodStandings(length, { years, receipts, payments, reports })
  return {
    planned,
    arrived,
    paid,
    owed,
    arrivalRate,
    linesWithoutAmount: lines.filter((line) => line.planned === null).length,
    completed: completedToDate(reports),
    sources,
    // Not read in lists.
    get years() {
      return periods(4)
    },
    get months() {
      return periods(7)
    },
  }
}

function standing(source: FundingSource | null, columns: MoneyColumns): SourceStanding {
  return { source, ...columns, ...arrivalOf(columns) }
}

/** Planned less arrived, and arrived in per cent of planned, where both are reported. */
export function arrivalOf({ planned, arrived }: Pick<MoneyColumns, 'planned' | 'arrived'>): Pick<SourceStanding, 'owed' | 'arrivalRate'> {
  const both = planned !== null && arrived !== null
  return { owed: both ? lessYuan(planned, arrived) : null, arrivalRate: both ? percentOf(arrived, planned) : null }
}

function periodStandings(length: number, { years, receipts, payments, reports }: Omit<MoneyRecords, 'lines'>): PeriodStanding[] {
  const within = (text: string) => text.slice(0, length)
  const planned = length === 4 ? Map.groupBy(years, ({ year }) => String(year)) : new Map<string, { amount: Yuan }[]>()
  const arrived = Map.groupBy(receipts, ({ receivedOn }) => within(receivedOn))
  const paid = Map.groupBy(payments, ({ paidOn }) => within(paidOn))
  const completed = Map.groupBy(reports, ({ month }) => within(month))
  const all = new Set([...planned.keys(), ...arrived.keys(), ...paid.keys(), ...completed.keys()])
  return [...all].toSorted().map((period) => ({
    period,
    planned: sumOf(planned.get(period) ?? []),
    arrived: sumOf(arrived.get(period) ?? []),
    paid: sumOf(paid.get(period) ?? []),
    completed: sumKnown((completed.get(period) ?? []).map(({ investmentMonth }) => investmentMonth)),
  }))
}

/** What the last report that says so gives as completed to date; else what the months sum to; `null` where no report says anything. */
export function completedToDate(reports: readonly ReportedInvestment[]): Yuan | null {
  const ordered = reports.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const last = ordered.findLastIndex(({ investmentToDate }) => investmentToDate !== null)
  const since = sumKnown(ordered.slice(last + 1).map(({ investmentMonth }) => investmentMonth))
  const base = ordered[last]?.investmentToDate ?? null
  return base === null ? since : since === null ? base : sumYuan([base, since])
}

/** Months whose figure to date is not the one before plus the month's: the contradiction is shown, not mended. */
export function contradictions(reports: readonly ReportedInvestment[]): { month: string; stated: Yuan; recomputed: Yuan }[] {
  const ordered = reports.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  return ordered.flatMap(({ month, investmentMonth, investmentToDate }, at) => {
    const before = ordered[at - 1]?.investmentToDate ?? null
    if (before === null || investmentMonth === null || investmentToDate === null || !follows(ordered[at - 1]!.month, month)) return []
    const recomputed = sumYuan([before, investmentMonth])
    return fenOf(recomputed) === fenOf(investmentToDate) ? [] : [{ month, stated: investmentToDate, recomputed }]
  })
}

/** The month after. */
export function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`
}

function follows(before: string, month: string): boolean {
  return nextMonth(before) === month
}

function sumOf(rows: readonly { readonly amount: Yuan }[]): Yuan | null {
  return rows.length === 0 ? null : sumYuan(rows.map(({ amount }) => amount))
}

function sumKnown(amounts: readonly (Yuan | null)[]): Yuan | null {
  const known = amounts.filter((one) => one !== null)
  return known.length === 0 ? null : sumYuan(known)
}
