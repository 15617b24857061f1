import type { StageBasis, ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { StageValue } from '@yilian/domain/construction/stage-timeline.ts'
import type { Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'

interface Typed {
  readonly stage: ProjectStage | null
  readonly wording: string
  readonly basis: StageBasis
  readonly startKnown: boolean
  readonly unitsDone: number | null
  readonly reason: string
}

/** What is typed of a stage, as the rules judge it. */
export function stageValue({ stage, wording, basis, startKnown, unitsDone, reason }: Typed): StageValue {
  const cited = { documentId: null, source: null, sourceNote: null }
  return { stage, wording: wording.trim() || null, basis, startKnown, unitsDone, reason: reason.trim() || null, ...cited }
}

interface Row extends Omit<Typed, 'wording' | 'reason'> {
  readonly wording: string | null
  readonly reason: string | null
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
}

/** A stretch on record, as the rules judge it. */
export function stageOfRow({ wording, reason, validFrom, validTo, ...row }: Row): Stretch<StageValue> {
  return { ...stageValue({ ...row, wording: wording ?? '', reason: reason ?? '' }), validFrom, validTo }
}
