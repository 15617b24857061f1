import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../day.ts'
import { judgePostings, perTenThousand, postedPeople, type Posting, type SixMonthRule } from './posting.ts'

const posting = (validFrom: string, validTo: string | null, given: Partial<Posting> = {}): Posting => ({
  personId: 'x',
  profession: '11',
  titleAppointed: 'INTERMEDIATE',
  homeLevel: 'LEVEL_2',
  hostPrimaryCare: true,
  validFrom: day(validFrom),
  validTo: validTo === null ? null : day(validTo),
  ...given,
})
const judged = (rule: SixMonthRule, postings: readonly Posting[], asOf = '2020-12-31', year = 2020) =>
  judgePostings(postings, year, rule, day(asOf)).map(({ days, completedOn, fault }) => [days, completedOn, fault])

describe('six months within the year', () => {
  test.each([
    // 2020 is a leap year: its first 183 days end on 1 July.
    ['2020-01-01', null, [366, '2020-07-01', null]],
    ['2020-01-01', '2020-07-02', [183, '2020-07-01', null]],
    ['2020-01-01', '2020-07-01', [182, null, 'TOO_SHORT']],
    ['2019-07-01', '2020-06-30', [181, null, 'TOO_SHORT']],
    ['2019-07-01', '2020-07-02', [183, '2020-07-01', null]],
    ['2020-07-02', '2021-07-02', [183, '2020-12-31', null]],
    ['2020-07-03', '2021-07-02', [182, null, 'TOO_SHORT']],
  ])('from %s until before %s', (from, to, expected) => {
    expect(judged('WITHIN_YEAR', [posting(from, to)])).toEqual([expected])
  })

  test('days of several postings of one person are added, and the person counts once', () => {
    const two = [posting('2020-01-01', '2020-04-01'), posting('2020-09-01', null)]
    expect(judged('WITHIN_YEAR', two)).toEqual([
      [91, null, null],
      [122, '2020-12-01', null],
    ])
    expect(postedPeople(judgePostings(two, 2020, 'WITHIN_YEAR', day('2020-12-31')))).toEqual(['x'])
    expect(judged('WITHIN_YEAR', [two[0]!, { ...two[1]!, personId: 'y' }])).toEqual([
      [91, null, 'TOO_SHORT'],
      [122, null, 'TOO_SHORT'],
    ])
  })

  test('a posting that may not count adds nothing', () => {
    expect(
      judged('WITHIN_YEAR', [posting('2020-01-01', '2020-04-01', { homeLevel: 'LEVEL_1' }), posting('2020-04-01', '2020-09-01')]),
    ).toEqual([
      [91, null, 'HOME_LEVEL'],
      [153, null, 'TOO_SHORT'],
    ])
  })
})

describe('six months across years', () => {
  test.each([
    ['2019-07-02', '2020-01-02', [1, '2020-01-01', null]],
    ['2019-07-01', '2020-01-02', [1, null, 'TOO_SHORT']],
    ['2020-07-01', '2021-01-01', [184, '2020-12-31', null]],
    ['2020-07-02', '2021-03-01', [183, null, 'TOO_SHORT']],
    ['2020-08-31', null, [123, null, 'TOO_SHORT']],
    // One that goes on counts again for the next six months.
    ['2018-03-15', null, [366, '2020-03-14', null]],
  ])('from %s until before %s', (from, to, expected) => {
    expect(judged('ACROSS_YEARS', [posting(from, to)])).toEqual([expected])
  })

  test('two postings stand apart', () => {
    expect(judged('ACROSS_YEARS', [posting('2020-01-01', '2020-05-01'), posting('2020-05-02', '2020-09-01')])).toEqual([
      [121, null, 'TOO_SHORT'],
      [122, null, 'TOO_SHORT'],
    ])
  })
})

describe('a posting', () => {
  test.each([
    [{ profession: '21' }, 'NOT_PHYSICIAN'],
    [{ profession: null }, 'NOT_PHYSICIAN'],
    [{ profession: '12' }, null],
    [{ titleAppointed: 'ASSISTANT' }, 'TITLE_BELOW'],
    [{ titleAppointed: 'SENIOR' }, null],
    [{ titleAppointed: null }, 'TITLE_BELOW'],
    [{ homeLevel: 'UNREPORTED' }, 'HOME_LEVEL_UNREPORTED'],
    [{ homeLevel: null }, 'HOME_LEVEL'],
    [{ homeLevel: 'LEVEL_3' }, null],
    [{ hostPrimaryCare: false }, 'HOST_NOT_PRIMARY'],
  ] as const)('%o: %s', (given, fault) => {
    expect(judged('WITHIN_YEAR', [posting('2020-01-01', null, given)])).toEqual([[366, fault === null ? '2020-07-01' : null, fault]])
  })

  test('days to come do not count', () => {
    expect(judged('WITHIN_YEAR', [posting('2020-01-01', null)], '2020-06-30')).toEqual([[182, null, 'TOO_SHORT']])
    expect(judged('ACROSS_YEARS', [posting('2020-01-01', null)], '2020-06-29')).toEqual([[181, null, 'TOO_SHORT']])
    expect(judged('ACROSS_YEARS', [posting('2020-01-01', null)], '2020-06-30')).toEqual([[182, '2020-06-30', null]])
    expect(judged('WITHIN_YEAR', [posting('2020-08-01', null)], '2020-06-30')).toEqual([])
    expect(judged('WITHIN_YEAR', [posting('2018-01-01', '2020-01-01')])).toEqual([])
  })

  test('of a full half year counts by the second rule in some year, whenever it begins', () => {
    const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day('2015-01-01'), days))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 184, max: 900 }), (from, length) => {
        const one = posting(from, addDays(from, length))
        const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].filter(
          (year) => postedPeople(judgePostings([one], year, 'ACROSS_YEARS', day('2030-01-01'))).length === 1,
        )
        expect(years.length).toBeGreaterThan(0)
        expect(years.length).toBeLessThanOrEqual(Math.floor(length / 181))
      }),
    )
  })
})

test('the rate is per 10,000 residents, rounded to four places, and none without residents', () => {
  expect(perTenThousand(13, 230_000)).toBe('0.5652')
  expect(perTenThousand(0, 230_000)).toBe('0.0000')
  expect(perTenThousand(2, 3)).toBe('6666.6667')
  expect(perTenThousand(1, null)).toBeNull()
  expect(perTenThousand(1, 0)).toBeNull()
})
