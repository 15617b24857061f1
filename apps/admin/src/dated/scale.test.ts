import { day } from '@yilian/domain/day.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'
import { expect, test } from 'vitest'
import { dayAt, extentOf, positionOf, rangeOf, ticksOf } from './scale.ts'

const range = { from: day('2019-01-01'), to: day('2021-01-01') }

test('a range holds every start, known end and given day, with room at the right', () => {
  const { from, to } = rangeOf([{ validFrom: day('2019-06-01'), validTo: null }], [day('2026-11-22')])
  expect(from < '2019-06-01').toBe(true)
  expect(to > '2027-01-01').toBe(true)
})

test('a start nobody knows does not stretch the range, and its bar begins at the left edge', () => {
  const unknown = { validFrom: UNKNOWN_START, validTo: day('2020-01-01') }
  expect(rangeOf([unknown], [day('2026-11-22')]).from > '2019-01-01').toBe(true)
  expect(extentOf(unknown, range).left).toBe(0)
})

test('a single day still gives a range of about a year', () => {
  const { from, to } = rangeOf([], [day('2020-07-31')])
  expect(from < '2020-07-31' && to > '2020-07-31').toBe(true)
})

test('an open end reaches the right edge and a closed one its own day', () => {
  expect(extentOf({ validFrom: day('2020-01-01'), validTo: null }, range).width).toBeCloseTo(366 / 731)
  expect(extentOf({ validFrom: day('2019-01-01'), validTo: day('2020-01-01') }, range)).toEqual({ left: 0, width: 365 / 731 })
})

test('days outside the range are held at its edges', () => {
  expect(positionOf(day('1999-01-01'), range)).toBe(0)
  expect(positionOf(day('2099-01-01'), range)).toBe(1)
})

test('position and day are each other’s reverse', () => {
  expect(dayAt(positionOf(day('2020-02-29'), range), range)).toBe('2020-02-29')
})

test('ticks are the finest round days that fit', () => {
  expect(
    ticksOf(range, 30)
      .map(({ label }) => label)
      .slice(0, 3),
  ).toEqual(['2019', '2019-02', '2019-03'])
  expect(ticksOf(range, 5).map(({ label }) => label)).toEqual(['2019', '2019-07', '2020', '2020-07', '2021'])
  expect(ticksOf({ from: day('1950-03-02'), to: day('2026-11-22') }, 10).map(({ label }) => label)).toEqual([
    '1960',
    '1970',
    '1980',
    '1990',
    '2000',
    '2010',
    '2020',
  ])
})

test('a year’s first day is marked among months', () => {
  expect(
    ticksOf(range, 5)
      .filter(({ year }) => year)
      .map(({ day: first }) => first),
  ).toEqual(['2019-01-01', '2020-01-01', '2021-01-01'])
})
