import type { CohortState } from '@yilian/domain/staffing/terms.ts'

export const FUNNEL_STAGES = ['planned', 'enrolled', 'interns', 'graduated', 'placed'] as const
export type FunnelStage = (typeof FUNNEL_STAGES)[number]

/** What the funnel is read from: counts that a report gives, and how far the people are who are known. */
export interface FunnelOf extends Readonly<Record<FunnelStage, number | null>> {
  readonly states: readonly { readonly state: CohortState; readonly count: number }[]
}

export interface FunnelStep {
  readonly stage: FunnelStage
  /** `null`: not known. */
  readonly count: number | null
  /** Of the largest count, 0 to 1. */
  readonly share: number
}

export interface Funnel {
  readonly steps: readonly FunnelStep[]
  /** From people who are known, not from a report. */
  readonly counted: boolean
  /** Those who left, where people are known. */
  readonly left: number
}

const REACHED: Readonly<Record<Exclude<FunnelStage, 'planned'>, readonly CohortState[]>> = {
  enrolled: ['ENROLLED', 'INTERN', 'GRADUATED', 'PLACED', 'LEFT'],
  interns: ['INTERN', 'GRADUATED', 'PLACED'],
  graduated: ['GRADUATED', 'PLACED'],
  placed: ['PLACED'],
}

/**
 * From plan to placement. Where people are known they are counted: whoever is further has been at every stage before; else what the report says
 * stands as it is, and a stage it does not give is not known.
 */
export function funnelOf(cohort: FunnelOf): Funnel {
  const { states } = cohort
  const counted = states.some(({ count }) => count > 0)
  const of = (wanted: readonly CohortState[]) => states.reduce((sum, { state, count }) => (wanted.includes(state) ? sum + count : sum), 0)
  const countOf = (stage: FunnelStage) => (stage === 'planned' || !counted ? cohort[stage] : of(REACHED[stage]))
  const counts = FUNNEL_STAGES.map((stage) => ({ stage, count: countOf(stage) }))
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 0))
  return { steps: counts.map((one) => ({ ...one, share: (one.count ?? 0) / most })), counted, left: of(['LEFT']) }
}
