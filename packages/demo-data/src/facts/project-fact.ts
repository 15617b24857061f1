import type { FundingSource } from '@yilian/domain/construction/funding-source.ts'
import type { ProjectKind } from '@yilian/domain/construction/project-kind.ts'
import type { ProjectStage, StageBasis } from '@yilian/domain/construction/stage.ts'
import type { SuspensionCause } from '@yilian/domain/construction/terms.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { Yuan } from '@yilian/domain/money.ts'

interface Sourced {
  readonly source: string
  readonly sourceNote?: string
}

/** A construction project as a report describes it. What is left out is not reported. Everything starts at the day the report describes, by which it was so, unless a day is given. */
export interface ProjectFact extends Sourced {
  readonly code: string
  readonly name: string
  readonly kind: ProjectKind
  readonly regionCode: string
  /** By name. */
  readonly institutions?: readonly string[]
  /** The code of the project it is a part of. */
  readonly partOf?: string
  readonly description?: string
  readonly unitCount?: number
  readonly area?: string
  readonly sets?: number
  readonly stages?: readonly StageFact[]
  readonly suspensions?: readonly SuspensionFact[]
  readonly milestones?: readonly MilestoneFact[]
  readonly funding?: readonly FundingFact[]
  readonly problems?: readonly string[]
  /** What comes next, as the report of its month says. */
  readonly nextSteps?: string
}

/** Where works stood; `stage` null where the report does not say. With `from`, the day it began. */
export interface StageFact {
  readonly stage: ProjectStage | null
  readonly wording: string | null
  readonly basis: StageBasis
  readonly from?: IsoDate
  readonly unitsDone?: number
  readonly sourceNote?: string
}

/** A stop: resumed on a day, or seen to last on the day of the report. */
export interface SuspensionFact {
  readonly cause: SuspensionCause
  readonly resumedOn?: IsoDate
  readonly sourceNote: string
}

/** A day that is planned or expected. */
export interface MilestoneFact {
  readonly stage: ProjectStage
  readonly baselineOn?: IsoDate
  readonly forecastOn?: IsoDate
  readonly wording: string
  readonly sourceNote: string
}

/** What a source is to give; `arrived` by the day of the report, zero where it says that nothing had. */
export interface FundingFact {
  readonly fundingSource: FundingSource
  readonly planned?: Yuan
  readonly share?: { readonly group: string; readonly part: number }
  readonly year?: number
  readonly arrived?: Yuan
  readonly sourceNote?: string
}
