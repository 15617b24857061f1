import { type RawBuilder, sql } from 'kysely'

import { acting, type Acting } from '@yilian/database/act-as.ts'
import { SYSTEM, type Actor } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { NOTHING, type Own } from '@yilian/domain/access/own.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import {
  IMPORT_KINDS,
  importNeeds,
  type ImportColumn,
  type ImportKind,
  type ImportRowState,
  type ImportState,
} from '@yilian/domain/import-run.ts'
import type { Issue } from '@yilian/domain/issue.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { reachesProject } from '../access/seen-projects.ts'
import { deadJobs } from '../job/jobs.ts'
import type { FileTextRow } from '../files/file-row.ts'

/** An import as it is kept: how far it is, and what became of its rows. */
export interface ImportRun {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly countyCode: string
  readonly state: ImportState
  readonly columns: readonly ImportColumn[]
  readonly rowsTotal: number
  readonly rowsDone: number
  readonly rowsRight: number
  readonly rowsWrong: number
  readonly rowsUnchanged: number
  readonly failure: Issue | null
  readonly actorId: string
  readonly actorName: string
  readonly requestId: string | null
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
}

/** A row of the file as it is kept. */
export interface StoredRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly state: ImportRowState | null
  readonly issues: readonly Issue[]
  readonly factId: string | null
  readonly baseVersion: number | null
}

export interface NewImportRun {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly countyCode: string
  readonly actor: Actor
  readonly requestId: string | null
}

export async function insertImportRun(db: Db, { actor, ...run }: NewImportRun): Promise<void> {
  const values = { ...run, actorId: actor.id, actorName: actor.name, state: 'READING' } as const
  await acting(db, { actor, requestId: run.requestId }, (trx) => trx.insertInto('importRun').values(values).execute())
}

/** Who reads imports: the own ones are seen without a county. */
type ImportReader = Reader & { readonly actor?: Actor }

/** These imports, of counties in which the reader may import, or the reader's own. */
export async function importRunsByIds(reader: ImportReader, ids: readonly string[]): Promise<Map<string, ImportRun>> {
  const { rows } =
    await sql<ImportRun>`select r.* from import_run r where r.id = any(${ids}::uuid[]) and ${importsOf(reader, 'r')}`.execute(reader.db)
  return new Map(rows.map((run) => [run.id, run]))
}

export async function importRunById(reader: ImportReader, id: string): Promise<ImportRun | null> {
  return (await importRunsByIds(reader, [id])).get(id) ?? null
}

/** The latest imports, of whoever in counties in which the reader may import, and the reader's own. */
export async function latestImportRuns(reader: ImportReader, first: number): Promise<ImportRun[]> {
  const { rows } =
    await sql<ImportRun>`select r.* from import_run r where ${importsOf(reader, 'r')} order by r.created_at desc, r.id limit ${first}`.execute(
      reader.db,
    )
  return rows
}

/** True for imports of the kinds that the reader imports: of own counties all, of own institutions those the reader began. */
function importsOf({ access, actor }: ImportReader, alias: string): RawBuilder<boolean> {
  const kinds = Map.groupBy(Object.keys(IMPORT_KINDS) as ImportKind[], importNeeds)
  const own = [...kinds].map(([permission, some]) => {
    const own = access.own(permission) ?? NOTHING
    const inCounty = own.everything ? sql`true` : sql`${sql.ref(`${alias}.countyCode`)} = any(${own.counties}::text[])`
    const begun = actor && hasInstitutions(own) ? sql`${sql.ref(`${alias}.actorId`)} = ${actor.id}` : sql`false`
    return sql`(${sql.ref(`${alias}.kind`)} = any(${some}) and (${inCounty} or ${begun}))`
  })
  return sql`(${sql.join(own, sql` or `)})`
}

function hasInstitutions({ institutions, alliances, leads }: Own): boolean {
  return institutions.length + alliances.length + leads.length > 0
}

/** Whether anything may be read in for a county: it is own, or has a project for an institution that is own or worked for on the day. */
export async function importsInto(db: Db, own: Own, countyCode: string, today: IsoDate): Promise<boolean> {
  if (own.everything || own.counties.includes(countyCode)) return true
  if (!hasInstitutions(own)) return false
  const { rows } = await sql`select from construction_project p where p.county_code = ${countyCode}
    and ${reachesProject(own, sql`p.id`, onDay(today))} limit 1`.execute(db)
  return rows.length > 0
}

export type ImportRunPatch = Partial<Omit<ImportRun, 'id' | 'kind' | 'createdAt' | 'actorId' | 'actorName' | 'finishedAt'>> & {
  readonly finished?: true
}

/** Sets what is given, as the doing of `by`, if the import is still in one of these states; answers whether it was. */
export async function updateImportRun(
  db: Db,
  id: string,
  from: readonly ImportState[],
  { finished, columns, failure, ...patch }: ImportRunPatch,
  by: Acting,
): Promise<boolean> {
  const { numUpdatedRows } = await acting(db, by, (trx) =>
    trx
      .updateTable('importRun')
      .set({
        ...patch,
        ...(columns && { columns: JSON.stringify(columns) }),
        ...(failure !== undefined && { failure: failure === null ? null : JSON.stringify(failure) }),
        ...(finished && { finishedAt: sql<Instant>`clock_timestamp()` }),
      })
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}

/** Rows of the file, in one statement. */
export async function insertImportRows(db: Db, runId: string, rows: readonly FileTextRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into import_row (run_id, row_number, cells)
    select ${runId}::uuid, (r ->> 'row')::int, array(select jsonb_array_elements_text(r -> 'cells')) from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as r`.execute(
    db,
  )
}

// The driver takes arrays apart letter by letter, JSON it does not.
const ROW = sql`r.row_number as "row", to_jsonb(r.cells) as cells, r.state, r.issues, r.fact_id, r.base_version`

/** These rows, in this order. */
export async function importRowsByNumber(db: Db, runId: string, numbers: readonly number[]): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`select ${ROW} from unnest(${numbers}::int[]) with ordinality as n(number, at)
    join import_row r on r.run_id = ${runId} and r.row_number = n.number order by n.at`.execute(db)
  return rows
}

/** The numbers of the rows that may be written: those the check found right and different from what is recorded, or all. */
export async function importRowNumbers(db: Db, runId: string): Promise<Map<number, ImportRowState | null>> {
  const rows = await db.selectFrom('importRow').select(['rowNumber', 'state']).where('runId', '=', runId).orderBy('rowNumber').execute()
  return new Map(rows.map(({ rowNumber, state }) => [rowNumber, state]))
}

/** Judged rows after `after`, by number, with the first `width` cells of each; one more than a page is read to know whether there are more. */
export async function importRowPage(
  db: Db,
  runId: string,
  { wrongOnly, first, after, width }: { wrongOnly: boolean; first: number; after: number; width: number },
): Promise<{ rows: StoredRow[]; nextAfter: number | null }> {
  const which = wrongOnly ? sql`r.state = 'WRONG'` : sql`r.state is not null`
  const { rows } = await sql<StoredRow>`select ${ROW} from import_row r where r.run_id = ${runId} and r.row_number > ${after} and ${which}
    order by r.row_number limit ${first + 1}`.execute(db)
  const page = rows.slice(0, first).map((one) => ({ ...one, cells: one.cells.slice(0, width) }))
  return { rows: page, nextAfter: rows.length > first ? (page.at(-1)?.row ?? null) : null }
}

const ROWS_A_STATEMENT = 1_000

/** What became of rows. */
export async function saveJudgedRows(db: Db, runId: string, judged: ReadonlyMap<number, Omit<StoredRow, 'row' | 'cells'>>): Promise<void> {
  const all = [...judged].map(([row, { state, issues, factId, baseVersion }]) => ({
    row,
    state,
    issues,
    fact: factId,
    version: baseVersion,
  }))
  for (let at = 0; at < all.length; at += ROWS_A_STATEMENT) {
    await sql`update import_row r set state = j.state, issues = j.issues, fact_id = j.fact, base_version = j.version
      from jsonb_to_recordset(${JSON.stringify(all.slice(at, at + ROWS_A_STATEMENT))}::jsonb) as j("row" int, state text, issues jsonb, fact uuid, version int)
      where r.run_id = ${runId} and r.row_number = j."row"`.execute(db)
  }
}

/** Marks imports whose process died as failed; answers how many there were. Called when the program starts. */
export async function failAbandonedImports(db: Db, failure: Issue): Promise<number> {
  const underWay = await db.selectFrom('importRun').select('id').where('state', 'in', ['READING', 'CHECKING', 'WRITING']).execute()
  const dead = await deadJobs(
    db,
    underWay.map(({ id }) => id),
  )
  for (const id of dead)
    await updateImportRun(db, id, ['READING', 'CHECKING', 'WRITING'], { state: 'FAILED', failure, finished: true }, { actor: SYSTEM })
  return dead.length
}

/** Forgets the rows of imports that ended so many days ago (what they wrote is in the history of changes), and gives up those left lying. */
export async function forgetOldImports(db: Db, days: number): Promise<void> {
  const long = sql`clock_timestamp() - make_interval(days => ${days})`
  await sql`delete from import_row r using import_run i where i.id = r.run_id and i.finished_at < ${long}`.execute(db)
  const giveUp = sql`update import_run set state = 'CANCELLED', finished_at = clock_timestamp() where state = 'CHECKED' and created_at < ${long}`
  await acting(db, { actor: SYSTEM }, (trx) => giveUp.execute(trx))
}
