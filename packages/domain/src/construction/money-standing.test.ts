import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day, instant } from '../day.ts'
import { sumYuan, yuanOf, type Yuan } from '../money.ts'
import {
  brokenShares,
  fundsIssues,
  fundingLineIssues,
  fundingYearIssues,
  type FundingLine,
  type FundReceiptValue,
  type ProjectPaymentValue,
} from './funding.ts'
import { completedToDate, contradictions, moneyStanding, nextMonth } from './money-standing.ts'

const CITED = { documentId: null, source: null, sourceNote: null }
const RECORDED = {
  rowId: 'r',
  projectId: 'p',
  recordedFrom: instant('2020-01-01T00:00:00Z'),
  recordedTo: null,
  recordedBy: 1,
  closedBy: null,
}
const line = (id: string, more: Partial<FundingLine> = {}): FundingLine => ({
  ...RECORDED,
  ...CITED,
  id,
  fundingSource: 'PROVINCIAL',
  name: null,
  planned: null,
  shareGroup: null,
  sharePart: null,
  ...more,
})
const receipt = (fundingLineId: string, receivedOn: string, amount: Yuan): FundReceiptValue => ({
  ...CITED,
  fundingLineId,
  receivedOn: day(receivedOn),
  dayKnown: true,
  amount,
})
const payment = (fundingLineId: string | null, paidOn: string, amount: Yuan, advance = false): ProjectPaymentValue => ({
  ...CITED,
  fundingLineId,
  contractId: null,
  paidOn: day(paidOn),
  dayKnown: true,
  amount,
  advance,
  payee: null,
  purpose: null,
})

// 中方县 130 village clinics, 2020: 78 万元, province and county 1 : 1; the province's 39 had not arrived; whether the county's had is not said.
const CLINICS = [
  line('province', { planned: '390000.00', shareGroup: '运行经费', sharePart: 1 }),
  line('county', { fundingSource: 'COUNTY', planned: '390000.00', shareGroup: '运行经费', sharePart: 1 }),
]

describe('money side by side', () => {
  test('tells what had not arrived from what nobody reported', () => {
    const standing = moneyStanding(
      { lines: CLINICS, years: [], receipts: [receipt('province', '2020-07-31', '0.00')], payments: [], reports: [] },
      day('2020-07-31'),
    )
    expect(standing).toMatchObject({ planned: '780000.00', arrived: '0.00', paid: null, completed: null, linesWithoutAmount: 0 })
    expect(standing.sources).toEqual([
      { source: 'PROVINCIAL', planned: '390000.00', arrived: '0.00', paid: null, owed: '390000.00', arrivalRate: '0.00' },
      { source: 'COUNTY', planned: '390000.00', arrived: null, paid: null, owed: null, arrivalRate: null },
    ])
  })

  test('is per source, year and month, up to the day', () => {
    const standing = moneyStanding(
      {
        lines: [line('a', { planned: '1000.00' }), line('b', { fundingSource: 'LOAN' })],
        years: [
          { fundingLineId: 'a', year: 2020, amount: '600.00' },
          { fundingLineId: 'a', year: 2021, amount: '400.00' },
        ],
        receipts: [receipt('a', '2020-03-05', '500.00'), receipt('b', '2020-12-31', '0.01'), receipt('a', '2021-01-01', '99.00')],
        payments: [payment('a', '2020-03-20', '120.50'), payment(null, '2020-04-01', '0.50')],
        reports: [{ month: '2020-03', investmentMonth: '200.00', investmentToDate: null }],
      },
      day('2020-12-31'),
    )
    expect(standing).toMatchObject({
      planned: '1000.00',
      linesWithoutAmount: 1,
      arrived: '500.01',
      paid: '121.00',
      completed: '200.00',
      arrivalRate: '50.00',
    })
    expect(standing.sources.map(({ source, paid }) => [source, paid])).toEqual([
      ['PROVINCIAL', '120.50'],
      ['LOAN', null],
      [null, '0.50'],
    ])
    expect(standing.years).toEqual([
      { period: '2020', planned: '600.00', arrived: '500.01', paid: '121.00', completed: '200.00' },
      { period: '2021', planned: '400.00', arrived: null, paid: null, completed: null },
    ])
    expect(standing.months.map(({ period }) => period)).toEqual(['2020-03', '2020-04', '2020-12'])
  })

  const monthOf = (count: number) => `${2020 + Math.floor((count - 1) / 12)}-${String(((count - 1) % 12) + 1).padStart(2, '0')}`

  test('reconciles to the fen: sources, years and months sum to the totals, for any records', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(yuanOf)
    const on = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(day('2020-01-01'), count))
    const id = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, on, amount)),
        fc.array(fc.tuple(fc.option(id, { nil: null }), on, amount)),
        fc.tuple(fc.option(amount, { nil: null }), fc.option(amount, { nil: null }), amount),
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 48 }), fc.option(amount, { nil: null })), { selector: ([month]) => month }),
        on,
        (arrived, paid, [a, b, c], months, asOf) => {
          const lines = [line('a', { planned: a }), line('b', { fundingSource: 'LOAN', planned: b }), line('c', { planned: c })]
          const reports = months.map(([count, investmentMonth]) => ({ month: monthOf(count), investmentMonth, investmentToDate: null }))
          const standing = moneyStanding(
            {
              lines,
              years: [],
              receipts: arrived.map((one) => receipt(...one)),
              payments: paid.map((one) => payment(...one)),
              reports,
            },
            asOf,
          )
          for (const column of ['arrived', 'paid'] as const) {
            const total = standing[column] ?? '0.00'
            for (const parts of [standing.sources, standing.years, standing.months])
              expect(sumYuan(parts.flatMap((one) => one[column] ?? []))).toBe(total)
          }
          expect(sumYuan(standing.sources.flatMap(({ planned }) => planned ?? []))).toBe(standing.planned)
          expect(standing.planned).toBe(sumYuan([a, b, c].flatMap((one) => one ?? [])))
          for (const parts of [standing.years, standing.months])
            expect(sumYuan(parts.flatMap(({ completed }) => completed ?? []))).toBe(standing.completed ?? '0.00')
          const reported = months.filter(([count]) => monthOf(count) <= asOf.slice(0, 7)).flatMap(([, one]) => one ?? [])
          expect(standing.completed ?? '0.00').toBe(sumYuan(reported))
          expect(standing.paid ?? '0.00').toBe(sumYuan(paid.filter(([, on]) => on <= asOf).map(([, , one]) => one)))
          expect(standing.arrived ?? '0.00').toBe(sumYuan(arrived.filter(([, received]) => received <= asOf).map(([, , one]) => one)))
        },
      ),
    )
  })

  test('takes the last total that was reported, and the months since', () => {
    const month = (m: string, investmentMonth: Yuan | null, investmentToDate: Yuan | null) => ({
      month: m,
      investmentMonth,
      investmentToDate,
    })
    expect(completedToDate([])).toBeNull()
    expect(completedToDate([month('2020-02', '5.00', null), month('2020-01', '1.00', '10.00')])).toBe('15.00')
    expect(completedToDate([month('2020-01', '1.00', null), month('2020-02', null, null)])).toBe('1.00')
    expect(contradictions([month('2020-12', null, '10.00'), month('2021-01', '5.00', '16.00'), month('2021-03', '1.00', '99.00')])).toEqual(
      [{ month: '2021-01', stated: '16.00', recomputed: '15.00' }],
    )
    expect([nextMonth('2020-12'), nextMonth('2020-09')]).toEqual(['2021-01', '2020-10'])
  })
})

describe('rules of money', () => {
  test('no more arrives of a line than planned, none is paid that did not arrive, unless in advance', () => {
    const lines = [line('a', { planned: '100.00' }), line('b')]
    expect(
      fundsIssues(
        lines,
        [receipt('a', '2020-01-01', '60.00'), receipt('a', '2020-02-01', '40.00'), receipt('b', '2020-01-01', '5.00')],
        [],
      ),
    ).toEqual([])
    expect(fundsIssues(lines, [receipt('a', '2020-01-01', '100.01')], [])).toMatchObject([{ code: 'ARRIVED_BEYOND_PLANNED' }])
    expect(fundsIssues(lines, [], [payment('a', '2020-01-01', '0.01')])).toMatchObject([{ code: 'PAID_BEYOND_ARRIVED' }])
    expect(fundsIssues(lines, [], [payment('a', '2020-01-01', '0.01', true)])).toEqual([])
  })

  test('shares are their parts of the total to the fen, or are told with what they should be', () => {
    expect(brokenShares(CLINICS)).toEqual([])
    const off = [CLINICS[0]!, { ...CLINICS[1]!, planned: '390000.02' }]
    expect(brokenShares(off).map(({ line: { id }, expected }) => [id, expected])).toEqual([
      ['province', '390000.01'],
      ['county', '390000.01'],
    ])
    expect(brokenShares([CLINICS[0]!, { ...CLINICS[1]!, planned: null }])).toEqual([])
    expect(brokenShares([CLINICS[0]!])).toEqual([])
    const thirds = ['33.34', '33.33', '33.33'].map((planned, at) => line(String(at), { planned, shareGroup: 'g', sharePart: 1 }))
    expect(brokenShares(thirds)).toEqual([])
  })

  test('a line has a group and a part or neither, and years once', () => {
    expect(fundingLineIssues(line('a', { shareGroup: 'g' }))).toMatchObject([{ path: 'sharePart', code: 'REQUIRED' }])
    expect(fundingLineIssues(line('a', { sharePart: 0 }))).toMatchObject([
      { path: 'shareGroup' },
      { path: 'sharePart', code: 'NOT_A_COUNT' },
    ])
    expect(fundingLineIssues(line('a', { planned: '-1' }))).toMatchObject([{ path: 'planned', code: 'NOT_AN_AMOUNT' }])
    expect(
      fundingYearIssues([
        { year: 2020, amount: '1.00' },
        { year: 2020, amount: 'x' },
        { year: 20, amount: '1.00' },
      ]),
    ).toMatchObject([
      { path: 'years.1.amount', code: 'NOT_AN_AMOUNT' },
      { path: 'years.1.year', code: 'YEAR_TWICE' },
      { path: 'years.2.year', code: 'NOT_A_YEAR' },
    ])
  })
})
