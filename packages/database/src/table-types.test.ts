import { readFile } from 'node:fs/promises'

import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { tableTypes } from './table-types.ts'

const migrated = await testDatabase()
const { db } = await testDatabase({ migrated: false })

test('tables.ts says what the migrated database has; when it does not, run pnpm generate', async () => {
  const committed = await readFile(new URL('tables.ts', import.meta.url), 'utf8')
  expect(await tableTypes(migrated.db)).toBe(committed)
})

test('a column is typed as the driver hands it over and as it may be written', async () => {
  await sql`
    create table ward (
      row_id uuid primary key default gen_random_uuid(),
      number int8 generated always as identity,
      kind text not null constraint ward_kind check (kind in ('GENERAL', 'INTENSIVE')),
      former_kind text check (former_kind in ('GENERAL', 'INTENSIVE')),
      state text not null check (state = 'OPEN'),
      beds int4 not null check (beds > 0),
      area numeric,
      opened_on date not null,
      recorded_at timestamptz not null default now(),
      aliases text[] not null default '{}',
      kinds text[] not null,
      equipment jsonb not null,
      doubled int4 generated always as (beds * 2) stored
    )`.execute(db)
  expect(await tableTypes(db)).toBe(`// Written by \`pnpm generate\` from the migrated database.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

/** Read as a value, written as \`JSON.stringify\` made it. */
type Json<T = unknown> = ColumnType<T, string, string>

export interface WardTable {
  rowId: Generated<string>
  number: GeneratedAlways<number>
  kind: 'GENERAL' | 'INTENSIVE'
  formerKind: 'GENERAL' | 'INTENSIVE' | null
  state: 'OPEN'
  beds: number
  area: string | null
  openedOn: IsoDate
  recordedAt: Generated<Instant>
  aliases: Generated<string[]>
  kinds: string[]
  equipment: Json
  doubled: GeneratedAlways<number | null>
}

export interface Tables {
  ward: WardTable
}
`)
})

test('a name that camelCase cannot bring back is refused', async () => {
  await sql`create table ledger (ws_218 text)`.execute(db)
  await expect(tableTypes(db)).rejects.toThrow('The name ws_218 does not survive camelCase')
})
