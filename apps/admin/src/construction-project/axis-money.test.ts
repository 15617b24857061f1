import { expect, test } from 'vitest'
import { axisUnit, heightIn } from './axis-money.ts'

test('an axis is in 万元, from one 亿元 on in 亿元, and in English in millions', () => {
  expect(axisUnit([], 'zh')).toBe('WAN')
  expect(axisUnit(['99999999.99', '0.00'], 'zh')).toBe('WAN')
  expect(axisUnit(['0.00', '100000000.00'], 'zh')).toBe('YI')
  expect(axisUnit(['0.00'], 'en')).toBe('MILLION')
})

test('an amount stands as high in every unit as it is', () => {
  expect(heightIn('WAN', '1230000.00')).toBe(123)
  expect(heightIn('YI', '250000000.00')).toBe(2.5)
  expect(heightIn('MILLION', '1230000.00')).toBe(1.23)
})
