import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { issuesOfConstraint } from './constraint-issues.ts'

const { db } = await testDatabase()

test('every exclusion but those of one timeline against itself is told as an issue by its name', async () => {
  const { rows } = await sql<{ name: string }>`
    select conname as name from pg_constraint where contype = 'x' and conname not like '%_no_overlap' order by 1`.execute(db)
  expect(rows.map(({ name }) => name)).toContain('membership_once')
  for (const { name } of rows) expect(issuesOfConstraint(Object.assign(new Error(), { constraint: name })), name).toHaveLength(1)
})

test('an institution is in an alliance once at a time, even for who writes past the rules', async () => {
  const change = sql`insert into change (command, actor_id, actor_name) values ('test', 'test', 'test') returning id`
  const { rows } = await sql<{ id: number }>`${change}`.execute(db)
  const [alliance, institution, other] = Array.from({ length: 3 }, () => crypto.randomUUID())
  await sql`insert into alliance (id, code, county_code, kind) values (${alliance}, 'A', '990101', 'TELEMEDICINE')`.execute(db)
  await sql`insert into institution (id, code, county_code) values (${institution}, 'I', '990101'), (${other}, 'O', '990101')`.execute(db)
  const join = (who: string | undefined, from: string, to: string | null) =>
    sql`insert into membership (id, alliance_id, institution_id, role, valid_from, valid_to, recorded_from, recorded_by)
      values (gen_random_uuid(), ${alliance}, ${who}, 'MEMBER', ${from}, ${to}, now(), ${rows[0]!.id})`.execute(db)
  await join(institution, '2020-01-01', '2021-01-01')
  await join(other, '2020-06-01', null)
  await join(institution, '2021-01-01', null)
  await expect(join(institution, '2020-06-01', '2020-07-01')).rejects.toMatchObject({ constraint: 'membership_once' })
})
