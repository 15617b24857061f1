import { nextMonth } from '@yilian/domain/construction/money-standing.ts'
import { hasReached, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import { addDays, day as dayOf, type IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'

/** What a timeline needs of a project. */
export interface TimedProject {
  readonly stages: readonly {
    readonly stage: ProjectStage | null
    readonly startKnown: boolean
    readonly validFrom: IsoDate
  }[]
  readonly suspensions: readonly (Period & { readonly suspendedOn: IsoDate | null; readonly observedOn: IsoDate | null })[]
  /** When works are planned to start and to be accepted. */
  readonly start: { readonly plannedOn: IsoDate | null } | null
  readonly acceptance: { readonly plannedOn: IsoDate | null } | null
  readonly completion: IsoDate | null
  /** `YYYY-MM` of the last report. */
  readonly lastReport: string | null
}

/** How well the first day of a stop is known: to the day, that it was before the day drawn, or that it was some day of the stretch drawn. */
export type StopStart = 'EXACT' | 'BEFORE' | 'WITHIN'

/** The days of a project as they are drawn; days that nobody reported are not made up. */
export interface ProjectBars {
  /** From the planned start to the planned completion; one of them alone is a point. */
  readonly planned: { readonly from: IsoDate | null; readonly to: IsoDate | null } | null
  /** From the first day on which works are known to have begun. */
  readonly actual: {
    readonly from: IsoDate
    readonly startKnown: boolean
    readonly to: IsoDate
    readonly done: boolean
    /** Not known to the day when it is false. */
    readonly endKnown: boolean
    /** The last day of which anything is on record; nobody says what was after it. */
    readonly recordedTo: IsoDate
  } | null
  /** Stretches of standing still, one without an end until the day. */
  readonly stops: readonly (Period & { readonly start: StopStart })[]
  /** Until when it is expected to last, while it does. */
  readonly expected: IsoDate | null
}

/** What is drawn of a project as of a day. */
export function barsOf({ stages, suspensions, start, acceptance, completion, lastReport }: TimedProject, asOf: IsoDate): ProjectBars {
  const [from, to] = [start?.plannedOn ?? null, acceptance?.plannedOn ?? null]
  const past = stages.filter(({ validFrom }) => validFrom <= asOf)
  const begun = past.find(({ stage }) => hasReached(stage, 'START') === true)
  const finished = past.find(({ stage }) => hasReached(stage, 'ACCEPTANCE') === true)
  const lastRecord = (): IsoDate =>
    [
      ...past.map(({ validFrom }) => validFrom),
      ...suspensions.flatMap(({ suspendedOn, observedOn, validTo }) => [suspendedOn, observedOn, validTo]),
      lastReport === null ? null : addDays(dayOf(`${nextMonth(lastReport)}-01`), -1),
    ]
      .filter((one) => one !== null)
      .map((one) => (one < asOf ? one : asOf))
      .reduce(later)
  const actual = begun
    ? {
        from: begun.validFrom,
        startKnown: begun.startKnown && begun.stage === 'START',
        to: finished?.validFrom ?? asOf,
        done: finished !== undefined,
        endKnown: finished?.startKnown ?? true,
        recordedTo: finished?.validFrom ?? lastRecord(),
      }
    : null
  const stops = suspensions.flatMap(({ validFrom, validTo, suspendedOn, observedOn }) => {
    // A stop of which only a day is known is drawn from that day, one whose first day is not known within the works at most.
    const since = suspendedOn ?? observedOn ?? (validTo !== null && actual && actual.from < validTo ? later(validFrom, actual.from) : null)
    const start: StopStart = suspendedOn !== null ? 'EXACT' : observedOn !== null ? 'BEFORE' : 'WITHIN'
    return since === null || since > asOf ? [] : [{ validFrom: since, validTo, start }]
  })
  return {
    planned: from === null && to === null ? null : { from, to },
    actual,
    stops,
    expected: actual && !actual.done && completion !== null && completion > asOf ? completion : null,
  }
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b
}

/** Whether there is anything to draw. */
export function isDrawn({ planned, actual, stops }: ProjectBars): boolean {
  return planned !== null || actual !== null || stops.length > 0
}
