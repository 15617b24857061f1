import type { RegionLevel } from '@yilian/domain/code-lists/region-level.ts'
import { parentCodeOf, regionCode, regionLevelOf } from '@yilian/domain/region.ts'

/** Stems and branches (干支): names of towns and villages that nobody takes for real ones. */
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
const PAIRS = Array.from({ length: 60 }, (_, at) => STEMS[at % 10]! + BRANCHES[at % 12]!)

const TOWNS_PER_COUNTY = 20
/** With the 26 institutions above them, clinics make 300 institutions. */
const VILLAGES_PER_COUNTY = 274

/** A division as the reference data has them. */
export interface SyntheticRegion {
  readonly code: string
  readonly name: string
  readonly level: RegionLevel
  readonly parentCode: string | null
}

/** The six digits of the county with this number (1 to 9,801): 990101 … 990199, 990201 …; no real division begins with 99. */
export function syntheticCountyCode(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99 * 99) throw new RangeError(`There is no synthetic county ${number}.`)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `99${two(Math.floor((number - 1) / 99) + 1)}${two(((number - 1) % 99) + 1)}`
}

/** The county 测试001县 with its towns and villages, parents first; its province and prefecture come with it. */
export function syntheticPlaces(number: number): { readonly countyName: string; readonly regions: readonly SyntheticRegion[] } {
  const county = syntheticCountyCode(number)
  const countyName = `测试${String(number).padStart(3, '0')}县`
  const towns = PAIRS.slice(0, TOWNS_PER_COUNTY).map((name, at) => [`${county}${100 + at}`, `${name}镇`] as const)
  const villages = Array.from({ length: VILLAGES_PER_COUNTY }, (_, at) => {
    const [town] = towns[at % TOWNS_PER_COUNTY]!
    const inTown = Math.floor(at / TOWNS_PER_COUNTY)
    return [`${town}${201 + inTown}`, `${PAIRS[TOWNS_PER_COUNTY + inTown]}村`] as const
  })
  const named = [
    ['99', '测试省'],
    [county.slice(0, 4), `测试${county.slice(2, 4)}市`],
    [county, countyName],
    ...towns,
    ...villages,
  ] as const
  return {
    countyName,
    regions: named.map(([digits, name]) => {
      const code = regionCode(digits)
      return { code, name, level: regionLevelOf(code), parentCode: parentCodeOf(code) }
    }),
  }
}
