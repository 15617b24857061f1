import { parseArgs } from 'node:util'

import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { migrate } from '@yilian/database/migrate.ts'
import { openDatabase } from '@yilian/database/open-database.ts'

import { syntheticCounty } from './synthetic/county.ts'
import { syntheticCountyCode } from './synthetic/places.ts'
import { writeCounty } from './synthetic/write-county.ts'

/** How many counties, and which. */
export interface GenerateOptions {
  /** How many counties there are to be; those already there stay. 1 to 9,801. */
  readonly counties: number
  /** The same seed makes the same counties, to the id. */
  readonly seed?: number
  readonly log?: (message: string) => void
}

/**
 * Makes synthetic counties of 300 institutions each, with ten years of changes, for load and benchmarks; answers their codes. Throws
 * when the database holds institutions of real counties: the two are never mixed.
 */
export async function generate(db: Db, { counties, seed = 1, log = () => {} }: GenerateOptions): Promise<string[]> {
  const real = await db.selectFrom('institution').select('countyCode').where('countyCode', 'not like', '99%').limit(1).executeTakeFirst()
  if (real) throw new Error(`The database holds institutions of ${real.countyCode}; synthetic counties need one of their own.`)
  const codes = Array.from({ length: counties }, (_, at) => syntheticCountyCode(at + 1))
  const there = new Set(
    (await db.selectFrom('institution').select('countyCode').distinct().where('countyCode', 'in', codes).execute()).map(
      ({ countyCode }) => countyCode,
    ),
  )
  for (const [at, code] of codes.entries()) {
    if (there.has(code)) continue
    await writeCounty(db, syntheticCounty(seed, at + 1))
    log(`${code}: ${at + 1} of ${counties}`)
  }
  // Fresh statistics, or the planner goes by those of an empty database.
  await sql`analyze`.execute(db)
  return codes
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { counties: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } } })
  const url = process.env['DATABASE_URL']
  const database = await openDatabase(url ? { url } : { dataDirectory: process.env['YILIAN_DATA_DIR'] ?? '.yilian/synthetic' })
  try {
    await migrate(database.owner)
    await generate(database.owner, {
      counties: Number(values.counties),
      seed: Number(values.seed),
      log: (message) => process.stdout.write(`${message}\n`),
    })
  } finally {
    await database.close()
  }
}
