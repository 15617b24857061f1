import { testDatabase } from '@yilian/testing/test-database.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { makers, recorded, versionOf } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

const READ = `query ($county: String, $id: ID, $from: Date!, $to: Date!, $t: Instant, $locale: Locale) {
  allianceChanges(countyCode: $county, allianceId: $id, from: $from, to: $to, asKnownAt: $t) {
    alliance { name inForce } differences { fact factId subject(locale: $locale) before(locale: $locale) after(locale: $locale) institution { name } } } }`

interface Difference {
  alliance: { name: string; inForce: boolean }
  differences: { fact: string; subject: string; before: string | null; after: string | null; institution: { name: string } | null }[]
}

async function differences(variables: Readonly<Record<string, unknown>>): Promise<Difference[]> {
  return (await api.query(READ, { locale: 'zh', ...variables }))['allianceChanges']
}

const told = ({ differences: all }: Difference) => all.map(({ fact, subject, before, after }) => [fact, subject, before, after])

/** A year in one alliance: a lead comes, a member leaves, another changes its role, a service opens, money is managed as one. */
async function year() {
  const alliance = await make.alliance({ on: '2018-01-01' })
  const leaving = await make.membership({ alliance, on: '2018-06-01' })
  const changing = await make.membership({ alliance, on: '2018-06-01' })
  const lead = await make.hospital()
  await recorded(api, 'changeLead', {
    allianceId: alliance.id,
    leadId: lead.id,
    baseVersion: await versionOf(api, alliance.id),
    effectiveOn: '2019-03-01',
  })
  await recorded(api, 'withdrawMember', { membershipId: leaving.id, baseVersion: leaving.version, effectiveOn: '2019-05-01' })
  await recorded(api, 'changeRole', {
    membershipId: changing.id,
    role: 'SUPPORTING',
    baseVersion: changing.version,
    effectiveOn: '2019-06-01',
  })
  await recorded(api, 'setUnifiedManagement', {
    allianceId: alliance.id,
    domains: ['FINANCE'],
    state: 'IN_FORCE',
    effectiveOn: '2019-07-01',
  })
  await recorded(api, 'openSharedService', {
    allianceId: alliance.id,
    kind: 'ECG',
    name: '心电中心',
    providerId: lead.id,
    servesAll: true,
    effectiveOn: '2019-08-01',
  })
  await recorded(api, 'reviseAlliance', {
    allianceId: alliance.id,
    name: `${alliance.name}(新)`,
    stage: 'PILOT',
    baseVersion: await versionOf(api, alliance.id),
    effectiveOn: '2019-09-01',
  })
  return {
    alliance,
    leaving: leaving.institution,
    changing: changing.institution,
    lead,
  }
}

test('what came, went and changed between two days is told fact by fact', async () => {
  const { alliance, leaving, changing, lead } = await year()
  const [found] = await differences({ id: alliance.id, from: '2018-12-31', to: '2019-12-31' })
  const name = `${alliance.name}(新)`
  expect(found!.alliance).toEqual({ name, inForce: true })
  expect(told(found!)).toEqual([
    ['ALLIANCE', name, `${alliance.name} · 运行`, `${name} · 试点`],
    ['MEMBERSHIP', `${name} · ${leaving.name}`, '成员单位', null],
    ['MEMBERSHIP', `${name} · ${changing.name}`, '成员单位', '上级支援单位'],
    ['MEMBERSHIP', `${name} · ${lead.name}`, null, '牵头单位'],
    ['LEAD_VACANCY', `${name} · 牵头空缺`, '筹建中', null],
    ['UNIFIED_MANAGEMENT', `${name} · 财务`, null, '已统一'],
    ['SHARED_SERVICE', `${name} · 心电中心`, null, `心电中心 · ${lead.name}`],
  ])
  const institutions = [null, leaving.name, changing.name, lead.name, null, null, null]
  expect(found!.differences.map(({ institution }) => institution?.name ?? null)).toEqual(institutions)
})

test('backwards it tells the same the other way round; between equal states nothing', async () => {
  const { alliance } = await year()
  const turn = (all: (string | null)[][]) => all.map(([fact, , before, after]) => [fact, after, before].join(' ')).toSorted()
  const [there] = await differences({ id: alliance.id, from: '2018-12-31', to: '2019-12-31' })
  const [back] = await differences({ id: alliance.id, from: '2019-12-31', to: '2018-12-31' })
  expect(turn(told(back!))).toEqual(
    told(there!)
      .map(([fact, , before, after]) => [fact, before, after].join(' '))
      .toSorted(),
  )
  expect(await differences({ id: alliance.id, from: '2019-10-01', to: '2026-01-01' })).toEqual([])
})

test('alliances founded and dissolved in between are told, in the county’s list by code', async () => {
  const county = '341821'
  const [first, second] = [
    await make.alliance({ on: '2021-02-01', countyCode: county }),
    await make.alliance({ on: '2019-01-01', countyCode: county }),
  ]
  await make.alliance({ on: '2015-01-01', countyCode: county })
  await recorded(api, 'dissolveAlliance', { allianceId: second.id, baseVersion: second.version, effectiveOn: '2021-03-01' })
  const found = await differences({ county, from: '2021-01-01', to: '2021-12-31' })
  expect(found.map(({ alliance }) => alliance)).toEqual([
    { name: first.name, inForce: true },
    { name: second.name, inForce: false },
  ])
  expect(told(found[0]!)).toEqual([
    ['ALLIANCE', first.name, null, `${first.name} · 运行`],
    ['LEAD_VACANCY', `${first.name} · 牵头空缺`, null, '筹建中'],
  ])
  expect(told(found[1]!)).toEqual([
    ['ALLIANCE', second.name, `${second.name} · 运行`, null],
    ['LEAD_VACANCY', `${second.name} · 牵头空缺`, '筹建中', null],
  ])
})

test('a member that left and came back between the days, under another membership, is no difference', async () => {
  const { alliance, institution, id, version } = await make.membership()
  await recorded(api, 'withdrawMember', { membershipId: id, baseVersion: version, effectiveOn: '2020-01-01' })
  await make.membership({ alliance, institution, on: '2021-01-01' })
  expect(await differences({ id: alliance.id, from: '2019-06-01', to: '2022-01-01' })).toEqual([])
  expect(await differences({ id: alliance.id, from: '2019-06-01', to: '2020-06-01' })).toHaveLength(1)
})

test('as known before something was recorded, it is no difference; another document is none either', async () => {
  const { alliance, institution } = await make.membership()
  const { recordedAt } = (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0]
  const query = { id: alliance.id, from: '2018-12-31', to: '2019-01-01' }
  expect((await differences({ ...query, t: recordedAt }))[0]!.differences).toHaveLength(1)
  expect(await differences({ ...query, t: '2020-01-01T00:00:00Z' })).toEqual([])
  const membership = (await api.query('query ($id: ID!) { institution(id: $id) { memberships { id version } } }', { id: institution.id }))[
    'institution'
  ].memberships[0]
  await recorded(api, 'correctMembership', { membershipId: membership.id, baseVersion: membership.version, stretches: [] })
  expect(await differences(query)).toEqual([])
})

test('it is told in English too, and a county or an alliance has to be named', async () => {
  const { alliance } = await make.membership()
  const [found] = await differences({ id: alliance.id, from: '2018-12-31', to: '2019-01-01', locale: 'en' })
  expect(found!.differences[0]).toMatchObject({ before: null, after: 'Member' })
  await expect(differences({ from: '2018-12-31', to: '2019-01-01' })).rejects.toThrow('Name a county or an alliance')
})

test('the differences of a county are as many statements for many alliances as for one', async () => {
  const read = () => differences({ county: '431221', from: '2017-01-01', to: '2026-01-01' })
  await year()
  const few = await countStatements(read)
  await year()
  await year()
  expect((await countStatements(read)).length).toBe(few.length)
})

test('more facts than can be compared whole are refused; fewer are answered', async () => {
  const { alliance, lead } = await year()
  await sql`insert into shared_service (id, alliance_id, kind, name, provider_id, valid_from, recorded_from, recorded_by)
    select gen_random_uuid(), s.alliance_id, s.kind, s.name || n, s.provider_id, date '2020-01-01' + n / 100, s.recorded_from, s.recorded_by
    from shared_service s, generate_series(0, 10000) n where s.provider_id = ${lead.uuid} and s.recorded_to is null`.execute(db)
  await expect(differences({ id: alliance.id, from: '2019-12-31', to: '2026-01-01' })).rejects.toThrow('TOO_COMPLEX')
  const [found] = await differences({ id: alliance.id, from: '2019-12-31', to: '2020-01-02' })
  expect(found!.differences).toHaveLength(200)
})
