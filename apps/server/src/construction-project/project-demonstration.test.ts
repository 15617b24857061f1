import { loadDemo } from '@yilian/demo-data/load.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'

const { db, owner } = await testDatabase()
await loadDemo(owner, () => {})
const api = await testApi(db, '2026-11-22T04:00:00Z')

const project = async (code: string, fields: string, asOf = '2020-08-06') =>
  (await api.query(`{ project(code: "${code}", asOf: "${asOf}") { ${fields} } }`))['project']

test('the county hospital of traditional medicine stands as its report says, what it does not say stays not known', async () => {
  expect(
    await project(
      '431221-P001',
      'name area source institutions { name } stage { stage wording basis startKnown } stages { stage validFrom startKnown } suspensions { suspendedOn resumedOn cause sourceNote } money { planned arrived linesWithoutAmount owed sources { source planned arrived } } latestReport { month nextSteps } schedule { missing { code } } alerts { rule message }',
    ),
  ).toEqual({
    name: '中方县中医医院建设',
    area: null,
    source: '报告 000 行4b',
    institutions: [{ name: '中方县中医医院' }],
    stage: { stage: 'BASEMENT', wording: '基础、地下室建设中', basis: 'MAPPED', startKnown: false },
    stages: [
      { stage: 'START', validFrom: '2019-12-13', startKnown: true },
      { stage: 'BASEMENT', validFrom: '2020-07-31', startKnown: false },
    ],
    suspensions: [
      { suspendedOn: null, resumedOn: '2020-02-18', cause: 'NOT_STATED', sourceNote: expect.stringContaining('停工日和原因未载') },
    ],
    money: {
      planned: null,
      arrived: '0.00',
      linesWithoutAmount: 1,
      owed: null,
      sources: [{ source: 'UPPER_LEVEL', planned: null, arrived: '0.00' }],
    },
    latestReport: { month: '2020-07', nextSteps: '基础完成后转主体建设' },
    schedule: { missing: [{ code: 'NO_PLANNED_START' }, { code: 'NO_PLANNED_COMPLETION' }] },
    alerts: [{ rule: 'FUNDS_NOT_ARRIVED', message: '已开工，上级资金（未分级）未到位。' }],
  })
})

test('the stopped building of 泸阳 stands still since a day not known', async () => {
  expect(await project('431221-P002', 'stage { stage wording } suspension { suspendedOn observedOn }')).toEqual({
    stage: { stage: null, wording: '一直停工' },
    suspension: { suspendedOn: null, observedOn: '2020-07-31' },
  })
})

test('of the clinics’ 78 万元 half had not arrived, and of the other half nobody says', async () => {
  expect(
    await project(
      '431221-P006',
      'unitCount stage { unitsDone } money { planned sources { source planned arrived owed } years { period planned } } alerts { rule message }',
      '2021-01-31',
    ),
  ).toEqual({
    unitCount: 130,
    stage: { unitsDone: 122 },
    money: {
      planned: '780000.00',
      sources: [
        { source: 'PROVINCIAL', planned: '390000.00', arrived: '0.00', owed: '390000.00' },
        { source: 'COUNTY', planned: '390000.00', arrived: null, owed: null },
      ],
      years: [{ period: '2020', planned: '780000.00' }],
    },
    alerts: [
      { rule: 'FUNDS_NOT_ARRIVED', message: expect.stringContaining('尚欠 39 万元') },
      { rule: 'FUNDS_NOT_RECORDED', message: expect.stringContaining('县级财政') },
    ],
  })
})

test('the hospitals of 郎溪 have their parts, and forecasts that have lapsed by now', async () => {
  const whole = await project('341821-P006', 'parts { nodes { name stage { stage } } }', '2023-06-30')
  expect(whole.parts.nodes).toEqual([
    { name: '裙房', stage: { stage: 'TOPPED_OUT' } },
    { name: '肿瘤中心', stage: { stage: 'BASEMENT' } },
    { name: '医养结合中心', stage: { stage: 'FOUNDATION' } },
    { name: '中医治未病中心', stage: null },
  ])
  expect((await project('341821-P008', 'milestones { stage forecastOn lapsed }', '2024-01-01')).milestones).toEqual([
    { stage: 'TOPPED_OUT', forecastOn: '2023-12-31', lapsed: true },
    { stage: 'FINISHING', forecastOn: '2023-12-31', lapsed: true },
  ])
  const start = await project('341821-P011', 'milestones { stage baselineOn late }', '2023-08-01')
  expect(start.milestones).toEqual([{ stage: 'START', baselineOn: '2023-07-31', late: true }])
})

test('the portfolio of each county', async () => {
  const { a, b, c } = await api.query(
    '{ a: projects(filter: { countyCode: "431221" }, asOf: "2020-08-06") { totals { projects suspended planned arrived } } b: projects(filter: { countyCode: "341821" }) { totals { projects } } c: projects(filter: { countyCode: "130921" }) { totals { projects } } }',
  )
  expect(a.totals).toEqual({ projects: 8, suspended: 1, planned: '780000.00', arrived: '0.00' })
  expect([b.totals.projects, c.totals.projects]).toEqual([15, 1])
})
