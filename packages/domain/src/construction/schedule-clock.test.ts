import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day, daysBetween, type IsoDate } from '../day.ts'
import { UNKNOWN_START } from '../region.ts'
import { lateDays, readClock, type Schedule, type ScheduleClock } from './schedule-clock.ts'
import { certainDays, suspensionIssues, type SuspensionValue } from './suspension.ts'

const stop = (validFrom: string, validTo: string | null, more: Partial<SuspensionValue> = {}): Schedule['suspensions'][number] => ({
  cause: 'FUNDS',
  responsibleParty: null,
  detail: null,
  startKnown: true,
  endKnown: true,
  observedOn: null,
  documentId: null,
  source: null,
  sourceNote: null,
  validFrom: day(validFrom),
  validTo: validTo === null ? null : day(validTo),
  ...more,
})
const reached = (on: string | null) => ({ reached: on !== null, on: on === null ? null : day(on) })

const PLAN = { plannedStart: day('2020-01-01'), plannedCompletion: day('2020-04-10'), suspensions: [] } // 100 days
const clock = (more: Partial<Schedule>): ScheduleClock => {
  const read = readClock({ ...PLAN, started: reached('2020-01-01'), completed: reached(null), asOf: day('2020-02-20'), ...more })
  if ('missing' in read) throw new Error(read.missing.map(({ code }) => code).join())
  return read.clock
}
const missing = (more: Partial<Schedule>): string[] => {
  const read = readClock({ ...PLAN, started: reached('2020-01-01'), completed: reached(null), asOf: day('2020-02-20'), ...more })
  return 'missing' in read ? read.missing.map(({ code }) => code) : []
}

describe('the schedule clock', () => {
  test('counts days worked as planned', () => {
    expect(clock({})).toMatchObject({
      actual: 50,
      planned: 50,
      suspended: 0,
      slipped: 0,
      remaining: 50,
      late: 0,
      completion: '2020-04-10',
      assumption: 'AS_PLANNED',
    })
  })

  test('stops while works stand still: thirty days of a stop move the completion by thirty', () => {
    const suspensions = [stop('2020-01-11', '2020-02-10')]
    expect(clock({ suspensions })).toMatchObject({ actual: 50, planned: 20, suspended: 30, slipped: 0, late: 30, completion: '2020-05-10' })
  })

  test('that stands still today says so in its assumption', () => {
    expect(clock({ suspensions: [stop('2020-02-10', null)] })).toMatchObject({
      suspended: 10,
      planned: 40,
      assumption: 'RESUMES_TODAY',
      late: 10,
    })
  })

  test('tells a late start and an overrun from a stop', () => {
    const read = clock({
      started: reached('2020-01-11'),
      completed: reached('2020-05-30'),
      suspensions: [stop('2020-03-01', '2020-03-21')],
    })
    // 150 days from the planned start: 10 waited, 20 stood still, 100 as planned, 20 beyond.
    expect(read).toMatchObject({ actual: 150, planned: 100, suspended: 20, slipped: 30, remaining: 0, late: 50, assumption: null })
    expect(lateDays(read)).toEqual({ suspended: 20, slipped: 30 })
  })

  test('of works done early is early by what they did not need', () => {
    const read = clock({ completed: reached('2020-03-31') })
    expect(read).toMatchObject({ actual: 90, planned: 90, remaining: 10, late: -10, completion: '2020-03-31' })
    expect(lateDays(read)).toEqual({ suspended: 0, slipped: 0 })
  })

  test('of works not begun slips from the planned start on', () => {
    expect(clock({ started: reached(null), asOf: day('2020-01-31') })).toMatchObject({
      actual: 30,
      planned: 0,
      slipped: 30,
      completion: '2020-05-10',
      assumption: 'STARTS_TODAY',
    })
    expect(clock({ started: reached(null), asOf: day('2019-12-01') })).toMatchObject({
      actual: 0,
      slipped: 0,
      completion: '2020-04-10',
      assumption: 'STARTS_AS_PLANNED',
    })
  })

  test('does not count a stop of which the days are not known as one, and says how many days may have been', () => {
    // 中方县中医医院: begun 2019-12-13, resumed 2020-02-18, the day of the stop unknown.
    const suspensions = [stop(UNKNOWN_START, '2020-02-18', { startKnown: false })]
    const schedule = {
      plannedStart: day('2019-12-13'),
      plannedCompletion: day('2021-12-13'),
      started: reached('2019-12-13'),
      asOf: day('2020-07-31'),
    }
    expect(clock({ ...schedule, suspensions })).toMatchObject({ actual: 231, suspended: 1, uncertain: 66, planned: 230, slipped: 0 })
    // 泸阳: still stopped, since when unknown.
    const still = [stop(UNKNOWN_START, null, { startKnown: false, observedOn: day('2020-07-01') })]
    expect(clock({ ...schedule, suspensions: still })).toMatchObject({ suspended: 30, uncertain: 201, assumption: 'RESUMES_TODAY' })
  })

  test('gives no figure where a day is missing, and says which', () => {
    expect(missing({ plannedStart: null })).toEqual(['NO_PLANNED_START'])
    expect(missing({ plannedCompletion: day('2019-01-01') })).toEqual(['PLAN_REVERSED'])
    expect(missing({ started: { reached: true, on: null } })).toEqual(['NO_ACTUAL_START'])
    expect(missing({ started: { reached: null, on: null } })).toEqual(['STAGE_NOT_KNOWN'])
    expect(missing({ completed: { reached: true, on: null } })).toEqual(['NO_ACTUAL_COMPLETION'])
    expect(missing({ plannedStart: null, plannedCompletion: null })).toEqual(['NO_PLANNED_START', 'NO_PLANNED_COMPLETION'])
  })

  const FIRST = day('2020-01-01')
  const anyDay = fc.integer({ min: 0, max: 900 }).map((count) => addDays(FIRST, count))
  const anyStop = fc
    .record({
      from: anyDay,
      length: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
      startKnown: fc.boolean(),
      endKnown: fc.boolean(),
      seen: fc.option(fc.integer({ min: 0, max: 199 }), { nil: null }),
    })
    .map(({ from, length, startKnown, endKnown, seen }) =>
      stop(from, length === null ? null : addDays(from, length), {
        startKnown,
        endKnown: length === null || endKnown,
        observedOn: seen !== null && (length === null || seen < length) ? addDays(from, seen) : null,
      }),
    )
  const anySchedule = fc
    .record({
      plannedStart: anyDay,
      duration: fc.integer({ min: 0, max: 600 }),
      startedOn: fc.option(anyDay, { nil: null }),
      worked: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null }),
      suspensions: fc.array(anyStop, { maxLength: 5 }),
      asOf: anyDay,
    })
    .map(({ plannedStart, duration, startedOn, worked, suspensions, asOf }): Schedule => {
      const begun = startedOn !== null && startedOn <= asOf ? startedOn : null
      const completedOn: IsoDate | null =
        begun !== null && worked !== null && addDays(begun, worked) <= asOf ? addDays(begun, worked) : null
      return {
        plannedStart,
        plannedCompletion: addDays(plannedStart, duration),
        started: reached(begun),
        completed: reached(completedOn),
        suspensions,
        asOf,
      }
    })

  test('of any history: suspended + slipped + planned = actual, none below zero', () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        const read = clock(schedule)
        expect(read.planned + read.suspended + read.slipped).toBe(read.actual)
        for (const days of [read.actual, read.planned, read.suspended, read.slipped, read.uncertain, read.remaining])
          expect(days).toBeGreaterThanOrEqual(0)
        expect(read.planned + read.remaining).toBe(read.duration)
        expect(read.suspended + read.uncertain).toBeLessThanOrEqual(read.actual)
        const { suspended, slipped } = lateDays(read)
        expect(suspended + slipped).toBe(Math.max(0, read.late))
      }),
    )
  })

  test('of works under way: late is what stood still and slipped, less an early start', () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        const read = clock(schedule)
        const early =
          schedule.started.on !== null && schedule.started.on < schedule.plannedStart!
            ? daysBetween(schedule.started.on, schedule.plannedStart!)
            : 0
        const unused = read.assumption === null ? read.remaining : 0
        expect(read.late).toBe(read.suspended + read.slipped - early - unused)
      }),
    )
  })
})

describe('a suspension', () => {
  test.each([
    [stop('2020-03-01', '2020-03-10'), ['2020-03-01', '2020-03-10']],
    [stop('2020-03-01', '2020-03-10', { endKnown: false }), ['2020-03-01', '2020-03-02']],
    [stop('2020-03-01', '2020-03-10', { endKnown: false, observedOn: day('2020-03-05') }), ['2020-03-01', '2020-03-06']],
    [stop('2020-03-01', '2020-03-10', { startKnown: false }), ['2020-03-09', '2020-03-10']],
    [stop('2020-03-01', null, { startKnown: false, observedOn: day('2020-03-05') }), ['2020-03-05', null]],
    [stop('2020-03-01', null, { startKnown: false }), null],
    [stop('2020-03-01', '2020-03-10', { startKnown: false, endKnown: false, observedOn: day('2020-03-05') }), ['2020-03-05', '2020-03-06']],
  ])('%# certainly stood still on the days that are known', (one, days) => {
    const certain = certainDays(one)
    expect(certain && [certain.validFrom, certain.validTo]).toEqual(days)
  })

  test('is seen to stand still on one of its days only', () => {
    expect(suspensionIssues(stop('2020-03-01', '2020-03-10', { observedOn: day('2020-03-10') }), day('2020-03-31'))).toMatchObject([
      { code: 'OBSERVED_OUTSIDE' },
    ])
    expect(suspensionIssues(stop('2020-03-01', null, { observedOn: day('2020-02-29') }), day('2020-03-31'))).toMatchObject([
      { code: 'OBSERVED_OUTSIDE' },
    ])
    expect(suspensionIssues(stop('2020-03-01', '2020-03-10', { observedOn: day('2020-03-09') }), day('2020-03-31'))).toEqual([])
    expect(suspensionIssues(stop('2020-03-01', null, { observedOn: day('2020-04-01') }), day('2020-03-31'))).toMatchObject([
      { path: 'observedOn', code: 'DAY_TO_COME' },
    ])
    expect(suspensionIssues(stop(UNKNOWN_START, null), day('2020-03-31'))).toMatchObject([{ code: 'REQUIRED' }])
  })
})
