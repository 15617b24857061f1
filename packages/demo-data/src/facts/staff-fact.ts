import type { TrainingProgramme } from '@yilian/domain/code-lists/training-programme.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { GpKind, Leadership, RecruitmentChannel } from '@yilian/domain/staffing/terms.ts'

interface Sourced {
  readonly source: string
  readonly sourceNote?: string
}

/** Staffing facts of one report. Nobody is named: who holds a post is known by the post. Institutions are named by their name. */
export interface StaffFacts {
  /** Twelve digits. */
  readonly regionCode: string
  /** The day the report describes, from which what it says of people is recorded. */
  readonly describedOn: IsoDate
  readonly people?: readonly PersonFact[]
  readonly cohorts?: readonly CohortFact[]
  readonly drives?: readonly DriveFact[]
  readonly mentorships?: readonly MentorshipFact[]
  readonly counts?: readonly CountFact[]
  readonly residents?: readonly ResidentsFact[]
}

/** Somebody whom the report knows by a post. */
export interface PersonFact extends Sourced {
  readonly code: string
  readonly name: string
  readonly appointments: readonly AppointmentFact[]
}

export interface AppointmentFact {
  readonly kind: AppointmentKind
  readonly institution: string
  readonly leadership: Leadership
  /** The home where it is outside of what is recorded. */
  readonly homeElsewhere?: string
  readonly sourceNote?: string
}

/** A cohort; a count that is left out is not reported. */
export interface CohortFact extends Sourced {
  readonly programme: TrainingProgramme
  readonly name: string
  readonly startYear?: number
  readonly enrolled?: number
  readonly interns?: number
  readonly placed?: number
  readonly posts?: number
  readonly institutions?: readonly string[]
  readonly reportedFor: string
  readonly target?: boolean
}

export interface DriveFact extends Sourced {
  readonly name: string
  readonly channel: RecruitmentChannel
  readonly hired?: number
  readonly postPool?: boolean
  readonly reportedFor: string
  readonly target?: boolean
}

/** Residents of the region in a year. */
export interface ResidentsFact extends Sourced {
  readonly year: number
  readonly residents: number
}

export interface MentorshipFact extends Sourced {
  readonly content: string
}

export interface CountFact extends Sourced {
  readonly what: string
  readonly count?: number
  readonly profession?: 'V1' | '11'
  readonly generalPractitioner?: GpKind
  readonly institutions?: readonly string[]
  readonly period: string
  readonly target?: boolean
}
