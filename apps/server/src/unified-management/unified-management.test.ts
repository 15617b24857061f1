import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const READ = `query ($id: ID!, $asOf: Date, $t: Instant) { alliance(id: $id) { unifiedManagement(asOf: $asOf, asKnownAt: $t) { id domain state institution { id } validFrom validTo } } }`

async function inForce({ id }: Pick<Made, 'id'>, asOf: string, asKnownAt: string | null = null) {
  return (await api.query(READ, { id, asOf, t: asKnownAt }))['alliance'].unifiedManagement as {
    id: string
    domain: string
    state: string
    institution: { id: string } | null
  }[]
}

function setting({ id }: Pick<Made, 'id'>, more: Readonly<Record<string, unknown>> = {}) {
  return { allianceId: id, domains: ['STAFF', 'FINANCE', 'EQUIPMENT'], state: 'IN_FORCE', effectiveOn: '2020-07-01', ...more }
}

test('people, money and goods are managed as one from the day on, in one change', async () => {
  const alliance = await make.alliance()
  const { effects } = await expectExactPreview(db, api, 'setUnifiedManagement', setting(alliance))
  expect(effects.map(({ subject, after }) => [subject, after])).toEqual(
    ['人员（人事）', '财务', '设备物资'].map((domain) => [
      `${alliance.name} · ${domain}`,
      [{ validFrom: '2020-07-01', validTo: null, label: '已统一', changed: true }],
    ]),
  )
  expect(await inForce(alliance, '2020-06-30')).toEqual([])
  expect((await inForce(alliance, '2020-07-01')).map(({ domain, state, institution }) => [domain, state, institution])).toEqual([
    ['STAFF', 'IN_FORCE', null],
    ['FINANCE', 'IN_FORCE', null],
    ['EQUIPMENT', 'IN_FORCE', null],
  ])
})

test('a domain goes from one state to the next, and what was before stays', async () => {
  const alliance = await make.alliance()
  await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['DRUG'], state: 'UNDER_WAY' }))
  const [before] = await inForce(alliance, '2021-01-01')
  const baseVersion = await versionOf(api, before!.id)
  await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['DRUG'], effectiveOn: '2021-03-01', baseVersion }))
  const timeline = (
    await api.query('query ($id: ID!) { alliance(id: $id) { unifiedManagementTimeline { id state validFrom validTo } } }', {
      id: alliance.id,
    })
  )['alliance'].unifiedManagementTimeline
  expect(timeline).toEqual([
    { id: before!.id, state: 'UNDER_WAY', validFrom: '2020-07-01', validTo: '2021-03-01' },
    { id: before!.id, state: 'IN_FORCE', validFrom: '2021-03-01', validTo: null },
  ])
  const stale = await run(
    api,
    'setUnifiedManagement',
    setting(alliance, { domains: ['DRUG'], state: 'NOT_STARTED', effectiveOn: '2022-01-01', baseVersion }),
  )
  expect(stale).toMatchObject({ __typename: 'StaleVersion', baseVersion, changes: [{ command: 'setUnifiedManagement' }] })
})

test('a state set before the first recorded one holds up to it; one set after an end begins anew', async () => {
  const alliance = await make.alliance()
  await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['INFO'] }))
  await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['INFO'], state: 'UNDER_WAY', effectiveOn: '2019-01-01' }))
  const [row] = await inForce(alliance, '2019-01-01')
  expect(row).toMatchObject({ state: 'UNDER_WAY', validFrom: '2019-01-01', validTo: '2020-07-01' })
  await recorded(api, 'correctUnifiedManagement', {
    unifiedManagementId: row!.id,
    baseVersion: await versionOf(api, row!.id),
    stretches: [{ state: 'UNDER_WAY', validFrom: '2019-01-01', validTo: '2019-06-01' }],
  })
  await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['INFO'], effectiveOn: '2022-01-01' }))
  expect((await inForce(alliance, '2022-01-01'))[0]).toMatchObject({ id: row!.id, validFrom: '2022-01-01', validTo: null })
  expect(await inForce(alliance, '2021-12-31')).toEqual([])
})

test('it is said of one member where it differs, and ends when the member leaves', async () => {
  const { alliance, institution, id: membershipId } = await make.membership()
  await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['STAFF'] }))
  await recorded(
    api,
    'setUnifiedManagement',
    setting(alliance, { domains: ['STAFF'], state: 'NOT_STARTED', institutionId: institution.id }),
  )
  expect((await inForce(alliance, '2020-07-01')).map((row) => [row.state, row.institution?.id ?? null])).toEqual([
    ['IN_FORCE', null],
    ['NOT_STARTED', institution.id],
  ])
  const { effects } = await expectExactPreview(db, api, 'withdrawMember', {
    membershipId,
    baseVersion: await versionOf(api, membershipId),
    effectiveOn: '2023-01-01',
  })
  expect(effects.map(({ fact }) => fact)).toEqual(['MEMBERSHIP', 'UNIFIED_MANAGEMENT'])
  expect((await inForce(alliance, '2023-01-01')).map((row) => row.state)).toEqual(['IN_FORCE'])
  expect(await inForce(alliance, '2022-12-31')).toHaveLength(2)
})

test('of a member whose leaving is recorded it holds up to that day', async () => {
  const { alliance, institution } = await make.membership({ until: '2024-01-01' })
  const { effects } = await recorded(api, 'setUnifiedManagement', setting(alliance, { institutionId: institution.id, domains: ['STAFF'] }))
  expect(effects[0]!.after).toMatchObject([{ validFrom: '2020-07-01', validTo: '2024-01-01' }])
})

test('it is refused for what is wrong with it', async () => {
  const { alliance, institution } = await make.membership()
  const supporter = (await make.membership({ alliance, role: 'SUPPORTING' })).institution
  await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['FINANCE'] }))
  const refused = (more: Readonly<Record<string, unknown>>) => refusals(api, 'setUnifiedManagement', setting(alliance, more))
  expect(await refused({ domains: [] })).toEqual(['domains: REQUIRED'])
  expect(await refused({ domains: ['STAFF', 'FINANCE'] })).toEqual(['domains.1: SAME_SETTING'])
  expect(await refused({ effectiveOn: '2017-12-31' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refused({ institutionId: institution.id, effectiveOn: '2018-12-31' })).toEqual(['institutionId: NOT_A_MEMBER'])
  expect(await refused({ institutionId: supporter.id })).toEqual(['institutionId: NOT_A_MEMBER'])
  expect(await refused({ institutionId: alliance.id })).toEqual(['institutionId: NOT_FOUND'])
  expect(await refused({ allianceId: institution.id })).toEqual(['allianceId: NOT_FOUND'])
})

test('a correction replaces the record and leaves what was known before', async () => {
  const alliance = await make.alliance()
  const { number, recordedAt, effects } = await recorded(api, 'setUnifiedManagement', setting(alliance, { domains: ['QUALITY'] }))
  const id = globalId('UnifiedManagement', effects[0]!.factId)
  const input = {
    unifiedManagementId: id,
    baseVersion: number,
    stretches: [
      { state: 'UNDER_WAY', validFrom: '2020-07-01', validTo: '2020-10-01' },
      { state: 'IN_FORCE', validFrom: '2020-10-01' },
    ],
  }
  expect(
    await refusals(api, 'correctUnifiedManagement', { ...input, stretches: [{ state: 'IN_FORCE', validFrom: '2017-01-01' }] }),
  ).toEqual(['effectiveOn: OUTSIDE_ALLIANCE'])
  expect(await refusals(api, 'correctUnifiedManagement', { ...input, unifiedManagementId: alliance.id })).toEqual([
    'unifiedManagementId: NOT_FOUND',
  ])
  await expectExactPreview(db, api, 'correctUnifiedManagement', input)
  expect((await inForce(alliance, '2020-08-01'))[0]!.state).toBe('UNDER_WAY')
  expect((await inForce(alliance, '2020-08-01', recordedAt))[0]!.state).toBe('IN_FORCE')
  expect(await run(api, 'correctUnifiedManagement', { ...input, stretches: [] })).toMatchObject({ __typename: 'StaleVersion' })
  await recorded(api, 'correctUnifiedManagement', { ...input, stretches: [], baseVersion: await versionOf(api, id) })
  expect(await inForce(alliance, '2021-01-01')).toEqual([])
})

test('the matrices of many alliances are read with as many statements as of one', async () => {
  const read = () =>
    api.query(
      '{ alliances(first: 100) { nodes { unifiedManagement { domain state version institution { name } document { title } } unifiedManagementTimeline { state } } } }',
    )
  const one = async () => {
    const { alliance, institution } = await make.membership()
    await recorded(api, 'setUnifiedManagement', setting(alliance))
    await recorded(api, 'setUnifiedManagement', setting(alliance, { institutionId: institution.id }))
  }
  await one()
  const few = await countStatements(read)
  await one()
  await one()
  expect((await countStatements(read)).length).toBe(few.length)
})
