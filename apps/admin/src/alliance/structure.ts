import { covers, type Period } from '@yilian/domain/period.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'

/** An institution as the picture shows it. */
export interface PictureInstitution {
  readonly id: string
  readonly name: string
  /** The second line: what kind of institution it is. */
  readonly kind: string
  readonly villageClinicCount: number
}

export interface PictureMembership extends Period {
  readonly role: MembershipRole
  readonly institution: PictureInstitution
}

export interface PictureDispute extends Period {
  readonly chosen: PictureInstitution | null
  readonly mandated: PictureInstitution | null
  readonly authority: string
}

export interface PictureVacancy extends Period {
  readonly reason: string
}

/** All that the picture of an alliance is drawn from, over all time, as known at one instant. */
export interface StructureHistory {
  readonly name: string
  readonly life: readonly Period[]
  readonly memberships: readonly PictureMembership[]
  readonly vacancies: readonly PictureVacancy[]
  readonly disputes: readonly PictureDispute[]
}

/** The alliance on one day: who supports, leads and belongs to it, or why nobody leads. */
export interface Structure {
  readonly name: string
  readonly exists: boolean
  readonly supporting: readonly PictureInstitution[]
  readonly lead: PictureInstitution | null
  readonly vacancy: PictureVacancy | null
  readonly dispute: PictureDispute | null
  readonly members: readonly PictureInstitution[]
}

/** The structure in force on a day. */
export function structureOn({ name, life, memberships, vacancies, disputes }: StructureHistory, asOf: IsoDate): Structure {
  const on = memberships.filter((one) => covers(one, asOf))
  const inRole = (role: MembershipRole) => on.filter((one) => one.role === role).map(({ institution }) => institution)
  return {
    name,
    exists: life.some((one) => covers(one, asOf)),
    supporting: inRole('SUPPORTING'),
    lead: inRole('LEAD')[0] ?? null,
    vacancy: vacancies.find((one) => covers(one, asOf)) ?? null,
    dispute: disputes.find((one) => covers(one, asOf)) ?? null,
    members: inRole('MEMBER'),
  }
}

/** The days on which the structure changed or will change, in order: where the day slider stops. */
export function structureDays({ life, memberships, vacancies, disputes }: StructureHistory): IsoDate[] {
  const days = [...life, ...memberships, ...vacancies, ...disputes].flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, validTo],
  )
  return [...new Set(days)].filter((day) => day !== UNKNOWN_START).toSorted()
}

/** The nearest day of change before or after a day; `null` at the end. */
export function neighbourDay(days: readonly IsoDate[], asOf: IsoDate, direction: 'before' | 'after'): IsoDate | null {
  return (direction === 'before' ? days.findLast((one) => one < asOf) : days.find((one) => one > asOf)) ?? null
}
