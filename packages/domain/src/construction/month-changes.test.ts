import { expect, test } from 'vitest'

import { day } from '../day.ts'
import { changesIn, type ChangingProject } from './month-changes.ts'

const PROJECT: ChangingProject<{ month: string; investmentMonth: string }> = {
  stages: [
    { stage: 'START', wording: null, validFrom: day('2020-03-15') },
    { stage: 'BASEMENT', wording: '地下室', validFrom: day('2020-07-31') },
  ],
  suspensions: [
    { startKnown: true, endKnown: true, validFrom: day('2020-07-02'), validTo: day('2020-07-20') },
    // Neither is known to the day: that it began or ended in the month is not known.
    { startKnown: false, endKnown: false, validFrom: day('2020-07-20'), validTo: day('2020-07-25') },
  ],
  receipts: [
    { receivedOn: day('2020-06-30'), amount: '1.00' },
    { receivedOn: day('2020-07-01'), amount: '100.10' },
    { receivedOn: day('2020-07-31'), amount: '0.90' },
  ],
  payments: [{ paidOn: day('2020-08-01'), amount: '5.00' }],
  reports: [{ month: '2020-07', investmentMonth: '50.00' }],
}

test('a month has what began, stopped, arrived and was reported in it, from its first day to its last', () => {
  const changes = changesIn('2020-07', PROJECT, day('2020-08-10'))
  expect(changes).toMatchObject({
    stages: [{ stage: 'BASEMENT', before: 'START', wording: '地下室' }],
    stopped: ['2020-07-02'],
    resumed: ['2020-07-20'],
    arrived: '101.00',
    paid: null,
    report: { investmentMonth: '50.00' },
  })
})

test('in a month of which nothing is on record nothing changed, and nothing is zero', () => {
  expect(changesIn('2020-05', PROJECT, day('2020-08-10'))).toEqual({
    stages: [],
    stopped: [],
    resumed: [],
    arrived: null,
    paid: null,
    report: null,
  })
})

test('what came after the day that is asked about is not told', () => {
  const changes = changesIn('2020-07', PROJECT, day('2020-07-10'))
  expect(changes).toMatchObject({ stages: [], stopped: ['2020-07-02'], resumed: [], arrived: '100.10' })
})
