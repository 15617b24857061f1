import { describe, expect, test } from 'vitest'

import { day } from '../../day.ts'
import { ageBandOn, ageOn } from './age.ts'
import type { AppointmentKind } from '../appointment-kind.ts'
import type { CountedAppointment, CountedTraits } from './career.ts'
import { exclusionOn } from './exclusion.ts'
import { addMonths } from '../retirement.ts'

const TRAITS: CountedTraits = {
  sex: 'MALE',
  birthDate: day('1960-02-29'),
  education: null,
  workClass: '1',
  profession: '11',
  titleAppointed: 'SENIOR',
  establishmentType: 'IN_POST',
}
const appointment = (
  kind: AppointmentKind,
  from: string,
  to: string | null,
  given: Partial<CountedAppointment> = {},
): CountedAppointment => ({
  id: `${kind} ${from}`,
  kind,
  institutionId: 'hospital',
  homeElsewhere: null,
  share: null,
  plannedUntil: null,
  flowOut: null,
  validFrom: day(from),
  validTo: to === null ? null : day(to),
  ...given,
})
const why = (on: string, appointments: readonly CountedAppointment[], traits: Partial<CountedTraits> = {}) =>
  exclusionOn({ personId: 'x', appointments, traits: [{ ...TRAITS, ...traits, validFrom: day('2000-01-01'), validTo: null }] }, day(on))

describe('who is left out', () => {
  test('nobody with a primary appointment, and nobody is asked about without any appointment', () => {
    expect(why('2020-06-01', [appointment('PRIMARY', '2019-01-01', null)])).toBeNull()
    expect(why('2018-06-01', [appointment('PRIMARY', '2019-01-01', null)])).toBeNull()
  })

  test('whoever is hired temporarily', () => {
    expect(why('2020-06-01', [appointment('PRIMARY', '2019-01-01', null)], { establishmentType: 'TEMPORARY' })).toBe('TEMPORARY')
  })

  test.each([
    ['2020-01-01', '2020-07-01', null, null],
    ['2020-01-01', '2020-06-30', null, 'REHIRED_BRIEFLY'],
    ['2020-01-01', null, '2020-06-30', null],
    ['2020-01-01', null, '2020-06-29', 'REHIRED_BRIEFLY'],
    ['2020-01-01', '2020-09-01', '2020-02-01', null],
    // Without an end on record, once the half year has passed.
    ['2019-12-01', null, null, null],
    ['2019-12-02', null, null, 'REHIRED_BRIEFLY'],
  ])('a rehired person from %s to %s, planned until %s, seen on 2020-06-01: %s', (from, to, plannedUntil, expected) => {
    expect(why('2020-06-01', [appointment('REHIRED', from, to, { plannedUntil: plannedUntil === null ? null : day(plannedUntil) })])).toBe(
      expected,
    )
  })

  test('a rehired person from the first stretch to the last, however often something changed', () => {
    const rehired = [
      appointment('REHIRED', '2020-01-01', '2020-03-01', { id: 'one' }),
      appointment('REHIRED', '2020-03-01', '2020-08-01', { id: 'one', share: '0.5' }),
    ]
    expect(why('2020-02-01', rehired)).toBeNull()
    expect(why('2020-06-01', rehired)).toBeNull()
  })

  test('whoever is retired or belongs nowhere, with an appointment beside', () => {
    const beside = appointment('MULTI_SITE', '2020-01-01', null)
    expect(why('2020-06-01', [beside])).toBe('NO_PRIMARY')
    expect(why('2020-06-01', [{ ...beside, homeElsewhere: '省人民医院' }])).toBe('HOME_ELSEWHERE')
    expect(why('2020-06-01', [beside, appointment('PRIMARY', '2000-01-01', '2020-03-01', { flowOut: '24' })])).toBe('RETIRED')
    expect(why('2020-02-01', [beside, appointment('PRIMARY', '2000-01-01', '2020-03-01', { flowOut: '24' })])).toBeNull()
    expect(
      why('2020-06-01', [
        beside,
        appointment('PRIMARY', '1990-01-01', '2000-01-01', { flowOut: '24' }),
        appointment('PRIMARY', '2000-01-01', '2020-03-01', { flowOut: '25' }),
      ]),
    ).toBe('NO_PRIMARY')
  })
})

test.each([
  ['2020-01-01', 6, '2020-07-01'],
  ['2020-08-31', 6, '2021-02-28'],
  ['2019-08-31', 6, '2020-02-29'],
  ['2020-03-31', -1, '2020-02-29'],
  ['0001-01-01', 12, '0002-01-01'],
  ['2020-12-15', 1, '2021-01-15'],
])('%s and %i months are %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

test('ages are full years, and bands meet', () => {
  expect(ageOn(day('1960-02-29'), day('2019-02-28'))).toBe(58)
  expect(ageOn(day('1960-02-29'), day('2019-03-01'))).toBe(59)
  expect(ageOn(day('1960-02-29'), day('2020-02-29'))).toBe(60)
  const band = (birth: string) => ageBandOn(day(birth), day('2020-06-01'))
  expect(
    ['1995-06-02', '1995-06-01', '1985-06-01', '1975-06-02', '1975-06-01', '1965-06-01', '1960-06-02', '1960-06-01'].map(band),
  ).toEqual(['UNDER_25', 'FROM_25', 'FROM_35', 'FROM_35', 'FROM_45', 'FROM_55', 'FROM_55', 'FROM_60'])
  expect(band('2020-06-02')).toBeNull()
  expect(ageBandOn(null, day('2020-06-01'))).toBeNull()
})
