import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { curveRows, curvesOf, type CurveRecords } from './s-curve.ts'

const report = (month: string, state: 'ACCEPTED' | 'RETURNED', investmentMonth: string | null, investmentToDate: string | null) => ({
  month,
  state,
  percent: null,
  investmentMonth,
  investmentToDate,
})
const RECORDS: CurveRecords = {
  fundingYears: [
    { year: 2020, amount: '300.00' },
    { year: 2019, amount: '100.00' },
    { year: 2020, amount: '50.00' },
  ],
  fundReceipts: [
    { receivedOn: day('2020-03-05'), amount: '0.10' },
    { receivedOn: day('2020-01-02'), amount: '0.20' },
  ],
  payments: [],
  progressReports: [
    report('2020-03', 'ACCEPTED', '10.00', '110.00'),
    report('2020-04', 'ACCEPTED', '5.00', null),
    report('2020-05', 'RETURNED', '99.00', '999.00'),
  ],
}
const curves = curvesOf(RECORDS, day('2020-06-15'))

test('every curve is exact and stands on the days that are on record', () => {
  expect(curves.planned).toEqual([
    { on: '2019-12-31', amount: '100.00' },
    { on: '2020-12-31', amount: '450.00' },
  ])
  expect(curves.arrived).toEqual([
    { on: '2020-01-02', amount: '0.20' },
    { on: '2020-03-05', amount: '0.30' },
    { on: '2020-06-15', amount: '0.30' },
  ])
  expect(curves.paid).toEqual([])
})

test('a month without a figure to date goes on from the one before, and a returned report does not count', () => {
  expect(curves.completed).toEqual([
    { on: '2020-03-31', amount: '110.00' },
    { on: '2020-04-30', amount: '115.00' },
  ])
})

test('as figures, nothing is told before a curve begins, and no plan between the ends of years', () => {
  const row = curveRows(curves).find(({ on }) => on === '2020-03-31')
  expect(row?.amounts).toEqual({ planned: null, completed: '110.00', arrived: '0.30', paid: null })
})
