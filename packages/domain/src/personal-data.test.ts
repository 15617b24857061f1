import fc from 'fast-check'
import { expect, test } from 'vitest'

import { identityCheckCharacter, maskPersonal, normalisePersonal, personalIssues, type PersonalField } from './personal-data.ts'

const codes = (field: PersonalField, typed: string) =>
  personalIssues('value', field, normalisePersonal(field, typed)).map(({ code }) => code)

test.each([
  ['13812345678', []],
  ['138 1234 5678', []],
  ['+86 138-1234-5678', []],
  ['１３８１２３４５６７８', []],
  ['0086 13812345678', []],
  ['12812345678', ['NOT_A_MOBILE']],
  ['1381234567', ['NOT_A_MOBILE']],
  ['138123456789', ['NOT_A_MOBILE']],
  ['0745-8811234', ['NOT_A_MOBILE']],
  ['', ['NOT_A_MOBILE']],
])('as a mobile number, %j has %j', (typed, expected) => {
  expect(codes('PHONE', typed)).toEqual(expected)
})

// The first two are the examples of GB 11643-1999.
test.each([
  ['11010519491231002X', []],
  ['440524188001010014', []],
  ['11010519491231002x', []],
  ['110105 19491231 002X', []],
  ['110105194912310021', ['IDENTITY_NUMBER_CHECK']],
  ['11010519491331002X', ['IDENTITY_NUMBER_BIRTH']],
  ['11010519490229002X', ['IDENTITY_NUMBER_BIRTH']],
  ['01010519491231002X', ['NOT_AN_IDENTITY_NUMBER']],
  ['110105491231002', ['NOT_AN_IDENTITY_NUMBER']],
  ['X10105194912310021', ['NOT_AN_IDENTITY_NUMBER']],
])('as an identity number, %j has %j', (typed, expected) => {
  expect(codes('IDENTITY_NUMBER', typed)).toEqual(expected)
})

test('what is wrong with a number does not repeat it', () => {
  for (const field of ['PHONE', 'IDENTITY_NUMBER'] as const)
    expect(JSON.stringify(personalIssues('value', field, '110105194912310021'))).not.toContain('1949')
})

test.each([
  ['PHONE', '13812345678', '138****5678'],
  ['IDENTITY_NUMBER', '11010519491231002X', '110105********002X'],
  ['PHONE', '138', '***'],
  ['IDENTITY_NUMBER', '13812345678', '***********'],
] as const)('%s %s is shown as %s', (field, value, shown) => {
  expect(maskPersonal(field, value)).toBe(shown)
})

const PHONES = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([a, b]) => `1${a}${String(b).padStart(9, '0')}`)
const IDENTITY_NUMBERS = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, born, number]) => {
    const first17 = `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(number).padStart(3, '0')}`
    return first17 + identityCheckCharacter(first17)
  })

test('any real number passes, a mask has its length and hides the middle, and one wrong digit is found', () => {
  fc.assert(
    fc.property(PHONES, IDENTITY_NUMBERS, fc.nat(16), fc.integer({ min: 1, max: 9 }), (phone, identity, at, by) => {
      expect(codes('PHONE', phone)).toEqual([])
      expect(maskPersonal('PHONE', phone)).toMatch(/^1\d\d\*{4}\d{4}$/)
      expect(codes('IDENTITY_NUMBER', identity)).toEqual([])
      expect(maskPersonal('IDENTITY_NUMBER', identity)).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/)
      const wrong = identity.slice(0, at) + ((Number(identity[at]) + by) % 10) + identity.slice(at + 1)
      expect(codes('IDENTITY_NUMBER', wrong)).not.toEqual([])
    }),
  )
})
