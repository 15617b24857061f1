import { expect, test } from 'vitest'
import { leading, tally } from './tally.ts'

test('keys are counted, the most frequent first', () => {
  expect(tally(['AREA', 'SPECIALTY', 'AREA'])).toEqual([
    { key: 'AREA', count: 2 },
    { key: 'SPECIALTY', count: 1 },
  ])
})

test('what is left out of a ranking is summed, never dropped', () => {
  const rows = [5, 4, 3, 2].map((count) => ({ count }))
  expect(leading(rows, 3)).toEqual({ shown: [{ count: 5 }, { count: 4 }], rest: { rows: 2, count: 5 } })
  expect(leading(rows, 4).rest).toBeNull()
})
