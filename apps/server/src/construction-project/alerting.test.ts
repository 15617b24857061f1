import { testDatabase } from '@yilian/testing/test-database.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { recorded } from '../../test/make.ts'
import { makeProject, onProject } from '../../test/make-project.ts'
import { JUDGED_AT_ONCE } from './alerting.queries.ts'

const { db, owner, countStatements } = await testDatabase()
const api = await testApi(db, '2020-08-10T04:00:00Z')

const late = await makeProject(api, { name: '迟开工的项目' })
await onProject(api, 'planProject', late, { milestones: [{ stage: 'START', day: '2020-05-01' }] })
await onProject(api, 'recordStage', late, { stage: 'TENDER', effectiveOn: '2020-08-01' })

const LATE = 'filter: { alerts: [LATE_STAGE] }'
const COUNT = `{ projects(${LATE}, first: 1) { totalCount } }`

/** Copies of the late project, every other without its plan. */
async function copies(number: number) {
  await owner.transaction().execute(async (trx) => {
    const from = sql`generate_series(1, ${number}) n cross join`
    const copied = sql`md5('project' || n)::uuid`
    await sql`insert into construction_project (id, code, county_code)
      select ${copied}, p.code || '-' || lpad(n::text, 5, '0'), p.county_code from ${from} construction_project p`.execute(trx)
    await sql`insert into construction_project_version (id, name, kind, institution_ids, region_code, unit_count, recorded_from, recorded_by)
      select ${copied}, v.name || n, v.kind, v.institution_ids, v.region_code, v.unit_count, v.recorded_from, v.recorded_by
      from ${from} construction_project_version v where v.name = '迟开工的项目'`.execute(trx)
    await sql`insert into project_milestone (id, project_id, stage, baseline_on, recorded_from, recorded_by)
      select md5('milestone' || n)::uuid, ${copied}, m.stage, m.baseline_on, m.recorded_from, m.recorded_by
      from ${from} project_milestone m where n % 2 = 0`.execute(trx)
    await sql`insert into project_stage (id, project_id, stage, basis, start_known, valid_from, recorded_from, recorded_by)
      select md5('stage' || n)::uuid, ${copied}, s.stage, s.basis, s.start_known, s.valid_from, s.recorded_from, s.recorded_by
      from ${from} project_stage s`.execute(trx)
  })
}

test('projects with an alert are found among more than are judged at once, with as many statements again for each so many', async () => {
  const ofOne = await countStatements(() => api.query(COUNT))
  await copies(2 * JUDGED_AT_ONCE)
  const ofThree = await countStatements(() => api.query(COUNT))
  const [{ projects }, { rest }] = [
    await api.query(COUNT),
    await api.query(`{ rest: projects(${LATE}, orderBy: CODE, direction: DESC, first: 500) { totals { projects } nodes { code } } }`),
  ]
  expect(projects.totalCount).toBe(1 + JUDGED_AT_ONCE)
  expect(rest.totals.projects).toBe(1 + JUDGED_AT_ONCE)
  expect(rest.nodes[0].code).toMatch(/-01000$/)
  // The projects, and everything recorded of them.
  expect(ofThree.length - ofOne.length).toBe(2 * 2)
})

test('a project whose alert was acknowledged is not found, however many there are', async () => {
  await recorded(api, 'acknowledgeAlert', { projectId: late.id, rule: 'LATE_STAGE', subject: 'START 2020-05-01', reason: '已知悉' })
  expect((await api.query(COUNT))['projects'].totalCount).toBe(JUDGED_AT_ONCE)
})
