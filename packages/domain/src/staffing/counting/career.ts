import type { FlowOut } from '../../code-lists/staff-flow.ts'
import type { Stretch } from '../../dated.ts'
import type { IsoDate } from '../../day.ts'
import type { Decimal } from '../../decimal.ts'
import type { Period } from '../../period.ts'
import type { AppointmentKind } from '../appointment-kind.ts'
import type { PersonValue } from '../person.ts'

/** What counting reads of an appointment: one stretch of it. Stretches with the same `id` are one appointment. */
export interface CountedAppointment extends Period {
  readonly id: string
  readonly kind: AppointmentKind
  /** Where the work is; `null`: at an institution that is not in the register. */
  readonly institutionId: string | null
  /** Where the person comes from, where that is outside the register, in words. */
  readonly homeElsewhere: string | null
  /** Of a whole person's time, 0 to 1; `null`: by rule. */
  readonly share: Decimal | null
  /** The last day planned. */
  readonly plannedUntil: IsoDate | null
  /** Why it ended, by the national code. */
  readonly flowOut: FlowOut | null
}

/** What counting reads of a person: what may change from day to day. */
export type CountedTraits = Pick<
  PersonValue,
  'sex' | 'birthDate' | 'education' | 'workClass' | 'profession' | 'titleAppointed' | 'establishmentType'
>

/** A person's whole history, as known at some instant. */
export interface Career {
  readonly personId: string
  readonly traits: readonly Stretch<CountedTraits>[]
  readonly appointments: readonly CountedAppointment[]
}
