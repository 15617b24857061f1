import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day, dayInChina, daysBetween, instant, isInstant, isIsoDate, parseInstant } from './day.ts'

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

describe('a day', () => {
  test.each([
    '2026-02-30',
    '2026-2-3',
    '2025-02-29',
    '1900-02-29',
    '0000-01-01',
    '2026-13-01',
    '2026-04-31',
    '2026-01-00',
    ' 2026-01-01',
    '2026-01-01T00:00:00Z',
    '',
  ])('%j is none', (text) => {
    expect(isIsoDate(text)).toBe(false)
    expect(() => day(text)).toThrow(RangeError)
  })

  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => expect(isIsoDate(text)).toBe(true))

  test('is text and nothing else', () => {
    expect([20260101, null, undefined, new Date(), ['2026-01-01']].map(isIsoDate)).toEqual([false, false, false, false, false])
  })

  test('sorts as text as it does in time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
      }),
    )
  })

  test('some days on and as many back is the same day, and as far as it was told', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        fc.pre((count < 0 || from < '9980-01-01') && (count >= 0 || from > '0020-01-01'))
        const to = addDays(from, count)
        expect(isIsoDate(to)).toBe(true)
        expect(daysBetween(from, to)).toBe(count)
        expect(addDays(to, -count)).toBe(from)
      }),
    )
  })

  test('beyond the years 1 to 9999 is refused, not mangled', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError)
  })

  test('in China begins eight hours before it does in UTC', () => {
    expect(dayInChina(new Date('2026-01-31T15:59:59.999Z'))).toBe('2026-01-31')
    expect(dayInChina(new Date('2026-01-31T16:00:00Z'))).toBe('2026-02-01')
  })
})

describe('an instant', () => {
  test('is brought to six digits however many it was written with', () => {
    expect(['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.5Z', '2026-01-31T08:00:00.123456Z'].map(parseInstant)).toEqual([
      '2026-01-31T08:00:00.000000Z',
      '2026-01-31T08:00:00.500000Z',
      '2026-01-31T08:00:00.123456Z',
    ])
  })

  test('sorts as text as it does in time, whatever it was written with', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2_000_000), (a, b) => {
        // 0.5 s is written `.5`, 0 s without a point: as short as it can be.
        const write = (micros: number) => {
          const fraction = String(micros % 1_000_000)
            .padStart(6, '0')
            .replace(/0+$/, '')
          return instant(`2026-01-31T08:00:0${Math.floor(micros / 1_000_000)}${fraction && '.'}${fraction}Z`)
        }
        expect(write(a) < write(b)).toBe(a < b)
      }),
    )
  })

  test.each([
    '2026-01-31',
    '2026-01-31T08:00:00',
    '2026-01-31T08:00:00+08:00',
    '2026-01-31T24:00:00Z',
    '2026-01-31T08:60:00Z',
    '2026-02-30T08:00:00Z',
    '2026-01-31T08:00:00.1234567Z',
  ])('%s is none', (text) => {
    expect(parseInstant(text)).toBeNull()
    expect(() => instant(text)).toThrow(RangeError)
  })

  test('counts as one only in the form that sorts', () => {
    expect([isInstant('2026-01-31T08:00:00.000000Z'), isInstant('2026-01-31T08:00:00Z'), isInstant(5)]).toEqual([true, false, false])
  })
})
