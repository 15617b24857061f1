import { createServer } from 'node:net'

import { expect, test } from 'vitest'

import { DatabaseUnavailable } from './database-unavailable.ts'
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

/** A port that was free a moment ago. */
async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 1
}
