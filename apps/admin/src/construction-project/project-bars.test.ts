import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { barsOf, isDrawn, type TimedProject } from './project-bars.ts'

const NOTHING: TimedProject = { stages: [], suspensions: [], start: null, acceptance: null, completion: null, lastReport: null }
const stage = (name: TimedProject['stages'][number]['stage'], from: string, startKnown = true) => ({
  stage: name,
  startKnown,
  validFrom: day(from),
})

test('works are drawn from their start to the day shown, with the plan beside and what is still expected', () => {
  const bars = barsOf(
    {
      stages: [stage('START', '2020-03-01'), stage('STRUCTURE', '2020-06-01')],
      suspensions: [{ validFrom: day('2020-05-01'), validTo: day('2020-05-11'), suspendedOn: day('2020-05-01'), observedOn: null }],
      start: { plannedOn: day('2020-02-01') },
      acceptance: { plannedOn: day('2020-12-01') },
      completion: day('2021-01-10'),
      lastReport: '2020-06',
    },
    day('2020-07-31'),
  )
  expect(bars).toEqual({
    planned: { from: '2020-02-01', to: '2020-12-01' },
    actual: { from: '2020-03-01', startKnown: true, to: '2020-07-31', done: false, endKnown: true, recordedTo: '2020-06-30' },
    stops: [{ validFrom: '2020-05-01', validTo: '2020-05-11', start: 'EXACT' }],
    expected: '2021-01-10',
  })
})

test('a start that no report tells to the day is said to be unknown, and a completed project ends', () => {
  const bars = barsOf(
    { ...NOTHING, stages: [stage('BASEMENT', '2020-04-01', false), stage('HANDOVER', '2020-07-01', false)] },
    day('2020-08-01'),
  )
  expect(bars.actual).toEqual({
    from: '2020-04-01',
    startKnown: false,
    to: '2020-07-01',
    done: true,
    endKnown: false,
    recordedTo: '2020-07-01',
  })
  expect(bars.expected).toBeNull()
})

test('nothing is drawn of a project whose stage is not known and that has no plan', () => {
  expect(isDrawn(barsOf({ ...NOTHING, stages: [stage(null, '2020-04-01')] }, day('2020-08-01')))).toBe(false)
  expect(isDrawn(barsOf({ ...NOTHING, stages: [stage('START', '2020-04-01')] }, day('2020-03-31')))).toBe(false)
})

test('a stop whose first day is not known is drawn within the works at most', () => {
  const stop = { validFrom: day('0001-01-01'), validTo: day('2020-02-18'), suspendedOn: null, observedOn: null }
  const bars = barsOf({ ...NOTHING, stages: [stage('START', '2019-12-13')], suspensions: [stop] }, day('2020-07-31'))
  expect(bars.stops).toEqual([{ validFrom: '2019-12-13', validTo: '2020-02-18', start: 'WITHIN' }])
})

test('what is on record ends with the last stage, stop or report, and never after the day shown', () => {
  const works = { ...NOTHING, stages: [stage('START', '2020-03-01')] }
  const recordedTo = (project: TimedProject) => barsOf(project, day('2020-07-31')).actual?.recordedTo
  expect(recordedTo(works)).toBe('2020-03-01')
  expect(recordedTo({ ...works, lastReport: '2020-05' })).toBe('2020-05-31')
  expect(recordedTo({ ...works, lastReport: '2020-07' })).toBe('2020-07-31')
  expect(recordedTo({ ...works, lastReport: '2020-08' })).toBe('2020-07-31')
  const stop = { validFrom: day('2020-06-02'), validTo: null, suspendedOn: null, observedOn: day('2020-06-02') }
  expect(recordedTo({ ...works, lastReport: '2020-05', suspensions: [stop] })).toBe('2020-06-02')
})
