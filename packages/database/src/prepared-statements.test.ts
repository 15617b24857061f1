import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { openDatabase } from './open-database.ts'

const other = await testDatabase({ migrated: false })
// One connection, so that what is asked about a session is asked of the same.
const { owner: db, close } = await openDatabase({ url: other.url, poolSize: 1 })
afterAll(close)

const prepared = async (): Promise<string[]> =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements order by prepare_time`.execute(db)).rows.map(
    ({ statement }) => statement,
  )

test('a statement is prepared when it is sent for the second time', async () => {
  const sum = (a: number) => sql<{ sum: number }>`select ${a}::int4 + 1 as sum`.execute(db)
  await sum(1)
  expect(await prepared()).toEqual([])
  await sum(2)
  expect((await sum(3)).rows).toEqual([{ sum: 4 }])
  expect(await prepared()).toEqual(['select $1::int4 + 1 as sum'])
})

test('a table that another program changes meanwhile is read with its new columns', async () => {
  await sql`create table ward (id int4, name text)`.execute(db)
  await sql`insert into ward values (1, '内科')`.execute(db)
  const read = () => sql`select * from ward where id = ${1}`.execute(db)
  for (let time = 0; time < 3; time++) expect((await read()).rows).toEqual([{ id: 1, name: '内科' }])
  await sql`alter table ward add column beds int4`.execute(other.db)
  expect((await read()).rows).toEqual([{ id: 1, name: '内科', beds: null }])
  await sql`alter table ward drop column beds`.execute(other.db)
  await expect(db.transaction().execute((trx) => sql`select * from ward where id = ${1}`.execute(trx))).rejects.toThrow('cached plan')
  expect((await read()).rows).toEqual([{ id: 1, name: '内科' }])
})

test('a statement without parameters, and what fails, are as ever', async () => {
  for (let time = 0; time < 3; time++) await expect(sql`select ${'x'}::int4`.execute(db)).rejects.toThrow('invalid input syntax')
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})

test('only so many are prepared, however many are sent', async () => {
  for (let number = 0; number < 300; number++) {
    const statement = () =>
      sql`select ${number}::int4 as ${sql.id(`number_${'x'.repeat(1 + (number % 20))}`)}, ${sql.lit(number)} as value`.execute(db)
    await statement()
    await statement()
  }
  // And what the table's changes above made out of date.
  expect((await prepared()).length).toBe(202)
})
