import { describe, expect, expectTypeOf, test } from 'vitest'

import {
  codeIssues,
  codeLabel,
  codeProvenance,
  codesMatching,
  codesOf,
  codesOffered,
  defineCodeList,
  isCode,
  isOfficial,
  productCodeList,
  type CodeOf,
} from './code-list.ts'
import { day } from './day.ts'

const COLOURS = defineCodeList({
  name: 'colour',
  label: { zh: '颜色', en: 'Colour' },
  standard: 'GB 0',
  provenance: 'VERIFIED',
  sources: ['a copy'],
  items: {
    RED: { label: { zh: '红(色)', en: 'Red' }, alsoWritten: ['大红', 'CDC'] },
    GREEN: { label: { zh: '绿', en: 'Green' }, alsoWritten: ['大红'], provenance: 'MEMORY', validFrom: day('2020-01-01') },
    BLUE: { label: { zh: '蓝', en: 'Blue' }, validTo: day('2019-01-01') },
  },
})

describe('a code list', () => {
  test('keeps its codes for the compiler', () => {
    expectTypeOf<CodeOf<typeof COLOURS>>().toEqualTypeOf<'RED' | 'GREEN' | 'BLUE'>()
    expect(codesOf(COLOURS)).toEqual(['RED', 'GREEN', 'BLUE'])
  })

  test('knows its codes and nothing that objects have by nature', () => {
    expect(isCode(COLOURS, 'RED')).toBe(true)
    expect([isCode(COLOURS, 'red'), isCode(COLOURS, 'constructor'), isCode(COLOURS, 'toString'), isCode(COLOURS, null)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test('says which value is not in which list', () => {
    expect(codeIssues('colour', COLOURS, 'RED')).toEqual([])
    expect(codeIssues('colour', COLOURS, 'PINK')).toEqual([
      { path: 'colour', code: 'NOT_IN_LIST', params: { value: 'PINK', list: COLOURS.label } },
    ])
  })

  test('shows a code it does not have as it is', () => {
    expect(codeLabel(COLOURS, 'RED', 'zh')).toBe('红(色)')
    expect(codeLabel(COLOURS, 'PINK', 'zh')).toBe('PINK')
  })

  test('offers a code from its first day until the day it ends', () => {
    expect(codesOffered(COLOURS, day('2018-12-31'))).toEqual(['RED', 'BLUE'])
    expect(codesOffered(COLOURS, day('2019-01-01'))).toEqual(['RED'])
    expect(codesOffered(COLOURS, day('2020-01-01'))).toEqual(['RED', 'GREEN'])
  })

  test('calls official only what was checked against a standard', () => {
    expect([isOfficial(COLOURS, 'RED'), isOfficial(COLOURS, 'GREEN'), isOfficial(COLOURS, 'PINK')]).toEqual([true, false, false])
    expect(codeProvenance(COLOURS, 'GREEN')).toBe('MEMORY')
    expect(isOfficial(productCodeList('mood', { zh: '心情', en: 'Mood' }, { GOOD: { zh: '好', en: 'Good' } }), 'GOOD')).toBe(false)
  })

  test('matches a cell by code, label or another way of writing, whatever its case and width', () => {
    expect(codesMatching(COLOURS, 'red')).toEqual(['RED'])
    expect(codesMatching(COLOURS, ' 红（色） ')).toEqual(['RED'])
    expect(codesMatching(COLOURS, 'ｃｄｃ')).toEqual(['RED'])
    expect(codesMatching(COLOURS, 'Blue')).toEqual(['BLUE'])
    expect(codesMatching(COLOURS, '粉')).toEqual([])
  })

  test('gives every code an ambiguous cell can mean', () => {
    expect(codesMatching(COLOURS, '大红')).toEqual(['RED', 'GREEN'])
  })
})
