import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { generate } from './generate.ts'
import { loadDemo } from './load.ts'
import { syntheticCounty } from './synthetic/county.ts'
import { syntheticCountyCode, syntheticPlaces } from './synthetic/places.ts'
import { seededRandom } from './synthetic/random.ts'

const synthetic = await testDatabase()
const { owner: db } = synthetic
const COUNTIES = ['990101', '990102']
beforeAll(async () => {
  await generate(db, { counties: 2, seed: 7 })
})

/** How many rows a query that should find none finds. */
const found = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(db)).rows[0]!.n

describe('a synthetic county', () => {
  test.each(COUNTIES)('%s has 300 institutions and about 3,000 membership records of ten years', async (countyCode) => {
    const of = (table: string) =>
      sql<{
        n: number
      }>`select count(*)::int as n from ${sql.table(table)} t join alliance a on a.id = t.alliance_id where a.county_code = ${countyCode}`
    expect(await found(sql`select count(*)::int as n from institution where county_code = ${countyCode}`)).toBe(300)
    const memberships = await found(of('membership'))
    expect(memberships).toBeGreaterThan(2900)
    expect(memberships).toBeLessThan(3500)
    expect(
      await found(
        sql`select count(distinct extract(year from valid_from))::int as n from membership m join alliance a on a.id = m.alliance_id where a.county_code = ${countyCode}`,
      ),
    ).toBe(11)
    for (const table of ['unified_management', 'shared_service', 'referral_flow']) expect(await found(of(table)), table).toBeGreaterThan(0)
  })

  test('keeps what was known before: closed rows, and rows that corrections closed', async () => {
    expect(await found(sql`select count(*)::int as n from membership where recorded_to is not null`)).toBeGreaterThan(1000)
    expect(
      await found(sql`select count(*)::int as n from membership m join change c on c.id = m.closed_by where c.correction`),
    ).toBeGreaterThan(50)
  })

  // The rules of domain.md in SQL of their own, apart from the constraints and from the code that makes the data.
  test.each([
    [
      'an institution in two tight alliances on one day',
      sql<{
        n: number
      }>`select count(*)::int as n from membership a join membership b on a.institution_id = b.institution_id and a.row_id < b.row_id
        join alliance x on x.id = a.alliance_id join alliance y on y.id = b.alliance_id
        where x.kind = 'COUNTY_TIGHT' and y.kind = 'COUNTY_TIGHT' and a.recorded_to is null and b.recorded_to is null
          and a.valid_from < coalesce(b.valid_to, 'infinity') and b.valid_from < coalesce(a.valid_to, 'infinity')`,
    ],
    [
      'a tight alliance on a day without lead, vacancy or dispute',
      sql<{ n: number }>`select count(*)::int as n from alliance a, generate_series('2016-01-01'::date, '2026-12-31', '1 day') d
        where a.kind = 'COUNTY_TIGHT'
          and not exists (select from membership m where m.alliance_id = a.id and m.role = 'LEAD' and m.recorded_to is null and d >= m.valid_from and d < coalesce(m.valid_to, 'infinity'))
          and not exists (select from lead_vacancy v where v.alliance_id = a.id and v.recorded_to is null and d >= v.valid_from and d < coalesce(v.valid_to, 'infinity'))
          and not exists (select from lead_dispute p where p.alliance_id = a.id and p.recorded_to is null and d >= p.valid_from and d < coalesce(p.valid_to, 'infinity'))`,
    ],
    [
      'a member that is closed',
      sql<{
        n: number
      }>`select count(*)::int as n from membership m join institution_version i on i.id = m.institution_id and i.recorded_to is null and i.status in ('CLOSED', 'MERGED')
        where m.recorded_to is null and coalesce(m.valid_to, 'infinity') > i.valid_from`,
    ],
    [
      'a membership without the group its alliance excludes by',
      sql<{ n: number }>`select count(*)::int as n from membership m join alliance a on a.id = m.alliance_id
        where (m.exclusive_group is not null) <> (a.kind in ('COUNTY_TIGHT', 'AREA') and m.role <> 'SUPPORTING')`,
    ],
    [
      'a row recorded before its change, or closed by another instant',
      sql<{
        n: number
      }>`select count(*)::int as n from membership m join change b on b.id = m.recorded_by left join change c on c.id = m.closed_by
        where m.recorded_from <> b.recorded_at or m.recorded_to is distinct from c.recorded_at`,
    ],
    [
      'a change whose number and instant disagree in order within a county',
      sql<{
        n: number
      }>`select count(*)::int as n from (select recorded_at < lag(recorded_at) over (partition by county_code order by id) as back from change where actor_id = 'synthetic') c where back`,
    ],
    [
      'an institution outside its county but for supporters',
      sql<{
        n: number
      }>`select count(*)::int as n from institution i join institution_version v on v.id = i.id where left(v.region_code, 6) <> i.county_code`,
    ],
    [
      'an institution that search does not find',
      sql<{
        n: number
      }>`select count(*)::int as n from institution i where not exists (select from search_term s where s.subject_id = i.id)`,
    ],
  ])('has no %s', async (_, query) => expect(await found(query)).toBe(0))

  test('is the same for the same seed, to the id, and another for another', () => {
    const made = (seed: number) => JSON.stringify(syntheticCounty(seed, 1).ledger.rows.map(({ id, value, period }) => [id, value, period]))
    expect(made(7)).toBe(made(7))
    expect(made(7)).not.toBe(made(8))
  })

  test('cannot be taken for a real one', () => {
    const { countyName, regions } = syntheticPlaces(1)
    expect(countyName).toBe('测试001县')
    for (const { code } of regions) expect(code).toMatch(/^99/)
    for (const { code, value } of syntheticCounty(1, 1).institutions) {
      expect(code).toMatch(/^99/)
      expect(value.source).toBe('合成数据')
    }
  })

  test('is written with as many statements as any other', async () => {
    const third = await synthetic.countStatements(() => generate(db, { counties: 3, seed: 7 }))
    const fourth = await synthetic.countStatements(() => generate(db, { counties: 4, seed: 7 }))
    expect(fourth).toHaveLength(third.length)
    expect(third.length).toBeLessThan(40)
  })

  test('is left as it is when more are made', async () => {
    const before = await found(sql`select count(*)::int as n from change`)
    expect(await generate(db, { counties: 2, seed: 7 })).toEqual(COUNTIES)
    expect(await found(sql`select count(*)::int as n from change`)).toBe(before)
  })
})

describe('synthetic and real counties', () => {
  test('are never mixed', async () => {
    await expect(loadDemo(db, () => {})).resolves.toBe(false)
    const real = await testDatabase()
    await loadDemo(real.owner, () => {})
    await expect(generate(real.owner, { counties: 1 })).rejects.toThrow(/synthetic counties need one of their own/)
  })
})

describe('synthetic county codes', () => {
  test('number 9,801 counties, each once', () => {
    expect([1, 99, 100, 9801].map(syntheticCountyCode)).toEqual(['990101', '990199', '990201', '999999'])
    expect([0, 9802, 1.5].map((number) => () => syntheticCountyCode(number))).toSatisfy((calls: (() => string)[]) =>
      calls.every((call) => throws(call)),
    )
  })
})

describe('seeded numbers', () => {
  test('stay below their bound, differ between seeds and are spread evenly', () => {
    const random = seededRandom('a')
    const counts = Array.from({ length: 10 }, () => 0)
    for (let at = 0; at < 10_000; at++) counts[random.int(10)]!++
    expect(counts.reduce((sum, count) => sum + count)).toBe(10_000)
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
    expect(seededRandom('a').int(1e9)).not.toBe(seededRandom('b').int(1e9))
  })
})

function throws(call: () => unknown): boolean {
  try {
    call()
    return false
  } catch (error) {
    return error instanceof RangeError
  }
}
