// The age bands in which the yearbook of health statistics shows staff, from memory.
import { defineCodeList, type CodeOf } from '../../code-list.ts'
import type { IsoDate } from '../../day.ts'

export const AGE_BANDS = defineCodeList({
  name: 'ageBand',
  label: { zh: '年龄组', en: 'Age band' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    UNDER_25: { label: { zh: '25岁以下', en: 'Under 25' } },
    FROM_25: { label: { zh: '25—34岁', en: 'Age 25-34' } },
    FROM_35: { label: { zh: '35—44岁', en: 'Age 35-44' } },
    FROM_45: { label: { zh: '45—54岁', en: 'Age 45-54' } },
    FROM_55: { label: { zh: '55—59岁', en: 'Age 55-59' } },
    FROM_60: { label: { zh: '60岁及以上', en: 'Age 60 and over' } },
  },
})
export type AgeBand = CodeOf<typeof AGE_BANDS>

/** The first age of each band, the oldest first. */
export const AGE_BAND_STARTS: readonly (readonly [AgeBand, number])[] = [
  ['FROM_60', 60],
  ['FROM_55', 55],
  ['FROM_45', 45],
  ['FROM_35', 35],
  ['FROM_25', 25],
  ['UNDER_25', 0],
]

/** Full years on a day. Whoever was born on 29 February is a year older on 1 March of other years. */
export function ageOn(birthDate: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The band of the age on a day; `null` where the birth date is not known or yet to come. */
export function ageBandOn(birthDate: IsoDate | null, day: IsoDate): AgeBand | null {
  if (birthDate === null) return null
  const age = ageOn(birthDate, day)
  return AGE_BAND_STARTS.find(([, start]) => age >= start)?.[0] ?? null
}
