import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, recorded, refusals, run, versionOf } from '../../test/make.ts'
import { makeProject, onProject, readProject, recordOf } from '../../test/make-project.ts'

const { db } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')

const at = async (project: { id: string }) => ({ projectId: project.id, baseVersion: await versionOf(api, project.id) })
const CLOCK =
  'schedule { clock { actual planned suspended slipped uncertain remaining late lateSuspended lateSlipped completion assumption } missing { code message } }'

test('stages are recorded from a day on, exactly as tried, and read on any day', async () => {
  const project = await makeProject(api)
  await onProject(api, 'recordStage', project, { stage: 'START', effectiveOn: '2019-12-13' })
  const basement = { stage: 'BASEMENT', wording: '基础、地下室建设中', basis: 'MAPPED', startKnown: false, effectiveOn: '2020-07-31' }
  const { effects } = await expectExactPreview(db, api, 'recordStage', { ...(await at(project)), ...basement })
  expect(effects[0]).toMatchObject({
    fact: 'PROJECT_STAGE',
    after: [
      { label: '开工', validTo: '2020-07-31' },
      { label: '地下室 · 基础、地下室建设中', validTo: null },
    ],
  })
  const stage = (day: string) => readProject(api, project, 'stage { stage phase wording basis startKnown }', `, asOf: "${day}"`)
  expect((await stage('2020-08-01'))['stage']).toEqual({
    stage: 'BASEMENT',
    phase: 'BUILD',
    wording: '基础、地下室建设中',
    basis: 'MAPPED',
    startKnown: false,
  })
  expect((await stage('2020-07-30'))['stage']).toMatchObject({ stage: 'START', basis: 'STATED' })
  expect((await stage('2019-12-12'))['stage']).toBeNull()
  expect(await refusals(api, 'recordStage', { ...(await at(project)), ...basement })).toEqual([': NOTHING_CHANGES'])
})

test('a stage not known is legal; a return needs a reason; a gate needs its approval or a reason', async () => {
  const project = await makeProject(api, { unitCount: 130 })
  await onProject(api, 'recordStage', project, { wording: '已建成122个', unitsDone: 122, effectiveOn: '2020-07-31' })
  expect((await readProject(api, project, 'stage { stage basis unitsDone }'))['stage']).toEqual({
    stage: null,
    basis: 'NOT_STATED',
    unitsDone: 122,
  })
  expect(await refusals(api, 'recordStage', { ...(await at(project)), unitsDone: 131, effectiveOn: '2020-08-01' })).toEqual([
    'unitsDone: UNITS_BEYOND',
  ])
  await onProject(api, 'recordStage', project, { stage: 'CONTRACT', effectiveOn: '2020-08-01' })
  const gate = await run(api, 'recordStage', { ...(await at(project)), stage: 'START', effectiveOn: '2020-08-02' })
  expect(gate.issues).toMatchObject([{ path: 'reason', code: 'GATE_NOT_PASSED' }])
  expect(gate.issues![0]!.message).toContain('建设工程规划许可、施工许可')
  for (const stage of ['PLANNING_PERMIT', 'CONSTRUCTION_PERMIT'])
    await recordOf(api, 'recordApproval', 'ProjectApproval', project, { stage })
  await onProject(api, 'recordStage', project, { stage: 'START', effectiveOn: '2020-08-02' })
  expect(await refusals(api, 'recordStage', { ...(await at(project)), stage: 'TENDER', effectiveOn: '2020-08-03' })).toEqual([
    'reason: STAGE_BACKWARD',
  ])
  await onProject(api, 'recordStage', project, { stage: 'TENDER', reason: '流标重招', effectiveOn: '2020-08-03' })
  expect(await refusals(api, 'recordStage', { ...(await at(project)), stage: 'PIT', effectiveOn: '2020-08-01' })).toContain(
    'reason: STAGE_BACKWARD',
  )
})

test('kinds that need no permits are not asked for gates', async () => {
  const equipment = await makeProject(api, { kind: 'EQUIPMENT' })
  await onProject(api, 'recordStage', equipment, { stage: 'RESERVE', effectiveOn: '2020-01-01' })
  await onProject(api, 'recordStage', equipment, { stage: 'HANDOVER', effectiveOn: '2020-05-01' })
  expect((await readProject(api, equipment, 'stages { stage validFrom }'))['stages']).toHaveLength(2)
})

test('a correction rewrites all stages and leaves what was known then', async () => {
  const project = await makeProject(api)
  await onProject(api, 'recordStage', project, { stage: 'STRUCTURE', effectiveOn: '2020-03-01' })
  const { recordedAt } = (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0]
  const stretches = [
    { stage: 'PIT', validFrom: '2020-02-01', validTo: '2020-04-01' },
    { stage: 'FOUNDATION', validFrom: '2020-04-01' },
  ]
  await expectExactPreview(db, api, 'correctStages', { ...(await at(project)), stretches })
  const stages = (args: string) => readProject(api, project, 'stages { stage validFrom }', args)
  expect((await stages(''))['stages']).toEqual([
    { stage: 'PIT', validFrom: '2020-02-01' },
    { stage: 'FOUNDATION', validFrom: '2020-04-01' },
  ])
  expect((await stages(`, asKnownAt: "${recordedAt}"`))['stages']).toEqual([{ stage: 'STRUCTURE', validFrom: '2020-03-01' }])
  const wrong = [
    { stage: 'STRUCTURE', validFrom: '2020-02-01', validTo: '2020-05-01' },
    { stage: 'PIT', validFrom: '2020-04-01' },
  ]
  expect(await refusals(api, 'correctStages', { ...(await at(project)), stretches: wrong })).toEqual([
    'stretches.1.validFrom: STRETCHES_OVERLAP',
    'stretches.1.reason: STAGE_BACKWARD',
  ])
})

test('a project is cancelled for a reason, and taken up again only for one', async () => {
  const project = await makeProject(api)
  await onProject(api, 'recordStage', project, { stage: 'PROPOSAL', effectiveOn: '2020-01-01' })
  expect(await refusals(api, 'cancelProject', { ...(await at(project)), reason: ' ', effectiveOn: '2020-02-01' })).toEqual([
    'reason: REQUIRED',
  ])
  await expectExactPreview(db, api, 'cancelProject', { ...(await at(project)), reason: '资金无着落', effectiveOn: '2020-02-01' })
  expect(await refusals(api, 'recordStage', { ...(await at(project)), stage: 'FEASIBILITY', effectiveOn: '2020-03-01' })).toEqual([
    'reason: STAGE_BACKWARD',
  ])
})

test('the clock stops while works stand still, and tells stopped from slipped', async () => {
  const project = await makeProject(api)
  expect((await readProject(api, project, CLOCK))['schedule']).toEqual({
    clock: null,
    missing: [
      { code: 'NO_PLANNED_START', message: '没有计划开工日期。' },
      { code: 'NO_PLANNED_COMPLETION', message: '没有计划竣工日期。' },
      { code: 'STAGE_NOT_KNOWN', message: '阶段不详，无从判断是否开工。' },
    ],
  })
  await expectExactPreview(db, api, 'planProject', {
    ...(await at(project)),
    milestones: [
      { stage: 'START', day: '2020-01-01' },
      { stage: 'ACCEPTANCE', day: '2020-04-10' },
    ],
  })
  await onProject(api, 'recordStage', project, { stage: 'START', effectiveOn: '2020-01-11' })
  await expectExactPreview(db, api, 'suspendProject', {
    ...(await at(project)),
    effectiveOn: '2020-03-01',
    cause: 'FUNDS',
    responsibleParty: '县财政局',
  })
  expect(await readProject(api, project, `${CLOCK} suspension { suspendedOn resumedOn cause }`, ', asOf: "2020-03-11"')).toMatchObject({
    suspension: { suspendedOn: '2020-03-01', resumedOn: null, cause: 'FUNDS' },
    schedule: {
      clock: {
        actual: 70,
        planned: 50,
        suspended: 10,
        slipped: 10,
        late: 20,
        completion: '2020-04-30',
        assumption: expect.stringContaining('复工'),
      },
    },
  })
  await expectExactPreview(db, api, 'resumeProject', { ...(await at(project)), effectiveOn: '2020-03-21' })
  await onProject(api, 'recordStage', project, { stage: 'ACCEPTANCE', effectiveOn: '2020-05-30', reason: '资料后补' })
  const { schedule, suspension } = await readProject(api, project, `${CLOCK} suspension { id }`)
  expect(schedule.clock).toEqual({
    actual: 150,
    planned: 100,
    suspended: 20,
    slipped: 30,
    uncertain: 0,
    remaining: 0,
    late: 50,
    lateSuspended: 20,
    lateSlipped: 30,
    completion: '2020-05-30',
    assumption: null,
  })
  expect(suspension).toBeNull()
})

test('a stop or resumption of which the day is not known stays not known', async () => {
  const project = await makeProject(api)
  await onProject(api, 'suspendProject', project, { resumedOn: '2020-02-18', cause: 'NOT_STATED' })
  await onProject(api, 'suspendProject', project, { observedOn: '2020-07-31' })
  const read = async () =>
    (await readProject(api, project, 'suspensions { suspendedOn resumedOn resumedBy observedOn validFrom validTo }'))['suspensions']
  expect(await read()).toEqual([
    { suspendedOn: null, resumedOn: '2020-02-18', resumedBy: null, observedOn: null, validFrom: '0001-01-01', validTo: '2020-02-18' },
    { suspendedOn: null, resumedOn: null, resumedBy: null, observedOn: '2020-07-31', validFrom: '2020-02-18', validTo: null },
  ])
  await onProject(api, 'resumeProject', project, { observedOn: '2020-08-05' })
  expect((await read())[1]).toMatchObject({ resumedOn: null, resumedBy: '2020-08-05', validTo: '2020-08-05' })
})

test('suspensions are refused for what is wrong, and never overlap', async () => {
  const project = await makeProject(api)
  const refused = async (command: string, input: object) => refusals(api, command, { ...(await at(project)), ...input })
  expect(await refused('suspendProject', {})).toEqual(['observedOn: OBSERVED_NEEDED'])
  expect(await refused('suspendProject', { effectiveOn: '2020-03-01', resumedOn: '2020-03-01' })).toEqual(['resumedOn: RESUMED_BEFORE'])
  expect(await refused('suspendProject', { effectiveOn: '2020-03-01', observedOn: '2020-02-01' })).toEqual(['observedOn: OBSERVED_OUTSIDE'])
  expect(await refused('resumeProject', { effectiveOn: '2020-03-01' })).toEqual(['effectiveOn: NOT_SUSPENDED'])
  await onProject(api, 'suspendProject', project, { effectiveOn: '2020-03-01' })
  expect(await refused('suspendProject', { effectiveOn: '2020-04-01' })).toEqual(['effectiveOn: ALREADY_SUSPENDED'])
  expect(await refused('resumeProject', { effectiveOn: '2020-03-01' })).toEqual(['effectiveOn: RESUMED_BEFORE'])
  expect(await refused('resumeProject', {})).toEqual(['effectiveOn: REQUIRED'])
  const { suspensions } = await readProject(api, project, 'suspensions { id }')
  const correction = { suspensionId: suspensions[0].id, baseVersion: await versionOf(api, project.id) }
  expect(await refusals(api, 'correctSuspension', correction)).toEqual(['observedOn: OBSERVED_NEEDED'])
  await expectExactPreview(db, api, 'correctSuspension', {
    ...correction,
    suspendedOn: '2020-02-15',
    resumedOn: '2020-02-20',
    cause: 'EPIDEMIC',
  })
  expect(await run(api, 'correctSuspension', { ...correction, withdraw: true })).toMatchObject({ __typename: 'StaleVersion' })
  await recorded(api, 'correctSuspension', { ...correction, baseVersion: await versionOf(api, project.id), withdraw: true })
  expect((await readProject(api, project, 'suspensions { id }'))['suspensions']).toEqual([])
  expect(await refusals(api, 'correctSuspension', { ...correction, suspensionId: globalId('X', project.uuid) })).toEqual([
    'suspensionId: NOT_FOUND',
  ])
})

test('two who suspend a project at once: one is told what the other did', async () => {
  const project = await makeProject(api)
  const input = { ...(await at(project)), effectiveOn: '2020-03-01' }
  const outcomes = await Promise.all([run(api, 'suspendProject', input), run(api, 'suspendProject', input)])
  expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRecorded', 'StaleVersion'])
  await expect(
    db
      .insertInto('projectSuspension')
      .values({
        id: project.uuid,
        projectId: project.uuid,
        cause: 'OTHER',
        startKnown: true,
        endKnown: true,
        validFrom: '2020-04-01',
        recordedFrom: '2020-08-10T00:00:00.000000Z',
        recordedBy: 1,
      } as never)
      .execute(),
  ).rejects.toMatchObject({ constraint: 'project_suspension_once' })
})

test('a baseline stays, is re-planned for a reason, and corrected apart; a forecast lapses', async () => {
  const project = await makeProject(api)
  const days = (...given: [string, string][]) => ({ milestones: given.map(([stage, day]) => ({ stage, day })) })
  const refused = async (command: string, input: object) => refusals(api, command, { ...(await at(project)), ...input })
  expect(await refused('planProject', { milestones: [] })).toEqual(['milestones: REQUIRED'])
  expect(await refused('planProject', days(['START', '2020-05-01'], ['STRUCTURE', '2020-04-01'], ['START', '2020-06-01']))).toContain(
    'milestones.2.stage: STAGE_TWICE',
  )
  await onProject(api, 'planProject', project, days(['START', '2020-05-01'], ['STRUCTURE', '2020-07-01']))
  expect(await refused('planProject', days(['START', '2020-06-01']))).toEqual(['milestones.0.day: BASELINE_FIXED'])
  expect(await refused('replanProject', { ...days(['STRUCTURE', '2020-04-01']), reason: '雨季' })).toEqual([
    'milestones: PLAN_OUT_OF_ORDER',
  ])
  expect(await refused('replanProject', { ...days(['STRUCTURE', '2020-10-01']), reason: '' })).toEqual(['reason: REQUIRED'])
  expect(await refused('replanProject', { ...days(['TOPPED_OUT', '2020-10-01']), reason: '雨季' })).toEqual([
    'milestones.0.stage: NOTHING_PLANNED',
  ])
  await expectExactPreview(db, api, 'replanProject', { ...(await at(project)), ...days(['STRUCTURE', '2020-10-01']), reason: '雨季' })
  await expectExactPreview(db, api, 'forecastProject', {
    ...(await at(project)),
    milestones: [{ stage: 'TOPPED_OUT', day: '2020-06-30', wording: '6月底封顶' }],
  })
  await onProject(api, 'recordStage', project, { stage: 'PIT', effectiveOn: '2020-05-20' })
  const ONE = 'milestone(stage: STRUCTURE) { stage plannedOn } none: milestone(stage: HANDOVER) { stage }'
  expect(await readProject(api, project, ONE)).toEqual({ milestone: { stage: 'STRUCTURE', plannedOn: '2020-10-01' }, none: null })
  const FIELDS = 'milestones { stage baselineOn replannedOn plannedOn forecastOn wording reason reached actualOn late lapsed }'
  expect((await readProject(api, project, FIELDS))['milestones']).toEqual([
    {
      stage: 'START',
      baselineOn: '2020-05-01',
      replannedOn: null,
      plannedOn: '2020-05-01',
      forecastOn: null,
      wording: null,
      reason: null,
      reached: true,
      actualOn: null,
      late: false,
      lapsed: false,
    },
    {
      stage: 'STRUCTURE',
      baselineOn: '2020-07-01',
      replannedOn: '2020-10-01',
      plannedOn: '2020-10-01',
      forecastOn: null,
      wording: null,
      reason: '雨季',
      reached: false,
      actualOn: null,
      late: false,
      lapsed: false,
    },
    {
      stage: 'TOPPED_OUT',
      baselineOn: null,
      replannedOn: null,
      plannedOn: null,
      forecastOn: '2020-06-30',
      wording: '6月底封顶',
      reason: null,
      reached: false,
      actualOn: null,
      late: false,
      lapsed: true,
    },
  ])
  await expectExactPreview(db, api, 'correctMilestones', {
    ...(await at(project)),
    milestones: [{ stage: 'START', baselineOn: '2020-05-10' }],
  })
  expect((await readProject(api, project, FIELDS))['milestones']).toMatchObject([{ stage: 'START', baselineOn: '2020-05-10' }])
  expect(await refused('correctMilestones', { milestones: [{ stage: 'CANCELLED' }] })).toEqual(['milestones.0.stage: NOT_IN_LIST'])
})
