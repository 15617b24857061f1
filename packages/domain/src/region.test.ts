import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { codesOf } from './code-list.ts'
import { REGION_LEVELS } from './code-lists/region-level.ts'
import { countyCodeOf, isRegionCode, parentCodeOf, regionCode, regionCodeIssues, regionLevelOf, regionPrefix } from './region.ts'
import { REGIONS } from './reference/regions.ts'

describe('a region code', () => {
  test.each([
    ['43', '430000000000', 'PROVINCE', null],
    ['4312', '431200000000', 'PREFECTURE', '430000000000'],
    ['431221', '431221000000', 'COUNTY', '431200000000'],
    ['431221104', '431221104000', 'TOWNSHIP', '431221000000'],
    ['431221104215', '431221104215', 'VILLAGE', '431221104000'],
  ])('%s is %s, a %s', (digits, code, level, parent) => {
    expect(regionCode(digits)).toBe(code)
    expect(isRegionCode(code)).toBe(true)
    expect(regionLevelOf(code)).toBe(level)
    expect(parentCodeOf(code)).toBe(parent)
    expect(regionPrefix(code)).toBe(digits)
  })

  test.each([
    '',
    '431221',
    '4312210000000',
    '00',
    '000000000000',
    '430021000000',
    '431200104000',
    '431221000201',
    '43122110400a',
    431221000000,
    null,
  ])('%j is none', (value) => {
    expect(isRegionCode(value)).toBe(false)
  })

  test('written with an odd number of digits is refused', () => {
    expect(() => regionCode('4312210')).toThrow(RangeError)
    expect(() => regionLevelOf('431221')).toThrow(RangeError)
  })

  test('belongs to its county from the county down, and to itself above', () => {
    expect(['431221104215', '431221104000', '431221000000', '431200000000', '110000000000'].map(countyCodeOf)).toEqual([
      '431221',
      '431221',
      '431221',
      '431200',
      '110000',
    ])
  })

  test('lies within its parent, and its parent within it only when they are one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REGIONS), ({ code }) => {
        const parent = parentCodeOf(code)
        expect(code.startsWith(regionPrefix(code))).toBe(true)
        expect(parent === null || (code.startsWith(regionPrefix(parent)) && !parent.startsWith(regionPrefix(code)))).toBe(true)
      }),
    )
  })

  test('that is none is named', () => {
    expect(regionCodeIssues('regionCode', '431221')).toEqual([
      { path: 'regionCode', code: 'NOT_A_REGION_CODE', params: { value: '431221' } },
    ])
    expect(regionCodeIssues('regionCode', '431221000000')).toEqual([])
  })
})

describe('the reference regions', () => {
  const byCode = new Map(REGIONS.map((region) => [region.code, region]))
  const count = (digits: string, level: string) => REGIONS.filter((one) => one.code.startsWith(digits) && one.level === level).length

  test('are five counties with 86 towns and 1,285 villages, and nine provinces', () => {
    expect(codesOf(REGION_LEVELS).map((level) => count('', level))).toEqual([9, 8, 5, 86, 1285])
    expect(REGIONS.filter(({ level }) => level === 'COUNTY').map(({ name }) => name)).toEqual([
      '沧县',
      '庐江县',
      '郎溪县',
      '中方县',
      '开平市',
    ])
    expect([count('431221', 'TOWNSHIP'), count('431221', 'VILLAGE')]).toEqual([12, 150])
  })

  test('come once each, parents before children', () => {
    expect(byCode.size).toBe(REGIONS.length)
    const seen = new Set<string>()
    for (const { code, parentCode } of REGIONS) {
      expect(parentCode === null || seen.has(parentCode), code).toBe(true)
      seen.add(code)
    }
  })

  test.each([
    ['431221104000', '铜湾镇', '431221000000'],
    ['130921211000', '高川乡', '130921000000'],
    ['341821109000', '凌笪镇', '341821000000'],
    ['330100000000', '杭州市', '330000000000'],
    ['110000000000', '北京市', null],
  ])('%s is %s', (code, name, parentCode) => {
    expect(byCode.get(code)).toMatchObject({ name, parentCode, statisticalOnly: false })
  })

  test('mark development zones, farms and prisons, not the villages within them', () => {
    const marked = REGIONS.filter(({ statisticalOnly }) => statisticalOnly).map(({ code }) => code)
    expect(marked.filter((code) => code.endsWith('000'))).toHaveLength(8)
    expect(marked).toContain('341821501000')
    expect(marked).toContain('431221102500')
    const inTheZone = REGIONS.find(({ name }) => name === '施湾村民委员会')!
    expect([byCode.get(inTheZone.parentCode!)!.statisticalOnly, inTheZone.statisticalOnly]).toEqual([true, false])
  })
})
