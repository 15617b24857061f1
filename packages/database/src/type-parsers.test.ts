import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

const { db } = await testDatabase({ migrated: false })

async function value(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db)
  return rows[0]?.value
}

test.each([
  [`date '2020-02-29'`, '2020-02-29'],
  [`timestamptz '2020-01-31 08:00:00+08'`, '2020-01-31T00:00:00.000000Z'],
  [`timestamptz '2020-01-31 00:00:00.123456+00'`, '2020-01-31T00:00:00.123456Z'],
  [`timestamptz '2020-01-31 00:00:00.1+00'`, '2020-01-31T00:00:00.100000Z'],
  ['9007199254740991::int8', 9_007_199_254_740_991],
  ['1.50::numeric', '1.50'],
  [`array[date '2020-01-01', null]`, ['2020-01-01', null]],
  [`array['一', 'a,b']`, ['一', 'a,b']],
  ['array[1.50, 2]::numeric[]', ['1.50', '2']],
  ['array[1, 2]::int8[]', [1, 2]],
  [`array[timestamptz '2020-01-01 00:00:00+08']`, ['2019-12-31T16:00:00.000000Z']],
  ['null::date', null],
])('%s arrives as %j', async (expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test('a whole number too large to be exact is refused, not rounded', async () => {
  await expect(value('9007199254740993::int8')).rejects.toThrow(RangeError)
})

test('an instant that has no four-digit year is refused, not shifted', async () => {
  await expect(value(`'infinity'::timestamptz`)).rejects.toThrow(RangeError)
  await expect(value(`timestamptz '0001-01-01 00:00:00+00 BC'`)).rejects.toThrow(RangeError)
})

test('names are camelCase in code and snake_case in the database', async () => {
  await sql`create table naming (valid_from date not null)`.execute(db)
  await sql`insert into naming values ('2020-01-01')`.execute(db)
  const { rows } = await sql`select * from naming`.execute(db)
  expect(rows).toEqual([{ validFrom: '2020-01-01' }])
})

test('Chinese sorts by pinyin where a query asks for it', async () => {
  const sorted = `(select string_agg(name, ' ' order by name collate "zh-x-icu") from unnest(array['重庆', '安徽', '上海', '北京']) name)`
  expect(await value(sorted)).toBe('安徽 北京 重庆 上海')
})
