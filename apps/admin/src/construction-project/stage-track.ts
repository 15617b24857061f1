import { STAGES_IN_ORDER, stageOrder, PROJECT_STAGES, type ProjectPhase, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

/** What the track is read from. */
export interface TrackedProject {
  readonly stages: readonly {
    readonly stage: ProjectStage | null
    readonly wording: string | null
    readonly reason: string | null
    readonly startKnown: boolean
    readonly validFrom: IsoDate
  }[]
  readonly milestones: readonly {
    readonly stage: ProjectStage
    readonly baselineOn: IsoDate | null
    readonly replannedOn: IsoDate | null
    readonly forecastOn: IsoDate | null
    readonly wording: string | null
    readonly reason: string | null
    readonly late: boolean
    readonly lapsed: boolean
  }[]
  readonly approvals: readonly {
    readonly stage: ProjectStage
    readonly number: string | null
    readonly approvedOn: IsoDate | null
  }[]
}

/** A stage of the procedure with everything that is said of it. */
export interface TrackRow {
  readonly stage: ProjectStage
  readonly baselineOn: IsoDate | null
  readonly replannedOn: IsoDate | null
  readonly forecastOn: IsoDate | null
  readonly late: boolean
  readonly lapsed: boolean
  /** When works were in it first; `on` is `null` where that is not known at all. */
  readonly actual: { readonly on: IsoDate | null; readonly exact: boolean } | null
  readonly approvals: TrackedProject['approvals']
  /** What reports and plans say, and why it went back or was re-planned. */
  readonly wordings: readonly string[]
  readonly reasons: readonly string[]
  readonly now: boolean
  /** Something is on record. */
  readonly told: boolean
}

/** Every stage in its order, as known on a day. */
export function trackOf({ stages, milestones, approvals }: TrackedProject, current: ProjectStage | null, asOf: IsoDate): TrackRow[] {
  return STAGES_IN_ORDER.map((stage) => {
    const milestone = milestones.find((one) => one.stage === stage)
    const stretches = stages.filter((one) => one.stage === stage && one.validFrom <= asOf)
    const [first] = stretches
    const own = approvals.filter((one) => one.stage === stage)
    return {
      stage,
      baselineOn: milestone?.baselineOn ?? null,
      replannedOn: milestone?.replannedOn ?? null,
      forecastOn: milestone?.forecastOn ?? null,
      late: milestone?.late ?? false,
      lapsed: milestone?.lapsed ?? false,
      actual: first ? { on: first.validFrom === UNKNOWN_START ? null : first.validFrom, exact: first.startKnown } : null,
      approvals: own,
      wordings: [...new Set([...stretches.map(({ wording }) => wording), milestone?.wording].filter((text) => text != null))],
      reasons: [...new Set([...stretches.map(({ reason }) => reason), milestone?.reason].filter((text) => text != null))],
      now: stage === current,
      told: milestone !== undefined || stretches.length > 0 || own.length > 0,
    }
  })
}

type Stretch = Pick<TrackedProject['stages'][number], 'stage' | 'wording' | 'validFrom'> & { readonly validTo: IsoDate | null }

/** Stretches of one stage that follow each other, as one; what reports say in it, one after the other. A stage not known stays as it is. */
export function stretchesOf(stages: readonly Stretch[]): Stretch[] {
  return stages.reduce<Stretch[]>((before, { stage, wording, validFrom, validTo }) => {
    const last = before.at(-1)
    if (!last || stage === null || last.stage !== stage) return [...before, { stage, wording, validFrom, validTo }]
    const wordings = [...new Set([last.wording, wording].filter((text) => text !== null))].join('；')
    return [...before.slice(0, -1), { ...last, validTo, wording: wordings || null }]
  }, [])
}

/** Where works are, what is late, and what is planned next. */
export function rowsThatMatter(track: readonly TrackRow[]): TrackRow[] {
  const at = track.findIndex(({ now }) => now)
  const next = track.findIndex(({ baselineOn, replannedOn, forecastOn, actual }, index) => {
    const planned = (replannedOn ?? forecastOn ?? baselineOn) !== null
    return planned && actual === null && index > at
  })
  return track.filter(({ now, late, lapsed }, index) => now || late || lapsed || index === next)
}

export type StepState = 'passed' | 'now' | 'ahead' | 'unknown'
export interface PhaseSteps {
  readonly phase: ProjectPhase
  readonly now: boolean
  readonly steps: readonly { readonly stage: ProjectStage; readonly state: StepState }[]
}

/** The stages by phase, passed or ahead as the current one says; where it is not known nothing can be said of any. */
export function phasesOf(current: ProjectStage | null): PhaseSteps[] {
  const at = current === null ? 0 : stageOrder(current)
  const state = (stage: ProjectStage): StepState =>
    at === 0 ? 'unknown' : stage === current ? 'now' : stageOrder(stage) < at ? 'passed' : 'ahead'
  const phases = [...Map.groupBy(STAGES_IN_ORDER, (stage) => PROJECT_STAGES.items[stage].phase)]
  return phases.map(([phase, stages]) => ({
    phase,
    now: stages.some((stage) => stage === current),
    steps: stages.map((stage) => ({ stage, state: state(stage) })),
  }))
}
