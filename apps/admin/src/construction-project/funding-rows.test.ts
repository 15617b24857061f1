import { expect, test } from 'vitest'
import { fundingRows } from './funding-rows.ts'

const line = (id: string, planned: string | null) => ({ id, planned })

test('a line has what arrived of it and what is owed; nothing received is not zero, and zero received is', () => {
  const rows = fundingRows({
    fundingLines: [line('province', '390000.00'), line('county', '390000.00'), line('donation', null)],
    fundingYears: [{ fundingLineId: 'county', year: 2020, amount: '390000.00' }],
    fundReceipts: [
      { fundingLineId: 'province', amount: '195000.00' },
      { fundingLineId: 'province', amount: '195000.00' },
      { fundingLineId: 'county', amount: '0.00' },
    ],
    payments: [{ fundingLineId: null, amount: '5.00' }],
  })
  expect(rows).toMatchObject([
    { arrived: '390000.00', owed: '0.00', arrivalRate: '100.00', paid: null, years: [] },
    { arrived: '0.00', owed: '390000.00', arrivalRate: '0.00', years: [{ year: 2020 }] },
    { arrived: null, owed: null, arrivalRate: null },
  ])
})
