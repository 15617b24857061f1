import { expect, test } from 'vitest'

import { day } from '../day.ts'
import { earnedValue } from './earned-value.ts'

const RECORDS = {
  approved: '1000000.00',
  progress: { month: '2021-12', percent: '40' },
  yearPlans: [
    { year: 2021, amount: '500000.00' },
    { year: 2022, amount: '500000.00' },
  ],
  payments: [
    { paidOn: day('2021-06-30'), amount: '300000.00' },
    { paidOn: day('2021-12-31'), amount: '200000.00' },
    { paidOn: day('2022-01-01'), amount: '1.00' },
  ],
}

test('a worked example: 40 per cent of a million where half was planned and half was paid', () => {
  expect(earnedValue(RECORDS)).toEqual({
    month: '2021-12',
    plannedValue: { value: '500000.00', missing: null },
    earnedValue: { value: '400000.00', missing: null },
    actualCost: { value: '500000.00', missing: null },
    schedulePerformance: '0.800',
    costPerformance: '0.800',
  })
})

test('within a planned year no plan is made up for its months; after the last year all is due', () => {
  const middle = earnedValue({ ...RECORDS, progress: { month: '2022-06', percent: '55.5' } })
  expect([middle.plannedValue.value, middle.plannedValue.missing?.code, middle.schedulePerformance]).toEqual([null, 'PLAN_IS_YEARLY', null])
  expect([middle.earnedValue.value, middle.actualCost.value]).toEqual(['555000.00', '500001.00'])
  expect(earnedValue({ ...RECORDS, progress: { month: '2023-05', percent: '100' } }).plannedValue.value).toBe('1000000.00')
})

test('each figure that cannot be given says why', () => {
  const nothing = earnedValue({ approved: null, progress: null, yearPlans: [], payments: [] })
  expect([nothing.plannedValue, nothing.earnedValue, nothing.actualCost].map(({ missing }) => missing?.code)).toEqual([
    'NO_ACCEPTED_PROGRESS',
    'NO_ACCEPTED_PROGRESS',
    'NO_ACCEPTED_PROGRESS',
  ])
  const little = earnedValue({ ...RECORDS, approved: null, yearPlans: [], payments: [] })
  expect([little.plannedValue, little.earnedValue, little.actualCost].map(({ missing }) => missing?.code)).toEqual([
    'NO_YEAR_PLAN',
    'NO_APPROVED_INVESTMENT',
    'NO_PAYMENTS',
  ])
  expect([little.schedulePerformance, little.costPerformance]).toEqual([null, null])
})
