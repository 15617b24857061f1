import { lessYuan, percentOf, sumYuan, type Yuan } from '@yilian/domain/money.ts'

/** A line with what came of it. */
export interface FundingRow<Line> {
  readonly line: Line
  readonly arrived: Yuan | null
  readonly paid: Yuan | null
  /** Planned less arrived, and arrived in per cent of planned, where both are reported. */
  readonly owed: Yuan | null
  readonly arrivalRate: string | null
  readonly years: readonly { readonly year: number; readonly amount: Yuan }[]
}

interface Funded<Line> {
  readonly fundingLines: readonly Line[]
  readonly fundingYears: readonly { readonly fundingLineId: string; readonly year: number; readonly amount: Yuan }[]
  readonly fundReceipts: readonly { readonly fundingLineId: string; readonly amount: Yuan }[]
  readonly payments: readonly { readonly fundingLineId: string | null; readonly amount: Yuan }[]
}

/** What of each line arrived, is owed and was paid; no receipt says nothing, one of zero says that nothing had arrived. */
export function fundingRows<Line extends { readonly id: string; readonly planned: Yuan | null }>({
  fundingLines,
  fundingYears,
  fundReceipts,
  payments,
}: Funded<Line>): FundingRow<Line>[] {
  const sumOf = (own: readonly { readonly amount: Yuan }[]) => (own.length === 0 ? null : sumYuan(own.map(({ amount }) => amount)))
  return fundingLines.map((line) => {
    const arrived = sumOf(fundReceipts.filter(({ fundingLineId }) => fundingLineId === line.id))
    const both = line.planned !== null && arrived !== null
    return {
      line,
      arrived,
      paid: sumOf(payments.filter(({ fundingLineId }) => fundingLineId === line.id)),
      owed: both ? lessYuan(line.planned, arrived) : null,
      arrivalRate: both ? percentOf(arrived, line.planned) : null,
      years: fundingYears.filter(({ fundingLineId }) => fundingLineId === line.id),
    }
  })
}
