import { setImmediate as nextTurn } from 'node:timers/promises'

import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { factTable } from '@yilian/database/facts.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import type { CommandKey } from '@yilian/domain/commands.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { readRow } from '@yilian/domain/file-columns.ts'
import type { ImportRowState } from '@yilian/domain/import-run.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import type { Keys } from '../keys/keys.ts'
import type { Reader } from '../access/reader.ts'
import { withoutUnseen } from '../command/without-unseen.ts'
import type { ImportAsker } from './import-api.ts'
import { createFactWriter, type FactWriter } from './fact-writer.ts'
import { openCell } from './personal-cells.ts'
import { rowsBeyondReach } from './rows-beyond-reach.ts'
import { createImportChanges } from './import-changes.ts'
import type { FactWrite, ImportKindDefinition, ImportRow, ImportSession, Proposal } from './import-kind.ts'
import { importRowsByNumber, type StoredRow } from './import-run.queries.ts'
import { structureIssuesByRow, type Touched } from './structure-by-row.ts'

/** What became of a row. `factId` and `baseVersion` are what it was judged on: null for what does not exist yet or was written by this import. */
export interface JudgedRow {
  readonly state: ImportRowState
  readonly issues: readonly Issue[]
  readonly factId: string | null
  readonly baseVersion: number | null
}

export interface JudgeOptions<Values extends object> extends ImportAsker {
  readonly definition: ImportKindDefinition<Values>
  /** The command under which the changes are recorded. */
  readonly command: CommandKey
  readonly runId: string
  readonly countyCode: string
  /** The field of each cell, null for a column that is not read. */
  readonly fields: readonly ((keyof Values & string) | null)[]
  readonly rows: readonly number[]
  /** Rows are to stay: each must still be based on what the check saw, and search terms are written. */
  readonly writing: boolean
  readonly today: IsoDate
  readonly keys: Keys
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => Promise<void>
}

/** Rows judged before what they did is written; few enough that the program answers others meanwhile. */
const CHUNK = 250
/** After so many facts, and every five times as many, PostgreSQL is told how the tables have grown: it plans by what was there before. */
const ANALYSED_FROM = 200
/** When rows turn out wrong only after all were judged, the rest is judged anew without them, so often at most. */
const PASSES = 5

/**
 * Judges rows and writes what they say, all in the transaction at hand: the check rolls it back, the import keeps it. A row that is wrong
 * leaves the others as they are; what rows do to each other counts.
 */
export async function judgeRows<Values extends object>(trx: Db, options: JudgeOptions<Values>): Promise<Map<number, JudgedRow>> {
  const wrong = new Map<number, readonly Issue[]>()
  for (let pass = 1; ; pass++) {
    await sql`savepoint import`.execute(trx)
    const { judged, late } = await judgeOnce(trx, options, wrong)
    for (const [row, issues] of late) {
      const refused = atFields(options.definition, wrongRow(issues)).judged
      wrong.set(row, refused.issues)
      judged.set(row, refused)
    }
    // The import refuses the whole in any case.
    if (late.size === 0 || pass === PASSES || options.writing) return toldAs({ db: trx, access: options.access }, judged)
    await sql`rollback to savepoint import`.execute(trx)
  }
}

/** The rows with their issues as whoever imports may be told them. */
async function toldAs(reader: Reader, judged: Map<number, JudgedRow>): Promise<Map<number, JudgedRow>> {
  const told = await withoutUnseen(
    reader,
    [...judged.values()].flatMap(({ issues }) => issues),
  )
  let at = 0
  for (const [row, one] of judged) if (one.issues.length > 0) judged.set(row, { ...one, issues: told.slice(at, (at += one.issues.length)) })
  return judged
}

interface Pass {
  readonly judged: Map<number, JudgedRow>
  readonly late: ReadonlyMap<number, readonly Issue[]>
}

async function judgeOnce<Values extends object>(
  trx: Db,
  options: JudgeOptions<Values>,
  wrong: ReadonlyMap<number, readonly Issue[]>,
): Promise<Pass> {
  const { definition, command, runId, countyCode, fields, today, signal, writing, actor, requestId } = options
  const changes = createImportChanges(trx, { command, actor, requestId, countyCode })
  const writer = createFactWriter(trx, changes)
  const touched: Touched = { recorded: new Set(), institutions: new Map(), alliances: new Map(), projects: new Map(), people: new Map() }
  const judged = new Map<number, JudgedRow>()
  const written = new Set<string>()
  let analyseAt = ANALYSED_FROM
  for (const [row, issues] of wrong) judged.set(row, { state: 'WRONG', issues, factId: null, baseVersion: null })
  const session = await definition.begin(
    { db: trx, access: options.access },
    { countyCode, today, keys: options.keys },
    await outlineOf(trx, options),
  )
  const order = session.order.filter((row) => !wrong.has(row))
  for (const row of wrong.keys()) session.refuse(row)
  for (let at = 0; at < order.length; at += CHUNK) {
    await nextTurn()
    signal.throwIfAborted()
    const stored = await importRowsByNumber(trx, runId, order.slice(at, at + CHUNK))
    const read = stored.map((one) => ({ stored: one, ...readRow(definition.columns, fields, opened(options, one.cells)) }))
    const rows = read.map(({ stored: { row, cells }, row: values }): ImportRow<Values> => ({
      row,
      values,
      rest: cells.slice(fields.length),
    }))
    await session.load(rows)
    const named = { INSTITUTION: new Set<string>(), PROJECT: new Set<string>(), PERSON: new Set<string>() }
    for (const [index, { stored: one, issues }] of read.entries()) {
      const row = rows[index]!
      const result =
        issues.length > 0 ? wrongRow([...issues, ...(session.otherCells?.(row) ?? [])]) : await judgeRow(session, writer, row, written)
      const checked = atFields(definition, writing ? basedOnCheck(one, result) : result)
      if (checked.judged.state === 'WRONG') session.refuse(one.row)
      else if (checked.proposal) {
        take(checked.proposal, one.row, writer, touched, written)
        for (const write of checked.proposal.writes) {
          if (isNamedAnew(write)) named.INSTITUTION.add(write.id)
          if (write.fact === 'PERSON') named.PERSON.add(write.id)
          if (write.fact === 'CONSTRUCTION_PROJECT') named.PROJECT.add(write.id)
        }
      }
      judged.set(one.row, checked.judged)
    }
    await writer.flush()
    if (written.size >= analyseAt) {
      await sql`select analyse_imported()`.execute(trx)
      analyseAt *= 5
    }
    if (writing) for (const subject of ['INSTITUTION', 'PROJECT', 'PERSON'] as const) await refreshSearch(trx, subject, [...named[subject]])
    await options.onProgress(judged.size)
  }
  const beyond = await rowsBeyondReach(trx, options, command, touched, today, definition.columns)
  const late = new Map([...writer.refused, ...(await structureIssuesByRow(trx, touched, signal)), ...beyond])
  if (writing && late.size === 0) await changes.finish()
  return { judged, late }
}

interface Result {
  readonly judged: JudgedRow
  readonly proposal?: Proposal
}

async function judgeRow<Values extends object>(
  session: ImportSession<Values>,
  writer: FactWriter,
  row: ImportRow<Values>,
  written: ReadonlySet<string>,
): Promise<Result> {
  let judgement = session.judge(row)
  if ('proposal' in judgement && writer.collides(judgement.proposal)) {
    await writer.flush()
    for (const { id } of judgement.proposal.writes) await session.refresh(id)
    judgement = session.judge(row)
  }
  if ('issues' in judgement) return wrongRow(judgement.issues)
  const versionOf = (factId: string | null) => (factId === null || written.has(factId) ? null : session.version(factId))
  if ('unchanged' in judgement) {
    const factId = judgement.unchanged
    return { judged: { state: 'UNCHANGED', issues: [], factId: written.has(factId) ? null : factId, baseVersion: versionOf(factId) } }
  }
  const { proposal } = judgement
  const factId = proposal.factId !== null && written.has(proposal.factId) ? null : proposal.factId
  return { proposal, judged: { state: proposal.factId === null ? 'NEW' : 'CHANGED', issues: [], factId, baseVersion: versionOf(factId) } }
}

/** Refuses what the check did not see: somebody changed it since. */
function basedOnCheck(stored: StoredRow, { judged, proposal }: Result): Result {
  const same = judged.state === 'WRONG' || (judged.factId === stored.factId && judged.baseVersion === stored.baseVersion)
  if (same) return { judged: proposal ? { ...judged, state: 'WRITTEN' } : judged, ...(proposal && { proposal }) }
  return wrongRow([issue('', 'CHANGED_SINCE_CHECK', { subject: proposal?.subject ?? String(stored.row) })])
}

/** Whether an institution is to be found under other names than before. */
function isNamedAnew({ fact, rows, desired }: FactWrite): boolean {
  const names = (some: readonly object[]) =>
    JSON.stringify(
      [...new Set(some.flatMap((one) => ('name' in one && 'aliases' in one ? [one.name, one.aliases].flat() : [])))].toSorted(),
    )
  return fact === 'INSTITUTION' && names(rows) !== names(desired)
}

/** Issues at the columns of the file. */
function atFields<Values extends object>({ fieldOf }: ImportKindDefinition<Values>, result: Result): Result {
  const issues = result.judged.issues.map((one) => ({ ...one, path: fieldOf[one.path] ?? one.path }))
  return { ...result, judged: { ...result.judged, issues } }
}

function wrongRow(issues: readonly Issue[]): Result {
  return { judged: { state: 'WRONG', issues, factId: null, baseVersion: null } }
}

function take(proposal: Proposal, row: number, writer: FactWriter, touched: Touched, written: Set<string>): void {
  writer.add(row, proposal)
  proposal.apply()
  for (const { fact, id, keys } of proposal.writes) {
    written.add(id)
    const values: Readonly<Record<string, unknown>> = { id, ...keys }
    const { institutions, alliances, projects = [], people = [] } = factTable(fact)
    if (fact === 'INSTITUTION') touched.recorded.add(id)
    for (const [columns, into] of [
      [institutions, touched.institutions],
      [alliances, touched.alliances],
      [projects, touched.projects],
      [people, touched.people],
    ] as const) {
      for (const column of columns) {
        const subject = values[column]
        if (typeof subject !== 'string') continue
        const rows = into.get(subject)
        if (rows) rows.push(row)
        else into.set(subject, [row])
      }
    }
  }
}

/** The key fields of all rows, so much of each as is needed to order and lock them. */
async function outlineOf<Values extends object>(trx: Db, options: JudgeOptions<Values>): Promise<ImportRow<Values>[]> {
  const { definition, runId, rows, fields } = options
  const keys = fields.map((field) => (field !== null && definition.keyFields.includes(field) ? field : null))
  const outline: ImportRow<Values>[] = []
  for (let at = 0; at < rows.length; at += CHUNK * 4) {
    const stored = await importRowsByNumber(trx, runId, rows.slice(at, at + CHUNK * 4))
    for (const { row, cells } of stored)
      outline.push({ row, values: readRow(definition.columns, keys, opened(options, cells)).row, rest: [] })
  }
  return outline
}

/** The cells as the file said them. */
function opened<Values extends object>({ definition, keys }: JudgeOptions<Values>, cells: readonly string[]): readonly string[] {
  return definition.personal ? cells.map((cell) => openCell(keys, cell)) : cells
}
