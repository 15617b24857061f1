import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, versionOf } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

type Given = Readonly<Record<string, unknown>>

/** An alliance with a provider and a member, and how a service between them is opened. */
async function setting() {
  const { alliance, institution: member } = await make.membership()
  const { institution: provider } = await make.membership({ alliance, institution: await make.hospital() })
  const input = {
    allianceId: alliance.id,
    kind: 'IMAGING',
    name: '影像中心',
    providerId: provider.id,
    recipientIds: [member.id],
    effectiveOn: '2020-07-01',
  }
  const open = async (more: Given = {}) => {
    const { number, effects } = await recorded(api, 'openSharedService', { ...input, ...more })
    return { id: globalId('SharedService', effects[0]!.factId), version: number }
  }
  return { alliance, provider, member, input, open }
}

test('a service runs from its day on, seen from the alliance, from who runs it and from whom it serves', async () => {
  const { alliance, provider, member, input } = await setting()
  const { effects } = await expectExactPreview(db, api, 'openSharedService', { ...input, planned: true })
  expect(effects).toMatchObject([
    { fact: 'SHARED_SERVICE', subject: `${alliance.name} · 影像中心`, before: [], after: [{ validFrom: '2020-07-01', validTo: null }] },
  ])
  const data = await api.query(
    `query ($a: ID!, $p: ID!, $m: ID!) {
    alliance(id: $a) { sharedServices { kind name planned servesAll provider { id } recipients { id } alliance { id } } before: sharedServices(asOf: "2020-06-30") { id } sharedServiceTimeline { validFrom } }
    provider: institution(id: $p) { sharedServicesRun { name } sharedServicesReceived { name } }
    member: institution(id: $m) { sharedServicesRun { name } sharedServicesReceived { name } before: sharedServicesReceived(asOf: "2020-06-30") { name } }
  }`,
    { a: alliance.id, p: provider.id, m: member.id },
  )
  expect(data['alliance']).toEqual({
    sharedServices: [
      {
        kind: 'IMAGING',
        name: '影像中心',
        planned: true,
        servesAll: false,
        provider: { id: provider.id },
        recipients: [{ id: member.id }],
        alliance: { id: alliance.id },
      },
    ],
    before: [],
    sharedServiceTimeline: [{ validFrom: '2020-07-01' }],
  })
  expect(data['provider']).toEqual({ sharedServicesRun: [{ name: '影像中心' }], sharedServicesReceived: [] })
  expect(data['member']).toEqual({ sharedServicesRun: [], sharedServicesReceived: [{ name: '影像中心' }], before: [] })
})

test('a service for all serves whoever is a member on the day, not supporters', async () => {
  const { alliance, member, open } = await setting()
  const supporter = (await make.membership({ alliance, role: 'SUPPORTING' })).institution
  const later = (await make.membership({ alliance, on: '2023-01-01' })).institution
  await open({ servesAll: true, recipientIds: [member.id] })
  const received = async (id: string, asOf: string) =>
    (
      await api.query(
        'query ($id: ID!, $asOf: Date) { institution(id: $id) { sharedServicesReceived(asOf: $asOf) { servesAll recipients { id } } } }',
        { id, asOf },
      )
    )['institution'].sharedServicesReceived
  expect(await received(member.id, '2022-12-31')).toEqual([{ servesAll: true, recipients: [] }])
  expect([await received(later.id, '2022-12-31'), await received(supporter.id, '2022-12-31')]).toEqual([[], []])
  expect(await received(later.id, '2023-01-01')).toHaveLength(1)
})

test('a planned service begins to run, passes to another provider, and is closed', async () => {
  const { provider, member, input, open } = await setting()
  const { id, version } = await open({ planned: true })
  const { allianceId: _, effectiveOn: __, ...service } = input
  const running = await expectExactPreview(db, api, 'reviseSharedService', {
    ...service,
    sharedServiceId: id,
    baseVersion: version,
    effectiveOn: '2021-01-01',
  })
  expect(running.effects[0]!.after.map(({ label }) => label)).toEqual([
    `影像中心 · ${provider.name} · 筹建`,
    `影像中心 · ${provider.name} · 运行`,
  ])
  await recorded(api, 'reviseSharedService', {
    ...service,
    sharedServiceId: id,
    providerId: member.id,
    recipientIds: [provider.id],
    baseVersion: running.number,
    effectiveOn: '2022-01-01',
  })
  const stale = await run(api, 'closeSharedService', { sharedServiceId: id, baseVersion: running.number, effectiveOn: '2023-01-01' })
  expect(stale).toMatchObject({ __typename: 'StaleVersion', changes: [{ command: 'reviseSharedService' }] })
  await expectExactPreview(db, api, 'closeSharedService', {
    sharedServiceId: id,
    baseVersion: await versionOf(api, id),
    effectiveOn: '2023-01-01',
  })
  const { sharedServiceTimeline } = (
    await api.query('query ($id: ID!) { alliance(id: $id) { sharedServiceTimeline { planned provider { id } validFrom validTo } } }', {
      id: input.allianceId,
    })
  )['alliance']
  expect(sharedServiceTimeline).toEqual([
    { planned: true, provider: { id: provider.id }, validFrom: '2020-07-01', validTo: '2021-01-01' },
    { planned: false, provider: { id: provider.id }, validFrom: '2021-01-01', validTo: '2022-01-01' },
    { planned: false, provider: { id: member.id }, validFrom: '2022-01-01', validTo: '2023-01-01' },
  ])
})

test('a service is refused for what is wrong with it', async () => {
  const { alliance, provider, member, input, open } = await setting()
  const refused = (more: Given) => refusals(api, 'openSharedService', { ...input, ...more })
  expect(await refused({ name: ' ', recipientIds: [] })).toEqual(['name: REQUIRED', 'recipientIds: REQUIRED'])
  expect(await refused({ name: '心'.repeat(101) })).toEqual(['name: TOO_LONG'])
  expect(await refused({ recipientIds: [member.id, provider.id] })).toEqual(['recipientIds: SERVES_ITSELF'])
  expect(await refused({ effectiveOn: '2017-01-01' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refused({ providerId: alliance.id })).toEqual(['providerId: NOT_FOUND'])
  expect(await refused({ recipientIds: [member.id, (await make.institution({ on: '2024-01-01' })).id] })).toEqual([
    'recipientIds.1: INSTITUTION_CLOSED',
  ])
  expect(await refused({ allianceId: member.id })).toEqual(['allianceId: NOT_FOUND'])
  expect(await run(api, 'openSharedService', { ...input, baseVersion: 1 })).toMatchObject({ __typename: 'StaleVersion' })
  const { id, version } = await open()
  const { allianceId: _, ...service } = input
  const revise = { ...service, sharedServiceId: id, baseVersion: version }
  expect(await refusals(api, 'reviseSharedService', { ...revise, effectiveOn: '2020-06-30' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refusals(api, 'reviseSharedService', revise)).toEqual([': NOTHING_CHANGES'])
  expect(await refusals(api, 'reviseSharedService', { ...revise, recipientIds: [] })).toEqual(['recipientIds: REQUIRED'])
  expect(await refusals(api, 'closeSharedService', { sharedServiceId: id, baseVersion: version, effectiveOn: '2020-06-30' })).toEqual([
    'effectiveOn: NOT_IN_FORCE',
  ])
  expect(
    await refusals(api, 'closeSharedService', { sharedServiceId: member.id, baseVersion: version, effectiveOn: '2021-01-01' }),
  ).toEqual(['sharedServiceId: NOT_FOUND'])
})

test('a corrected service is so now, and as known before as it was known', async () => {
  const { alliance, provider, member, open } = await setting()
  const { id, version } = await open()
  const { recordedAt } = (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0]
  const stretch = { kind: 'ECG', name: '心电中心', providerId: provider.id, recipientIds: [member.id], validFrom: '2020-09-01' }
  const input = { sharedServiceId: id, baseVersion: version, stretches: [stretch] }
  expect(await refusals(api, 'correctSharedService', { ...input, stretches: [{ ...stretch, name: '' }] })).toEqual([
    'stretches.0.name: REQUIRED',
  ])
  expect(await refusals(api, 'correctSharedService', { ...input, stretches: [stretch, stretch] })).toEqual([
    'stretches.1.validFrom: STRETCHES_OVERLAP',
  ])
  expect(await refusals(api, 'correctSharedService', { ...input, stretches: [{ ...stretch, recipientIds: [alliance.id] }] })).toEqual([
    'stretches.0.recipientIds: NOT_FOUND',
  ])
  expect(await refusals(api, 'correctSharedService', { ...input, stretches: [{ ...stretch, validFrom: '2017-01-01' }] })).toEqual([
    'effectiveOn: OUTSIDE_ALLIANCE',
  ])
  await expectExactPreview(db, api, 'correctSharedService', input)
  const read = 'query ($id: ID!, $t: Instant) { alliance(id: $id) { sharedServiceTimeline(asKnownAt: $t) { kind validFrom } } }'
  expect((await api.query(read, { id: alliance.id }))['alliance'].sharedServiceTimeline).toEqual([{ kind: 'ECG', validFrom: '2020-09-01' }])
  expect((await api.query(read, { id: alliance.id, t: recordedAt }))['alliance'].sharedServiceTimeline).toEqual([
    { kind: 'IMAGING', validFrom: '2020-07-01' },
  ])
})

test('services of many alliances and institutions are read with as many statements as of one', async () => {
  const read = () =>
    api.query(`{ alliances(first: 100) { nodes { sharedServices { version provider { name } recipients { name } alliance { name } } sharedServiceTimeline { name } } }
      institutions(first: 100) { nodes { sharedServicesRun { name } sharedServicesReceived { name } } } }`)
  await (await setting()).open()
  const few = await countStatements(read)
  for (const _ of [1, 2]) await (await setting()).open()
  expect((await countStatements(read)).length).toBe(few.length)
})
