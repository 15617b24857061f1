import { type RawBuilder, sql } from 'kysely'

import { changeEffects } from '@yilian/database/effects.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import { describeEffects, type Effect } from './describe.ts'

/** A recorded change: who did what, when, from which day, why, on which document, from which request. */
export interface ChangeRow {
  readonly id: string
  readonly number: number
  readonly command: string
  readonly correction: boolean
  readonly effectiveOn: IsoDate | null
  readonly recordedAt: Instant
  readonly actorId: string
  readonly actorName: string
  readonly requestId: string | null
  readonly note: string | null
  readonly documentId: string | null
  /** The number of the change that it undid, and what that one did. */
  readonly undoes: number | null
  readonly undoneCommand: string | null
}

// Lists are ordered on a uuid after the key; a change has a number, written as one so that the keyset is the same for all.
const COLUMNS = sql`lpad(to_hex(c.id), 32, '0')::uuid as id, c.id as number, c.command, c.correction, c.effective_on, c.recorded_at, c.actor_id, c.actor_name, c.request_id, c.note, c.document_id, c.undoes,
  (select u.command from change u where u.id = c.undoes) as undone_command`

/** The number in a change's id. */
export function changeNumberOf(id: string): number {
  const number = Number.parseInt(id.replaceAll('-', ''), 16)
  return number <= 2_147_483_647 ? number : 0
}

export interface ChangeFilter {
  readonly countyCode?: string | null | undefined
  /** Institutions and alliances, each of which the changes concerned. */
  readonly subjectIds?: readonly string[] | undefined
  /** A document that the changes cited or recorded. */
  readonly documentId?: string | null | undefined
}

/** Changes, newest first. One statement. */
export async function changePage(
  db: Db,
  { countyCode, subjectIds = [], documentId }: ChangeFilter,
  page: PageArgs,
): Promise<Page<ChangeRow>> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (countyCode) all.push(sql`c.county_code = ${countyCode}`)
  const concerning = (id: string) => sql`c.id in (select change_id from change_subject where subject_id = ${id})`
  for (const id of subjectIds) all.push(concerning(id))
  if (documentId) all.push(sql`(c.document_id = ${documentId} or ${concerning(documentId)})`)
  const list = sql`select ${COLUMNS} from change c where ${sql.join(all, sql` and `)}`
  return keysetPage<ChangeRow>(db, list, { key: sql`t.number`, type: 'numeric', descending: true }, page)
}

export async function changesByNumber(db: Db, numbers: readonly string[]): Promise<Map<string, ChangeRow>> {
  const { rows } = await sql<ChangeRow>`select ${COLUMNS} from change c where c.id = any(${numbers}::int[])`.execute(db)
  return new Map(rows.map((row) => [String(row.number), row]))
}

/** The changes that undid these, by the number of the one undone. */
export async function changesUndoing(db: Db, numbers: readonly string[]): Promise<Map<string, ChangeRow>> {
  const { rows } = await sql<ChangeRow>`select ${COLUMNS} from change c where c.undoes = any(${numbers}::int[])`.execute(db)
  return new Map(rows.map((row) => [String(row.undoes), row]))
}

/** The accounts and departments that each change concerned, by its number: what is not kept in time has no effects to name it. */
export async function accountsByNumber(db: Db, numbers: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ number: number; name: string }>`
    select s.change_id as number, coalesce(u.name || ' ' || u.username, d.name) as name from change_subject s
    left join user_account u on u.id = s.subject_id left join department d on d.id = s.subject_id
    where s.change_id = any(${numbers}::int[]) and coalesce(u.id, d.id) is not null order by 2`.execute(db)
  return new Map([...Map.groupBy(rows, ({ number }) => String(number))].map(([key, found]) => [key, found.map(({ name }) => name)]))
}

/** What each change did, in words, by its number. */
export async function effectsByNumber(db: Db, numbers: readonly string[]): Promise<Map<string, Effect[]>> {
  const effects = await describeEffects(db, await changeEffects(db, numbers.map(Number)))
  return Map.groupBy(effects, ({ changeNumber }) => String(changeNumber))
}
