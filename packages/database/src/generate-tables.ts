import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { tableTypes } from './table-types.ts'

/** `pnpm generate`: migrates a throw-away database and writes what its tables look like to `tables.ts`. */
const folder = await mkdtemp(path.join(tmpdir(), 'yilian-generate-'))
const database = await openDatabase({ dataDirectory: folder, durable: false })
try {
  await migrate(database.owner)
  await writeFile(new URL('tables.ts', import.meta.url), await tableTypes(database.owner))
} finally {
  await database.close()
  await rm(folder, { recursive: true, force: true })
}
