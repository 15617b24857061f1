import { describe, expect, test } from 'vitest'

import { day } from '../../day.ts'
import type { AppointmentKind } from '../appointment-kind.ts'
import type { CountedAppointment } from './career.ts'
import { placesOn } from './places.ts'
import { addEquivalents, fullTimeEquivalents, millionths } from './shares.ts'

let count = 0
const appointment = (kind: AppointmentKind, institutionId: string | null, given: Partial<CountedAppointment> = {}): CountedAppointment => ({
  id: `appointment ${++count}`,
  kind,
  institutionId,
  homeElsewhere: null,
  share: null,
  plannedUntil: null,
  flowOut: null,
  validFrom: day('2020-01-01'),
  validTo: null,
  ...given,
})
/** `place home/host/fte` of each place on a day. */
const counts = (appointments: readonly CountedAppointment[], on = '2020-06-01') =>
  placesOn(appointments, day(on)).map(
    ({ institutionId, home, host, fte }) => `${institutionId ?? 'outside'} ${home}/${host}/${fullTimeEquivalents(fte)}`,
  )

describe('where a person counts', () => {
  test('by all three rules at home, without anything else', () => {
    expect(counts([appointment('PRIMARY', 'hospital')])).toEqual(['hospital 1/1/1'])
  })

  test('nowhere without a primary appointment, and nowhere before it begins or once it ended', () => {
    expect(counts([appointment('CONCURRENT', 'clinic'), appointment('POSTED_DOWN', 'clinic')])).toEqual([])
    const ended = [appointment('PRIMARY', 'hospital', { validTo: day('2020-06-01') })]
    expect(counts(ended, '2019-12-31')).toEqual([])
    expect(counts(ended, '2020-05-31')).toEqual(['hospital 1/1/1'])
    expect(counts(ended, '2020-06-01')).toEqual([])
  })

  test.each(['SECONDED_LEADERSHIP', 'LOANED', 'POSTED_DOWN', 'SUPPORTING', 'ROTATION', 'STUDYING'] as const)(
    '%s takes the whole person to the host unless a share is stated',
    (kind) => {
      expect(counts([appointment('PRIMARY', 'hospital'), appointment(kind, 'clinic')])).toEqual(['hospital 1/0/0', 'clinic 0/1/1'])
      expect(counts([appointment('PRIMARY', 'hospital'), appointment(kind, 'clinic', { share: '0.4' })])).toEqual([
        'hospital 1/0/0.6',
        'clinic 0/1/0.4',
      ])
    },
  )

  test.each(['CONCURRENT', 'MULTI_SITE'] as const)('%s takes the stated share and nothing else, and nobody away', (kind) => {
    expect(counts([appointment('PRIMARY', 'hospital'), appointment(kind, 'clinic')])).toEqual(['hospital 1/1/1'])
    expect(counts([appointment('PRIMARY', 'hospital'), appointment(kind, 'clinic', { share: '0.25' })])).toEqual([
      'hospital 1/1/0.75',
      'clinic 0/0/0.25',
    ])
  })

  test('outside where the host is not in the register', () => {
    expect(counts([appointment('PRIMARY', 'hospital'), appointment('STUDYING', null)])).toEqual(['hospital 1/0/0', 'outside 0/1/1'])
  })

  test('at a rehired person’s institution, where no primary appointment is in force', () => {
    expect(counts([appointment('REHIRED', 'hospital')])).toEqual(['hospital 1/1/1'])
    expect(counts([appointment('REHIRED', 'clinic'), appointment('PRIMARY', 'hospital')])).toEqual(['hospital 1/1/1'])
  })

  test('a move without a share takes what the stated shares leave, that of the home among them', () => {
    const career = [
      appointment('PRIMARY', 'hospital', { share: '0.2' }),
      appointment('CONCURRENT', 'centre', { share: '0.1' }),
      appointment('POSTED_DOWN', 'clinic'),
    ]
    expect(counts(career)).toEqual(['hospital 1/0/0.2', 'clinic 0/1/0.7', 'centre 0/0/0.1'])
  })

  test('of several moves at the one with the largest share; with equal ones at the earliest, then by id', () => {
    const home = appointment('PRIMARY', 'hospital')
    const larger = [home, appointment('LOANED', 'bureau', { share: '0.3' }), appointment('POSTED_DOWN', 'clinic', { share: '0.5' })]
    expect(counts(larger)).toEqual(['hospital 1/0/0.2', 'clinic 0/1/0.5', 'bureau 0/0/0.3'])
    const earlier = { share: '0.4', validFrom: day('2020-02-01') }
    expect(
      counts([
        home,
        appointment('LOANED', 'bureau', { ...earlier, validFrom: day('2020-03-01') }),
        appointment('ROTATION', 'ward', earlier),
      ]),
    ).toEqual(['hospital 1/0/0.2', 'ward 0/1/0.4', 'bureau 0/0/0.4'])
    expect(
      counts([home, appointment('LOANED', 'bureau', { ...earlier, id: 'b' }), appointment('ROTATION', 'ward', { ...earlier, id: 'a' })]),
    ).toEqual(['hospital 1/0/0.2', 'ward 0/1/0.4', 'bureau 0/0/0.4'])
  })

  test('once where home and host are one place', () => {
    expect(counts([appointment('PRIMARY', 'hospital'), appointment('ROTATION', 'hospital', { share: '0.5' })])).toEqual(['hospital 1/1/1'])
  })

  test('as one whole person where shares on record come to more', () => {
    const career = [
      appointment('PRIMARY', 'hospital'),
      appointment('CONCURRENT', 'a', { share: '0.7' }),
      appointment('CONCURRENT', 'b', { share: '0.7', validFrom: day('2020-02-01') }),
    ]
    expect(counts(career)).toEqual(['hospital 1/1/0', 'a 0/0/0.7', 'b 0/0/0.3'])
  })
})

test('shares are read and written exactly', () => {
  expect(['0', '0.4', '1', '1.00', '0.333333'].map(millionths)).toEqual([0, 400_000, 1_000_000, 1_000_000, 333_333])
  expect(millionths(null)).toBeNull()
  for (const wrong of ['1.1', '-0.1', '0.1234567', 'half', '']) expect(() => millionths(wrong)).toThrow(RangeError)
  expect([0, 400_000, 12_250_000, -250_000].map(fullTimeEquivalents)).toEqual(['0', '0.4', '12.25', '-0.25'])
  expect(addEquivalents(['0.1', '0.2', '12', '3.000001'])).toBe('15.300001')
  expect(addEquivalents([])).toBe('0')
})
