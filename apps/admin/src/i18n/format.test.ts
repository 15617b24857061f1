import { instant } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { countText, decimalText, instantText } from './format.ts'

test('missing is a dash and zero is zero', () => {
  expect(countText(null)).toBe('—')
  expect(countText(0)).toBe('0')
  expect(decimalText(undefined)).toBe('—')
})

test('thousands are grouped and no digit is lost', () => {
  expect(countText(1234567)).toBe('1,234,567')
  expect(decimalText('-12345678901234567890.50')).toBe('-12,345,678,901,234,567,890.50')
  expect(decimalText('100')).toBe('100')
})

test('an instant is shown by the clock in China, over midnight too', () => {
  expect(instantText(instant('2026-01-31T16:05:59.999999Z'))).toBe('2026-02-01 00:05')
})
