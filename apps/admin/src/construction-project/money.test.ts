import { expect, test } from 'vitest'
import { moneyText, wanNumber } from './money.ts'

test('万元 have two decimals, rounded half up, and yuan every fen', () => {
  expect(moneyText('780000.00', 'WAN')).toBe('78.00')
  expect(moneyText('123456789.50', 'WAN')).toBe('12,345.68')
  expect(moneyText('123456789.50', 'YUAN')).toBe('123,456,789.50')
  expect(moneyText('50.00', 'WAN')).toBe('0.01')
  expect(moneyText('-390000.00', 'WAN')).toBe('-39.00')
})

test('zero is a figure and what is not reported is none', () => {
  expect(moneyText('0.00', 'WAN')).toBe('0.00')
  expect(moneyText(null, 'WAN')).toBe('—')
  expect(wanNumber('780000.00')).toBe(78)
})
