import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { daysLeft, isDueSoon, returnsByMonth } from './returns.ts'

const planned = (until: string | null, review: string | null = null) => ({
  plannedUntil: until === null ? null : day(until),
  reviewOn: review === null ? null : day(review),
})

test('the last day planned is not yet overdue; a review counts where no return is planned', () => {
  expect(daysLeft(planned('2026-11-25'), day('2026-11-25'))).toBe(0)
  expect(daysLeft(planned('2026-11-20'), day('2026-11-25'))).toBe(-5)
  expect(daysLeft(planned(null, '2026-12-25'), day('2026-11-25'))).toBe(30)
  expect(daysLeft(planned(null), day('2026-11-25'))).toBeNull()
  expect(isDueSoon(planned('2027-02-23'), day('2026-11-25'))).toBe(true)
  expect(isDueSoon(planned('2027-02-24'), day('2026-11-25'))).toBe(false)
  expect(isDueSoon(planned('2026-11-24'), day('2026-11-25'))).toBe(false)
})

test('returns stand in the month they are planned for, in the order of days', () => {
  const [late, soon, later, open] = [planned('2026-11-01'), planned('2026-12-31'), planned('2026-12-01'), planned(null)]
  const { overdue, months, unplanned } = returnsByMonth([soon, open, late, later], day('2026-11-25'))
  expect(overdue).toEqual([late])
  expect(months).toEqual([{ month: '2026-12', rows: [later, soon] }])
  expect(unplanned).toEqual([open])
})
