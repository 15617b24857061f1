import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run, versionOf, type Made } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const DISPUTE = `id rowId version authority summary validFrom validTo recordedTo
  chosen { id name } mandated { id name } alliance { id } document { id } change { command }`

/** An alliance without lead whose choice and mandate differ from 2019-07-01 on. */
async function disputed() {
  const [chosen, mandated, alliance] = [await make.hospital(), await make.hospital(), await make.alliance()]
  const input = {
    allianceId: alliance.id,
    chosenId: chosen.id,
    mandatedId: mandated.id,
    authority: '怀化市卫生健康委员会',
    summary: '牵头单位未定',
    baseVersion: await versionOf(api, alliance.id),
    effectiveOn: '2019-07-01',
  }
  const { effects } = await recorded(api, 'openLeadDispute', input)
  return { alliance, chosen, mandated, id: globalId('LeadDispute', effects.find(({ fact }) => fact === 'LEAD_DISPUTE')!.factId) }
}

async function leadState({ id }: Pick<Made, 'id'>, asOf: string): Promise<string> {
  return (await api.query(`query ($id: ID!, $asOf: Date) { alliance(id: $id, asOf: $asOf) { leadState } }`, { id, asOf }))['alliance']
    .leadState
}

test('an open dispute shows in the alliance and in both institutions from its day on, and not before', async () => {
  const { alliance, chosen, mandated } = await disputed()
  expect([await leadState(alliance, '2019-06-30'), await leadState(alliance, '2019-07-01')]).toEqual(['VACANT', 'DISPUTED'])
  const data = await api.query(
    `query ($a: ID!, $c: ID!, $m: ID!) {
    alliance(id: $a) { leadDisputes { ${DISPUTE} } leadVacancies { reason validFrom validTo version } }
    chosen: institution(id: $c) { leadDisputes { alliance { id } } before: leadDisputes(asOf: "2019-06-30") { id } }
    mandated: institution(id: $m) { leadDisputes { alliance { id } } }
  }`,
    { a: alliance.id, c: chosen.id, m: mandated.id },
  )
  expect(data['alliance'].leadDisputes).toMatchObject([
    {
      authority: '怀化市卫生健康委员会',
      summary: '牵头单位未定',
      validFrom: '2019-07-01',
      validTo: null,
      recordedTo: null,
      chosen: { id: chosen.id },
      mandated: { id: mandated.id },
      alliance: { id: alliance.id },
      document: null,
      change: { command: 'openLeadDispute' },
    },
  ])
  expect(data['alliance'].leadVacancies).toMatchObject([{ reason: '筹建中', validFrom: '2018-01-01', validTo: null }])
  expect(data['chosen']).toEqual({ leadDisputes: [{ alliance: { id: alliance.id } }], before: [] })
  expect(data['mandated'].leadDisputes).toEqual([{ alliance: { id: alliance.id } }])
})

test('a dispute is refused for what is wrong with it', async () => {
  const { alliance, chosen, mandated } = await disputed()
  const input = {
    allianceId: alliance.id,
    chosenId: chosen.id,
    mandatedId: mandated.id,
    authority: '市卫健委',
    baseVersion: await versionOf(api, alliance.id),
    effectiveOn: '2020-01-01',
  }
  const other = await make.alliance()
  const elsewhere = { ...input, allianceId: other.id, baseVersion: other.version }
  expect(await refusals(api, 'openLeadDispute', input)).toEqual(['effectiveOn: DISPUTE_OPEN'])
  expect(await refusals(api, 'openLeadDispute', { ...elsewhere, mandatedId: chosen.id })).toEqual(['mandatedId: SAME_LEAD'])
  expect(await refusals(api, 'openLeadDispute', { ...elsewhere, chosenId: null, mandatedId: null, authority: ' ' })).toEqual([
    'chosenId: REQUIRED',
    'authority: REQUIRED',
  ])
  expect(await refusals(api, 'openLeadDispute', { ...elsewhere, effectiveOn: '2017-12-31' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refusals(api, 'openLeadDispute', { ...elsewhere, mandatedId: (await make.hospital({ on: '2024-01-01' })).id })).toEqual([
    'mandatedId: INSTITUTION_CLOSED',
  ])
  expect(await refusals(api, 'openLeadDispute', { ...elsewhere, chosenId: alliance.id })).toEqual(['chosenId: NOT_FOUND'])
  expect(await refusals(api, 'openLeadDispute', { ...elsewhere, allianceId: chosen.id })).toEqual(['allianceId: NOT_FOUND'])
})

test('a dispute of an alliance that ends goes no further than its end', async () => {
  const alliance = await make.alliance()
  await recorded(api, 'dissolveAlliance', { allianceId: alliance.id, baseVersion: alliance.version, effectiveOn: '2025-01-01' })
  const [chosen, mandated] = [await make.hospital(), await make.hospital()]
  const baseVersion = await versionOf(api, alliance.id)
  const { effects } = await recorded(api, 'openLeadDispute', {
    allianceId: alliance.id,
    chosenId: chosen.id,
    mandatedId: mandated.id,
    authority: '市卫健委',
    baseVersion,
    effectiveOn: '2020-01-01',
  })
  expect(effects[0]!.after).toMatchObject([{ validFrom: '2020-01-01', validTo: '2025-01-01' }])
})

test('resolving ends the dispute from the day, exactly as tried before', async () => {
  const { alliance, id } = await disputed()
  const input = { leadDisputeId: id, baseVersion: await versionOf(api, id), effectiveOn: '2021-01-01' }
  expect(await refusals(api, 'resolveLeadDispute', { ...input, effectiveOn: '2019-06-30' })).toEqual(['effectiveOn: NOT_IN_FORCE'])
  expect(await refusals(api, 'resolveLeadDispute', { ...input, leadDisputeId: alliance.id })).toEqual(['leadDisputeId: NOT_FOUND'])
  const { effects } = await expectExactPreview(db, api, 'resolveLeadDispute', input)
  expect(effects).toMatchObject([
    {
      fact: 'LEAD_DISPUTE',
      before: [{ validTo: null, changed: true }],
      after: [{ validFrom: '2019-07-01', validTo: '2021-01-01', changed: true }],
    },
  ])
  expect([await leadState(alliance, '2020-12-31'), await leadState(alliance, '2021-01-01')]).toEqual(['DISPUTED', 'VACANT'])
  const stale = await run(api, 'resolveLeadDispute', { ...input, effectiveOn: '2022-01-01' })
  expect(stale).toMatchObject({ __typename: 'StaleVersion', changes: [{ command: 'resolveLeadDispute' }] })
})

test('where a lead is required, a dispute that stands for it cannot be resolved before there is one', async () => {
  const { alliance, id, mandated } = await disputed()
  const { leadVacancies } = (
    await api.query('query ($id: ID!) { alliance(id: $id) { leadVacancies { id version } } }', { id: alliance.id })
  )['alliance']
  await recorded(api, 'correctLeadVacancy', {
    leadVacancyId: leadVacancies[0].id,
    baseVersion: leadVacancies[0].version,
    stretches: [{ reason: '筹建中', validFrom: '2018-01-01', validTo: '2019-07-01' }],
  })
  const input = { leadDisputeId: id, baseVersion: await versionOf(api, id), effectiveOn: '2021-01-01' }
  expect(await refusals(api, 'resolveLeadDispute', input)).toEqual(['leadId: LEAD_REQUIRED'])
  await recorded(api, 'changeLead', {
    allianceId: alliance.id,
    leadId: mandated.id,
    baseVersion: await versionOf(api, alliance.id),
    effectiveOn: '2021-01-01',
  })
  await recorded(api, 'resolveLeadDispute', input)
  expect([await leadState(alliance, '2020-12-31'), await leadState(alliance, '2021-01-01')]).toEqual(['DISPUTED', 'HELD'])
})

test('a corrected dispute is so now, and as it was known before it was corrected', async () => {
  const { alliance, id, chosen, mandated } = await disputed()
  const before = await lastInstant()
  const input = {
    leadDisputeId: id,
    baseVersion: await versionOf(api, id),
    note: '市卫健委来函',
    stretches: [
      { chosenId: chosen.id, mandatedId: mandated.id, authority: '湖南省卫生健康委员会', validFrom: '2019-10-01', validTo: '2020-05-01' },
    ],
  }
  const stretch = input.stretches[0]!
  expect(
    await refusals(api, 'correctLeadDispute', { ...input, stretches: [stretch, { ...stretch, validFrom: '2020-01-01', validTo: null }] }),
  ).toEqual(['stretches.1.validFrom: STRETCHES_OVERLAP'])
  expect(await refusals(api, 'correctLeadDispute', { ...input, stretches: [{ ...stretch, validTo: '2019-10-01' }] })).toEqual([
    'stretches.0.validTo: END_BEFORE_START',
  ])
  expect(await refusals(api, 'correctLeadDispute', { ...input, stretches: [{ ...stretch, mandatedId: chosen.id }] })).toEqual([
    'stretches.0.mandatedId: SAME_LEAD',
  ])
  expect(await refusals(api, 'correctLeadDispute', { ...input, stretches: [{ ...stretch, validFrom: '2017-01-01' }] })).toEqual([
    'effectiveOn: OUTSIDE_ALLIANCE',
  ])
  const { correction, effectiveOn } = await expectExactPreview(db, api, 'correctLeadDispute', input)
  expect([correction, effectiveOn]).toEqual([true, null])
  const read = `query ($id: ID!, $t: Instant) { alliance(id: $id) { leadDisputes(asKnownAt: $t) { authority validFrom validTo } } }`
  expect((await api.query(read, { id: alliance.id }))['alliance'].leadDisputes).toEqual([
    { authority: '湖南省卫生健康委员会', validFrom: '2019-10-01', validTo: '2020-05-01' },
  ])
  expect((await api.query(read, { id: alliance.id, t: before }))['alliance'].leadDisputes).toEqual([
    { authority: '怀化市卫生健康委员会', validFrom: '2019-07-01', validTo: null },
  ])
  await recorded(api, 'correctLeadDispute', { ...input, stretches: [], baseVersion: await versionOf(api, id) })
  expect((await api.query(read, { id: alliance.id }))['alliance'].leadDisputes).toEqual([])
})

test('a vacancy is corrected within what else is recorded', async () => {
  const lead = await make.hospital()
  const alliance = await make.alliance()
  await recorded(api, 'changeLead', { allianceId: alliance.id, leadId: lead.id, baseVersion: alliance.version, effectiveOn: '2019-01-01' })
  const read = 'query ($id: ID!) { alliance(id: $id) { leadVacancies { id version reason validFrom validTo } } }'
  const [vacancy] = (await api.query(read, { id: alliance.id }))['alliance'].leadVacancies
  const input = { leadVacancyId: vacancy.id, baseVersion: vacancy.version }
  const stretch = { reason: '原院长退休', validFrom: '2018-01-01', validTo: '2019-01-01' }
  expect(await refusals(api, 'correctLeadVacancy', { ...input, stretches: [{ ...stretch, reason: ' ' }] })).toEqual([
    'stretches.0.reason: REQUIRED',
  ])
  expect(await refusals(api, 'correctLeadVacancy', { ...input, stretches: [{ ...stretch, reason: '长'.repeat(501) }] })).toEqual([
    'stretches.0.reason: TOO_LONG',
  ])
  expect(await refusals(api, 'correctLeadVacancy', { ...input, stretches: [{ ...stretch, validTo: '2019-02-01' }] })).toEqual([
    'vacancyReason: LEAD_WHILE_VACANT',
  ])
  expect(await refusals(api, 'correctLeadVacancy', { ...input, stretches: [] })).toEqual(['leadId: LEAD_REQUIRED'])
  expect(await refusals(api, 'correctLeadVacancy', { ...input, leadVacancyId: lead.id, stretches: [] })).toEqual([
    'leadVacancyId: NOT_FOUND',
  ])
  await expectExactPreview(db, api, 'correctLeadVacancy', { ...input, stretches: [stretch] })
  expect((await api.query(read, { id: alliance.id }))['alliance'].leadVacancies).toMatchObject([stretch])
  const second = await recorded(api, 'changeLead', {
    allianceId: alliance.id,
    leadId: null,
    vacancyReason: '待定',
    baseVersion: await versionOf(api, alliance.id),
    effectiveOn: '2022-01-01',
  })
  const later = globalId('LeadVacancy', second.effects.find(({ fact }) => fact === 'LEAD_VACANCY')!.factId)
  const overlapping = [{ reason: '待定', validFrom: '2018-06-01', validTo: null }]
  expect(await refusals(api, 'correctLeadVacancy', { leadVacancyId: later, baseVersion: second.number, stretches: overlapping })).toEqual([
    'stretches: VACANCY_OPEN',
  ])
})

test('disputes and vacancies of many alliances are read with as many statements as of one', async () => {
  const read = () =>
    api.query(`{ alliances(first: 100) { nodes {
      leadDisputes { chosen { name } mandated { name } alliance { name } version document { title } change { command } } leadVacancies { reason version }
    } } }`)
  const few = await countStatements(read)
  await disputed()
  await disputed()
  const more = await countStatements(read)
  expect(more.length).toBe(few.length)
})

async function lastInstant(): Promise<string> {
  return (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0].recordedAt
}
