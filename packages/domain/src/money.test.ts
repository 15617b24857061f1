import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  amountText,
  asYuan,
  divideYuan,
  exceeds,
  fenOf,
  lessYuan,
  parseYuan,
  percentOf,
  ratioOf,
  sumYuan,
  wanOf,
  yuanIssues,
  yuanOf,
} from './money.ts'

const fen = fc.bigInt({ min: 0n, max: 10n ** 16n - 1n })

function assertSame(actual: unknown, expected: unknown): void {
  expect(actual).toBe(expected)
}

describe('amounts', () => {
  test.each([
    ['78', 'WAN', '780000.00'],
    ['0.5', 'WAN', '5000.00'],
    ['12.345678', 'WAN', '123456.78'],
    ['0', 'YUAN', '0.00'],
    [' 390000 ', 'YUAN', '390000.00'],
    ['0.01', 'YUAN', '0.01'],
    ['99999999999999.99', 'YUAN', '99999999999999.99'],
  ] as const)('%s in %s is %s', (text, unit, yuan) => {
    expect(parseYuan(text, unit)).toBe(yuan)
  })

  test.each([
    ['0.001', 'YUAN'],
    ['1.2345678', 'WAN'],
    ['100000000000000', 'YUAN'],
    ['10000000000', 'WAN'],
    ['-1', 'YUAN'],
    ['1e3', 'YUAN'],
    ['1,000', 'YUAN'],
    ['１００', 'YUAN'],
    ['', 'YUAN'],
    ['00', 'YUAN'],
    ['NaN', 'WAN'],
  ] as const)('“%s” in %s is refused', (text, unit) => {
    expect(parseYuan(text, unit)).toBeNull()
  })

  test('are written as 万元 without losing a fen', () => {
    expect([wanOf('780000.00'), wanOf('5000.00'), wanOf('0.01'), wanOf('0.00')]).toEqual(['78', '0.5', '0.000001', '0'])
    fc.assert(fc.property(fen, (amount) => assertSame(parseYuan(wanOf(yuanOf(amount)), 'WAN'), yuanOf(amount))))
  })

  test.each([
    ['780000.00', '78 万元', 'CNY 780,000'],
    ['1200000.00', '120 万元', 'CNY 1.2 million'],
    ['12345000.00', '1,234.5 万元', 'CNY 12,345,000'],
    ['12350000.00', '1,235 万元', 'CNY 12.35 million'],
    ['1234567.89', '123.456789 万元', 'CNY 1,234,567.89'],
    ['3000000000.00', '300,000 万元', 'CNY 3,000 million'],
    ['12000.00', '1.2 万元', 'CNY 12,000'],
    ['100.00', '0.01 万元', 'CNY 100'],
    ['10.50', '10.50 元', 'CNY 10.50'],
    ['9999.99', '9,999.99 元', 'CNY 9,999.99'],
    ['0.00', '0 元', 'CNY 0'],
    ['-1200000.00', '-120 万元', '-CNY 1.2 million'],
  ])('%s is told in sentences as %s and %s', (yuan, zh, en) => {
    expect(amountText(yuan)).toEqual({ zh, en })
  })

  test('are told in sentences without losing a fen', () => {
    const back = (text: string): bigint => {
      const number = text.replaceAll(/[^\d.]/g, '')
      const unit = text.includes('万') ? 6 : text.includes('million') ? 8 : 2
      const [whole, part = ''] = number.split('.')
      return BigInt(whole! + part.padEnd(unit, '0'))
    }
    // Round amounts, too, of which there are too few among any.
    const round = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 8n }), fc.constantFrom(1n, 10_000n, 10n ** 6n)).map(([a, b]) => a * b)
    fc.assert(
      fc.property(fc.oneof(fen, round), (amount) => {
        const { zh, en } = amountText(yuanOf(amount))
        assertSame(back(zh), amount)
        assertSame(back(en), amount)
      }),
    )
  })

  test('survive the way to fen and back, and sum like whole numbers', () => {
    fc.assert(fc.property(fen, (amount) => assertSame(fenOf(yuanOf(amount)), amount)))
    fc.assert(
      fc.property(fc.array(fen), (all) =>
        assertSame(
          fenOf(sumYuan(all.map(yuanOf))),
          all.reduce((sum, one) => sum + one, 0n),
        ),
      ),
    )
    expect([lessYuan('0.10', '0.20'), exceeds('0.30', '0.29'), exceeds('0.30', '0.30'), sumYuan([])]).toEqual([
      '-0.10',
      true,
      false,
      '0.00',
    ])
    expect(() => fenOf('1.234')).toThrow(RangeError)
  })

  test('are divided to the fen, and the shares are never more than a fen from exact', () => {
    expect(divideYuan('780000.00', [1, 1])).toEqual(['390000.00', '390000.00'])
    expect(divideYuan('100.00', [1, 1, 1])).toEqual(['33.34', '33.33', '33.33'])
    expect(() => divideYuan('1.00', [])).toThrow(RangeError)
    fc.assert(
      fc.property(fen, fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }), (total, parts) => {
        const shares = divideYuan(yuanOf(total), parts)
        expect(sumYuan(shares)).toBe(yuanOf(total))
        const whole = BigInt(parts.reduce((sum, part) => sum + part, 0))
        shares.forEach((share, at) => {
          const off = fenOf(share) * whole - total * BigInt(parts[at]!)
          expect(off < whole && off > -whole).toBe(true)
        })
      }),
    )
  })

  test('are compared as per cent, half up, and never by zero', () => {
    expect([percentOf('390000.00', '780000.00'), percentOf('1.00', '3.00'), percentOf('2.00', '3.00'), percentOf('1.00', '0.00')]).toEqual([
      '50.00',
      '33.33',
      '66.67',
      null,
    ])
    expect([ratioOf(1n, 8n, 2), ratioOf(-1n, 8n, 2), ratioOf(0n, 5n, 3), ratioOf(5n, 2n, 0)]).toEqual(['0.13', '-0.13', '0.000', '3'])
  })

  test('that are none stay as they were written, for the message', () => {
    expect([asYuan('abc'), asYuan(' '), asYuan(null), asYuan('5')]).toEqual(['abc', null, null, '5.00'])
    expect(yuanIssues('amount', 'abc')).toMatchObject([{ path: 'amount', code: 'NOT_AN_AMOUNT' }])
    expect(yuanIssues('amount', null)).toEqual([])
  })
})
