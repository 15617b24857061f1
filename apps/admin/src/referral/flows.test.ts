import { expect, test } from 'vitest'
import { addMonths, monthsOf, sumFlows, tierOf, totalOf, type Flow } from './flows.ts'

const end = (id: string) => ({ id, name: id })
const flow = (period: string, from: string, to: string, direction: 'UP' | 'DOWN', count: number): Flow => ({
  period,
  from: end(from),
  to: end(to),
  direction,
  count,
})

test('flows with the same ends and direction add up over the months, the largest first', () => {
  const rows = sumFlows([flow('2026-01', 'a', 'b', 'UP', 3), flow('2026-02', 'a', 'b', 'UP', 4), flow('2026-01', 'b', 'a', 'DOWN', 9)])
  expect(rows.map(({ from, total }) => [from.id, total])).toEqual([
    ['b', 9],
    ['a', 7],
  ])
  expect([...(rows[1]?.months ?? [])]).toEqual([
    ['2026-01', 3],
    ['2026-02', 4],
  ])
})

test('up and down between the same two stay apart', () => {
  const flows = [flow('2026-01', 'a', 'b', 'UP', 3), flow('2026-01', 'a', 'b', 'DOWN', 2)]
  expect(sumFlows(flows)).toHaveLength(2)
  expect([totalOf(flows, 'UP'), totalOf(flows, 'DOWN')]).toEqual([3, 2])
})

test('a month nobody reported is absent and zero is kept', () => {
  const [row] = sumFlows([flow('2026-01', 'a', 'b', 'UP', 0)])
  expect(row?.months.get('2026-01')).toBe(0)
  expect(row?.months.has('2026-02')).toBe(false)
})

test('months come in order, once', () => {
  expect(monthsOf([flow('2026-02', 'a', 'b', 'UP', 1), flow('2026-01', 'a', 'b', 'UP', 1), flow('2026-02', 'b', 'a', 'UP', 1)])).toEqual([
    '2026-01',
    '2026-02',
  ])
})

test('a third-level hospital stands above the county, a township hospital in its township', () => {
  expect(tierOf({ category: 'A100', level: 'LEVEL_3' })).toBe('PREFECTURE')
  expect(tierOf({ category: 'A100', level: 'LEVEL_2' })).toBe('COUNTY')
  expect(tierOf({ category: 'C210', level: 'LEVEL_1' })).toBe('TOWNSHIP')
  expect(tierOf({ category: 'D600', level: 'NONE' })).toBe('VILLAGE')
})

test('months are counted across the year', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(addMonths('2025-11', 3)).toBe('2026-02')
})
