import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sql } from 'kysely'

import type { Database } from '@yilian/database/db.ts'
import { migrate } from '@yilian/database/migrate.ts'
import { openDatabase, type EmbeddedOptions } from '@yilian/database/open-database.ts'
import { generate } from '@yilian/demo-data/generate.ts'

import { fillConstruction } from './construction-data.ts'
import { fillStaff } from './staff-data.ts'

const CONSTRUCTION_COUNTIES = 20
const FOLDER = fileURLToPath(new URL('../../../.yilian/bench', import.meta.url))

/** Databases filled with synthetic counties, on an engine of their own that keeps them for the next run. */
export interface Databases {
  /** A database with this many counties, filled at the first call. */
  filled(counties: number): Promise<Database>
  /** A database with synthetic counties and construction projects in them, filled at the first call. */
  construction(): Promise<Database>
  /** The process of the engine, whose children serve the connections. */
  readonly pid: number
  close(): Promise<void>
}

/** A quarter of the memory of the machine that is measured, as PostgreSQL's manual has it: its default is meant for the smallest. */
const SHARED_BUFFERS = '2GB'

async function started(options: EmbeddedOptions): Promise<Database> {
  const engine = await openDatabase(options)
  const { rows } = await sql<{ sharedBuffers: string }>`show shared_buffers`.execute(engine.owner)
  if (rows[0]?.sharedBuffers === SHARED_BUFFERS) return engine
  await sql`alter system set shared_buffers = ${sql.lit(SHARED_BUFFERS)}`.execute(engine.owner)
  await engine.close()
  return openDatabase(options)
}

/** Starts the engine of the benchmarks, in `.yilian/bench`; `YILIAN_BENCH_DIR` says another folder. */
export async function openDatabases(log: (message: string) => void): Promise<Databases> {
  const dataDirectory = path.resolve(process.env['YILIAN_BENCH_DIR'] ?? FOLDER)
  await mkdir(path.dirname(dataDirectory), { recursive: true })
  // Throw-away data: a crash may lose it.
  const engine = await started({ dataDirectory, durable: false, log })
  const open: Database[] = []
  const pid = Number.parseInt(await readFile(path.join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  const filled = async (counties: number, name = `counties_${counties}`): Promise<Database> => {
    const { rows } = await sql`select from pg_database where datname = ${name}`.execute(engine.owner)
    if (rows.length === 0) await sql`create database ${sql.id(name)}`.execute(engine.owner)
    const database = await openDatabase({ url: engine.url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`) })
    open.push(database)
    await migrate(database.owner)
    await generate(database.owner, { counties, log: (message) => log(`  ${message}`) })
    await prepare(database, name)
    return database
  }
  return {
    pid,
    filled: async (counties) => {
      const database = await filled(counties)
      await fillStaff(database.owner, log)
      return database
    },
    construction: async () => {
      const database = await filled(CONSTRUCTION_COUNTIES, 'construction')
      await fillConstruction(database.owner)
      return database
    },
    close: async () => {
      for (const database of open) await database.close()
      await engine.close()
    },
  }
}

// The same for every contestant: what PostGraphile shows, and what the planner should think of this machine.
async function prepare({ owner: db }: Database, name: string): Promise<void> {
  const views = await readFile(new URL('../postgraphile/views.sql', import.meta.url), 'utf8')
  for (const statement of views.split(';\n').filter((text) => text.trim())) await sql.raw(statement).execute(db)
  await sql`alter database ${sql.id(name)} set random_page_cost = 1.1`.execute(db)
  await sql`alter database ${sql.id(name)} set jit = off`.execute(db)
  await sql`vacuum analyze`.execute(db)
}
