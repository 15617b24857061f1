import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { attributeLane } from './institution-lanes.ts'

const rows = [
  { name: '铜湾卫生院', beds: null, validFrom: day('2010-01-01'), validTo: day('2015-01-01') },
  { name: '铜湾卫生院', beds: 20, validFrom: day('2015-01-01'), validTo: day('2019-06-01') },
  { name: '铜湾镇中心卫生院', beds: 20, validFrom: day('2019-06-01'), validTo: null },
]

test('neighbouring rows that say the same are one stretch', () => {
  const lane = attributeLane('name', '名称', rows, ({ name }) => ({ label: name, tone: 'normal' }))
  expect(lane?.stretches.map(({ label, validFrom, validTo }) => [label, validFrom, validTo])).toEqual([
    ['铜湾卫生院', '2010-01-01', '2019-06-01'],
    ['铜湾镇中心卫生院', '2019-06-01', null],
  ])
})

test('days on which nothing is reported are a gap, and a lane of nothing is not drawn', () => {
  const lane = attributeLane('beds', '床位', rows, ({ beds }) => (beds === null ? null : { label: String(beds), tone: 'normal' }))
  expect(lane?.stretches).toHaveLength(1)
  expect(attributeLane('none', '无', rows, () => null)).toBeNull()
})
