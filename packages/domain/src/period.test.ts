import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day, type IsoDate } from './day.ts'
import { contains, covers, difference, earlierEnd, gaps, intersection, isPeriod, lastDay, overlaps, union, type Period } from './period.ts'

// The model: the days 2020-01-01 … +44 (no period ends later), and one far day that only open periods reach.
const START = day('2020-01-01')
const DAYS: readonly IsoDate[] = [...Array.from({ length: 45 }, (_, at) => addDays(START, at)), day('2999-01-01')]
const daysOf = (...periods: Period[]) => DAYS.filter((one) => periods.some((period) => covers(period, one)))

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.nat(25), fc.option(fc.integer({ min: 1, max: 12 }), { nil: null, freq: 4 }))
  .map(([start, length]) => ({ validFrom: addDays(START, start), validTo: length === null ? null : addDays(START, start + length) }))
const somePeriods = fc.array(anyPeriod, { maxLength: 6 })
const fewest = (periods: readonly Period[]) => {
  expect(periods.every(isPeriod)).toBe(true)
  periods.slice(1).forEach((next, at) => expect(periods[at]!.validTo! < next.validFrom).toBe(true))
}

describe('periods', () => {
  test('that meet do not overlap', () => {
    const [a, b] = [
      { validFrom: day('2020-01-01'), validTo: day('2020-02-01') },
      { validFrom: day('2020-02-01'), validTo: null },
    ]
    expect([overlaps(a, b), overlaps(b, a), intersection(a, b)]).toEqual([false, false, null])
  })

  test('overlap exactly when they share a day, and both ways alike', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const shared = daysOf(a).filter((one) => covers(b, one))
        expect(overlaps(a, b)).toBe(shared.length > 0)
        expect(overlaps(b, a)).toBe(overlaps(a, b))
      }),
    )
  })

  test('have as intersection the days both have', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const both = intersection(a, b)
        expect(both ? daysOf(both) : []).toEqual(daysOf(a).filter((one) => covers(b, one)))
        expect(intersection(b, a)).toEqual(both)
      }),
    )
  })

  test('contain another exactly when they have all its days', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (outer, inner) => {
        expect(contains(outer, inner)).toBe(daysOf(inner).every((one) => covers(outer, one)))
        expect(contains(outer, outer)).toBe(true)
      }),
    )
  })

  test('have as union the days of any of them, in the fewest periods and in order', () => {
    fc.assert(
      fc.property(somePeriods, (periods) => {
        const all = union(periods)
        expect(daysOf(...all)).toEqual(daysOf(...periods))
        fewest(all)
        expect(union(all)).toEqual(all)
      }),
    )
  })

  test('have as difference the days of the one that none of the others has', () => {
    fc.assert(
      fc.property(anyPeriod, somePeriods, (from, without) => {
        const rest = difference(from, without)
        expect(daysOf(...rest)).toEqual(daysOf(from).filter((one) => !without.some((hole) => covers(hole, one))))
        fewest(rest)
      }),
    )
  })

  test('together with their gaps cover the whole, once', () => {
    fc.assert(
      fc.property(anyPeriod, somePeriods, (whole, periods) => {
        const within = periods.flatMap((one) => intersection(whole, one) ?? [])
        expect(union([...gaps(whole, periods), ...within])).toEqual(union([whole]))
        for (const gap of gaps(whole, periods)) expect(periods.some((one) => overlaps(gap, one))).toBe(false)
      }),
    )
  })

  test('are not disturbed by reading: the arguments stay as they were', () => {
    const periods = [
      { validFrom: day('2020-03-01'), validTo: null },
      { validFrom: day('2020-01-01'), validTo: day('2020-02-01') },
    ]
    const before = periods.map((one) => ({ ...one }))
    union(periods)
    difference(periods[0]!, periods)
    expect(periods).toEqual(before)
  })

  test('end at the earlier end, where open is later than any day', () => {
    expect([earlierEnd(null, day('2020-01-01')), earlierEnd(day('2020-01-01'), null), earlierEnd(null, null)]).toEqual([
      '2020-01-01',
      '2020-01-01',
      null,
    ])
    expect(earlierEnd(day('2020-01-02'), day('2020-01-01'))).toBe('2020-01-01')
  })

  test('that are empty or reversed are none', () => {
    expect(isPeriod({ validFrom: day('2020-01-01'), validTo: day('2020-01-01') })).toBe(false)
    expect(isPeriod({ validFrom: day('2020-01-02'), validTo: day('2020-01-01') })).toBe(false)
  })

  test('show the last day in force, not the first day out', () => {
    expect(lastDay({ validFrom: day('2020-01-01'), validTo: day('2020-03-01') })).toBe('2020-02-29')
    expect(lastDay({ validFrom: day('2020-01-01'), validTo: null })).toBeNull()
  })
})
