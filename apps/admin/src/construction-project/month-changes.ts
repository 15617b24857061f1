import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { ProgressReportState } from '@yilian/domain/construction/terms.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { sumYuan, type Yuan } from '@yilian/domain/money.ts'

/** What is read of a project to say what changed in a month. */
export interface ChangingProject {
  readonly stages: readonly { readonly stage: ProjectStage | null; readonly wording: string | null; readonly validFrom: IsoDate }[]
  readonly suspensions: readonly { readonly suspendedOn: IsoDate | null; readonly resumedOn: IsoDate | null }[]
  readonly fundReceipts: readonly { readonly receivedOn: IsoDate; readonly amount: Yuan }[]
  readonly payments: readonly { readonly paidOn: IsoDate; readonly amount: Yuan }[]
  readonly progressReports: readonly {
    readonly month: string
    readonly state: ProgressReportState
    readonly wording: string | null
    readonly investmentMonth: Yuan | null
  }[]
}

/** What changed of a project in a month; `null` and empty where nothing is on record. */
export interface MonthChanges {
  readonly stages: readonly { readonly stage: ProjectStage | null; readonly before: ProjectStage | null; readonly wording: string | null }[]
  readonly stopped: readonly IsoDate[]
  readonly resumed: readonly IsoDate[]
  readonly arrived: Yuan | null
  readonly paid: Yuan | null
  readonly report: ChangingProject['progressReports'][number] | null
}

export function changesIn(month: string, { stages, suspensions, fundReceipts, payments, progressReports }: ChangingProject): MonthChanges {
  const within = (day: IsoDate | null): day is IsoDate => day !== null && day.startsWith(month)
  const sum = (amounts: readonly Yuan[]) => (amounts.length === 0 ? null : sumYuan(amounts))
  return {
    stages: stages.flatMap(({ stage, wording, validFrom }, at) =>
      within(validFrom) ? [{ stage, wording, before: stages[at - 1]?.stage ?? null }] : [],
    ),
    stopped: suspensions.map(({ suspendedOn }) => suspendedOn).filter(within),
    resumed: suspensions.map(({ resumedOn }) => resumedOn).filter(within),
    arrived: sum(fundReceipts.flatMap(({ receivedOn, amount }) => (within(receivedOn) ? [amount] : []))),
    paid: sum(payments.flatMap(({ paidOn, amount }) => (within(paidOn) ? [amount] : []))),
    report: progressReports.find((one) => one.month === month) ?? null,
  }
}

/** Whether anything is on record for the month. */
export function anyChange({ stages, stopped, resumed, arrived, paid, report }: MonthChanges): boolean {
  return stages.length + stopped.length + resumed.length > 0 || arrived !== null || paid !== null || report !== null
}
