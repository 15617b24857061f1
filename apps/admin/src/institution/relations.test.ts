import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { placed, relationMap, wrapped, type InstitutionRelations, type MapWords } from './relations.ts'

const words: MapWords = {
  parent: '上级',
  unit: '下级',
  runs: '承担',
  receives: '受益',
  mergedInto: (on) => `${on} 并入`,
  splitFrom: (on) => `${on} 分设`,
  role: (role) => role,
  units: (category, count) => `${category} ${count}`,
}
const clinic = (at: number) => ({ id: `c${at}`, name: `村卫生室${at}`, category: 'D600' as const, unitCount: 1 })
const one: InstitutionRelations = {
  id: 'me',
  name: '铁坡镇中心卫生院',
  parent: { id: 'bureau', name: '卫健局' },
  units: [clinic(1), clinic(2)],
  memberships: [{ rowId: 'm', role: 'LEAD', alliance: { id: 'a', name: '铁坡片区医共体', kind: 'AREA' } }],
  sharedServicesRun: [],
  sharedServicesReceived: [{ id: 's', name: '检验中心', provider: null }],
  lineage: [
    {
      kind: 'MERGED_INTO',
      effectiveOn: day('2015-01-01'),
      from: { id: 'old', name: '锦溪卫生所' },
      to: { id: 'me', name: '铁坡镇中心卫生院' },
    },
  ],
}

test('every tie is drawn once, in its direction', () => {
  const { links } = relationMap(one, words)
  expect(links).toEqual([
    { from: 'bureau', to: 'me', label: '上级' },
    { from: 'me', to: 'a', label: 'LEAD' },
    { from: 's', to: 'me', label: '受益' },
    { from: 'old', to: 'me', label: '2015-01-01 并入' },
    { from: 'me', to: 'c1', label: '下级' },
    { from: 'me', to: 'c2', label: '下级' },
  ])
})

test('many units become one box for each category, counting what aggregates stand for', () => {
  const units = [
    ...Array.from({ length: 7 }, (_, at) => clinic(at)),
    { id: 'agg', name: '其余村卫生室', category: 'D600' as const, unitCount: 10 },
  ]
  const below = relationMap({ ...one, units }, words).nodes.filter(({ place }) => place === 'below')
  expect(below).toEqual([{ id: 'units:D600', name: 'D600 17', place: 'below', opens: 'units' }])
})

test('boxes neither leave the frame nor lie on each other', () => {
  const units = Array.from({ length: 6 }, (_, at) => clinic(at))
  const memberships = Array.from({ length: 5 }, (_, at) => ({
    rowId: `m${at}`,
    role: 'MEMBER' as const,
    alliance: { id: `a${at}`, name: `第${at}个专科联盟的一个很长很长的名称`, kind: 'SPECIALTY' as const },
  }))
  const { nodes, height } = placed(relationMap({ ...one, units, memberships }, words), 1000)
  for (const node of nodes) {
    expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0)
    expect(node.x + node.width / 2).toBeLessThanOrEqual(1000)
    expect(node.y + node.height / 2).toBeLessThanOrEqual(height)
    for (const other of nodes) {
      if (other === node) continue
      const apart =
        Math.abs(node.x - other.x) >= (node.width + other.width) / 2 || Math.abs(node.y - other.y) >= (node.height + other.height) / 2
      expect(apart, `${node.name} and ${other.name}`).toBe(true)
    }
  }
})

test('long names are broken into at most three lines', () => {
  expect(wrapped('怀化市第二人民医院', 11)).toEqual(['怀化市第二人民医院'])
  expect(wrapped('湖南医药学院第一附属医院怀化总医院', 11)).toEqual(['湖南医药学院第一附属医', '院怀化总医院'])
  expect(wrapped('字'.repeat(60), 11)).toHaveLength(3)
})

test('every line starts and ends at the edge of a box, in the direction of the tie', () => {
  const map = relationMap(one, words)
  const { nodes, links } = placed(map, 1100)
  expect(links).toHaveLength(map.links.length)
  map.links.forEach((link, at) => {
    const points = links[at]!.path.slice(1)
      .split(' L')
      .map((pair) => pair.split(' ').map(Number))
    for (const [end, id] of [
      [points[0], link.from],
      [points.at(-1), link.to],
    ] as const) {
      const node = nodes.find((each) => each.id === id)!
      const [dx, dy] = [Math.abs(end![0]! - node.x), Math.abs(end![1]! - node.y)]
      expect(dx === node.width / 2 || dy === node.height / 2, links[at]!.path).toBe(true)
    }
  })
})
