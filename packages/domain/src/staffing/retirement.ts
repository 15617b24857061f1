// When somebody retires. Before 2025: men at 60, women at 55 in posts of management and of professions, at 50 as workers (国发〔1978〕104号, from
// memory). From 2025-01-01 the age rises step by step: 国务院关于渐进式延迟法定退休年龄的办法, annexed to the decision of the Standing Committee of
// 2024-09-13, article 1 and tables 1 to 3; read in copies (gzjdyjgxx.com, wxredian.com), checked at the first, some middle and the last rows.
import type { Sex } from '../code-lists/education.ts'
import type { WorkClass } from '../code-lists/profession.ts'
import type { Provenance } from '../code-list.ts'
import { day, type IsoDate } from '../day.ts'
import type { Text } from '../locale.ts'

/** How the age rises for one group: from the first month of birth concerned, one month for every so many months of birth, to so many at most. */
export interface RetirementRule {
  readonly label: Text
  /** Years of age before the rise. */
  readonly age: number
  /** The first month of birth that the rise concerns, YYYY-MM. */
  readonly bornFrom: string
  readonly monthsPerStep: number
  readonly mostMonths: number
  readonly provenance: Provenance
  readonly source: string
}

const RISE = {
  provenance: 'VERIFIED',
  source: '国务院关于渐进式延迟法定退休年龄的办法（2024-09-13 通过，2025-01-01 起施行）第一条及附表，公开副本',
} as const

export const RETIREMENT_RULES = {
  MEN: { label: { zh: '男职工', en: 'Men' }, age: 60, bornFrom: '1965-01', monthsPerStep: 4, mostMonths: 36, ...RISE },
  WOMEN_55: {
    label: { zh: '原 55 周岁退休女职工', en: 'Women who retired at 55' },
    age: 55,
    bornFrom: '1970-01',
    monthsPerStep: 4,
    mostMonths: 36,
    ...RISE,
  },
  WOMEN_50: {
    label: { zh: '原 50 周岁退休女职工', en: 'Women who retired at 50' },
    age: 50,
    bornFrom: '1975-01',
    monthsPerStep: 2,
    mostMonths: 60,
    ...RISE,
  },
} as const satisfies Record<string, RetirementRule>
export type RetirementGroup = keyof typeof RETIREMENT_RULES

/** When, at which age, and by which rule. */
export interface Retirement {
  readonly group: RetirementGroup
  readonly on: IsoDate
  readonly years: number
  readonly months: number
}

/** The group by sex and actual work; `null` where that is not known, and for village doctors, who are no employees. */
export function retirementGroup(sex: Sex | null, workClass: WorkClass | null): RetirementGroup | null {
  if (sex === null || workClass === null || workClass === '5') return null
  if (sex === 'MALE') return 'MEN'
  return workClass === '4' ? 'WOMEN_50' : 'WOMEN_55'
}

/** The statutory retirement by the rule in force then; `null` where birth date, sex or work are not known. Flexible earlier or later ones are not in it. */
export function retirementOf(person: {
  readonly birthDate: IsoDate | null
  readonly sex: Sex | null
  readonly workClass: WorkClass | null
}): Retirement | null {
  const group = retirementGroup(person.sex, person.workClass)
  if (group === null || person.birthDate === null) return null
  const rule = RETIREMENT_RULES[group]
  const since = monthNumber(person.birthDate) - monthNumber(rule.bornFrom)
  const later = since < 0 ? 0 : Math.min(rule.mostMonths, Math.floor(since / rule.monthsPerStep) + 1)
  const months = rule.age * 12 + later
  return { group, on: addMonths(person.birthDate, months), years: Math.floor(months / 12), months: months % 12 }
}

function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
}

/** The same day so many months later; the last of the month where there is no such day. */
export function addMonths(from: IsoDate, months: number): IsoDate {
  const total = monthNumber(from) + months
  const [year, month] = [Math.floor(total / 12), total % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return day(`${String(year).padStart(4, '0')}-${two(month + 1)}-${two(Math.min(Number(from.slice(8)), last))}`)
}
