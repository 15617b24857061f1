import { testDatabase } from '@yilian/testing/test-database.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { instantsAsDates } from './instants-as-dates.ts'

const { db } = await testDatabase()
const dates = db.withPlugin(instantsAsDates)

test('the library reads an instant as the moment it is, and null as null', async () => {
  const select = sql<
    Record<string, unknown>
  >`select '2026-11-25T08:00:00.123456+08'::timestamptz as created_at, null::timestamptz as locked_until`
  expect((await select.execute(dates)).rows).toEqual([{ createdAt: new Date('2026-11-25T00:00:00.123Z'), lockedUntil: null }])
  expect((await select.execute(db)).rows).toEqual([{ createdAt: '2026-11-25T00:00:00.123456Z', lockedUntil: null }])
})

test('text that looks like an instant stays text', async () => {
  const { rows } = await sql`select '2026-11-25T00:00:00.000000Z' as user_agent, 'x' as created_at`.execute(dates)
  expect(rows).toEqual([{ userAgent: '2026-11-25T00:00:00.000000Z', createdAt: 'x' }])
})

test('what it writes is the same moment', async () => {
  const expiresAt = new Date('2026-11-25T00:00:00.123Z')
  const write = { identifier: 'x', value: 'y', expiresAt: sql<never>`${expiresAt}` }
  const row = await dates.insertInto('userVerification').values(write).returning('expiresAt').executeTakeFirst()
  expect(row).toEqual({ expiresAt })
})
