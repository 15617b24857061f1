import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { makers, recorded, refusals, run, versionOf } from '../../test/make.ts'
import { makeProject, onProject, readProject, recordOf } from '../../test/make-project.ts'

const { db } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')
const make = makers(api)

const PROJECT = { name: '县中医医院建设', kind: 'NEW_BUILD', regionCode: '431221100000' }

test('a project is recorded exactly as tried, with a code of its county, and found by code', async () => {
  const hospital = await make.hospital()
  const project = {
    ...PROJECT,
    institutionIds: [hospital.id],
    nationalCode: ' 2019－431221-84-01-012345',
    area: '5000',
    owner: '中方县卫生健康局',
  }
  const { effects } = await expectExactPreview(db, api, 'createProject', { project })
  expect(effects).toMatchObject([
    { fact: 'CONSTRUCTION_PROJECT', subject: '县中医医院建设', before: [], after: [{ label: '县中医医院建设 · 新建' }] },
  ])
  const found = await api.query(
    '{ project(code: "431221-P001") { code countyCode name nationalCode kind area beds unitCount owner institutions { id } region { code } stage { stage } suspension { id } version changes { nodes { command } } } }',
  )
  expect(found['project']).toMatchObject({
    code: '431221-P001',
    countyCode: '431221',
    nationalCode: '2019-431221-84-01-012345',
    area: '5000.00',
    beds: null,
    unitCount: 1,
    institutions: [{ id: hospital.id }],
    region: { code: '431221100000' },
    stage: null,
    suspension: null,
    changes: { nodes: [{ command: 'createProject' }] },
  })
  const ofHospital = await api.query(
    'query ($id: ID!) { institution(id: $id) { projects { nodes { name } } changes { nodes { command } } } }',
    {
      id: hospital.id,
    },
  )
  expect(ofHospital['institution'].projects.nodes).toEqual([{ name: '县中医医院建设' }])
  expect(ofHospital['institution'].changes.nodes[0]).toEqual({ command: 'createProject' })
  expect((await makeProject(api)).uuid).not.toBe(effects[0]!.factId)
})

test('a project is refused for what is wrong with it', async () => {
  const refused = (more: object, input: object = {}) => refusals(api, 'createProject', { project: { ...PROJECT, ...more }, ...input })
  const alliance = await make.alliance()
  expect(await refused({ name: ' ', unitCount: 0, beds: -1, area: '1.234' })).toEqual([
    'project.name: REQUIRED',
    'project.unitCount: NOT_A_COUNT',
    'project.area: NOT_AN_AREA',
    'project.beds: NOT_A_COUNT',
  ])
  expect(await refused({ regionCode: '43' })).toEqual(['project.regionCode: NOT_A_REGION_CODE'])
  expect(await refused({ regionCode: '999999000000' })).toEqual(['project.regionCode: NOT_FOUND'])
  expect(await refused({ nationalCode: '2019-431221-84-01' })).toEqual(['project.nationalCode: PROJECT_CODE_SHAPE'])
  expect(await refused({ nationalCode: '2019-999999-84-01-012345' })).toEqual(['project.nationalCode: PROJECT_CODE_DIVISION'])
  expect(await refused({ institutionIds: [alliance.id] })).toEqual(['project.institutionIds.0: NOT_FOUND'])
  expect(await refused({ partOfId: alliance.id })).toEqual(['project.partOfId: NOT_FOUND'])
  expect(await refused({}, { code: '!' })).toEqual(['code: INSTITUTION_CODE'])
  expect(await refused({}, { documentId: alliance.id })).toEqual(['documentId: NOT_FOUND'])
  const taken = await makeProject(api, { nationalCode: '2112-431221-04-01-000001' }, { code: 'X-1' })
  expect(await refused({ nationalCode: '2112-431221-04-01-000001' })).toEqual(['project.nationalCode: PROJECT_CODE_TAKEN'])
  expect(await refused({}, { code: 'X-1' })).toEqual(['code: CODE_TAKEN'])
  expect(taken.name).toMatch(/测试项目/)
})

test('a project is revised whole on the version that was looked at, stays in its county, and is no part of itself', async () => {
  const whole = await makeProject(api)
  const part = await makeProject(api, { partOfId: whole.id, beds: 50 })
  const revised = { projectId: part.id, baseVersion: part.version, project: { ...PROJECT, name: '二期', partOfId: whole.id, beds: null } }
  const { effects } = await expectExactPreview(db, api, 'reviseProject', revised)
  expect(effects[0]!.after[0]!.label).toBe('二期 · 新建 · 床位 —')
  expect(await run(api, 'reviseProject', { ...revised, project: PROJECT })).toMatchObject({
    __typename: 'StaleVersion',
    changes: [{ command: 'reviseProject' }],
  })
  expect(await readProject(api, whole, 'parts { nodes { name beds parent { id } } }')).toEqual({
    parts: { nodes: [{ name: '二期', beds: null, parent: { id: whole.id } }] },
  })
  const own = { projectId: whole.id, baseVersion: await versionOf(api, whole.id) }
  expect(await refusals(api, 'reviseProject', { ...own, project: { ...PROJECT, regionCode: '341821000000' } })).toEqual([
    'project.regionCode: PROJECT_COUNTY_FIXED',
  ])
  expect(await refusals(api, 'reviseProject', { ...own, project: { ...PROJECT, partOfId: part.id } })).toContain(
    'project.partOfId: PROJECT_PART_OF_ITSELF',
  )
  expect(await refusals(api, 'reviseProject', { ...own, projectId: (await make.alliance()).id, project: PROJECT })).toEqual([
    'projectId: NOT_FOUND',
  ])
})

test('what was known before a correction stays readable as known then', async () => {
  const project = await makeProject(api, { area: '4000' })
  const { recordedAt } = (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0]
  await onProject(api, 'reviseProject', project, { project: { ...PROJECT, area: '5000' } })
  expect(await readProject(api, project, 'area')).toEqual({ area: '5000.00' })
  expect(await readProject(api, project, 'area', `, asKnownAt: "${recordedAt}"`)).toEqual({ area: '4000.00' })
  expect(await readProject(api, project, 'area', ', asKnownAt: "2020-01-01T00:00:00Z"')).toBeNull()
})

test('recording a project is undone while nothing names it, and its code is free again', async () => {
  const undo = async (project: { id: string }) => {
    const { changes } = await readProject(api, project, 'changes { nodes { id command } }')
    return run(api, 'undoChange', { changeId: changes.nodes.find(({ command }: { command: string }) => command === 'createProject').id })
  }
  const lone = await makeProject(api, {}, { code: 'LONE' })
  expect(await undo(lone)).toMatchObject({ __typename: 'ChangeRecorded' })
  expect(await readProject(api, lone, 'name')).toBeNull()
  expect((await makeProject(api, {}, { code: 'LONE' })).id).toBe(lone.id)
  const named = await makeProject(api)
  await recordOf(api, 'recordProblem', 'ProjectProblem', named, { text: '停工' })
  expect(await undo(named)).toMatchObject({ __typename: 'InputRefused', issues: [{ code: 'STILL_NAMED' }] })
})

test('a withdrawal needs a note, finds any kind of record, and is refused while others name it', async () => {
  const project = await makeProject(api)
  const lineId = await recordOf(api, 'recordFundingLine', 'FundingLine', project, {
    fundingSource: 'PROVINCIAL',
    planned: '39',
    unit: 'WAN',
  })
  const receiptId = await recordOf(api, 'recordFundReceipt', 'FundReceipt', project, {
    fundingLineId: lineId,
    receivedOn: '2020-07-01',
    amount: '10',
  })
  const withdraw = async (recordId: string, note: string | null = '误登') => ({
    recordId,
    baseVersion: await versionOf(api, recordId),
    note,
  })
  expect(await refusals(api, 'withdrawProjectRecord', await withdraw(lineId, null))).toEqual(['note: REQUIRED'])
  expect(await refusals(api, 'withdrawProjectRecord', await withdraw(lineId))).toEqual([': RECORD_STILL_USED'])
  expect(await refusals(api, 'withdrawProjectRecord', { recordId: project.id, baseVersion: 1, note: '误登' })).toEqual([
    'recordId: NOT_FOUND',
  ])
  const { effects } = await expectExactPreview(db, api, 'withdrawProjectRecord', await withdraw(receiptId))
  expect(effects).toMatchObject([{ fact: 'FUND_RECEIPT', before: [{ label: '2020-07-01 · 10 元' }], after: [] }])
  await recorded(api, 'withdrawProjectRecord', await withdraw(lineId))
  expect(await readProject(api, project, 'fundingLines { id } fundReceipts { id } money { planned }')).toEqual({
    fundingLines: [],
    fundReceipts: [],
    money: { planned: null },
  })
})

test('approvals, units in charge and problems are recorded, corrected, and refused for what is wrong', async () => {
  const project = await makeProject(api)
  const approval = {
    stage: 'ESTIMATE',
    number: '中发改审〔2019〕1号',
    investment: '1200.5',
    unit: 'WAN',
    area: '8000',
    approvedOn: '2019-05-01',
  }
  await expectExactPreview(db, api, 'recordApproval', { projectId: project.id, ...approval })
  const { approvals } = await readProject(
    api,
    project,
    'approvals { id version investment area stage } approvedInvestment approvedArea finalAccount',
  )
  expect(approvals).toMatchObject([{ investment: '12005000.00', area: '8000.00', stage: 'ESTIMATE' }])
  expect(await readProject(api, project, 'approvals { stage }', ', asOf: "2019-04-30"')).toEqual({ approvals: [] })
  const correction = { approvalId: approvals[0].id, baseVersion: approvals[0].version, ...approval, investment: '1300' }
  await expectExactPreview(db, api, 'correctApproval', correction)
  expect(await run(api, 'correctApproval', correction)).toMatchObject({ __typename: 'StaleVersion' })
  await recordOf(api, 'recordApproval', 'ProjectApproval', project, { stage: 'SETTLEMENT', investment: '12900000' })
  expect(await readProject(api, project, 'approvedInvestment approvedArea finalAccount')).toEqual({
    approvedInvestment: '13000000.00',
    approvedArea: '8000.00',
    finalAccount: '12900000.00',
  })
  expect(
    await refusals(api, 'recordApproval', { projectId: project.id, stage: 'PIT', investment: '1.234', approvedOn: '2020-12-31', beds: -1 }),
  ).toEqual(['stage: NOT_A_GATE', 'approvedOn: DAY_TO_COME', 'investment: NOT_AN_AMOUNT', 'beds: NOT_A_COUNT'])

  const contract = {
    role: 'CONTRACTOR',
    party: '某建设公司',
    amount: '1000',
    unit: 'WAN',
    changes: [
      { kind: 'VALUE', amount: '-10.5' },
      { kind: 'DURATION', days: 30 },
    ],
  }
  const contractId = await recordOf(api, 'recordContract', 'ProjectContract', project, contract)
  expect((await readProject(api, project, 'contracts { amount value changes { kind amount days } }'))['contracts']).toEqual([
    {
      amount: '10000000.00',
      value: '9895000.00',
      changes: [
        { kind: 'VALUE', amount: '-105000.00', days: null },
        { kind: 'DURATION', amount: null, days: 30 },
      ],
    },
  ])
  await expectExactPreview(db, api, 'correctContract', {
    contractId,
    baseVersion: await versionOf(api, contractId),
    role: 'CONTRACTOR',
    party: '另一公司',
  })
  expect(
    await refusals(api, 'recordContract', { projectId: project.id, role: 'DESIGN', party: ' ', changes: [{ kind: 'DURATION' }] }),
  ).toEqual(['party: REQUIRED', 'changes.0.days: REQUIRED'])

  const problemId = await recordOf(api, 'recordProblem', 'ProjectProblem', project, {
    text: '上级资金未到位',
    responsible: '县财政局',
    foundOn: '2020-07-01',
    dueOn: '2020-09-30',
  })
  const at = async () => ({ problemId, baseVersion: await versionOf(api, problemId) })
  await expectExactPreview(db, api, 'correctProblem', { ...(await at()), text: '省级资金未到位', foundOn: '2020-07-01' })
  expect(await refusals(api, 'resolveProblem', { ...(await at()), effectiveOn: '2020-06-30' })).toEqual(['effectiveOn: BEFORE_FOUND'])
  await expectExactPreview(db, api, 'resolveProblem', { ...(await at()), effectiveOn: '2020-08-01', resolution: '已到位' })
  expect(await refusals(api, 'resolveProblem', { ...(await at()), effectiveOn: '2020-08-02' })).toEqual([': ALREADY_RESOLVED'])
  expect(await readProject(api, project, 'open: problems(open: true) { text } closed: problems(open: false) { text resolution }')).toEqual({
    open: [],
    closed: [{ text: '省级资金未到位', resolution: '已到位' }],
  })
  expect(await readProject(api, project, 'open: problems(open: true) { text }', ', asOf: "2020-07-31"')).toEqual({
    open: [{ text: '省级资金未到位' }],
  })
  expect(await readProject(api, project, 'problems { text }', ', asOf: "2020-06-30"')).toEqual({ problems: [] })
  expect(await refusals(api, 'recordProblem', { projectId: project.id, text: '', dueOn: '2020-01-01', foundOn: '2020-02-01' })).toEqual([
    'text: REQUIRED',
    'dueOn: BEFORE_FOUND',
  ])
})

test('what a project cites, and its records and changes do, is listed as its documents', async () => {
  const { effects } = await recorded(api, 'recordPolicyDocument', { title: '初步设计批复' })
  const documentId = Buffer.from(`PolicyDocument:${effects[0]!.factId}`).toString('base64')
  const project = await makeProject(api)
  await recordOf(api, 'recordApproval', 'ProjectApproval', project, { stage: 'PRELIM_DESIGN', documentId })
  expect(await readProject(api, project, 'documents { title } approvals { document { title } }')).toEqual({
    documents: [{ title: '初步设计批复' }],
    approvals: [{ document: { title: '初步设计批复' } }],
  })
})
