import type { ProjectStage } from './stage.ts'
import type { IsoDate } from '../day.ts'
import { sumYuan, type Yuan } from '../money.ts'
import type { Suspension } from './suspension.ts'

/** What is read of a project to say what changed in a month. */
export interface ChangingProject<R extends { readonly month: string }> {
  readonly stages: readonly { readonly stage: ProjectStage | null; readonly wording: string | null; readonly validFrom: IsoDate }[]
  readonly suspensions: readonly Pick<Suspension, 'startKnown' | 'endKnown' | 'validFrom' | 'validTo'>[]
  readonly receipts: readonly { readonly receivedOn: IsoDate; readonly amount: Yuan }[]
  readonly payments: readonly { readonly paidOn: IsoDate; readonly amount: Yuan }[]
  readonly reports: readonly R[]
}

/** What changed of a project in a month; `null` and empty where nothing is on record. */
export interface MonthChanges<R> {
  readonly stages: readonly { readonly stage: ProjectStage | null; readonly before: ProjectStage | null; readonly wording: string | null }[]
  readonly stopped: readonly IsoDate[]
  readonly resumed: readonly IsoDate[]
  readonly arrived: Yuan | null
  readonly paid: Yuan | null
  readonly report: R | null
}

/** `asOf`: what came after this day is not told. */
export function changesIn<R extends { readonly month: string }>(
  month: string,
  { stages, suspensions, receipts, payments, reports }: ChangingProject<R>,
  asOf: IsoDate,
): MonthChanges<R> {
  const within = (day: IsoDate | null): day is IsoDate => day !== null && day.startsWith(month) && day <= asOf
  const sum = (amounts: readonly Yuan[]) => (amounts.length === 0 ? null : sumYuan(amounts))
  return {
    stages: stages.flatMap(({ stage, wording, validFrom }, at) =>
      within(validFrom) ? [{ stage, wording, before: stages[at - 1]?.stage ?? null }] : [],
    ),
    stopped: suspensions.map(({ startKnown, validFrom }) => (startKnown ? validFrom : null)).filter(within),
    resumed: suspensions.map(({ endKnown, validTo }) => (endKnown ? validTo : null)).filter(within),
    arrived: sum(receipts.flatMap(({ receivedOn, amount }) => (within(receivedOn) ? [amount] : []))),
    paid: sum(payments.flatMap(({ paidOn, amount }) => (within(paidOn) ? [amount] : []))),
    report: reports.find((one) => one.month === month) ?? null,
  }
}
