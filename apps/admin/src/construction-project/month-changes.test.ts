import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { anyChange, changesIn, type ChangingProject } from './month-changes.ts'

const PROJECT: ChangingProject = {
  stages: [
    { stage: 'START', wording: null, validFrom: day('2020-03-15') },
    { stage: 'BASEMENT', wording: '地下室', validFrom: day('2020-07-31') },
  ],
  suspensions: [{ suspendedOn: day('2020-07-02'), resumedOn: day('2020-07-20') }],
  fundReceipts: [
    { receivedOn: day('2020-06-30'), amount: '1.00' },
    { receivedOn: day('2020-07-01'), amount: '100.10' },
    { receivedOn: day('2020-07-31'), amount: '0.90' },
  ],
  payments: [{ paidOn: day('2020-08-01'), amount: '5.00' }],
  progressReports: [{ month: '2020-07', state: 'ACCEPTED', wording: '地下室', investmentMonth: '50.00' }],
}

test('a month has what began, stopped, arrived and was reported in it, from its first day to its last', () => {
  const changes = changesIn('2020-07', PROJECT)
  expect(changes).toMatchObject({
    stages: [{ stage: 'BASEMENT', before: 'START', wording: '地下室' }],
    stopped: ['2020-07-02'],
    resumed: ['2020-07-20'],
    arrived: '101.00',
    paid: null,
    report: { investmentMonth: '50.00' },
  })
  expect(anyChange(changes)).toBe(true)
})

test('in a month of which nothing is on record nothing changed, and nothing is zero', () => {
  const changes = changesIn('2020-05', PROJECT)
  expect(anyChange(changes)).toBe(false)
  expect(changes).toMatchObject({ arrived: null, paid: null, report: null })
})
