import { accessOf } from '@yilian/domain/access/access.ts'
import type { HeldGrant } from '@yilian/domain/access/own.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi, type TestApi } from '../../test/api.ts'
import { makers, recorded, run, versionOf } from '../../test/make.ts'
import { makeProject, onProject, recordOf } from '../../test/make-project.ts'

const { db } = await testDatabase()
const NOW = '2020-08-10T04:00:00Z'
const api = await testApi(db, NOW)
const make = makers(api)

const as = (name: string, grant: Partial<HeldGrant> & Pick<HeldGrant, 'role' | 'scopeKind' | 'scopeId'>): Promise<TestApi> =>
  testApi(db, NOW, {
    actor: { id: name, name },
    userId: null,
    via: 'SESSION',
    access: accessOf([{ workArea: null, countyCode: null, ...grant }]),
  })
const county = (code: string, role: HeldGrant['role'], workArea: HeldGrant['workArea'] = null) =>
  as(`${role} ${code}`, { role, scopeKind: 'COUNTY', scopeId: code, countyCode: code, workArea })

// A hospital leads an alliance from 2019-01-01, one institution is a member of it since then, another stands apart.
const alliance = await make.alliance()
const leading = await make.hospital()
await recorded(api, 'changeLead', {
  allianceId: alliance.id,
  baseVersion: await versionOf(api, alliance.id),
  leadId: leading.id,
  effectiveOn: '2019-01-01',
})
const { institution: member } = await make.membership({ alliance })
const apart = await make.institution()
const ofMember = await makeProject(api, { name: '成员单位项目', institutionIds: [member.id] })
const ofApart = await makeProject(api, { name: '其他单位项目', institutionIds: [apart.id] })
const ofNobody = await makeProject(api, { name: '全县项目' })
const elsewhere = await makeProject(api, { name: '外县项目', regionCode: '341821000000' })

async function seen(by: TestApi): Promise<string[]> {
  const { projects } = await by.query('{ projects { totalCount totals { projects } nodes { name } } }')
  expect(projects.totals.projects).toBe(projects.totalCount)
  return (projects.nodes as { name: string }[]).map(({ name }) => name)
}

const operator = await county('431221', 'BUREAU_OPERATOR', 'CONSTRUCTION')
const personnel = await county('431221', 'BUREAU_OPERATOR', 'PERSONNEL')
const leader = await county('431221', 'LEADER')
const analyst = await county('431221', 'ANALYST')
const otherCounty = await county('341821', 'BUREAU_OPERATOR', 'CONSTRUCTION')
const reporter = await as('reporter', { role: 'REPORTER', scopeKind: 'INSTITUTION', scopeId: member.uuid })
const leadOperator = await as('lead operator', { role: 'LEAD_OPERATOR', scopeKind: 'INSTITUTION', scopeId: leading.uuid })

test('a county sees its projects, a reporter those of the own institution, a lead hospital those of its members', async () => {
  const own = ['成员单位项目', '其他单位项目', '全县项目']
  for (const by of [operator, personnel, leader, analyst]) expect(await seen(by)).toEqual(own)
  expect(await seen(otherCounty)).toEqual(['外县项目'])
  expect(await seen(reporter)).toEqual(['成员单位项目'])
  expect(await seen(leadOperator)).toEqual(['成员单位项目'])
  const then = await leadOperator.query('{ projects(asOf: "2018-06-01") { nodes { name } } }')
  expect(then['projects'].nodes).toEqual([])
})

test('what is not seen does not exist: by id, by code, through its records, in alerts, in changes', async () => {
  const lineId = await recordOf(api, 'recordFundingLine', 'FundingLine', ofApart, { fundingSource: 'COUNTY', planned: '1' })
  const hidden = await reporter.query(
    `query ($p: ID!, $l: ID!, $own: ID!) { project(id: $p) { name } byCode: project(code: "431221-P002") { name } project2: node(id: $p) { id } line: node(id: $l) { id }
      own: project(id: $own) { name changes { nodes { command } } } projectAlerts { nodes { project { name } } } changes { nodes { summary } } }`,
    { p: ofApart.id, l: lineId, own: ofMember.id },
  )
  expect(hidden).toMatchObject({
    project: null,
    byCode: null,
    project2: null,
    line: null,
    own: { name: '成员单位项目', changes: { nodes: [{ command: 'createProject' }] } },
  })
  expect(JSON.stringify(hidden)).not.toMatch(/其他单位|全县项目|外县/)
  const outcome = await run(reporter, 'saveProgressReport', { projectId: ofApart.id, month: '2020-07', wording: 'x' })
  expect(outcome.issues).toMatchObject([{ path: 'projectId', code: 'NOT_FOUND' }])
})

test('bureau operators of construction change, others do not; reporters and lead hospitals report for their own; leaders accept', async () => {
  const problem = (projectId: string) => ({ projectId, text: '缺水缺电' })
  for (const by of [operator, reporter, leadOperator])
    expect((await run(by, 'recordProblem', problem(ofMember.id))).__typename).toBe('ChangeRecorded')
  for (const by of [personnel, leader, analyst])
    await expect(run(by, 'recordProblem', problem(ofMember.id))).rejects.toThrow('Your roles do not allow this.')
  for (const by of [reporter, leadOperator, leader])
    await expect(
      run(by, 'cancelProject', { projectId: ofMember.id, baseVersion: 1, reason: 'x', effectiveOn: '2020-08-01' }),
    ).rejects.toThrow('Your roles do not allow this.')

  const draft = await run(reporter, 'saveProgressReport', {
    projectId: ofMember.id,
    month: '2020-07',
    wording: '主体施工',
    stage: 'STRUCTURE',
  })
  const id = Buffer.from(`ProgressReport:${draft.change!.effects[0]!.factId}`).toString('base64')
  const step = async () => ({ progressReportId: id, baseVersion: await versionOf(api, id) })
  expect((await run(reporter, 'submitProgressReport', await step())).__typename).toBe('ChangeRecorded')
  await expect(run(reporter, 'acceptProgressReport', await step())).rejects.toThrow('Your roles do not allow this.')
  expect((await run(otherCounty, 'acceptProgressReport', await step())).issues).toMatchObject([
    { path: 'progressReportId', code: 'NOT_FOUND' },
  ])
  expect((await run(leader, 'acceptProgressReport', await step())).__typename).toBe('ChangeRecorded')
  expect((await run(otherCounty, 'recordProblem', problem(elsewhere.id))).__typename).toBe('ChangeRecorded')
  await onProject(operator, 'recordStage', ofNobody, { stage: 'RESERVE', effectiveOn: '2020-08-01' })
  expect(
    (await run(operator, 'createProject', { project: { name: '新项目', kind: 'NEW_BUILD', regionCode: '341821000000' } })).issues,
  ).toMatchObject([{ code: 'NOT_ALLOWED' }])
})
