import { expect, test } from 'vitest'
import { funnelOf } from './funnel.ts'

const counts = { planned: 40, enrolled: 38, interns: null, graduated: 30, placed: 0 }

test('what a report says stands as it is; what it does not say is not known, and zero is zero', () => {
  const { steps, counted } = funnelOf({ ...counts, states: [] })
  expect(counted).toBe(false)
  expect(steps.map(({ count, share }) => [count, share])).toEqual([
    [40, 1],
    [38, 0.95],
    [null, 0],
    [30, 0.75],
    [0, 0],
  ])
})

test('people who are known replace the counts, and have been at every stage before the one they are at', () => {
  const { steps, counted, left } = funnelOf({
    ...counts,
    states: [
      { state: 'ENROLLED', count: 5 },
      { state: 'INTERN', count: 4 },
      { state: 'PLACED', count: 3 },
      { state: 'LEFT', count: 2 },
    ],
  })
  expect(counted).toBe(true)
  expect(left).toBe(2)
  expect(steps.map(({ stage, count }) => [stage, count])).toEqual([
    ['planned', 40],
    ['enrolled', 14],
    ['interns', 7],
    ['graduated', 3],
    ['placed', 3],
  ])
})
