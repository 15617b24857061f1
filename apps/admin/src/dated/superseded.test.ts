import { day, instant } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { namesFact, supersededBy, withHistories } from './superseded.ts'

const stretch = (from: string, changed: boolean) => ({ validFrom: day(from), validTo: null, label: '成员单位', changed })
const change = (id: string, correction: boolean, before: ReturnType<typeof stretch>[]) => ({
  id,
  correction,
  recordedAt: instant('2020-10-12T03:20:00.000000Z'),
  effects: [{ fact: 'MEMBERSHIP', factId: 'm1', subject: '铜鼎镇卫生院', before }],
})

test('only what a correction replaced is superseded', () => {
  const [one, ...rest] = supersededBy(
    [change('c1', false, [stretch('2019-06-01', true)]), change('c2', true, [stretch('2019-07-01', true), stretch('2021-01-01', false)])],
    'MEMBERSHIP',
  )
  expect(rest).toEqual([])
  expect(one?.stretches.map(({ validFrom, recordedTo }) => [validFrom, recordedTo])).toEqual([
    ['2019-07-01', '2020-10-12T03:20:00.000000Z'],
  ])
})

test('several corrections of one fact are told together, and other kinds of facts are left out', () => {
  const changes = [change('c1', true, [stretch('2019-06-01', true)]), change('c2', true, [stretch('2019-07-01', true)])]
  expect(supersededBy(changes, 'MEMBERSHIP')[0]?.stretches).toHaveLength(2)
  expect(supersededBy(changes, 'ALLIANCE')).toEqual([])
})

test('a node’s id names its fact with or without the type in front', () => {
  const uuid = '0190b3c2-0000-7000-8000-000000000001'
  expect(namesFact(btoa(`Membership:${uuid}`), uuid)).toBe(true)
  expect(namesFact(uuid, uuid)).toBe(true)
  expect(namesFact('al-170', uuid)).toBe(false)
})

test('what was corrected stands under its own lane, and what was corrected away gets one where asked', () => {
  const lane = { key: 'a', label: '铜鼎镇卫生院', fact: 'MEMBERSHIP', ids: ['m1'], stretches: [] }
  const changes = [change('c1', true, [stretch('2019-06-01', true)])]
  expect(withHistories([lane], changes, false).map(({ stretches }) => stretches.length)).toEqual([1])
  expect(withHistories([{ ...lane, ids: ['m2'] }], changes, false).map(({ stretches }) => stretches.length)).toEqual([0])
  expect(withHistories([{ ...lane, ids: ['m2'] }], changes, true).map(({ label }) => label)).toEqual(['铜鼎镇卫生院', '铜鼎镇卫生院'])
})
