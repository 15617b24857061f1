import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { creditCodeCheckCharacter, creditCodeIssues, normaliseCreditCode } from './credit-code.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const first17 = fc
  .tuple(
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 11, maxLength: 11 }),
    fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
  )
  .map(([rest, digits]) => rest.slice(0, 2).join('') + digits.join('') + rest.slice(2).join(''))
const valid = first17.map((first) => first + creditCodeCheckCharacter(first))

describe('a unified social credit code', () => {
  // The worked example of GB 32100-2015 and two codes from printed certificates: held to more than our own arithmetic.
  test.each(['91350100M000100Y43', '91330100799655058B', '91110000802100433B'])('%s, published, is right', (code) => {
    expect(creditCodeIssues('creditCode', code)).toEqual([])
  })

  test('with its own check character is right', () => {
    fc.assert(
      fc.property(valid, (code) => {
        expect(creditCodeIssues('creditCode', code)).toEqual([])
      }),
    )
  })

  test('with one character changed is refused, whichever it is', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, character) => {
        fc.pre(code[at] !== character)
        expect(creditCodeIssues('creditCode', code.slice(0, at) + character + code.slice(at + 1))).toHaveLength(1)
      }),
    )
  })

  test('says which last character the first 17 ask for', () => {
    expect(creditCodeIssues('creditCode', '911100008021004331')).toEqual([
      { path: 'creditCode', code: 'CREDIT_CODE_CHECK', params: { value: '911100008021004331', actual: '1', expected: 'B' } },
    ])
  })

  test('says how long it is when it is not 18 characters', () => {
    expect(creditCodeIssues('creditCode', '9111000060000739')).toMatchObject([{ code: 'CREDIT_CODE_LENGTH', params: { length: 16 } }])
  })

  test.each([
    ['9111000080210O433B', 14, 'O'],
    ['91110000802100433b', 18, 'b'],
    ['91A10000802100433B', 3, 'A'],
  ])('%s names the character that cannot be', (code, position, character) => {
    expect(creditCodeIssues('creditCode', code)).toMatchObject([{ code: 'CREDIT_CODE_CHARACTER', params: { position, character } }])
  })

  test('is normalised from what files have', () => {
    expect(normaliseCreditCode(' ９1110000-8021 00433b')).toBe('91110000802100433B')
  })

  test('has no check character for what is no code', () => {
    expect(() => creditCodeCheckCharacter('123')).toThrow(RangeError)
    expect(() => creditCodeCheckCharacter('IIIIIIIIIIIIIIIII')).toThrow(RangeError)
  })
})
