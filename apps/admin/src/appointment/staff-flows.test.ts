import { expect, test } from 'vitest'
import { flowLayout, staffFlows, type Away } from './staff-flows.ts'

const away = (from: string, to: string, kind: Away['kind'] = 'POSTED_DOWN', overdue = false): Away => ({
  kind,
  overdue,
  from: { key: from, name: from },
  to: { key: to, name: to },
})

test('people of the same way are one flow, with those who are overdue', () => {
  const flows = staffFlows([away('甲', '乙'), away('甲', '乙', 'POSTED_DOWN', true), away('甲', '乙', 'LOANED'), away('丙', '乙')])
  expect(flows.map(({ from, kind, count, overdue }) => [from.name, kind, count, overdue])).toEqual([
    ['甲', 'POSTED_DOWN', 2, 1],
    ['丙', 'POSTED_DOWN', 1, 0],
    ['甲', 'LOANED', 1, 0],
  ])
})

test('with fifty flows no two places and no two bands of a place overlap, and every label has its line', () => {
  const rows = Array.from({ length: 50 }, (_, at) =>
    Array.from({ length: (at % 4) + 1 }, () => away(`县 ${at % 6}`, `乡 ${at % 23}`)),
  ).flat()
  const flows = staffFlows(rows)
  const { sources, hosts, bands, height } = flowLayout(flows)
  for (const side of [sources, hosts])
    side.forEach((node, at) => {
      expect(node.height).toBeGreaterThanOrEqual(24)
      if (at > 0) expect(node.y).toBeGreaterThan(side[at - 1]!.y + side[at - 1]!.height)
      expect(node.y + node.height).toBeLessThanOrEqual(height)
    })
  for (const host of hosts) {
    const own = bands.filter(({ to }) => to.key === host.key).toSorted((a, b) => a.right - b.right)
    own.forEach((band, at) => {
      expect(band.right).toBeGreaterThanOrEqual(host.y - 1e-9)
      expect(band.right + band.thickness).toBeLessThanOrEqual(host.y + host.height + 1e-9)
      if (at > 0) expect(band.right).toBeGreaterThanOrEqual(own[at - 1]!.right + own[at - 1]!.thickness - 1e-9)
    })
  }
  expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
})

test('nothing to draw is no picture', () => {
  expect(flowLayout([])).toEqual({ height: 0, sources: [], hosts: [], bands: [] })
})
