import type { IsoDate } from '../../day.ts'
import { covers } from '../../period.ts'
import { appointmentKindRules } from '../appointment-kind.ts'
import type { CountedAppointment } from './career.ts'
import { millionths, WHOLE } from './shares.ts'

/** What one person counts at one place by the three rules. Over all places of a person each of the three comes to 1. */
export interface Place {
  /** `null`: outside the register. */
  readonly institutionId: string | null
  /** By the home rule: 1 where the person belongs. */
  readonly home: 0 | 1
  /** By the host rule: 1 where the person works. */
  readonly host: 0 | 1
  /** Full-time equivalents, in millionths. */
  readonly fte: number
}

/** An appointment in force with the time that falls to it, in millionths. */
export interface Allotted {
  readonly appointment: CountedAppointment
  readonly part: number
}

/** How a person's time is shared out on a day. */
export interface Allotment {
  readonly home: CountedAppointment
  /** Where the person works: the home, or the appointment that moves the work. */
  readonly host: CountedAppointment
  readonly shares: readonly Allotted[]
}

/** Earlier stretches first, then by id: the order in which time is shared out, and in which ties are broken. */
const inOrder = (a: CountedAppointment, b: CountedAppointment) =>
  a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** The appointment by which a person belongs to an institution: the primary one, else that of a rehired person; `null`: to none. */
export function homeOf(inForce: readonly CountedAppointment[]): CountedAppointment | null {
  const homes = inForce.filter(({ kind }) => appointmentKindRules(kind).home).toSorted(inOrder)
  return homes.find(({ kind }) => kind === 'PRIMARY') ?? homes[0] ?? null
}

/**
 * How a person's time is shared out over the appointments of a day; `null` when the person belongs nowhere. Stated shares are taken as
 * they are (in order, and nothing beyond the whole); what is left falls to the first full move without a share, else to the home. The host
 * is the appointment that moves the work, of several the one with the largest share.
 */
export function allotmentOn(appointments: readonly CountedAppointment[], day: IsoDate): Allotment | null {
  const inForce = appointments.filter((one) => covers(one, day)).toSorted(inOrder)
  const home = homeOf(inForce)
  if (home === null) return null
  const moves = inForce.filter(({ kind }) => appointmentKindRules(kind).movesWork)
  let left = WHOLE
  const stated = inForce.map((appointment): Allotted => {
    const part = Math.min(left, millionths(appointment.share) ?? 0)
    left -= part
    return { appointment, part }
  })
  const rest = moves.find(({ share }) => share === null) ?? home
  const shares = stated.map((one) => (one.appointment === rest ? { ...one, part: one.part + left } : one))
  const partOf = (appointment: CountedAppointment) => shares.find((one) => one.appointment === appointment)!.part
  const host = moves.toSorted((a, b) => partOf(b) - partOf(a) || inOrder(a, b))[0] ?? home
  return { home, host, shares }
}

/** What a person counts on a day, place by place; none when the person belongs nowhere. */
export function placesOn(appointments: readonly CountedAppointment[], day: IsoDate): Place[] {
  const allotment = allotmentOn(appointments, day)
  if (allotment === null) return []
  const { home, host, shares } = allotment
  const ids = new Set([
    home.institutionId,
    host.institutionId,
    ...shares.flatMap(({ appointment, part }) => (part > 0 ? [appointment.institutionId] : [])),
  ])
  return [...ids].map((institutionId) => ({
    institutionId,
    home: home.institutionId === institutionId ? 1 : 0,
    host: host.institutionId === institutionId ? 1 : 0,
    fte: shares.reduce((sum, { appointment, part }) => sum + (appointment.institutionId === institutionId ? part : 0), 0),
  }))
}
