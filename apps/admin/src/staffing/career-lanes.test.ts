import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { careerLanes, type CareerStretch } from './career-lanes.ts'

const words = { kind: (kind: string) => kind, overdue: '逾期', expired: '过期', planned: (until: string) => `计划至 ${until}` }
const posting: CareerStretch = {
  id: 'a',
  rowId: 'a1',
  kind: 'POSTED_DOWN',
  label: '铜湾镇中心卫生院',
  plannedUntil: day('2026-06-30'),
  reviewOn: null,
  validFrom: day('2026-01-01'),
  validTo: null,
}
const stretches = (one: Partial<CareerStretch>, shown: string) =>
  careerLanes([{ ...posting, ...one }], [], day(shown), words)[0]!.stretches.map(({ label, validFrom, validTo, tone }) => [
    label,
    validFrom,
    validTo,
    tone,
  ])

test('an open posting ends where it is planned to', () => {
  expect(stretches({}, '2026-03-01')).toEqual([['铜湾镇中心卫生院', '2026-01-01', '2026-07-01', 'normal']])
})

test('days beyond the planned end are overdue, up to the day shown', () => {
  expect(stretches({}, '2026-08-10')).toEqual([
    ['铜湾镇中心卫生院', '2026-01-01', '2026-07-01', 'normal'],
    ['逾期', '2026-07-01', '2026-08-11', 'bad'],
  ])
})

test('one that ended late was late until it ended, one that ended in time was not', () => {
  expect(stretches({ validTo: day('2026-07-15') }, '2026-10-01').at(-1)).toEqual(['逾期', '2026-07-01', '2026-07-15', 'bad'])
  expect(stretches({ validTo: day('2026-06-15') }, '2026-10-01')).toHaveLength(1)
})

test('homes share a lane, each licence has its own and shows when it ran out', () => {
  const home = { ...posting, plannedUntil: null, kind: 'PRIMARY' as const }
  const licence = {
    id: 'l',
    rowId: 'l1',
    name: '护士执业证书',
    label: '2011',
    expiresOn: day('2026-01-31'),
    validFrom: day('2021-02-01'),
    validTo: null,
  }
  const lanes = careerLanes([home, { ...home, rowId: 'a2', kind: 'REHIRED' }], [licence], day('2026-02-10'), words)
  expect(lanes.map(({ label, stretches: all }) => [label, all.length])).toEqual([
    ['PRIMARY', 2],
    ['护士执业证书', 2],
  ])
})
