import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'

import { day } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'
import { appointmentIssues } from '@yilian/domain/staffing/appointment.ts'
import { licenceIssues } from '@yilian/domain/staffing/licence.ts'
import { overQuotaDays } from '@yilian/domain/staffing/quota.ts'
import { personIssues } from '@yilian/domain/staffing/person.ts'
import { staffCountIssues } from '@yilian/domain/staffing/staff-count.ts'
import { mentorshipIssues, recruitmentDriveIssues, trainingCohortIssues } from '@yilian/domain/staffing/training.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'

import { loadDemo } from './load.ts'
import { syntheticStaff } from './synthetic/staff.ts'

const { owner: db } = await testDatabase()
beforeAll(async () => {
  await loadDemo(db, () => undefined)
})

test('the party secretary of 铜湾 is director of 铜鼎, and nobody is named', async () => {
  const { rows } = await sql`select v.name, a.kind, i.name as institution, a.leadership from appointment a
    join person_version v on v.id = a.person_id join institution_version i on i.id = a.institution_id
    where not v.synthetic order by v.name, a.kind`.execute(db)
  expect(rows).toEqual([
    {
      name: '姓名未载（杭州师范大学驻点专家一）',
      kind: 'SECONDED_LEADERSHIP',
      institution: '郎溪县人民医院',
      leadership: 'DEPUTY_DIRECTOR',
    },
    {
      name: '姓名未载（杭州师范大学驻点专家二）',
      kind: 'SECONDED_LEADERSHIP',
      institution: '郎溪县人民医院',
      leadership: 'DEPUTY_DIRECTOR',
    },
    { name: '姓名未载（铜湾镇中心卫生院党支部书记）', kind: 'CONCURRENT', institution: '铜鼎镇卫生院', leadership: 'DIRECTOR' },
    { name: '姓名未载（铜湾镇中心卫生院党支部书记）', kind: 'PRIMARY', institution: '铜湾镇中心卫生院', leadership: 'PARTY_SECRETARY' },
  ])
})

test('counts of the reports stand as they are, with their sources, and what is not reported is not known', async () => {
  const { rows } = await sql<{ name: string; interns: number | null; posts: number | null }>`
    select name, interns, posts from training_cohort where region_code = '341821000000' order by name`.execute(db)
  expect(rows).toContainEqual({ name: '2021届定向委培乡村医生', interns: 40, posts: null })
  expect(rows).toContainEqual({ name: '2020年定向委培乡村医生', interns: null, posts: 35 })
  const drives = await sql`select hired from recruitment_drive where post_pool`.execute(db)
  expect(drives.rows).toEqual([{ hired: 17 }])
  const practitioners =
    await sql`select general_practitioner as kind, count from staff_count where general_practitioner is not null order by 1`.execute(db)
  expect(practitioners.rows).toEqual([
    { kind: 'ASSISTANT_GP', count: 4 },
    { kind: 'GP', count: 11 },
  ])
  const residents =
    await sql`select year, residents, source, source_note from region_population where region_code = '341821000000'`.execute(db)
  expect(residents.rows).toEqual([
    { year: 2023, residents: 310_000, source: '报告 003 一（五）2', sourceNote: expect.stringContaining('31万常住人口') },
  ])
  const unsourced =
    await sql`select name from training_cohort where source is null union all select what from staff_count where source is null
    union all select name from recruitment_drive where source is null`.execute(db)
  expect(unsourced.rows).toEqual([])
})

test('everything loaded keeps the rules of the domain', async () => {
  const today = day('2026-11-25')
  const all = async (table: string) => (await sql<never>`select * from ${sql.table(table)} where recorded_to is null`.execute(db)).rows
  for (const row of await all('person_version')) expect(personIssues(row, today)).toEqual([])
  for (const row of (await all('appointment')) as { kind: never; valid_from: never }[])
    expect(appointmentIssues(row.kind, row as never)).toEqual([])
  for (const row of await all('licence')) expect(licenceIssues(row, today)).toEqual([])
  for (const row of (await all('training_cohort')) as { regionCode: string }[])
    expect(trainingCohortIssues(row.regionCode, row as never)).toEqual([])
  for (const row of (await all('recruitment_drive')) as { regionCode: string }[])
    expect(recruitmentDriveIssues(row.regionCode, row as never)).toEqual([])
  for (const row of (await all('staff_count')) as { regionCode: string }[])
    expect(staffCountIssues(row.regionCode, row as never)).toEqual([])
  for (const row of await all('mentorship')) expect(mentorshipIssues(row, row)).toEqual([])
})

test('the generated staff is marked, the same each time, and fits quotas, loans and exceptions on every day', async () => {
  const { rows } = await sql<{ people: number; posted: number; retired: number }>`
    select count(distinct v.id)::int as people,
      (select count(*)::int from appointment where kind = 'POSTED_DOWN' and valid_to is null) as posted,
      (select count(*)::int from appointment where flow_out = '24') as retired
    from person_version v where v.synthetic and v.source like '示例数据%'`.execute(db)
  expect(rows[0]).toMatchObject({ people: 372 })
  expect(rows[0]!.posted).toBeGreaterThan(3)
  expect(rows[0]!.retired).toBeGreaterThan(3)
  const counted = await sql<Period & { of: string; part: 'quotas' | 'borrowed' | 'exceptions' | 'filled'; count: number }>`
    select institution_id || post_class as of, 'quotas' as part, count, valid_from, valid_to from establishment_quota
    union all select institution_id || post_class, 'borrowed', count, valid_from, valid_to from quota_loan
    union all select institution_id || post_class, 'exceptions', count, valid_from, valid_to from quota_exception
    union all select a.institution_id || case v.work_class when '3' then 'MANAGEMENT' when '4' then 'WORKER' else 'TECHNICAL' end, 'filled', 1,
      greatest(a.valid_from, v.valid_from), least(a.valid_to, v.valid_to)
      from appointment a join person_version v on v.id = a.person_id and daterange(v.valid_from, v.valid_to) && daterange(a.valid_from, a.valid_to)
      where a.kind = 'PRIMARY' and v.establishment_type in ('IN_POST', 'FILING') and v.synthetic`.execute(db)
  const over = [...Map.groupBy(counted.rows, ({ of }) => of).values()].flatMap((all) => {
    const part = (wanted: string) => all.filter((one) => one.part === wanted)
    const facts = { quotas: part('quotas'), borrowed: part('borrowed'), given: [], exceptions: part('exceptions') }
    expect(facts.quotas).toHaveLength(1)
    return overQuotaDays(facts, part('filled'))
  })
  expect(over).toEqual([])
  const places = [{ id: 'a', people: 20, primaryCare: false }]
  expect(syntheticStaff('x', places)).toEqual(syntheticStaff('x', places))
})
