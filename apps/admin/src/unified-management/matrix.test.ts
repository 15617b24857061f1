import { day } from '@yilian/domain/day.ts'
import type { ManagementState } from '@yilian/domain/unified-management.ts'
import { expect, test } from 'vitest'
import { cellOn, select, type ManagementRow } from './matrix.ts'

const row = (institutionId: string | null, state: ManagementState, from: string, to: string | null = null): ManagementRow => ({
  id: `${institutionId} ${from}`,
  institutionId,
  domain: 'STAFF',
  state,
  validFrom: day(from),
  validTo: to === null ? null : day(to),
})
const today = day('2026-11-22')

test('a member takes what holds for the whole alliance', () => {
  expect(cellOn([row(null, 'IN_FORCE', '2020-01-01')], 'a', 'STAFF', today)).toMatchObject({
    state: 'IN_FORCE',
    inherited: true,
    own: null,
  })
})

test('what is recorded for the member alone goes before', () => {
  expect(cellOn([row(null, 'IN_FORCE', '2020-01-01'), row('a', 'UNDER_WAY', '2020-01-01')], 'a', 'STAFF', today)).toMatchObject({
    state: 'UNDER_WAY',
    inherited: false,
  })
})

test('another member’s record, another domain and another day say nothing', () => {
  expect(cellOn([row('b', 'IN_FORCE', '2020-01-01')], 'a', 'STAFF', today).state).toBeNull()
  expect(cellOn([row(null, 'IN_FORCE', '2020-01-01')], 'a', 'DRUG', today).state).toBeNull()
  expect(cellOn([row(null, 'IN_FORCE', '2020-01-01', '2021-01-01')], 'a', 'STAFF', today).state).toBeNull()
})

test('a planned change is told, of the member or of what it takes from the alliance', () => {
  expect(
    cellOn([row(null, 'UNDER_WAY', '2020-01-01', '2027-01-01'), row(null, 'IN_FORCE', '2027-01-01')], 'a', 'STAFF', today).next?.state,
  ).toBe('IN_FORCE')
  expect(cellOn([row('a', 'UNDER_WAY', '2020-01-01'), row(null, 'IN_FORCE', '2027-01-01')], 'a', 'STAFF', today).next).toBeNull()
})

test('selecting adds within a row and starts anew in another', () => {
  const order = ['ADMIN', 'STAFF', 'FINANCE', 'DRUG']
  const one = select(null, 'a', 'ADMIN', order, 'one')
  expect(select(one, 'a', 'FINANCE', order, 'range').domains).toEqual(['ADMIN', 'STAFF', 'FINANCE'])
  expect(select(one, 'a', 'DRUG', order, 'toggle').domains).toEqual(['ADMIN', 'DRUG'])
  expect(select(one, 'a', 'ADMIN', order, 'toggle').domains).toEqual([])
  expect(select(one, 'b', 'DRUG', order, 'toggle')).toEqual({ institutionId: 'b', domains: ['DRUG'] })
})
