import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { phasesOf, rowsThatMatter, stretchesOf, trackOf, type TrackedProject } from './stage-track.ts'

const stretch = (stage: TrackedProject['stages'][number]['stage'], from: string, more = {}) => ({
  stage,
  wording: null,
  reason: null,
  startKnown: true,
  validFrom: day(from),
  ...more,
})
const PROJECT: TrackedProject = {
  stages: [
    stretch('START', '2019-12-13', { wording: '已开工' }),
    stretch('BASEMENT', '2020-07-31', { wording: '基础、地下室建设中', startKnown: false }),
    stretch('STRUCTURE', '2020-09-01'),
  ],
  milestones: [
    {
      stage: 'ACCEPTANCE',
      baselineOn: day('2020-06-30'),
      replannedOn: null,
      forecastOn: day('2020-12-31'),
      wording: null,
      reason: null,
      late: true,
      lapsed: false,
    },
  ],
  approvals: [{ stage: 'FEASIBILITY', number: '中发改〔2019〕8号', approvedOn: null }],
}
const track = trackOf(PROJECT, 'BASEMENT', day('2020-08-01'))
const row = (stage: string) => track.find((one) => one.stage === stage)

test('a stage has the plan, the day it was reached and the words of the report; those to come are not reached', () => {
  expect(row('START')).toMatchObject({ actual: { on: '2019-12-13', exact: true }, wordings: ['已开工'], now: false, told: true })
  expect(row('BASEMENT')).toMatchObject({ actual: { on: '2020-07-31', exact: false }, wordings: ['基础、地下室建设中'], now: true })
  expect(row('STRUCTURE')).toMatchObject({ actual: null, told: false })
  expect(row('ACCEPTANCE')).toMatchObject({ baselineOn: '2020-06-30', forecastOn: '2020-12-31', late: true, actual: null })
  expect(row('FEASIBILITY')).toMatchObject({ approvals: [{ number: '中发改〔2019〕8号' }], actual: null, told: true })
})

test('stages before the current one are passed, and of none anything is said where it is not known', () => {
  const [, , build] = phasesOf('BASEMENT')
  expect(build).toMatchObject({ phase: 'BUILD', now: true })
  expect(build!.steps.map(({ state }) => state).slice(0, 5)).toEqual(['passed', 'passed', 'passed', 'now', 'ahead'])
  expect(phasesOf(null).every(({ now, steps }) => !now && steps.every(({ state }) => state === 'unknown'))).toBe(true)
})

test('what matters of the track is where works are, what is late and what is planned next', () => {
  const planned = (stage: 'TOPPED_OUT' | 'FINISHING' | 'START', baselineOn: string) => ({
    ...PROJECT.milestones[0]!,
    stage,
    baselineOn: day(baselineOn),
    forecastOn: null,
    late: false,
  })
  const milestones = [planned('START', '2019-12-01'), planned('TOPPED_OUT', '2020-10-01'), planned('FINISHING', '2021-02-01')]
  const rows = (current: 'BASEMENT' | null, more = PROJECT.milestones) =>
    rowsThatMatter(trackOf({ ...PROJECT, milestones: [...milestones, ...more] }, current, day('2020-08-01'))).map(({ stage }) => stage)
  expect(rows('BASEMENT')).toEqual(['BASEMENT', 'TOPPED_OUT', 'ACCEPTANCE'])
  expect(rows('BASEMENT', [])).toEqual(['BASEMENT', 'TOPPED_OUT'])
  expect(rows(null, [])).toEqual(['TOPPED_OUT'])
})

test('months that report the same stage are one stretch with all they say; one whose stage is not known stays alone', () => {
  const month = (stage: 'START' | 'BASEMENT' | null, from: string, to: string | null, wording: string | null) => ({
    stage,
    wording,
    validFrom: day(from),
    validTo: to === null ? null : day(to),
  })
  const months = [
    month('START', '2020-01-01', '2020-02-01', '开工'),
    month('BASEMENT', '2020-02-01', '2020-03-01', '底板'),
    month('BASEMENT', '2020-03-01', '2020-04-01', null),
    month('BASEMENT', '2020-04-01', '2020-05-01', '顶板'),
    month(null, '2020-05-01', '2020-06-01', '施工'),
    month(null, '2020-06-01', null, '施工'),
  ]
  expect(stretchesOf(months)).toEqual([months[0], month('BASEMENT', '2020-02-01', '2020-05-01', '底板；顶板'), months[4], months[5]])
})
