import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

import { whereInForce } from '@yilian/database/dated.ts'
import { searchQuery } from '@yilian/database/search-terms.ts'
import { day } from '@yilian/domain/day.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'

import { STAFF_FACTS } from './facts/staff.ts'
import { DEMONSTRATION, loadDemo } from './load.ts'

const { owner: db } = await testDatabase()
const said: string[] = []
let loaded = false
beforeAll(async () => {
  loaded = await loadDemo(db, (message) => said.push(message))
})

const memberships = (asOf: string) =>
  db
    .selectFrom('membership as m')
    .innerJoin('allianceVersion as a', 'a.id', 'm.allianceId')
    .innerJoin('alliance', 'alliance.id', 'a.id')
    .innerJoin('institutionVersion as i', 'i.id', 'm.institutionId')
    .select(['a.name as alliance', 'm.role', 'i.name as institution'])
    .where('alliance.countyCode', '=', '431221')
    .where(whereInForce('m', { asOf: day(asOf), asKnownAt: null }))
    .where(whereInForce('a', { asOf: day(asOf), asKnownAt: null }))
    .orderBy('alliance.code')
    .orderBy('m.role')
    .execute()

describe('the demonstration', () => {
  test('holds every institution, alliance and document of the reports, once', async () => {
    const count = async (table: 'institution' | 'alliance' | 'policyDocument') => (await db.selectFrom(table).select('id').execute()).length
    expect(await count('institution')).toBe(DEMONSTRATION.reduce((sum, { institutions }) => sum + institutions.length, 0))
    expect(await count('alliance')).toBe(DEMONSTRATION.reduce((sum, { alliances }) => sum + alliances.length, 0))
    expect(await count('policyDocument')).toBe(3)
    expect(said).toHaveLength(4)
    expect(loaded).toBe(true)
  })

  test('shows as of 2020-07-31 the pilots of 铜湾 and 铁坡 with lead and member', async () => {
    expect(await memberships('2020-07-31')).toMatchObject([
      { alliance: '铜湾片区医共体', role: 'LEAD', institution: '铜湾镇中心卫生院' },
      { alliance: '铜湾片区医共体', role: 'MEMBER', institution: '铜鼎镇卫生院' },
      { alliance: '铁坡片区医共体', role: 'LEAD', institution: '铁坡镇中心卫生院' },
      { alliance: '铁坡片区医共体', role: 'MEMBER', institution: '铁坡镇锦溪卫生院' },
      { alliance: '泸阳片区医联体', role: 'MEMBER' },
      { alliance: '中方县医联体', role: 'LEAD', institution: '湖南医药学院第一附属医院' },
      { alliance: '铜湾、泸阳创建二级医院专家指导' },
      { alliance: '铜湾、泸阳创建二级医院专家指导' },
    ])
  })

  test('shows none of them on the day before', async () => {
    expect(await memberships('2020-07-30')).toEqual([])
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from institution_version v where ${whereInForce('v', { asOf: day('2020-07-30'), asKnownAt: null })} and name = '铜湾镇中心卫生院'`.execute(
      db,
    )
    expect(rows[0]!.n).toBe(1)
  })

  test('shows people, money and goods of 铁坡 under one management', async () => {
    const rows = await db
      .selectFrom('unifiedManagement as u')
      .innerJoin('allianceVersion as a', 'a.id', 'u.allianceId')
      .select(['u.domain', 'u.state'])
      .where('a.name', '=', '铁坡片区医共体')
      .where(whereInForce('u', { asOf: day('2020-07-31'), asKnownAt: null }))
      .orderBy('u.domain')
      .execute()
    expect(rows).toEqual([
      { domain: 'EQUIPMENT', state: 'IN_FORCE' },
      { domain: 'FINANCE', state: 'IN_FORCE' },
      { domain: 'STAFF', state: 'IN_FORCE' },
    ])
  })

  test('shows the lead dispute of 泸阳', async () => {
    const row = await db
      .selectFrom('leadDispute as d')
      .innerJoin('institutionVersion as chosen', 'chosen.id', 'd.chosenId')
      .innerJoin('institutionVersion as mandated', 'mandated.id', 'd.mandatedId')
      .select(['chosen.name as chosen', 'mandated.name as mandated', 'd.authority', 'd.source'])
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      chosen: '怀化市第二人民医院',
      mandated: '湖南医药学院第一附属医院',
      authority: '怀化市卫生健康委员会',
      source: '报告 000 行2',
    })
  })

  test.each([
    ['twzx', '铜湾镇中心卫生院'],
    ['铜湾中心', '铜湾镇中心卫生院'],
    ['湖医附一', '湖南医药学院第一附属医院'],
    ['zfrm', '中方县人民医院'],
  ])('finds by %s %s', async (typed, name) => {
    const rows = await db
      .selectFrom('searchTerm as s')
      .innerJoin('institutionVersion as i', 'i.id', 's.subjectId')
      .select('i.name')
      .distinct()
      .where('s.term', 'like', `${searchQuery(typed)}%`)
      .execute()
    expect(rows.map((row) => row.name)).toContain(name)
  })

  test('keeps who brought it and in which change, and whom each change concerned', async () => {
    const changes = await db
      .selectFrom('change')
      .select(['command', 'effectiveOn', 'countyCode'])
      .where('command', '=', 'loadDemonstration')
      .orderBy('id')
      .execute()
    expect(changes).toHaveLength(
      4 + STAFF_FACTS.length + DEMONSTRATION.reduce((sum, { alliances, projects }) => sum + alliances.length + projects.length, 0),
    )
    const lead = await db
      .selectFrom('changeSubject as s')
      .innerJoin('institutionVersion as i', 'i.id', 's.subjectId')
      .select('s.changeId')
      .where('i.name', '=', '铜湾镇中心卫生院')
      .execute()
    expect(lead).toHaveLength(4)
  })

  test('is not loaded over what is there', async () => {
    expect(await loadDemo(db, () => {})).toBe(false)
  })
})
