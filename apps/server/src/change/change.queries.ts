import { type RawBuilder, sql } from 'kysely'

import { changeEffects, effectCounts, EFFECTS_SHOWN, type FactEffect, type SeenRows } from '@yilian/database/effects.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import type { Reader } from '../access/reader.ts'
import { mayRead, onlySeen, seesChange, seesFact } from '../access/seen-facts.ts'
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
  /** Institutions, alliances and projects, each of which the changes concerned. */
  readonly subjectIds?: readonly string[] | undefined
  /** A document that the changes cited or recorded. */
  readonly documentId?: string | null | undefined
  /** Those that said what truly was, or what is from a day on. */
  readonly correction?: boolean | null | undefined
}

/** Changes that are seen, newest first. One statement. */
export async function changePage(
  { db, access }: Reader,
  { countyCode, subjectIds = [], documentId, correction }: ChangeFilter,
  page: PageArgs,
): Promise<Page<ChangeRow>> {
  const all: RawBuilder<unknown>[] = [seesChange(access, 'c')]
  if (countyCode) all.push(sql`c.county_code = ${countyCode}`)
  const concerning = (id: string) => sql`c.id in (select change_id from change_subject where subject_id = ${id})`
  for (const id of subjectIds) all.push(concerning(id))
  if (documentId) all.push(sql`(c.document_id = ${documentId} or ${concerning(documentId)})`)
  if (correction != null) all.push(sql`c.correction = ${correction}`)
  const list = sql`select ${COLUMNS} from change c where ${sql.join(all, sql` and `)}`
  return keysetPage<ChangeRow>(db, list, { key: sql`t.number`, type: 'numeric', descending: true }, page)
}

export async function changesByNumber({ db, access }: Reader, numbers: readonly string[]): Promise<Map<string, ChangeRow>> {
  const { rows } =
    await sql<ChangeRow>`select ${COLUMNS} from change c where c.id = any(${numbers}::int[]) and ${seesChange(access, 'c')}`.execute(db)
  return new Map(rows.map((row) => [String(row.number), row]))
}

/** The changes that undid these, by the number of the one undone. */
export async function changesUndoing({ db, access }: Reader, numbers: readonly string[]): Promise<Map<string, ChangeRow>> {
  const { rows } =
    await sql<ChangeRow>`select ${COLUMNS} from change c where c.undoes = any(${numbers}::int[]) and ${seesChange(access, 'c')}`.execute(db)
  return new Map(rows.map((row) => [String(row.undoes), row]))
}

/** The accounts that are seen and the departments that each change concerned, by its number: what is not kept in time has no effects to name it. */
export async function accountsByNumber({ db, access }: Reader, numbers: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ number: number; name: string }>`
    select s.change_id as number, coalesce(u.name || ' ' || u.username, d.name) as name from change_subject s
    left join user_account u on u.id = s.subject_id and ${mayRead(access, 'user.read')} left join department d on d.id = s.subject_id
    where s.change_id = any(${numbers}::int[]) and coalesce(u.id, d.id) is not null order by 2`.execute(db)
  return new Map([...Map.groupBy(rows, ({ number }) => String(number))].map(([key, found]) => [key, found.map(({ name }) => name)]))
}

/** What each change did that is seen, in words, by its number; `first` facts of each, or of each kind as many as are shown. */
export async function effectsByNumber(reader: Reader, numbers: readonly string[], first: number | null): Promise<Map<string, Effect[]>> {
  const found = await changeEffects(reader.db, numbers.map(Number), seenBy(reader.access), Math.min(first ?? EFFECTS_SHOWN, EFFECTS_SHOWN))
  const own = Map.groupBy(found, ({ changeNumber }) => changeNumber)
  const some = first === null ? found : [...own.values()].flatMap((effects) => effects.slice(0, first))
  return Map.groupBy(await describeEffects(reader, some), ({ changeNumber }) => String(changeNumber))
}

/** What these changes did, fact by fact, of which a row that they touched is seen; of each fact the rows that are. */
export function effectsSeen({ db, access }: Reader, numbers: readonly number[]): Promise<FactEffect[]> {
  return changeEffects(db, numbers, seenBy(access))
}

/** How many facts each of these changes touched that are seen, by its number. */
export async function effectCountsSeen({ db, access }: Reader, numbers: readonly string[]): Promise<Map<string, number>> {
  const counts = await effectCounts(db, numbers.map(Number), seenBy(access))
  return new Map([...counts].map(([number, count]) => [String(number), count]))
}

function seenBy(access: Access): SeenRows {
  return { rows: (fact, alias) => seesFact(access, fact, alias), columns: (fact, alias) => onlySeen(access, fact, alias) }
}
