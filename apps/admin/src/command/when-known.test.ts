import { expect, test } from 'vitest'
import { whenKnown } from './when-known.ts'

test('the sentence is said once everything in it is chosen', () => {
  expect(
    whenKnown(
      { day: '2026-12-01', institution: '铜鼎镇卫生院', alliance: '铁坡片区医共体' },
      ({ day, institution, alliance }) => `自 ${day} 起将${institution}调整到${alliance}`,
    ),
  ).toBe('自 2026-12-01 起将铜鼎镇卫生院调整到铁坡片区医共体')
})

test('nothing is said while a day, a name or a choice is missing', () => {
  for (const missing of [null, undefined, '']) expect(whenKnown({ day: missing, institution: '铜鼎镇卫生院' }, () => '自')).toBeNull()
})

test('zero is a choice', () => {
  expect(whenKnown({ count: 0 }, ({ count }) => `${count}`)).toBe('0')
})
