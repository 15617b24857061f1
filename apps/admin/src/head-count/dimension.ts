import type { HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'
import { countyCodeOf } from '@yilian/domain/region.ts'
import type { CountSearch, PeopleKey } from './count-search.ts'

interface DimensionRules {
  /** The column of the export. */
  readonly column: string
  /** What of the address filters by it. */
  readonly filter: 'institution' | 'alliance' | 'region' | 'county' | PeopleKey
}

export const DIMENSION_RULES: Readonly<Record<HeadCountDimension, DimensionRules>> = {
  INSTITUTION: { column: 'institution', filter: 'institution' },
  ALLIANCE: { column: 'alliance', filter: 'alliance' },
  COUNTY: { column: 'county', filter: 'county' },
  REGION: { column: 'region', filter: 'region' },
  PROFESSION: { column: 'profession', filter: 'profession' },
  WORK_CLASS: { column: 'workClass', filter: 'workClass' },
  TITLE_LEVEL: { column: 'titleLevel', filter: 'title' },
  ESTABLISHMENT_TYPE: { column: 'establishmentType', filter: 'establishment' },
  SEX: { column: 'sex', filter: 'sex' },
  AGE_BAND: { column: 'ageBand', filter: 'ageBand' },
  EDUCATION: { column: 'education', filter: 'education' },
}

/** A key of a cell as the address has it: `null` where nothing can be asked for (outside, not recorded). */
export interface CellKey {
  readonly dimension: HeadCountDimension
  readonly code: string | null
}

/** The part of an address that asks for exactly these cells; `null` where one of the keys cannot be asked for. */
export function narrowedTo(keys: readonly CellKey[]): (Params & CountSearch) | null {
  if (keys.some(({ code }) => code === null)) return null
  return Object.fromEntries(keys.map(({ dimension, code }) => part(dimension, code!)))
}

interface Params {
  readonly county?: string
}

function part(dimension: HeadCountDimension, code: string): [string, string | string[]] {
  const { filter } = DIMENSION_RULES[dimension]
  if (filter === 'county') return [filter, countyCodeOf(code)]
  return filter === 'institution' || filter === 'alliance' || filter === 'region' ? [filter, code] : [filter, [code]]
}
