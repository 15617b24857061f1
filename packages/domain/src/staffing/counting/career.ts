import type { Stretch } from '../../dated.ts'
import type { IsoDate } from '../../day.ts'
import type { Decimal } from '../../decimal.ts'
import type { Period } from '../../period.ts'

/** What counting reads of an appointment: one stretch of it. Stretches with the same `id` are one appointment. */
export interface CountedAppointment extends Period {
  readonly id: string
  readonly kind: string
  /** Where the work is; `null`: at an institution that is not in the register. */
  readonly institutionId: string | null
  /** Of a whole person's time, 0 to 1; `null`: by rule. */
  readonly share: Decimal | null
  /** The last day planned. */
  readonly plannedUntil: IsoDate | null
  /** Why it ended, by the national code. */
  readonly flowOut: string | null
}

/** What counting reads of a person: what may change from day to day. */
export interface CountedTraits {
  readonly sex: string
  readonly birthDate: IsoDate | null
  readonly education: string | null
  readonly workClass: string
  readonly profession: string
  readonly titleAppointed: string
  readonly establishmentType: string
}

/** A person's whole history, as known at some instant. */
export interface Career {
  readonly personId: string
  readonly traits: readonly Stretch<CountedTraits>[]
  readonly appointments: readonly CountedAppointment[]
}
