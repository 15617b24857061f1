import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { globalId, makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'

const { db } = await testDatabase()
const api = await testApi(db)
const make = makers(api)
const staff = staffMakers(api)
const REGION = { regionCode: '431221000000' }

let hospital: Made
beforeAll(async () => {
  hospital = await make.hospital({ name: '中方县人民医院' })
})

test('counts stand alone where nobody is named, and beside people once they are; what is not reported is not zero', async () => {
  const { effects } = await recorded(api, 'recordCohort', {
    ...REGION,
    programme: 'ORIENTED',
    name: '2021届定向委培',
    interns: 40,
    institutionIds: [hospital.id],
    reportedFor: '2023H1',
  })
  const cohortId = globalId('TrainingCohort', effects[0]!.factId)
  const read = async (asOf: string) => {
    const query = `query ($asOf: Date) { cohorts(countyCode: "431221", asOf: $asOf) { edges { node { id name enrolled interns placed target institutions { name } states { state count } members { state person { name } } } } } }`
    return (await api.query(query, { asOf }))['cohorts'].edges[0].node
  }
  expect(await read('2024-01-01')).toMatchObject({
    enrolled: null,
    interns: 40,
    placed: null,
    target: false,
    states: [],
    institutions: [{ name: '中方县人民医院' }],
  })
  const one = await staff.hire(hospital, { person: { name: '定向生' }, on: '2023-07-01' })
  const member = { cohortId, personId: one.id }
  await recorded(api, 'setCohortMember', { ...member, state: 'GRADUATED', effectiveOn: '2023-07-01' })
  await recorded(api, 'setCohortMember', { ...member, state: 'ENROLLED', effectiveOn: '2021-09-01' })
  await recorded(api, 'setCohortMember', { ...member, state: 'PLACED', effectiveOn: '2023-09-01' })
  expect((await read('2022-01-01')).states).toEqual([{ state: 'ENROLLED', count: 1 }])
  expect((await read('2023-08-01')).states).toEqual([{ state: 'GRADUATED', count: 1 }])
  expect((await read('2024-01-01')).members).toEqual([{ state: 'PLACED', person: { name: '定向生' } }])
  const alone = 'query ($id: ID!, $asOf: Date) { cohort(id: $id, asOf: $asOf) { name members { state } } }'
  expect(await api.query(alone, { id: cohortId, asOf: '2023-08-01' })).toEqual({
    cohort: { name: '2021届定向委培', members: [{ state: 'GRADUATED' }] },
  })
  const withdraw = { cohortId, baseVersion: await versionOf(api, cohortId), programme: 'ORIENTED', name: '2021届定向委培' }
  expect(await refusals(api, 'correctCohort', { ...withdraw, withdraw: true })).toEqual([': STILL_USED_BY_STAFF'])
  await recorded(api, 'correctCohort', { ...withdraw, interns: 38, enrolled: 41 })
  expect(await read('2024-01-01')).toMatchObject({ enrolled: 41, interns: 38 })
  expect(await refusals(api, 'recordCohort', { ...REGION, programme: 'ORIENTED', name: ' ', startYear: 21, planned: -1 })).toEqual([
    'name: REQUIRED',
    'startYear: NOT_A_YEAR',
    'planned: NOT_A_COUNT',
  ])
})

test('a drive says its channel and whom it hired; one through the post pool is told apart', async () => {
  const { effects } = await recorded(api, 'recordRecruitmentDrive', {
    ...REGION,
    name: '岗位池竞聘',
    channel: 'POST_POOL',
    hired: 17,
    postPool: true,
  })
  const driveId = globalId('RecruitmentDrive', effects[0]!.factId)
  const correct = {
    driveId,
    baseVersion: await versionOf(api, driveId),
    name: '岗位池竞聘',
    channel: 'POST_POOL',
    posts: 20,
    hired: 17,
    postPool: true,
  }
  await recorded(api, 'correctRecruitmentDrive', correct)
  const { recruitmentDrives } = await api.query('{ recruitmentDrives { edges { node { name posts applicants hired postPool channel } } } }')
  expect(recruitmentDrives.edges).toEqual([
    { node: { name: '岗位池竞聘', posts: 20, applicants: null, hired: 17, postPool: true, channel: 'POST_POOL' } },
  ])
  const days = { ...REGION, name: '春招', openedOn: '2026-03-01', closedOn: '2026-02-01' }
  expect(await refusals(api, 'recordRecruitmentDrive', days)).toEqual(['closedOn: END_BEFORE_START'])
})

test('a mentorship is of two people for some days, or a number of pairs', async () => {
  const [mentor, mentee] = [
    await staff.hire(hospital, { person: { name: '师傅' } }),
    await staff.hire(hospital, { person: { name: '徒弟' } }),
  ]
  expect(await refusals(api, 'recordMentorship', { ...REGION, mentorId: mentor.id, effectiveOn: '2024-01-01' })).toEqual([
    'menteeId: REQUIRED',
  ])
  const { effects } = await recorded(api, 'recordMentorship', {
    ...REGION,
    mentorId: mentor.id,
    menteeId: mentee.id,
    effectiveOn: '2024-01-01',
  })
  await recorded(api, 'recordMentorship', { ...REGION, pairs: 30, effectiveOn: '2024-01-01' })
  const mentorshipId = globalId('Mentorship', effects[0]!.factId)
  await recorded(api, 'endMentorship', { mentorshipId, baseVersion: await versionOf(api, mentorshipId), effectiveOn: '2025-01-01' })
  const read = async (asOf: string) =>
    (
      await api.query('query ($asOf: Date) { mentorships(asOf: $asOf) { edges { node { pairs mentor { name } mentee { name } } } } }', {
        asOf,
      })
    )['mentorships'].edges
  expect(await read('2024-06-01')).toHaveLength(2)
  expect(await read('2025-01-01')).toEqual([{ node: { pairs: 30, mentor: null, mentee: null } }])
})

test('counts that nobody is named for, and residents for rates', async () => {
  await recorded(api, 'recordStaffCount', { ...REGION, what: '注册全科医生', count: 11, generalPractitioner: 'GP', period: '2020' })
  const { staffCounts } = await api.query('{ staffCounts { edges { node { what count generalPractitioner replaced region { name } } } } }')
  expect(staffCounts.edges).toEqual([
    { node: { what: '注册全科医生', count: 11, generalPractitioner: 'GP', replaced: false, region: { name: '中方县' } } },
  ])
  const population = { ...REGION, year: 2020, residents: 236_000, baseVersion: 0 }
  const { number } = await recorded(api, 'recordPopulation', population)
  expect((await run(api, 'recordPopulation', population)).__typename).toBe('StaleVersion')
  await recorded(api, 'recordPopulation', { ...population, residents: 236_100, baseVersion: number })
  const { populations } = await api.query('{ populations(regionCode: "431221000000") { edges { node { year residents } } } }')
  expect(populations.edges).toEqual([{ node: { year: 2020, residents: 236_100 } }])
})
