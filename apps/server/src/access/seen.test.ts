import { UNLIMITED } from '@yilian/domain/access/access.ts'
import { POLICIES } from '@yilian/domain/access/permission.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { askerWith, overAlliance, overAll, overCounty, overInstitution } from '../../test/askers.ts'
import { makers, recorded, type Made } from '../../test/make.ts'
import { onDay } from './days.ts'
import type { Asker } from './identify.ts'
import { seesAlliance, seesInstitution } from './seen.ts'

const { db, countStatements } = await testDatabase()
const make = makers(await testApi(db))
const api = await testApi(db)

const [OWN, OTHER] = ['431221', '341821']
const inOther = { regionCode: `${OTHER}000000` }

// Of county 431221: an alliance led by 甲 until 2022, then by 乙; 丙 in it from 2019 until 2021; 丁 from 2030 on; 郎 of county 341821 from
// 2020. Of county 341821: an alliance led by 郎溪, with 戊 of 431221 from 2020 until 2024. A hospital of the prefecture, in neither.
const [first, second] = [await make.hospital({ name: '甲医院' }), await make.hospital({ name: '乙医院' })]
const alliance = await make.alliance({ name: '东片医共体', leadId: first.id })
const former = await make.membership({ alliance, institution: await make.institution({ name: '丙卫生院' }), until: '2021-01-01' })
const future = await make.membership({ alliance, institution: await make.institution({ name: '丁卫生院' }), on: '2030-01-01' })
const guest = await make.membership({ alliance, institution: await make.institution({ name: '郎卫生院', ...inOther }), on: '2020-01-01' })
const otherLead = await make.hospital({ name: '郎溪医院', ...inOther })
const other = await make.alliance({ name: '郎溪专科联盟', kind: 'SPECIALTY', countyCode: OTHER, leadId: otherLead.id })
const otherMember = await make.membership({ alliance: other, institution: await make.institution({ name: '郎溪卫生院', ...inOther }) })
const away = await make.membership({
  alliance: other,
  institution: await make.institution({ name: '戊卫生院' }),
  on: '2020-01-01',
  until: '2024-01-01',
})
const superior = await make.hospital({ name: '市医院', regionCode: '431200000000' })
await recorded(api, 'changeLead', {
  allianceId: alliance.id,
  leadId: second.id,
  formerLeadRole: 'MEMBER',
  baseVersion: (await api.query('query ($id: ID!) { alliance(id: $id) { version } }', { id: alliance.id })).alliance.version,
  effectiveOn: '2022-01-01',
})

const INSTITUTIONS: readonly Made[] = [
  first,
  second,
  former.institution,
  future.institution,
  guest.institution,
  otherLead,
  otherMember.institution,
  away.institution,
  superior,
]

/** What is seen on a day, by the first character of the name. */
async function seen({ access }: Asker, day: string): Promise<string> {
  const on = onDay(day as Parameters<typeof onDay>[0])
  const { rows } = await sql<{ name: string }>`
    select v.name from institution i join institution_version v on v.id = i.id and v.recorded_to is null
      where ${seesInstitution(access, sql`i.id`, on, sql`i.county_code`)}
    union all select v.name from alliance a join alliance_version v on v.id = a.id and v.recorded_to is null
      where ${seesAlliance(access, sql`a.id`, on, sql`a.county_code`)}`.execute(db)
  const order = [...INSTITUTIONS, alliance, other].map(({ name }) => name)
  return order.filter((name) => rows.some((row) => row.name === name)).join(' ')
}

const HOME = '甲医院 乙医院 丙卫生院 丁卫生院'

test.each([
  // The county's own always; a guest while it is in the county's alliance; the lead of the alliance in which one of the county's is.
  ['an operator of the county', overCounty('BUREAU_OPERATOR', OWN, 'ALLIANCE'), '2019-06-01', `${HOME} 戊卫生院 市医院 东片医共体`],
  ['', overCounty('BUREAU_OPERATOR', OWN, 'ALLIANCE'), '2021-06-01', `${HOME} 郎卫生院 郎溪医院 戊卫生院 市医院 东片医共体 郎溪专科联盟`],
  ['', overCounty('ANALYST', OWN), '2024-06-01', `${HOME} 郎卫生院 戊卫生院 市医院 东片医共体`],
  ['', overCounty('ANALYST', OWN), '1990-01-01', `${HOME} 戊卫生院 市医院 东片医共体`],
  // The other way round: not the guest's neighbours, and of the county only who is with one of theirs.
  ['a leader of the other county', overCounty('LEADER', OTHER), '2019-06-01', '郎卫生院 郎溪医院 郎溪卫生院 郎溪专科联盟'],
  ['', overCounty('LEADER', OTHER), '2021-06-01', '甲医院 郎卫生院 郎溪医院 郎溪卫生院 戊卫生院 东片医共体 郎溪专科联盟'],
  ['', overCounty('LEADER', OTHER), '2022-06-01', '乙医院 郎卫生院 郎溪医院 郎溪卫生院 戊卫生院 东片医共体 郎溪专科联盟'],
  // A lead sees its members while both it leads and they are members.
  ['the first lead', overInstitution('LEAD_OPERATOR', first.uuid), '2018-06-01', '甲医院 东片医共体'],
  ['', overInstitution('LEAD_OPERATOR', first.uuid), '2020-06-01', '甲医院 丙卫生院 郎卫生院 东片医共体'],
  ['', overInstitution('LEAD_OPERATOR', first.uuid), '2021-01-01', '甲医院 郎卫生院 东片医共体'],
  ['', overInstitution('LEAD_OPERATOR', first.uuid), '2021-12-31', '甲医院 郎卫生院 东片医共体'],
  // From the day on which another leads, it is a member: it sees who leads, and nobody else.
  ['', overInstitution('LEAD_OPERATOR', first.uuid), '2022-01-01', '甲医院 乙医院 东片医共体'],
  ['', overInstitution('LEAD_OPERATOR', first.uuid), '2030-01-01', '甲医院 乙医院 东片医共体'],
  ['the second lead', overInstitution('LEAD_OPERATOR', second.uuid), '2021-12-31', '乙医院'],
  ['', overInstitution('LEAD_OPERATOR', second.uuid), '2022-01-01', '甲医院 乙医院 郎卫生院 东片医共体'],
  ['', overInstitution('LEAD_OPERATOR', second.uuid), '2030-01-01', '甲医院 乙医院 丁卫生院 郎卫生院 东片医共体'],
  // A grant over the alliance is over its members, whoever leads.
  ['an operator of the alliance', overAlliance('LEAD_OPERATOR', alliance.uuid), '2020-06-01', '甲医院 丙卫生院 郎卫生院 东片医共体'],
  ['', overAlliance('ANALYST', alliance.uuid), '2022-06-01', '甲医院 乙医院 郎卫生院 东片医共体'],
  // A reporter sees the own institution, its alliance while it is in it, and who leads that.
  ['a reporter', overInstitution('REPORTER', former.institution.uuid), '2020-06-01', '甲医院 丙卫生院 东片医共体'],
  ['', overInstitution('REPORTER', former.institution.uuid), '2021-01-01', '丙卫生院'],
  ['', overInstitution('REPORTER', future.institution.uuid), '2029-12-31', '丁卫生院'],
  ['', overInstitution('REPORTER', future.institution.uuid), '2030-01-01', '乙医院 丁卫生院 东片医共体'],
  ['an administrator', overAll('SYSTEM_ADMINISTRATOR'), '2021-06-01', ''],
])('%s sees %o on %s: %s', async (_, grant, day, expected) => {
  expect(await seen(askerWith(grant), day)).toBe(expected)
})

test('several grants together let see what each does', async () => {
  const both = askerWith(overInstitution('REPORTER', former.institution.uuid), overCounty('ANALYST', OTHER))
  expect(await seen(both, '2019-06-01')).toBe('甲医院 丙卫生院 郎卫生院 郎溪医院 郎溪卫生院 东片医共体 郎溪专科联盟')
})

test('a withdrawal that is recorded late takes from sight what was seen meanwhile, and a reader of the past is asked by what is known now', async () => {
  const late = await make.membership({ alliance, institution: await make.institution({ name: '己卫生院' }), on: '2022-06-01' })
  const lead = await testApi(db, '2026-11-22T04:00:00Z', askerWith(overInstitution('LEAD_OPERATOR', second.uuid)))
  const look = async (asOf: string, asKnownAt: string | null = null) =>
    (
      await lead.query('query ($id: ID!, $asOf: Date, $t: Instant) { institution(id: $id, asOf: $asOf, asKnownAt: $t) { name } }', {
        id: late.institution.id,
        asOf,
        t: asKnownAt,
      })
    ).institution?.name ?? null
  expect([await look('2022-05-31'), await look('2022-06-01'), await look('2026-01-01')]).toEqual([null, '己卫生院', '己卫生院'])
  const { recordedAt } = await recorded(api, 'withdrawMember', {
    membershipId: late.id,
    baseVersion: late.version,
    effectiveOn: '2023-01-01',
  })
  expect([await look('2022-12-31'), await look('2023-01-01'), await look('2026-01-01')]).toEqual(['己卫生院', null, null])
  const before = new Date(Date.parse(recordedAt) - 1).toISOString()
  expect([await look('2022-12-31', before), await look('2026-01-01', before)]).toEqual(['己卫生院', null])
})

test('whoever reads institutions reads alliances and documents: one set of readers', () => {
  expect(POLICIES.alliance.read.who).toBe(POLICIES.institution.read.who)
  expect(POLICIES.policyDocument.read.who).toBe(POLICIES.institution.read.who)
})

test('programs without limit pay nothing', () => {
  const plain = (one: ReturnType<typeof seesInstitution>) => one.compile(db).sql
  expect(plain(seesInstitution(UNLIMITED, sql`i.id`, onDay('2020-01-01' as never)))).toBe('true')
  expect(plain(seesAlliance(UNLIMITED, sql`a.id`, onDay('2020-01-01' as never)))).toBe('true')
})

test('a list that the reader narrows to an own county asks nothing more; one without a county is found by indexes', async () => {
  const { access } = askerWith(overCounty('ANALYST', OWN))
  const on = onDay('2021-06-01' as never)
  expect(seesInstitution(access, sql`i.id`, on, OWN).compile(db).sql).toBe('true')
  const plan = async (table: string, where: ReturnType<typeof seesInstitution>) =>
    db.connection().execute(async (connection) => {
      // A test has few rows, which are fastest read whole: whether indexes can serve is what is asked.
      await sql`set enable_seqscan = off`.execute(connection)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select t.id from ${sql.table(table)} t where ${where}`.execute(
        connection,
      )
      await sql`reset enable_seqscan`.execute(connection)
      return JSON.stringify(rows)
    })
  for (const grant of [overCounty('ANALYST', OWN), overInstitution('LEAD_OPERATOR', second.uuid), overAlliance('ANALYST', alliance.uuid)]) {
    const asker = askerWith(grant).access
    expect(await plan('institution', seesInstitution(asker, sql`t.id`, on, sql`t.county_code`))).not.toContain('Seq Scan on institution')
    expect(await plan('alliance', seesAlliance(asker, sql`t.id`, on, sql`t.county_code`))).not.toContain('Seq Scan on alliance')
  }
})

test('who asks adds no statement: a county’s reader takes as many as one without limit', async () => {
  const reader = await testApi(db, '2026-11-22T04:00:00Z', askerWith(overCounty('ANALYST', OWN)))
  const list = `{ institutions(filter: { countyCode: "431221" }, asOf: "2021-06-01") { totalCount nodes { name region { name }
    memberships { role alliance { name lead { institution { name } } memberCount sharedServices { name provider { name } } documents { title } } }
    membershipTimeline { validFrom } } } }`
  // Apart from the list: changes come with one statement per institution, and which of them reads what two share is left to chance.
  const history = `{ institution(id: "${first.id}", asOf: "2021-06-01") { changes(first: 5) { nodes { summary } } } }`
  for (const query of [list, history]) {
    const [unlimited, limited] = [await countStatements(() => api.query(query)), await countStatements(() => reader.query(query))]
    expect(limited.length).toBe(unlimited.length)
    expect(unlimited.length).toBeGreaterThan(2)
  }
})
