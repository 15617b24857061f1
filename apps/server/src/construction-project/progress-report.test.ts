import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { recorded, refusals, run, versionOf } from '../../test/make.ts'
import { makeProject, onProject, readProject, recordOf } from '../../test/make-project.ts'

const { db } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')

const step = async (progressReportId: string) => ({ progressReportId, baseVersion: await versionOf(api, progressReportId) })
const REPORTS = 'progressReports { month state stage wording percent investmentMonth investmentToDate workers returnReason }'

test('a month is drafted, submitted, returned, put right and accepted, each exactly as tried', async () => {
  const project = await makeProject(api)
  const draft = {
    projectId: project.id,
    month: '2020-07',
    wording: '基础、地下室建设中',
    stage: 'BASEMENT',
    percent: '12.5',
    investmentMonth: '80',
    investmentToDate: '300',
    unit: 'WAN',
    workers: 42,
  }
  const { effects } = await expectExactPreview(db, api, 'saveProgressReport', draft)
  expect(effects).toMatchObject([{ fact: 'PROGRESS_REPORT', after: [{ label: '草稿 · 基础、地下室建设中 · 300 万元' }] }])
  const id = Buffer.from(`ProgressReport:${effects[0]!.factId}`).toString('base64')
  expect(await readProject(api, project, `${REPORTS} latestReport { id } money { completed } stage { stage }`)).toEqual({
    progressReports: [
      {
        month: '2020-07',
        state: 'DRAFT',
        stage: 'BASEMENT',
        wording: '基础、地下室建设中',
        percent: '12.50',
        investmentMonth: '800000.00',
        investmentToDate: '3000000.00',
        workers: 42,
        returnReason: null,
      },
    ],
    latestReport: null,
    money: { completed: null },
    stage: null,
  })
  expect(await refusals(api, 'acceptProgressReport', await step(id))).toEqual([': REPORT_STATE'])
  await expectExactPreview(db, api, 'submitProgressReport', await step(id))
  expect(await readProject(api, project, 'latestReport { id } money { completed }')).toEqual({
    latestReport: { id },
    money: { completed: '3000000.00' },
  })
  expect(await refusals(api, 'saveProgressReport', { ...draft, baseVersion: await versionOf(api, id) })).toEqual([': REPORT_STATE'])
  expect(await refusals(api, 'returnProgressReport', { ...(await step(id)), reason: '' })).toEqual(['reason: REQUIRED'])
  await expectExactPreview(db, api, 'returnProgressReport', { ...(await step(id)), reason: '累计投资与台账不符' })
  expect((await readProject(api, project, REPORTS))['progressReports']).toMatchObject([
    { state: 'RETURNED', returnReason: '累计投资与台账不符' },
  ])
  expect(await refusals(api, 'saveProgressReport', draft)).toEqual(['baseVersion: REQUIRED'])
  await recorded(api, 'saveProgressReport', { ...draft, investmentToDate: '310', baseVersion: await versionOf(api, id) })
  await recorded(api, 'submitProgressReport', await step(id))
  await expectExactPreview(db, api, 'acceptProgressReport', await step(id))
  expect(await readProject(api, project, `${REPORTS} stage { stage wording startKnown validFrom }`)).toMatchObject({
    progressReports: [{ state: 'ACCEPTED', investmentToDate: '3100000.00', returnReason: '累计投资与台账不符' }],
    stage: { stage: 'BASEMENT', wording: '基础、地下室建设中', startKnown: false, validFrom: '2020-07-31' },
  })
  await expectExactPreview(db, api, 'returnProgressReport', { ...(await step(id)), reason: '审计调整' })
})

test('a report is refused for what is wrong with it', async () => {
  const project = await makeProject(api, { unitCount: 10 })
  const refused = (more: object) => refusals(api, 'saveProgressReport', { projectId: project.id, month: '2020-07', ...more })
  expect(await refused({ month: '2020-7' })).toEqual(['month: NOT_A_MONTH'])
  expect(await refused({ month: '2020-09' })).toEqual(['month: REPORT_MONTH_TO_COME'])
  expect(await refused({ percent: '100.5', investmentMonth: '1.234', workers: -1, unitsDone: 11, safety: '安'.repeat(1001) })).toEqual([
    'investmentMonth: NOT_AN_AMOUNT',
    'workers: NOT_A_COUNT',
    'safety: TOO_LONG',
    'percent: NOT_A_PERCENTAGE',
    'unitsDone: UNITS_BEYOND',
  ])
  const id = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, {
    month: '2020-06',
    investmentMonth: '2',
    investmentToDate: '1',
  })
  expect(await refusals(api, 'submitProgressReport', await step(id))).toEqual(['wording: REQUIRED', 'investmentToDate: MONTH_BEYOND_TOTAL'])
  expect(await refusals(api, 'submitProgressReport', { progressReportId: project.id, baseVersion: 1 })).toEqual([
    'progressReportId: NOT_FOUND',
  ])
})

test('a report that takes the project back, or past a gate, is accepted only with a reason', async () => {
  const project = await makeProject(api)
  await onProject(api, 'recordStage', project, { stage: 'STRUCTURE', effectiveOn: '2020-03-01' })
  const id = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, { month: '2020-05', stage: 'PIT' })
  await recorded(api, 'submitProgressReport', await step(id))
  expect(await refusals(api, 'acceptProgressReport', await step(id))).toEqual(['reason: STAGE_BACKWARD'])
  await recorded(api, 'acceptProgressReport', { ...(await step(id)), reason: '设计变更' })
  expect((await readProject(api, project, 'stage { stage reason }'))['stage']).toEqual({ stage: 'PIT', reason: '设计变更' })
})

test('a report of an earlier month than the stage recorded leaves the stage as it is', async () => {
  const project = await makeProject(api)
  await onProject(api, 'recordStage', project, { stage: 'TOPPED_OUT', effectiveOn: '2020-07-15' })
  const id = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, { month: '2020-06', stage: 'STRUCTURE' })
  await recorded(api, 'submitProgressReport', await step(id))
  await recorded(api, 'acceptProgressReport', await step(id))
  expect((await readProject(api, project, 'stages { stage validFrom }'))['stages']).toEqual([
    { stage: 'TOPPED_OUT', validFrom: '2020-07-15' },
  ])
})

test('two who save the report of a month at once: the second is told of the first', async () => {
  const project = await makeProject(api)
  const input = { projectId: project.id, month: '2020-07', wording: '主体' }
  const outcomes = await Promise.all([run(api, 'saveProgressReport', input), run(api, 'saveProgressReport', { ...input, wording: '封顶' })])
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRecorded', 'InputRefused'])
  const { changes } = await readProject(api, project, 'changes { nodes { id command } }')
  await recorded(api, 'undoChange', { changeId: changes.nodes[0].id })
  expect((await readProject(api, project, 'progressReports { month }'))['progressReports']).toEqual([])
  await recorded(api, 'saveProgressReport', input)
})

test('figures that contradict each other are told, not mended', async () => {
  const project = await makeProject(api)
  for (const [month, investmentMonth, investmentToDate] of [
    ['2020-05', null, '100'],
    ['2020-06', '10', '111'],
  ] as const) {
    const id = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, {
      month,
      wording: '施工',
      investmentMonth,
      investmentToDate,
    })
    await recorded(api, 'submitProgressReport', await step(id))
  }
  expect(await readProject(api, project, 'contradictions { month stated recomputed } money { completed }')).toEqual({
    contradictions: [{ month: '2020-06', stated: '111.00', recomputed: '110.00' }],
    money: { completed: '111.00' },
  })
})
