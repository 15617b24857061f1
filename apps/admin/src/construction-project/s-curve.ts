import { completedToDate } from '@yilian/domain/construction/money-standing.ts'
import { nextMonth } from '@yilian/domain/construction/money-standing.ts'
import { reportsThatCount, type ReportSeen } from '@yilian/domain/construction/standing.ts'
import { addDays, day, type IsoDate } from '@yilian/domain/day.ts'
import { sumYuan, type Yuan } from '@yilian/domain/money.ts'

export const CURVES = ['planned', 'completed', 'arrived', 'paid'] as const
export type CurveName = (typeof CURVES)[number]
/** An amount to date. */
export interface CurvePoint {
  readonly on: IsoDate
  readonly amount: Yuan
}
export type Curves = Readonly<Record<CurveName, readonly CurvePoint[]>>

/** What the curves are read from, as known up to a day. */
export interface CurveRecords {
  readonly fundingYears: readonly { readonly year: number; readonly amount: Yuan }[]
  readonly fundReceipts: readonly { readonly receivedOn: IsoDate; readonly amount: Yuan }[]
  readonly payments: readonly { readonly paidOn: IsoDate; readonly amount: Yuan }[]
  readonly progressReports: readonly ReportSeen[]
}

/** Amounts to date: planned at the end of planned years only, completed at the end of reported months, arrived and paid on their days. */
export function curvesOf({ fundingYears, fundReceipts, payments, progressReports }: CurveRecords, asOf: IsoDate): Curves {
  const years = fundingYears.map(({ year, amount }) => ({ on: day(`${year}-12-31`), amount }))
  const reports = reportsThatCount(progressReports).toSorted((a, b) => (a.month < b.month ? -1 : 1))
  return {
    planned: toDate(years),
    completed: reports.flatMap(({ month, investmentMonth, investmentToDate }) => {
      if (investmentMonth === null && investmentToDate === null) return []
      const amount = completedToDate(reports.filter((one) => one.month <= month))
      const end = monthEnd(month)
      return amount === null ? [] : [{ on: end < asOf ? end : asOf, amount }]
    }),
    arrived: untilToday(toDate(fundReceipts.map(({ receivedOn, amount }) => ({ on: receivedOn, amount }))), asOf),
    paid: untilToday(toDate(payments.map(({ paidOn, amount }) => ({ on: paidOn, amount }))), asOf),
  }
}

function monthEnd(month: string): IsoDate {
  return addDays(day(`${nextMonth(month)}-01`), -1)
}

function toDate(amounts: readonly CurvePoint[]): CurvePoint[] {
  const days = [...Map.groupBy(amounts, ({ on }) => on)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  let sum: Yuan = '0.00'
  return days.map(([on, own]) => {
    sum = sumYuan([sum, ...own.map(({ amount }) => amount)])
    return { on, amount: sum }
  })
}

/** What arrived or was paid stands until the day shown: that no more did is known as far as anything is. */
function untilToday(points: CurvePoint[], asOf: IsoDate): CurvePoint[] {
  const last = points.at(-1)
  return last && last.on < asOf ? [...points, { on: asOf, amount: last.amount }] : points
}

/** The same as figures: at every day on which a curve has a point, what each comes to by then; `null` before its first. */
export function curveRows(curves: Curves): { readonly on: IsoDate; readonly amounts: Readonly<Record<CurveName, Yuan | null>> }[] {
  const days = [...new Set(CURVES.flatMap((name) => curves[name].map(({ on }) => on)))].toSorted()
  const by = (name: CurveName, on: IsoDate) => curves[name].findLast((point) => point.on <= on)?.amount ?? null
  return days.map((on) => ({
    on,
    amounts: { planned: at(curves.planned, on), completed: by('completed', on), arrived: by('arrived', on), paid: by('paid', on) },
  }))
}

/** What is planned is known on the day itself only. */
function at(points: readonly CurvePoint[], on: IsoDate): Yuan | null {
  return points.find((point) => point.on === on)?.amount ?? null
}
