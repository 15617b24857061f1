import { sql, type RawBuilder } from 'kysely'

import type { Db } from '@yilian/database/db.ts'

/** People of each county. */
export const PEOPLE = 5_000

type Part = RawBuilder<unknown>

/** A number from 0 to `below` − 1 that is always the same for a person, told apart by a name. */
const chance = (name: string, below: number): Part =>
  sql`(('x' || substr(md5(p.id::text || ${sql.lit(name)}), 1, 7))::bit(28)::int % ${sql.lit(below)})`
const dayAt = (days: Part): Part => sql`(date '2016-01-01' + (${days})::int)`
const idOf = (name: string): Part => sql`md5(p.id::text || ${sql.lit(name)})::uuid`
/** The institution of the person’s county at a place in its list of 300; the first 26 are hospitals. */
const at = (place: Part): Part => sql`(select s.id from staff_place s where s.county_code = p.county_code and s.place = ${place})`

/**
 * Ten years of staff for every county that has none: people with four versions each, three in ten with a second employer, and postings,
 * concurrent posts, loans and studies, past and present; one version in ten was corrected. Written past the audit and the checks of
 * references, by one statement per kind, a county after the other as counties read in their staff: it is throw-away data, and there are some four million rows of it for a hundred counties.
 */
export async function fillStaff(owner: Db, log: (message: string) => void): Promise<void> {
  await owner.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db)
    await sql`create temporary table staff_place on commit drop as
      select i.county_code, i.id, row_number() over (partition by i.county_code order by i.code) - 1 as place from institution i
      where i.county_code like '99____' and i.county_code not like '%00' and not exists (select from person p where p.county_code = i.county_code)`.execute(
      db,
    )
    await sql`create index on staff_place (county_code, place)`.execute(db)
    const { rows } = await sql<{ count: number }>`select count(distinct county_code) as count from staff_place`.execute(db)
    if (rows[0]!.count === 0) return
    log(`  staff of ${rows[0]!.count} counties`)
    const change = await sql<{ id: number }>`insert into change (command, correction, actor_id, actor_name, recorded_at)
      values ('importPeople', false, 'synthetic', '合成数据', '2016-01-01'), ('correctPerson', true, 'synthetic', '合成数据', '2024-01-01') returning id`.execute(
      db,
    )
    const [first, second] = change.rows.map(({ id }) => sql.lit(id))
    await sql`create temporary table staff_person on commit drop as
      select md5(c.county_code || ' ' || n)::uuid as id, c.county_code || '-R' || lpad(n::text, 5, '0') as code, c.county_code, n
      from (select distinct county_code from staff_place) c cross join generate_series(1, ${sql.lit(PEOPLE)}) n order by c.county_code, n`.execute(
      db,
    )
    await sql`insert into person (id, code, county_code) select id, code, county_code from staff_person`.execute(db)
    await insertVersions(db, first!, second!)
    for (const rows of appointments()) {
      await sql`insert into appointment (id, person_id, kind, institution_id, elsewhere, home_id, share, planned_until, title, valid_from, valid_to, recorded_from, recorded_by)
        select f.id, f.person_id, f.kind, f.institution_id, f.elsewhere, case when f.kind = 'PRIMARY' then f.institution_id end, f.share, f.planned_until, f.title,
          f.valid_from, f.valid_to, '2016-01-01', ${first!} from (${rows}) f`.execute(db)
    }
  })
  for (const table of ['person', 'person_version', 'appointment']) await sql`vacuum analyze ${sql.table(table)}`.execute(owner)
}

/** Four versions of each person, one every 900 days or so; of one in ten the second was known otherwise until 2024. */
async function insertVersions(db: Db, first: Part, second: Part): Promise<void> {
  const from = (version: Part): Part => dayAt(sql`${version} * 850 + case when ${version} = 0 then 0 else ${chance('version', 300)} end`)
  const columns = sql`id, name, sex, birth_date, education, work_class, profession, title_appointed, establishment_type, synthetic, valid_from, valid_to`
  const value = (title: Part): Part => sql`p.id, '人员' || p.n, case when ${chance('sex', 3)} = 0 then 'MALE' else 'FEMALE' end,
    date '1962-01-01' + ${chance('birth', 13_000)}, (array['10', '20', '20', '30', '30', '40'])[1 + ${chance('education', 6)}], w.work_class, w.profession, ${title},
    (array['IN_POST', 'IN_POST', 'IN_POST', 'CONTRACT', 'CONTRACT', 'DISPATCH', 'TEMPORARY'])[1 + ${chance('establishment', 7)}], true,
    ${from(sql`k`)}, case when k < 3 then ${from(sql`(k + 1)`)} end`
  const people = sql`staff_person p cross join lateral (select (array['11', '11', '12', '21', '21', '21', '31', '41', '69', '80', '90', 'V1'])[1 + ${chance('profession', 12)}] as profession) r
    cross join lateral (select r.profession, case r.profession when '80' then '3' when '90' then '4' when 'V1' then '5' else '1' end as work_class) w
    cross join generate_series(0, 3) k`
  const titles = sql`array['UNAPPOINTED', 'JUNIOR', 'ASSISTANT', 'INTERMEDIATE', 'ASSOCIATE_SENIOR', 'SENIOR']`
  await sql`insert into person_version (${columns}, recorded_from, recorded_by)
    select ${value(sql`(${titles})[1 + least(5, ${chance('title', 4)} + k / 2)]`)}, case when k = 1 and ${chance('corrected', 10)} = 0 then timestamptz '2024-01-01' else '2016-01-01' end,
      case when k = 1 and ${chance('corrected', 10)} = 0 then ${second} else ${first} end from ${people}`.execute(db)
  await sql`insert into person_version (${columns}, recorded_from, recorded_by, recorded_to, closed_by)
    select ${value(sql`'UNAPPOINTED'`)}, '2016-01-01', ${first}, '2024-01-01', ${second} from ${people} where k = 1 and ${chance('corrected', 10)} = 0`.execute(
    db,
  )
}

/** Selects of appointments: who is where as what, since when. Half work at the county’s six institutions, a third at its 20 township hospitals. */
function appointments(): Part[] {
  const home = (name: string): Part =>
    at(
      sql`case when ${chance(name, 20)} < 10 then ${chance(`${name} county`, 6)} when ${chance(name, 20)} < 17 then 6 + ${chance(`${name} town`, 20)} else 26 + ${chance(`${name} village`, 274)} end`,
    )
  const moved = sql`${chance('moves', 10)} < 3`
  const move = dayAt(sql`1500 + ${chance('move', 1000)}`)
  const row = (id: Part, kind: string, place: Part, share: string | null, from: Part, to: Part, title: string | null = null): Part =>
    sql`select ${id} as id, p.id as person_id, ${sql.lit(kind)} as kind, ${place} as institution_id, ${kind === 'STUDYING' ? sql`'省人民医院'` : sql`null::text`} as elsewhere,
      ${share === null ? sql`null::numeric` : sql`${sql.lit(share)}::numeric`} as share, ${kind === 'POSTED_DOWN' ? sql`date '2027-03-01'` : sql`null::date`} as planned_until,
      ${title === null ? sql`null::text` : sql`${sql.lit(title)}`} as title, ${from} as valid_from, ${to} as valid_to from staff_person p`
  const open = sql`null::date`
  const township = at(sql`6 + ${chance('posting', 20)}`)
  const changed = dayAt(sql`300 + ${chance('change', 1000)}`)
  return [
    row(idOf('primary'), 'PRIMARY', home('home'), null, dayAt(sql`0`), changed),
    sql`${row(idOf('primary'), 'PRIMARY', home('home'), null, changed, sql`case when ${moved} then ${move} end`, '医师')}`,
    sql`${row(idOf('second'), 'PRIMARY', home('second'), null, move, open)} where ${moved}`,
    sql`${row(idOf('posted before'), 'POSTED_DOWN', township, null, dayAt(sql`1800 + ${chance('posted', 200)}`), dayAt(sql`2050 + ${chance('posted until', 200)}`))} where ${chance('was posted', 5)} = 0`,
    sql`${row(idOf('posted now'), 'POSTED_DOWN', township, null, dayAt(sql`3600 + ${chance('posted', 200)}`), open)} where ${chance('is posted', 25)} = 0`,
    sql`${row(idOf('beside'), 'CONCURRENT', at(sql`6 + ${chance('beside', 20)}`), '0.2', dayAt(sql`2500 + ${chance('beside', 900)}`), open)} where ${chance('has beside', 20)} = 0`,
    sql`${row(idOf('studies'), 'STUDYING', sql`null::uuid`, null, dayAt(sql`3700`), open)} where ${chance('studies', 50)} = 0 and ${chance('is posted', 25)} <> 0`,
  ]
}
