import { expect, test } from 'vitest'
import { count, flag, oneOf, parseAddress, someOf, text, writeAddress } from './address.ts'

test('an address is read back as it was written', () => {
  const search = { county: '431221000000', kind: ['AREA', 'SPECIALTY'], q: '铜湾 & 铁坡', inAlliance: 'false' }
  expect(parseAddress(writeAddress(search))).toEqual(search)
})

test('region codes and days stay text, and nothing is quoted', () => {
  expect(writeAddress({ county: '431221000000', asOf: '2020-07-31' })).toBe('?county=431221000000&asOf=2020-07-31')
})

test('what says nothing is left out of the address', () => {
  expect(writeAddress({ a: undefined, b: '', c: [], d: null })).toBe('')
})

test('a single value of a list parameter is still a list', () => {
  expect(someOf('AREA', ['AREA', 'SPECIALTY'])).toEqual(['AREA'])
})

test('what is not allowed is dropped', () => {
  expect(someOf(['AREA', 'NONSENSE'], ['AREA', 'SPECIALTY'])).toEqual(['AREA'])
  expect(someOf(undefined, ['AREA'])).toBeUndefined()
  expect(oneOf('x', ['a', 'b'])).toBeUndefined()
  expect(count('0', 1, 200)).toBeUndefined()
  expect(count('50', 1, 200)).toBe(50)
  expect(flag('maybe')).toBeUndefined()
  expect(flag('false')).toBe(false)
  expect(text('  ')).toBeUndefined()
})
