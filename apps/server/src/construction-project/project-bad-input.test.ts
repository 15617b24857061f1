import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { refusals, versionOf } from '../../test/make.ts'
import { makeProject, onProject, readProject, recordOf } from '../../test/make-project.ts'

const { db } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')
const project = await makeProject(api, { unitCount: 130 })
await onProject(api, 'recordStage', project, { wording: '已建成122个', unitsDone: 122, effectiveOn: '2020-07-31' })
const line = await recordOf(api, 'recordFundingLine', 'FundingLine', project, { fundingSource: 'COUNTY', planned: '100' })
await onProject(api, 'suspendProject', project, { effectiveOn: '2020-03-01', resumedOn: '2020-06-01' })
const HUGE = '999999999999999.00'
const said = { name: '楼', kind: 'NEW_BUILD', regionCode: '431221100000' }
const of = { projectId: project.id }

/** Inputs that are wrong, each with the field that is told of it. */
const WRONG: readonly (readonly [command: string, input: Readonly<Record<string, unknown>>, based: boolean, issue: string])[] = [
  ['createProject', { project: { ...said, area: '99999999999.00' } }, false, 'project.area: NOT_AN_AREA'],
  ['createProject', { project: { ...said, area: '-1' } }, false, 'project.area: NOT_AN_AREA'],
  ['createProject', { project: { ...said, regionCode: '431221999999' } }, false, 'project.regionCode: NOT_FOUND'],
  ['createProject', { project: { ...said, beds: -1 } }, false, 'project.beds: NOT_A_COUNT'],
  [
    'createProject',
    { project: { ...said, nationalCode: '2019-999999-84-01-012345' } },
    false,
    'project.nationalCode: PROJECT_CODE_DIVISION',
  ],
  ['reviseProject', { ...of, project: { ...said, unitCount: 121 } }, true, 'project.unitCount: UNITS_BEYOND'],
  ['recordStage', { ...of, stage: 'CANCELLED', effectiveOn: '2020-08-01' }, true, 'reason: REQUIRED'],
  ['recordStage', { ...of, stage: 'PIT', unitsDone: -1, effectiveOn: '2020-08-01' }, true, 'unitsDone: NOT_A_COUNT'],
  ['suspendProject', { ...of, resumedOn: '0001-01-01' }, true, 'resumedOn: RESUMED_BEFORE'],
  ['suspendProject', { ...of, resumedOn: '2020-06-01' }, true, 'effectiveOn: ALREADY_SUSPENDED'],
  ['suspendProject', { ...of, observedOn: '9999-12-31' }, true, 'observedOn: DAY_TO_COME'],
  ['suspendProject', { ...of, effectiveOn: '0001-01-01' }, true, 'effectiveOn: REQUIRED'],
  ['planProject', { ...of, milestones: [] }, true, 'milestones: REQUIRED'],
  ['recordApproval', { ...of, stage: 'ESTIMATE', area: '99999999999.00' }, false, 'area: NOT_AN_AREA'],
  ['recordApproval', { ...of, stage: 'ESTIMATE', investment: HUGE }, false, 'investment: NOT_AN_AMOUNT'],
  ['recordApproval', { ...of, stage: 'PIT' }, false, 'stage: NOT_A_GATE'],
  [
    'recordContract',
    { ...of, role: 'DESIGN', party: '院', changes: [{ kind: 'VALUE', amount: '-1.005' }] },
    false,
    'changes.0.amount: NOT_AN_AMOUNT',
  ],
  [
    'recordContract',
    { ...of, role: 'DESIGN', party: '院', unit: 'WAN', changes: [{ kind: 'VALUE', amount: '-1.0000005' }] },
    false,
    'changes.0.amount: NOT_AN_AMOUNT',
  ],
  ['recordFundingLine', { ...of, fundingSource: 'COUNTY', planned: HUGE, unit: 'WAN' }, false, 'planned: NOT_AN_AMOUNT'],
  ['recordFundingLine', { ...of, fundingSource: 'COUNTY', shareGroup: '经费', sharePart: 0 }, false, 'sharePart: NOT_A_COUNT'],
  [
    'planFundingYears',
    { fundingLineId: line, baseVersion: await versionOf(api, line), years: [{ year: 0, amount: '1' }] },
    false,
    'years.0.year: NOT_A_YEAR',
  ],
  ['recordFundReceipt', { ...of, fundingLineId: line, receivedOn: '9999-12-31', amount: '1' }, false, 'receivedOn: DAY_TO_COME'],
  ['recordPayment', { ...of, paidOn: '2020-08-01', amount: '0' }, false, 'amount: REQUIRED'],
  ['saveProgressReport', { ...of, month: '0000-05', wording: '施工' }, false, 'month: NOT_A_MONTH'],
  ['saveProgressReport', { ...of, month: '2020-07', percent: '100.01' }, false, 'percent: NOT_A_PERCENTAGE'],
  ['saveProgressReport', { ...of, month: '2020-07', stage: 'CANCELLED' }, false, 'stage: NOT_IN_LIST'],
  ['recordProblem', { ...of, text: '缺水', foundOn: '9999-12-31' }, false, 'foundOn: DAY_TO_COME'],
]

test.each(WRONG)('%s of %j is refused at its field', async (command, input, based, issue) => {
  const on = based ? { baseVersion: await versionOf(api, project.id) } : {}
  expect(await refusals(api, command, { ...input, ...on })).toContain(issue)
})

test('a project is read on the last day there is', async () => {
  const planned = await makeProject(api)
  await onProject(api, 'recordStage', planned, { stage: 'START', effectiveOn: '2020-02-01' })
  await onProject(api, 'planProject', planned, {
    milestones: [
      { stage: 'START', day: '2020-01-01' },
      { stage: 'ACCEPTANCE', day: '9999-12-31' },
    ],
  })
  const { schedule } = await readProject(api, planned, 'schedule { clock { completion } }', ', asOf: "2020-08-10"')
  expect(schedule).toEqual({ clock: { completion: '9999-12-31' } })
  const far = await readProject(api, planned, 'schedule { clock { completion } } alerts { rule }', ', asOf: "9999-12-31"')
  expect(far).toMatchObject({ schedule: { clock: { completion: '9999-12-31' } } })
})

test.each([
  'projects(filter: { year: 0 })',
  'projects(filter: { year: -5 })',
  'projects(filter: { year: 100000 })',
  'projects(filter: { changedIn: "0000-05" })',
  'projectAlerts(filter: { year: 0 })',
])('%s is refused with words', async (field) => {
  const { errors } = (await api.send(`{ ${field} { totalCount } }`)).body
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT'])
})
