import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { layoutStructure, type LayoutOptions } from './structure-layout.ts'
import type { PictureNode } from './structure-node.ts'
import { markOf, membershipMarks } from './structure-marks.ts'
import { neighbourDay, structureDays, structureOn, type PictureInstitution, type StructureHistory } from './structure.ts'
import { wrapText } from './wrap-text.ts'

const hospital = (id: string, villageClinicCount = 0): PictureInstitution => ({
  id,
  name: `第${id}卫生院`,
  kind: '乡镇卫生院',
  villageClinicCount,
})
const history: StructureHistory = {
  name: '铜湾片区医共体',
  life: [{ validFrom: day('2019-06-01'), validTo: null }],
  memberships: [
    { role: 'LEAD', institution: hospital('1'), validFrom: day('2019-06-01'), validTo: null },
    { role: 'MEMBER', institution: hospital('2', 12), validFrom: day('2019-06-01'), validTo: day('2026-12-01') },
    { role: 'MEMBER', institution: hospital('3'), validFrom: day('2020-03-01'), validTo: null },
    { role: 'SUPPORTING', institution: hospital('9'), validFrom: day('2021-01-01'), validTo: null },
  ],
  vacancies: [],
  disputes: [],
}
const options: LayoutOptions = {
  width: 1000,
  clinics: new Map(),
  clinicsLabel: (count) => `村卫生室 ${count} 所`,
  vacancyLabel: '牵头单位空缺',
  unknownLead: '未明确',
}
const draw = (asOf: string, over: Partial<StructureHistory> = {}) =>
  layoutStructure(structureOn({ ...history, ...over }, day(asOf)), options)
const byKind = (nodes: readonly PictureNode[], kind: string) => nodes.filter((node) => node.kind === kind)

test('the picture shows who belonged on the day and not who came later', () => {
  expect(byKind(draw('2019-07-01').nodes, 'member').map(({ label }) => label)).toEqual(['第2卫生院'])
  expect(byKind(draw('2020-07-31').nodes, 'member')).toHaveLength(2)
})

test('the first day no longer in force is out', () => {
  expect(structureOn(history, day('2026-11-30')).members.map(({ id }) => id)).toEqual(['2', '3'])
  expect(structureOn(history, day('2026-12-01')).members.map(({ id }) => id)).toEqual(['3'])
})

test('before its founding the alliance does not exist', () => {
  expect(structureOn(history, day('2019-05-31')).exists).toBe(false)
})

test('columns are supporting, lead, members and clinics, and only those that hold something', () => {
  expect(draw('2019-07-01').columns.map(({ kind }) => kind)).toEqual(['lead', 'member', 'clinics'])
  expect(draw('2021-07-01').columns.map(({ kind }) => kind)).toEqual(['supporting', 'lead', 'member', 'clinics'])
})

const many = (count: number) => [
  ...history.memberships.slice(0, 1),
  ...Array.from({ length: count }, (_, index) => ({
    role: 'MEMBER' as const,
    institution: hospital(`m${index}`, 5),
    validFrom: day('2019-06-01'),
    validTo: null,
  })),
]
const apart = (a: PictureNode, b: PictureNode) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

test.each([3, 12, 13, 30, 100])('the boxes of %d members do not overlap', (count) => {
  const members = byKind(draw('2020-01-01', { memberships: many(count) }).nodes, 'member')
  expect(members).toHaveLength(count)
  expect(members.every((one, index) => members.slice(0, index).every((other) => apart(one, other)))).toBe(true)
})

test('many members stand in one frame with one tie, and the lead stays on the first screen', () => {
  const layout = draw('2020-01-01', { memberships: many(100) })
  const frame = byKind(layout.nodes, 'group')[0]!
  expect(layout.edges).toHaveLength(1)
  expect(
    byKind(layout.nodes, 'member').every(
      ({ x, y, width, height }) => x > frame.x && y > frame.y && x + width < frame.x + frame.width && y + height < frame.y + frame.height,
    ),
  ).toBe(true)
  expect(byKind(layout.nodes, 'lead')[0]!.y).toBeLessThan(300)
  expect(layout.width).toBeLessThanOrEqual(1000)
})

test('the lead’s own village clinics stand under it, and none under a place that is disputed', () => {
  const own = { ...history, memberships: [{ ...history.memberships[0]!, institution: hospital('1', 14) }, ...history.memberships.slice(1)] }
  const { nodes, edges } = draw('2020-07-31', own)
  const [lead, pill] = [byKind(nodes, 'lead')[0]!, byKind(nodes, 'clinics').find(({ institutionId }) => institutionId === '1')!]
  expect(pill.label).toBe('村卫生室 14 所')
  expect(pill.y).toBeGreaterThan(lead.y + lead.height)
  expect(edges.map(({ key }) => key)).toContain(`${lead.key}>${pill.key}`)
  const disputed = {
    ...own,
    disputes: [{ chosen: hospital('8'), mandated: hospital('9'), authority: '市卫健委', validFrom: day('2020-01-01'), validTo: null }],
  }
  expect(byKind(draw('2020-07-31', disputed).nodes, 'clinics').map(({ institutionId }) => institutionId)).toEqual(['2'])
})

test('in a frame each box says how many village clinics belong to it', () => {
  expect(byKind(draw('2020-01-01', { memberships: many(20) }).nodes, 'member')[0]?.detail).toBe('村卫生室 5 所')
})

test('unfolded village clinics push the next member down', () => {
  const clinics = new Map([['2', Array.from({ length: 12 }, (_, index) => ({ id: `c${index}`, name: `村卫生室${index}` }))]])
  const layout = layoutStructure(structureOn(history, day('2020-07-31')), { ...options, clinics })
  const last = byKind(layout.nodes, 'clinic').at(-1)!
  expect(byKind(layout.nodes, 'member')[1]!.y).toBeGreaterThanOrEqual(last.y + last.height)
})

test('a vacancy stands in the lead’s place, with open ties to the members', () => {
  const layout = draw('2020-07-31', {
    memberships: history.memberships.slice(1),
    vacancies: [{ reason: '县医院能力不足', validFrom: day('2020-01-01'), validTo: null }],
  })
  expect(byKind(layout.nodes, 'vacancy')[0]).toMatchObject({ label: '牵头单位空缺', detail: '县医院能力不足' })
  expect(layout.edges.filter(({ open }) => open)).toHaveLength(2)
})

test('a dispute shows both the chosen and the mandated lead', () => {
  const dispute = { chosen: hospital('7'), mandated: hospital('8'), authority: '市卫健委', validFrom: day('2019-12-01'), validTo: null }
  const layout = draw('2020-07-31', { memberships: history.memberships.slice(1), disputes: [dispute] })
  expect([...byKind(layout.nodes, 'chosen'), ...byKind(layout.nodes, 'mandated')].map(({ institutionId }) => institutionId)).toEqual([
    '7',
    '8',
  ])
})

test('where no lead is needed the alliance itself is the middle', () => {
  expect(byKind(draw('2020-07-31', { memberships: history.memberships.slice(1) }).nodes, 'hub')[0]?.label).toBe('铜湾片区医共体')
})

test('an institution that becomes lead keeps its key, so that it moves', () => {
  const memberships = [
    { role: 'MEMBER' as const, institution: hospital('5'), validFrom: day('2019-06-01'), validTo: day('2020-01-01') },
    { role: 'LEAD' as const, institution: hospital('5'), validFrom: day('2020-01-01'), validTo: null },
  ]
  const key = (asOf: string) => draw(asOf, { memberships }).nodes.find(({ institutionId }) => institutionId === '5')?.key
  expect(key('2019-07-01')).toBe(key('2020-07-01'))
})

test('the slider stops on each day of change, once, in order', () => {
  expect(structureDays(history)).toEqual(['2019-06-01', '2020-03-01', '2021-01-01', '2026-12-01'])
  expect(neighbourDay(structureDays(history), day('2020-07-31'), 'before')).toBe('2020-03-01')
  expect(neighbourDay(structureDays(history), day('2026-12-01'), 'after')).toBeNull()
})

test('side by side, boxes hold the name alone and village clinics are left out', () => {
  const layout = layoutStructure(structureOn(history, day('2020-07-31')), { ...options, width: 500, narrow: true })
  expect(layout.columns.map(({ kind }) => kind)).toEqual(['lead', 'member'])
  expect(layout.nodes.every(({ detail }) => detail === '')).toBe(true)
  expect(layout.width).toBeLessThanOrEqual(500)
})

test('long names break into two lines and are cut only beyond them', () => {
  expect(wrapText('湖南医药学院第一附属医院', 8, 2)).toEqual(['湖南医药学院第一', '附属医院'])
  expect(wrapText('湖南医药学院第一附属医院', 5, 2)).toEqual(['湖南医药学', '院第一附…'])
})

test('a difference is something new, something ended or a change; members carry it as a mark', () => {
  const of = (before: string | null, after: string | null) => ({ fact: 'MEMBERSHIP', before, after, institution: { id: '2' } })
  expect([of(null, '成员单位'), of('成员单位', null), of('成员单位', '牵头单位')].map(markOf)).toEqual(['added', 'ended', 'changed'])
  expect([
    ...membershipMarks([of(null, '成员单位'), { ...of(null, '已统一'), fact: 'UNIFIED_MANAGEMENT', institution: { id: '3' } }]),
  ]).toEqual([['2', 'added']])
})
