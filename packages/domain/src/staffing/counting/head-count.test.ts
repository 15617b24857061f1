import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day, type IsoDate } from '../../day.ts'
import { covers, type Period } from '../../period.ts'
import type { AppointmentKind } from '../appointment-kind.ts'
import type { Career, CountedAppointment, CountedTraits } from './career.ts'
import { differencesOf } from './difference.ts'
import { countedOn, excludedOn, headCount, HEAD_COUNT_DIMENSIONS, type HeadCountDimension, type PlaceTraits } from './head-count.ts'

const FIRST = day('2015-01-01')
const DAYS = 1500
const INSTITUTIONS = ['hospital', 'lead', 'township', 'clinic']
const anyDay = fc.integer({ min: -10, max: DAYS + 10 }).map((days) => addDays(FIRST, days))
const anyPeriod = fc
  .record({ from: fc.integer({ min: 0, max: DAYS }), days: fc.option(fc.integer({ min: 1, max: 700 }), { nil: null }) })
  .map(({ from, days }): Period => ({ validFrom: addDays(FIRST, from), validTo: days === null ? null : addDays(FIRST, from + days) }))
const anyShare = fc.option(
  fc.integer({ min: 0, max: 10 }).map((tenths) => (tenths === 10 ? '1' : `0.${tenths}`)),
  { nil: null },
)
const KINDS: AppointmentKind[] = [
  'PRIMARY',
  'REHIRED',
  'CONCURRENT',
  'SECONDED_LEADERSHIP',
  'LOANED',
  'POSTED_DOWN',
  'SUPPORTING',
  'STUDYING',
  'MULTI_SITE',
]

const anyAppointment = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...KINDS),
    institutionId: fc.constantFrom(...INSTITUTIONS),
    elsewhere: fc.boolean(),
    homeElsewhere: fc.constantFrom(null, null, '省人民医院'),
    share: anyShare,
    plannedUntil: fc.option(anyDay, { nil: null }),
    flowOut: fc.constantFrom(null, '24' as const, '25'),
    period: anyPeriod,
  })
  .map(({ period, elsewhere, ...one }): CountedAppointment => ({
    ...one,
    institutionId: elsewhere && (one.kind === 'STUDYING' || one.kind === 'SUPPORTING') ? null : one.institutionId,
    ...period,
  }))
const anyTraits: fc.Arbitrary<CountedTraits> = fc.record({
  sex: fc.constantFrom('MALE' as const, 'FEMALE'),
  birthDate: fc.constantFrom(day('1960-02-29'), day('1975-05-01'), null),
  education: fc.constantFrom('10' as const, null),
  workClass: fc.constantFrom('1' as const, '3'),
  profession: fc.constantFrom('11' as const, '80'),
  titleAppointed: fc.constantFrom('SENIOR' as const, 'UNAPPOINTED'),
  establishmentType: fc.constantFrom('IN_POST' as const, 'CONTRACT', 'TEMPORARY'),
})
const anyCareer = fc
  .record({
    personId: fc.uuid(),
    traits: fc.option(fc.tuple(anyTraits, anyTraits, anyDay), { nil: null }),
    appointments: fc.array(anyAppointment, { maxLength: 8 }),
  })
  .map(({ traits, ...one }): Career => ({ ...one, traits: traits === null ? [] : stretches(...traits) }))
const anyCareers = fc.array(anyCareer, { maxLength: 12 })

function stretches(first: CountedTraits, second: CountedTraits, on: IsoDate): Career['traits'] {
  return [
    { ...first, validFrom: day('0001-01-01'), validTo: on },
    { ...second, validFrom: on, validTo: null },
  ]
}

const NO_TRAITS: PlaceTraits = { allianceId: null, regionCode: null }
const parts = (decimal: string) => Math.round(Number(decimal) * 1_000_000)

describe('for any history, on any day, with or without whom statistics leave out', () => {
  test('the three counts reconcile person by person to zero', () => {
    fc.assert(
      fc.property(anyCareers, anyDay, fc.boolean(), (careers, on, statistical) => {
        const counted = countedOn(careers, on, { statistical })
        for (const one of counted) {
          const differences = differencesOf([one])
          expect(differences.reduce((sum, { hostLessHome }) => sum + hostLessHome, 0)).toBe(0)
          expect(differences.reduce((sum, { fteLessHome }) => sum + parts(fteLessHome), 0)).toBe(0)
          expect(one.places.every(({ fte }) => fte >= 0)).toBe(true)
        }
      }),
    )
  })

  test('each rule counts everybody once, by whatever dimensions, and the differences explain each cell', () => {
    const anyBy = fc.subarray(Object.keys(HEAD_COUNT_DIMENSIONS) as HeadCountDimension[])
    fc.assert(
      fc.property(anyCareers, anyDay, anyBy, (careers, on, by) => {
        const counted = countedOn(careers, on, { statistical: true })
        const cells = headCount(counted, by, on, () => NO_TRAITS)
        const sum = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + of(cell), 0)
        expect(sum(({ home }) => home)).toBe(counted.length)
        expect(sum(({ host }) => host)).toBe(counted.length)
        expect(sum(({ fte }) => parts(fte))).toBe(counted.length * 1_000_000)
        const differences = differencesOf(counted)
        for (const cell of headCount(counted, ['INSTITUTION'], on, () => NO_TRAITS)) {
          const here = differences.filter(({ institutionId }) => institutionId === cell.keys[0])
          expect(cell.host - cell.home).toBe(here.reduce((total, { hostLessHome }) => total + hostLessHome, 0))
          expect(parts(cell.fte) - cell.home * 1_000_000).toBe(here.reduce((total, { fteLessHome }) => total + parts(fteLessHome), 0))
        }
      }),
    )
  })

  test('everybody with an appointment in force is counted or left out with a reason, and never both', () => {
    fc.assert(
      fc.property(anyCareers, anyDay, (careers, on) => {
        const counted = countedOn(careers, on, { statistical: true }).map(({ personId }) => personId)
        const excluded = excludedOn(careers, on).map(({ personId }) => personId)
        const asked = careers.filter(({ appointments }) => appointments.some((one) => covers(one, on))).map(({ personId }) => personId)
        expect([...counted, ...excluded].toSorted()).toEqual(asked.toSorted())
      }),
    )
  })

  test('an institution that changes its alliance takes its people along in every figure, from that day and not before', () => {
    const anyMove = fc.record({ institutionId: fc.constantFrom(...INSTITUTIONS), from: anyDay })
    fc.assert(
      fc.property(anyCareers, anyMove, anyDay, fc.constantFrom('PROFESSION', 'SEX', null), (careers, move, on, beside) => {
        const by: HeadCountDimension[] = beside === null ? ['ALLIANCE'] : ['ALLIANCE', beside]
        const within = (allianceOf: (institutionId: string) => string) =>
          headCount(countedOn(careers, on, { statistical: true }), by, on, (id) => ({ ...NO_TRAITS, allianceId: allianceOf(id) }))
        const stays = within((id) => (id === 'lead' ? 'east' : 'west'))
        const moved = within((id) => (id === move.institutionId && on >= move.from ? 'new' : id === 'lead' ? 'east' : 'west'))
        if (on < move.from) expect(moved).toEqual(stays)
        else {
          const own = headCount(countedOn(careers, on, { statistical: true }), ['INSTITUTION', ...by.slice(1)], on, () => NO_TRAITS).filter(
            ({ keys }) => keys[0] === move.institutionId,
          )
          const inNew = moved.filter(({ keys }) => keys[0] === 'new')
          const plain = (cells: typeof own) => cells.map(({ keys, ...figures }) => ({ keys: keys.slice(1), ...figures }))
          expect(plain(inNew)).toEqual(plain(own))
        }
      }),
    )
  })
})

test('a place counts for its town, and a person by what holds on the day', () => {
  const one: Career = {
    personId: 'x',
    traits: stretches(
      {
        sex: 'FEMALE',
        birthDate: day('1980-06-01'),
        education: null,
        workClass: '1',
        profession: '11',
        titleAppointed: 'ASSISTANT',
        establishmentType: 'IN_POST',
      },
      {
        sex: 'FEMALE',
        birthDate: day('1980-06-01'),
        education: null,
        workClass: '1',
        profession: '11',
        titleAppointed: 'INTERMEDIATE',
        establishmentType: 'IN_POST',
      },
      day('2016-01-01'),
    ),
    appointments: [
      {
        id: 'a',
        kind: 'PRIMARY',
        institutionId: 'village',
        homeElsewhere: null,
        share: null,
        plannedUntil: null,
        flowOut: null,
        validFrom: FIRST,
        validTo: null,
      },
    ],
  }
  const by: HeadCountDimension[] = ['COUNTY', 'REGION', 'TITLE_LEVEL', 'AGE_BAND', 'EDUCATION']
  const on = (text: string) =>
    headCount(countedOn([one], day(text), { statistical: true }), by, day(text), () => ({ ...NO_TRAITS, regionCode: '431221104203' }))
  const figures = { home: 1, host: 1, fte: '1' }
  expect(on('2015-05-31')).toEqual([{ keys: ['431221000000', '431221104000', 'ASSISTANT', 'FROM_25', null], ...figures }])
  expect(on('2016-01-01')).toEqual([{ keys: ['431221000000', '431221104000', 'INTERMEDIATE', 'FROM_35', null], ...figures }])
})
