import { createServer } from 'node:net'

import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { DatabaseUnavailable } from './database-unavailable.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

test('a server that does not answer is named with the remedy, and its password is not', async () => {
  const port = await unusedPort()
  const opening = openDatabase({ url: `postgresql://county:secret@127.0.0.1:${port}/yilian` })
  await expect(opening).rejects.toThrow(
    new DatabaseUnavailable(
      `The database at 127.0.0.1:${port} cannot be used: nothing answers there. Check DATABASE_URL and that the server runs.`,
    ),
  )
})

test('an address that is none is refused in one line', async () => {
  const failure: unknown = await openDatabase({ url: 'postgresql://[county' }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(DatabaseUnavailable)
  expect(String(failure)).toContain('Check DATABASE_URL')
  expect(String(failure)).not.toContain('\n')
})

test('a statement that takes too long is stopped, a migration is not', async () => {
  const { url } = await testDatabase({ migrated: false })
  const { owner: db, close } = await openDatabase({ url, poolSize: 1, statementSeconds: 0.1 })
  const slow = sql`select pg_sleep(0.2)`
  await expect(slow.execute(db)).rejects.toMatchObject({ code: '57014' })
  const provider = {
    getMigrations: async () => ({ '2026-11-22T0000-slow': { up: async (on: Kysely<unknown>) => void (await slow.execute(on)) } }),
  }
  expect(await migrate(db, provider)).toEqual(['2026-11-22T0000-slow'])
  await expect(slow.execute(db)).rejects.toMatchObject({ code: '57014' })
  await close()
})

/** A port that was free a moment ago. */
async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 1
}
