import type { RegionLevel } from './code-lists/region-level.ts'
import type { DatedRow } from './dated.ts'
import { day } from './day.ts'
import { issue, type Issue } from './issue.ts'

/**
 * “Not known since when”: the start of a fact of which only a later state was read (the divisions as of 2023-06-30, a hospital that a
 * report names without its founding). It sorts before every day, so reads work; screens show it as 起始日不详, never as a day.
 */
export const UNKNOWN_START = day('0001-01-01')

/** What may change about a region. */
export interface RegionValue {
  readonly name: string
  /** Code of the region it lies in; `null` for a province. */
  readonly parentCode: string | null
}

/** A region (行政区划): its 12-digit statistical code (统计用区划代码) lasts, its name and parent are dated. `validFrom` may be `UNKNOWN_START`. */
export interface Region extends DatedRow, RegionValue {
  readonly code: string
  readonly level: RegionLevel
  /** Development zones, farms, prisons: areas of the statistics, not of the administration. */
  readonly statisticalOnly: boolean
}

const DIGITS: readonly (readonly [RegionLevel, number])[] = [
  ['PROVINCE', 2],
  ['PREFECTURE', 4],
  ['COUNTY', 6],
  ['TOWNSHIP', 9],
  ['VILLAGE', 12],
]

/** The 12-digit code for one written with 2, 4, 6, 9 or 12 digits: `431221` → `431221000000`. Throws `RangeError` on anything else. */
export function regionCode(digits: string): string {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(digits)) throw new RangeError(`${digits} is not a region code`)
  return digits.padEnd(12, '0')
}

/** Twelve digits, a province first, and nothing below a level that is all zeros. Whether the region exists is another question. */
export function isRegionCode(value: unknown): value is string {
  return typeof value === 'string' && /^(?!00)\d{2}(0{10}|(?!00)\d{2}(0{8}|(?!00)\d{2}(0{6}|(?!000)\d{3}\d{3})))$/.test(value)
}

/** The level the zeros of a code show. Throws `RangeError` when it is no region code. */
export function regionLevelOf(code: string): RegionLevel {
  return levelDigits(code)[0]
}

/** The code of the region one level up as the digits have it; `null` for a province. The dated `parentCode` may differ. */
export function parentCodeOf(code: string): string | null {
  const at = DIGITS.indexOf(levelDigits(code))
  return at === 0 ? null : regionCode(code.slice(0, DIGITS[at - 1]![1]))
}

/**
 * The six digits under which facts of a place are kept (`county_code`): its county, or for a place above counties (an outside hospital
 * known by its city) its prefecture or province.
 */
export function countyCodeOf(code: string): string {
  levelDigits(code)
  return code.slice(0, 6)
}

/** The leading digits that every region within has: for `like` and for sorting by region. */
export function regionPrefix(code: string): string {
  return code.slice(0, levelDigits(code)[1])
}

/** `NOT_A_REGION_CODE` at `path` unless the value has the shape of one. */
export function regionCodeIssues(path: string, value: string): Issue[] {
  return isRegionCode(value) ? [] : [issue(path, 'NOT_A_REGION_CODE', { value })]
}

function levelDigits(code: string): readonly [RegionLevel, number] {
  if (!isRegionCode(code)) throw new RangeError(`${code} is not a region code of twelve digits`)
  return DIGITS.find(([, digits]) => /^0*$/.test(code.slice(digits)))!
}
