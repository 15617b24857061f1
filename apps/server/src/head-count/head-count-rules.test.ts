import type { Moment } from '@yilian/domain/dated.ts'
import { day, type IsoDate } from '@yilian/domain/day.ts'
import type { Career } from '@yilian/domain/staffing/counting/career.ts'
import { differencesOf } from '@yilian/domain/staffing/counting/difference.ts'
import {
  countedOn,
  excludedOn,
  headCount,
  HEAD_COUNT_DIMENSIONS,
  type HeadCountCell,
  type HeadCountDimension,
  type PlaceTraits,
} from '@yilian/domain/staffing/counting/head-count.ts'
import { millionths } from '@yilian/domain/staffing/counting/shares.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { anyCareer, anyDay, recordCareers } from '../../test/careers.ts'
import { makers, recorded, versionOf } from '../../test/make.ts'
import { unlimited } from '../access/reader.ts'
import { allPages } from '../export/pages.ts'
import { headCountDifferencePage } from './head-count-difference.queries.ts'
import { headCountExclusionPage } from './head-count-exclusion.queries.ts'
import { headCountCells } from './head-count.queries.ts'

// The rules are written twice: as functions of the domain, and in SQL, which counts half a million people in one statement. Here they are
// held together: whatever the history, the day, what was known, and what is asked.

const { db } = await testDatabase()
const api = await testApi(db)
const reader = unlimited(db)
const MOVED = day('2019-07-01')

interface Place {
  readonly county: string
  readonly region: string
  readonly alliance: (on: IsoDate) => string | null
}
const places = new Map<string, Place>()
let before: Career[]
let after: Career[]
let knownBefore: Moment['asKnownAt']

beforeAll(async () => {
  const make = makers(api)
  const hospital = await make.hospital()
  const [east, west] = [
    await make.alliance({ on: '2017-01-01', kind: 'COUNTY_TIGHT', leadId: hospital.id }),
    await make.alliance({ on: '2017-01-01' }),
  ]
  const township = await make.membership({ alliance: east, on: '2018-06-01' })
  const clinic = await make
    .institution({ category: 'D600', regionCode: '431221104201' })
    .catch(() => make.institution({ category: 'D600' }))
  const elsewhere = await make.hospital({ regionCode: '341821000000' })
  await recorded(api, 'transferMember', {
    membershipId: township.id,
    toAllianceId: west.id,
    baseVersion: await versionOf(api, township.id),
    effectiveOn: MOVED,
  })
  places.set(hospital.uuid, { county: '431221', region: '431221000000', alliance: (on) => (on >= '2017-01-01' ? east.uuid : null) })
  places.set(township.institution.uuid, {
    county: '431221',
    region: '431221104000',
    alliance: (on) => (on >= MOVED ? west.uuid : on >= '2018-06-01' ? east.uuid : null),
  })
  places.set(clinic.uuid, { county: '431221', region: '431221104201', alliance: () => null })
  places.set(elsewhere.uuid, { county: '341821', region: '341821000000', alliance: () => null })
  const ids = [...places.keys()]
  before = fc.sample(anyCareer(ids), 160)
  // Of half of them something else was recorded later.
  after = [...fc.sample(anyCareer(ids), 80).map((career, at) => ({ ...career, personId: before[at]!.personId })), ...before.slice(80)]
  knownBefore = await recordCareers(db, before)
  await recordCareers(db, after.slice(0, 80))
}, 120_000)

const placeTraits =
  (on: IsoDate) =>
  (id: string): PlaceTraits => ({ allianceId: places.get(id)!.alliance(on), regionCode: places.get(id)!.region })

const sorted = (cells: readonly Pick<HeadCountCell, 'keys' | 'home' | 'host' | 'fte'>[]) =>
  cells.map(({ keys, home, host, fte }) => JSON.stringify([keys, home, host, fte])).toSorted()

const anyMoment = fc.record({ asOf: anyDay, earlier: fc.boolean() })
const anyBy = fc.shuffledSubarray(Object.keys(HEAD_COUNT_DIMENSIONS) as HeadCountDimension[], { maxLength: 4 })
const atMoment = ({ asOf, earlier }: { asOf: IsoDate; earlier: boolean }): { moment: Moment; careers: Career[] } => ({
  moment: { asOf, asKnownAt: earlier ? knownBefore : null },
  careers: earlier ? before : after,
})

test('the pivot in SQL is that of the domain, by any dimensions, on any day, as known then and now', async () => {
  await fc.assert(
    fc.asyncProperty(anyMoment, anyBy, fc.boolean(), async (when, by, statistical) => {
      const { moment, careers } = atMoment(when)
      const cells = await headCountCells(reader, by, { filter: {}, moment, statistical })
      expect(sorted(cells)).toEqual(
        sorted(headCount(countedOn(careers, moment.asOf, { statistical }), by, moment.asOf, placeTraits(moment.asOf))),
      )
    }),
    { numRuns: 60 },
  )
})

test('so it is for the places and people of a filter', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyMoment,
      fc.constantFrom('431221', '341821'),
      fc.constantFrom('11', '80', null),
      async (when, countyCode, profession) => {
        const { moment, careers } = atMoment(when)
        const filter = { countyCode, professions: profession === null ? null : [profession] }
        const cells = await headCountCells(reader, ['INSTITUTION', 'SEX'], { filter, moment, statistical: true })
        const counted = countedOn(careers, moment.asOf, { statistical: true })
          .filter(({ traits }) => profession === null || traits?.profession === profession)
          .map((one) => {
            const home = one.places.find((place) => place.home === 1)!
            // What is outside is of the county where the person belongs.
            const inCounty = (id: string | null) => places.get(id ?? home.institutionId!)!.county === countyCode
            return { ...one, places: one.places.filter(({ institutionId }) => inCounty(institutionId)) }
          })
        expect(sorted(cells)).toEqual(sorted(headCount(counted, ['INSTITUTION', 'SEX'], moment.asOf, placeTraits(moment.asOf))))
      },
    ),
    { numRuns: 30 },
  )
})

test('the differences in SQL are those of the domain, and come to nothing person by person', async () => {
  await fc.assert(
    fc.asyncProperty(anyMoment, async (when) => {
      const { moment, careers } = atMoment(when)
      const expected = differencesOf(countedOn(careers, moment.asOf, { statistical: true }))
      const found: string[] = []
      for await (const page of allPages((args) => headCountDifferencePage(reader, { filter: {}, moment, statistical: true }, args), 25)) {
        for (const { id, spots } of page) {
          expect(spots.reduce((sum, { host, home }) => sum + host - home, 0)).toBe(0)
          expect(spots.reduce((sum, { fte, home }) => sum + millionths(fte)! - home * 1_000_000, 0)).toBe(0)
          const differing = spots.filter(({ home, host, fte }) => home !== host || Number(fte) !== home)
          found.push(...differing.map((spot) => JSON.stringify([id, spot.institutionId, spot.home, spot.host, spot.fte])))
        }
      }
      const wanted = expected.map((one) => JSON.stringify([one.personId, one.institutionId, one.home, one.host, one.fte]))
      expect(found.toSorted()).toEqual(wanted.toSorted())
    }),
    { numRuns: 20 },
  )
})

test('who is left out in SQL, and why, is what the domain says', async () => {
  const reasons = new Set<string>()
  await fc.assert(
    fc.asyncProperty(anyMoment, async (when) => {
      const { moment, careers } = atMoment(when)
      const expected = excludedOn(careers, moment.asOf).map(({ personId, exclusion }) => `${personId} ${exclusion}`)
      const found: string[] = []
      for await (const page of allPages((args) => headCountExclusionPage(reader, { filter: {}, moment }, args), 50))
        found.push(...page.map(({ id, exclusion }) => `${id} ${exclusion}`))
      for (const one of found) reasons.add(one.split(' ')[1]!)
      // Whoever is only elsewhere is at none of the places that are asked about.
      const somewhere = expected.filter((one) => isSomewhere(careers, one.split(' ')[0]!, moment.asOf))
      expect(found.toSorted()).toEqual(somewhere.toSorted())
    }),
    { numRuns: 30 },
  )
  expect([...reasons].toSorted()).toEqual(['HOME_ELSEWHERE', 'NO_PRIMARY', 'REHIRED_BRIEFLY', 'RETIRED', 'TEMPORARY'])
})

function isSomewhere(careers: readonly Career[], personId: string, on: IsoDate): boolean {
  return careers
    .find((one) => one.personId === personId)!
    .appointments.some((one) => one.institutionId !== null && one.validFrom <= on && (one.validTo === null || on < one.validTo))
}
