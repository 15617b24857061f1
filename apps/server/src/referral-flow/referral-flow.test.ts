import { testDatabase } from '@yilian/testing/test-database.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { makers, recorded, refusals } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

/** An alliance with a member since 2019 and a supporter since 2020-07-15, and a month of referrals between them. */
async function setting() {
  const { alliance, institution: member } = await make.membership()
  const { institution: above } = await make.membership({
    alliance,
    institution: await make.hospital(),
    role: 'SUPPORTING',
    on: '2020-07-15',
  })
  const up = { fromId: member.id, toId: above.id, direction: 'UP', count: 12 }
  const down = { fromId: above.id, toId: member.id, direction: 'DOWN', count: 3 }
  return { alliance, member, above, up, down, input: { allianceId: alliance.id, period: '2020-07', flows: [up, down] } }
}

const READ = `query ($id: ID!, $from: String, $to: String, $t: Instant) { alliance(id: $id) { referralFlows(from: $from, to: $to, asKnownAt: $t) { period direction count from { id } to { id } change { command } } } }`

async function flows(
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ period: string; direction: string; count: number }[]> {
  return (await api.query(READ, { id, ...more }))['alliance'].referralFlows
}

test('a month of referrals is recorded, exactly as tried before, and read by month', async () => {
  const { alliance, member, above, input } = await setting()
  const { effects } = await expectExactPreview(db, api, 'recordReferrals', input)
  expect(effects.map(({ subject, after }) => [subject, after[0]!.label]).toSorted()).toEqual(
    [
      [`2020-07 · ${above.name} → ${member.name} · 下转`, '3 人次'],
      [`2020-07 · ${member.name} → ${above.name} · 上转`, '12 人次'],
    ].toSorted(),
  )
  await recorded(api, 'recordReferrals', { ...input, period: '2020-08' })
  expect(await flows(alliance.id, { from: '2020-07', to: '2020-07' })).toEqual([
    {
      period: '2020-07',
      direction: 'UP',
      count: 12,
      from: { id: member.id },
      to: { id: above.id },
      change: { command: 'recordReferrals' },
    },
    {
      period: '2020-07',
      direction: 'DOWN',
      count: 3,
      from: { id: above.id },
      to: { id: member.id },
      change: { command: 'recordReferrals' },
    },
  ])
  expect((await flows(alliance.id)).map(({ period }) => period)).toEqual(['2020-07', '2020-07', '2020-08', '2020-08'])
  expect(await flows(alliance.id, { from: '2020-09' })).toEqual([])
  const own = await api.query('query ($id: ID!) { institution(id: $id) { referralFlows(to: "2020-07") { direction count } } }', {
    id: member.id,
  })
  expect(own['institution'].referralFlows).toEqual([
    { direction: 'UP', count: 12 },
    { direction: 'DOWN', count: 3 },
  ])
})

test('the month recorded again takes the new counts, drops what is not given, and stays readable as known before', async () => {
  const { alliance, input, up } = await setting()
  const { recordedAt } = await recorded(api, 'recordReferrals', input)
  expect(await refusals(api, 'recordReferrals', input)).toEqual([': NOTHING_CHANGES'])
  const { effects } = await expectExactPreview(db, api, 'recordReferrals', { ...input, flows: [{ ...up, count: 0 }] })
  expect(effects).toHaveLength(2)
  expect((await flows(alliance.id)).map(({ count }) => count)).toEqual([0])
  expect((await flows(alliance.id, { t: recordedAt })).map(({ count }) => count)).toEqual([12, 3])
})

test('referrals are refused for what is wrong with them', async () => {
  const { alliance, member, input, up, down } = await setting()
  const refused = (more: Readonly<Record<string, unknown>>) => refusals(api, 'recordReferrals', { ...input, ...more })
  expect(await refused({ period: '2020-7' })).toEqual(['period: NOT_A_MONTH'])
  expect(await refused({ period: '2026-12' })).toEqual(['period: MONTH_TO_COME'])
  expect(await refused({ flows: [] })).toEqual(['flows: REQUIRED'])
  expect(await refused({ flows: [up, up] })).toEqual(['flows.1.toId: REFERRAL_TWICE'])
  expect(await refused({ flows: [{ ...up, toId: up.fromId }] })).toEqual(['flows.0.toId: REFERS_TO_ITSELF'])
  expect(await refused({ flows: [{ ...up, count: -1 }] })).toEqual(['flows.0.count: NOT_A_COUNT'])
  expect(await refused({ flows: [down, { ...up, toId: (await make.hospital()).id }] })).toEqual(['flows.1.toId: NOT_A_MEMBER'])
  expect(await refused({ period: '2020-06' })).toEqual(['flows.0.toId: NOT_A_MEMBER', 'flows.1.fromId: NOT_A_MEMBER'])
  expect(await refused({ flows: [{ ...up, toId: alliance.id }] })).toEqual(['flows.0.toId: NOT_FOUND'])
  expect(await refused({ allianceId: member.id })).toEqual(['allianceId: NOT_FOUND'])
})

test('a month that is none is refused in a query with what to write', async () => {
  const { alliance } = await setting()
  await expect(flows(alliance.id, { from: '2020-13' })).rejects.toThrow('write it as 2020-07')
})

test('referrals of many alliances are read with as many statements as of one', async () => {
  const read = () =>
    api.query(
      '{ alliances(first: 100) { nodes { referralFlows(from: "2020-01") { from { name } to { name } alliance { name } document { title } } } } institutions(first: 100) { nodes { referralFlows { count } } } }',
    )
  await recorded(api, 'recordReferrals', (await setting()).input)
  const few = await countStatements(read)
  for (const _ of [1, 2]) await recorded(api, 'recordReferrals', (await setting()).input)
  expect((await countStatements(read)).length).toBe(few.length)
})

test('more counts than can be read whole are refused; fewer months are answered', async () => {
  const { alliance, input } = await setting()
  const { number } = await recorded(api, 'recordReferrals', input)
  // 500 years of monthly counts, in both directions.
  await sql`insert into referral_flow (id, alliance_id, period, from_id, to_id, direction, count, recorded_from, recorded_by)
    select gen_random_uuid(), f.alliance_id, to_char(date '1500-01-01' + n * interval '1 month', 'YYYY-MM'), f.from_id, f.to_id, f.direction, n, f.recorded_from, f.recorded_by
    from referral_flow f, generate_series(0, 5999) n where f.recorded_by = ${number}`.execute(db)
  await expect(flows(alliance.id)).rejects.toThrow('more than 10000 rows')
  expect(await flows(alliance.id, { from: '1600-01', to: '1600-12' })).toHaveLength(24)
})
