import type { Cited } from '../cited.ts'
import { codeIssues } from '../code-list.ts'
import { PROFESSIONS, type Profession } from '../code-lists/profession.ts'
import type { Recorded } from '../dated.ts'
import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { regionCodeIssues } from '../region.ts'
import { countIssues, lengthIssues } from '../value-issues.ts'
import type { GpKind } from './terms.ts'

/** A number of people that a report gives and does not name. Where the people are known, they count and it does not (`replaced`). */
export interface StaffCountValue extends Cited {
  /** What is counted, as written: 注册全科医生. */
  readonly what: string
  readonly profession: Profession | null
  readonly generalPractitioner: GpKind | null
  readonly institutionIds: readonly string[]
  /** `null`: the report names it without a number. */
  readonly count: number | null
  readonly onDay: IsoDate | null
  /** The period as written, where there is no day: 2023H1. */
  readonly period: string | null
  /** It is to be reached, not counted. */
  readonly target: boolean
  /** The people are known: shown beside them, in no total. */
  readonly replaced: boolean
}
export interface StaffCount extends Recorded, StaffCountValue {
  readonly rowId: string
  readonly id: string
  readonly regionCode: string
}

/** Residents of a region in a year, for rates (T2.1). */
export interface RegionPopulationValue extends Cited {
  readonly residents: number
}
export interface RegionPopulation extends Recorded, RegionPopulationValue {
  readonly rowId: string
  readonly id: string
  readonly regionCode: string
  readonly year: number
}

/** Issues of a count alone. */
export function staffCountIssues(regionCode: string, { what, profession, count, period }: StaffCountValue): Issue[] {
  const issues: Issue[] = [...regionCodeIssues('regionCode', regionCode), ...countIssues('count', count)]
  if (what.trim() === '') issues.push(issue('what', 'REQUIRED'))
  if (profession !== null) issues.push(...codeIssues('profession', PROFESSIONS, profession))
  return [...issues, ...lengthIssues({ what: [what, 100], period: [period, 30] })]
}

/** Issues of a population alone. */
export function populationIssues(regionCode: string, year: number, residents: number): Issue[] {
  const issues: Issue[] = [...regionCodeIssues('regionCode', regionCode), ...countIssues('residents', residents)]
  if (!Number.isInteger(year) || year < 1949 || year > 2100) issues.push(issue('year', 'NOT_A_YEAR', { value: year }))
  return issues
}
