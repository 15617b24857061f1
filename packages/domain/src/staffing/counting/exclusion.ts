import { addDays, type IsoDate } from '../../day.ts'
import type { Text } from '../../locale.ts'
import { covers } from '../../period.ts'
import type { Career, CountedAppointment, CountedTraits } from './career.ts'
import { addMonths } from '../retirement.ts'
import { homeOf } from './places.ts'

/** Why somebody with an appointment in force is not counted. The first two leave out of statistics alone, the others out of every count. */
export const EXCLUSIONS = {
  TEMPORARY: {
    zh: '临时聘用人员，不计入统计',
    en: 'Hired temporarily: left out of statistics',
  },
  REHIRED_BRIEFLY: {
    zh: '返聘不满半年，不计入统计',
    en: 'Rehired for less than half a year: left out of statistics',
  },
  HOME_ELSEWHERE: {
    zh: '任职单位不在本系统登记的机构中，来此帮扶、挂职等',
    en: 'Belongs to an institution outside the register, and works here for a time',
  },
  RETIRED: {
    zh: '已退休，没有返聘，只有兼任、多点执业等',
    en: 'Retired and not rehired, only with an appointment beside',
  },
  NO_PRIMARY: {
    zh: '没有任职单位，只有兼任、多点执业等',
    en: 'Without a primary appointment, only with one beside',
  },
} as const satisfies Record<string, Text>
export type Exclusion = keyof typeof EXCLUSIONS

/** Those that are counted when the count is not for statistics. */
export const STATISTICAL_EXCLUSIONS: readonly Exclusion[] = ['TEMPORARY', 'REHIRED_BRIEFLY']

/** The national code of an appointment that ended by retirement. */
export const RETIRED = '24'

/** Months for which somebody must be rehired to count in statistics. */
export const REHIRED_MONTHS = 6

/** What holds of a person on a day; `null` where nothing is recorded of it. */
export function traitsOn({ traits }: Pick<Career, 'traits'>, day: IsoDate): CountedTraits | null {
  return traits.find((one) => covers(one, day)) ?? null
}

/** Why a person is not counted on a day; `null`: counted, or without any appointment in force, so that nobody asks. */
export function exclusionOn(career: Career, day: IsoDate): Exclusion | null {
  const { appointments } = career
  const inForce = appointments.filter((one) => covers(one, day))
  if (inForce.length === 0) return null
  const home = homeOf(inForce)
  if (home === null) return beside(inForce, isRetired(appointments, day))
  if (traitsOn(career, day)?.establishmentType === 'TEMPORARY') return 'TEMPORARY'
  return home.kind === 'REHIRED' && isBrief(appointments, home.id, day) ? 'REHIRED_BRIEFLY' : null
}

function beside(inForce: readonly CountedAppointment[], retired: boolean): Exclusion {
  if (inForce.some(({ homeElsewhere }) => homeElsewhere !== null)) return 'HOME_ELSEWHERE'
  return retired ? 'RETIRED' : 'NO_PRIMARY'
}

/** The last primary appointment before a day ended by retirement. */
function isRetired(appointments: readonly CountedAppointment[], day: IsoDate): boolean {
  const last = appointments
    .filter(({ kind, validTo }) => kind === 'PRIMARY' && validTo !== null && validTo <= day)
    .toSorted((a, b) => (a.validTo! < b.validTo! ? 1 : -1))[0]
  return last?.flowOut === RETIRED
}

/** Shorter than half a year by the end on record; without one, not half a year yet. */
function isBrief(appointments: readonly CountedAppointment[], id: string, day: IsoDate): boolean {
  const stretches = appointments.filter((one) => one.id === id).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const last = stretches.at(-1)!
  const planned = last.plannedUntil === null ? null : addDays(last.plannedUntil, 1)
  return (last.validTo ?? planned ?? day) < addMonths(stretches[0]!.validFrom, REHIRED_MONTHS)
}
