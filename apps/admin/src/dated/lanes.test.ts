import { day, instant } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { laneRows, moveFocus, stretchState, type TimelineStretch } from './lanes.ts'

const stretch = (key: string, from: string, to: string | null, recordedTo: string | null = null): TimelineStretch => ({
  key,
  label: key,
  tone: 'normal',
  validFrom: day(from),
  validTo: to === null ? null : day(to),
  recordedTo: recordedTo === null ? null : instant(recordedTo),
})
const today = day('2026-11-22')

test('superseded rows are left out until histories are shown', () => {
  const lanes = [
    { key: 'a', label: '甲', stretches: [stretch('now', '2020-01-01', null), stretch('was', '2019-06-01', null, '2020-08-03T00:00:00Z')] },
  ]
  expect(laneRows(lanes, false)[0]?.superseded).toEqual([])
  expect(laneRows(lanes, true)[0]?.superseded.map((row) => row.map(({ key }) => key))).toEqual([['was']])
})

test('superseded stretches that overlap stack, and those that meet share a row', () => {
  const closed = '2020-08-03T00:00:00Z'
  const lanes = [
    {
      key: 'a',
      label: '甲',
      stretches: [
        stretch('1', '2019-01-01', '2020-01-01', closed),
        stretch('2', '2019-06-01', null, closed),
        stretch('3', '2020-01-01', null, closed),
      ],
    },
  ]
  expect(laneRows(lanes, true)[0]?.superseded.map((row) => row.map(({ key }) => key))).toEqual([['1', '3'], ['2']])
})

test('a lane that was wholly corrected away is shown with histories only', () => {
  const lanes = [{ key: 'a', label: '甲', stretches: [stretch('was', '2019-06-01', null, '2020-08-03T00:00:00Z')] }]
  expect(laneRows(lanes, false)).toEqual([])
  expect(laneRows(lanes, true)).toHaveLength(1)
})

test('a stretch is past, current, future or corrected', () => {
  expect(stretchState(stretch('a', '2019-01-01', '2020-01-01'), today)).toBe('past')
  expect(stretchState(stretch('a', '2019-01-01', null), today)).toBe('current')
  expect(stretchState(stretch('a', '2026-12-01', null), today)).toBe('future')
  expect(stretchState(stretch('a', '2026-12-01', null, '2026-01-01T00:00:00Z'), today)).toBe('closed')
})

test('arrow keys move within a row and to the nearest stretch of the next', () => {
  const rows = [
    [stretch('a1', '2019-01-01', '2020-01-01'), stretch('a2', '2020-01-01', null)],
    [],
    [stretch('b1', '2018-01-01', '2019-06-01'), stretch('b2', '2021-01-01', null)],
  ]
  expect(moveFocus(rows, 'a1', 'ArrowRight')).toBe('a2')
  expect(moveFocus(rows, 'a2', 'ArrowRight')).toBeNull()
  expect(moveFocus(rows, 'a2', 'ArrowDown')).toBe('b1')
  expect(moveFocus(rows, 'b2', 'ArrowUp')).toBe('a2')
  expect(moveFocus(rows, 'b2', 'Home')).toBe('b1')
})
