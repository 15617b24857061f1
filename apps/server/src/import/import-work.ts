import { actAs } from '@yilian/database/act-as.ts'
import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { IMPORT_COMMANDS, type ImportRowState } from '@yilian/domain/import-run.ts'
import { issue } from '@yilian/domain/issue.ts'

import { isPassing } from '../command/run-command.ts'
import type { Keys } from '../keys/keys.ts'
import { JobStopped } from '../job/jobs.ts'
import type { ImportAsker } from './import-api.ts'
import { IMPORT_DEFINITIONS } from './import-definitions.ts'
import { importRowNumbers, saveJudgedRows, updateImportRun, type ImportRun } from './import-run.queries.ts'
import { judgeRows, type JudgedRow } from './judge-rows.ts'

/** An import that is worked on, for whom and when. */
export interface ImportTask extends ImportAsker {
  readonly run: ImportRun
  readonly signal: AbortSignal
  readonly today: IsoDate
  readonly keys: Keys
}

type Judged = Map<number, JudgedRow>

/** Judges all rows by writing them, keeps what became of each, and takes the writing back. */
export async function checkImport(task: ImportTask): Promise<void> {
  const { db, run } = task
  if (!(await updateImportRun(db, run.id, ['READING', 'CHECKING'], { state: 'CHECKING', rowsDone: 0 }, task))) throw new JobStopped()
  const rows = [...(await importRowNumbers(db, run.id)).keys()]
  const judged =
    missing(run, rows) ?? (await inTransaction(task, rows, 'CHECKING', (_, found): Promise<never> => Promise.reject(new RolledBack(found))))
  await db.transaction().execute(async (trx) => {
    await saveJudgedRows(trx, run.id, judged)
    if (!(await updateImportRun(trx, run.id, ['CHECKING'], { state: 'CHECKED', rowsDone: run.rowsTotal, ...countsOf(judged) }, task)))
      throw new JobStopped()
  })
}

/** Writes the chosen rows, all or none: where one is wrong by now, nothing is written and the import waits for the operator again. */
export async function writeImport(
  task: ImportTask,
  rows: readonly number[],
  before: ReadonlyMap<number, ImportRowState | null>,
): Promise<void> {
  const { db, run } = task
  const judged = await inTransaction(task, rows, 'WRITING', async (trx, found) => {
    if (countsOf(found).rowsWrong > 0) throw new RolledBack(found)
    const all: Judged = new Map(found)
    for (const [row, state] of before) {
      if (!all.has(row) && state !== 'WRONG') all.set(row, { state: 'SKIPPED', issues: [], factId: null, baseVersion: null })
    }
    await saveJudgedRows(trx, run.id, all)
    const rowsWrong = [...before.values()].filter((state) => state === 'WRONG').length
    const done = { state: 'DONE', rowsDone: run.rowsTotal, ...countsOf(found), rowsWrong, finished: true } as const
    // Cancelled at the last moment, it is not written.
    if (!(await updateImportRun(trx, run.id, ['WRITING'], done, task))) throw new JobStopped()
    return null
  })
  if (judged === null) return
  const wrong = new Map([...judged].filter(([, { state }]) => state === 'WRONG'))
  const counts = countsOf(new Map([...before].map(([row, state]) => [row, { state: wrong.has(row) ? 'WRONG' : (state ?? 'WRONG') }])))
  await db.transaction().execute(async (trx) => {
    await saveJudgedRows(trx, run.id, wrong)
    const failure = issue('', 'IMPORT_ROWS_WRONG', { count: wrong.size })
    if (!(await updateImportRun(trx, run.id, ['WRITING'], { state: 'CHECKED', rowsDone: run.rowsTotal, failure, ...counts }, task)))
      throw new JobStopped()
  })
}

/** Carries what was judged out of a transaction that is taken back. */
class RolledBack extends Error {
  override readonly name = 'RolledBack'
  readonly judged: Judged
  constructor(judged: Judged) {
    super('rolled back')
    this.judged = judged
  }
}

const TRIES = 4

/** Judges rows in a transaction, tried again when it met with others. Answers what `keep` answers, or what was judged where it rolls back. */
async function inTransaction<T>(
  task: ImportTask,
  rows: readonly number[],
  state: 'CHECKING' | 'WRITING',
  keep: (trx: Db, judged: Judged) => Promise<T>,
): Promise<T | Judged> {
  const { db, run, signal } = task
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (trx) => {
        await actAs(trx, task)
        const judged = await judgeRows(trx, {
          ...task,
          definition: IMPORT_DEFINITIONS[run.kind],
          command: IMPORT_COMMANDS[run.kind],
          runId: run.id,
          countyCode: run.countyCode,
          fields: run.columns.map(({ field }) => field),
          rows,
          writing: state === 'WRITING',
          onProgress: progressOf(task, run.rowsTotal - rows.length, state),
        })
        return keep(trx, judged)
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.judged
      signal.throwIfAborted()
      if (attempt === TRIES || !isPassing(error)) throw error
    }
  }
}

/** Tells how far it is, once for every part of the file; an import that was cancelled elsewhere ends here. */
function progressOf(task: ImportTask, skipped: number, state: 'CHECKING' | 'WRITING'): (done: number) => Promise<void> {
  const { db, run } = task
  let most = 0
  return async (done) => {
    most = Math.max(most, done)
    if (!(await updateImportRun(db, run.id, [state], { rowsDone: skipped + most }, task))) throw new JobStopped()
  }
}

/** All rows wrong for what the file as a whole lacks; `null` where it lacks nothing. */
function missing({ kind, columns }: ImportRun, rows: readonly number[]): Judged | null {
  const issues = IMPORT_DEFINITIONS[kind].columnIssues(new Set(columns.flatMap(({ field }) => field ?? [])))
  if (issues.length === 0) return null
  return new Map(rows.map((row) => [row, { state: 'WRONG', issues, factId: null, baseVersion: null }]))
}

function countsOf(judged: ReadonlyMap<number, { readonly state: ImportRowState }>) {
  const counts = { rowsRight: 0, rowsWrong: 0, rowsUnchanged: 0 }
  for (const { state } of judged.values()) {
    if (state === 'WRONG') counts.rowsWrong += 1
    else if (state === 'UNCHANGED') counts.rowsUnchanged += 1
    else if (state !== 'SKIPPED') counts.rowsRight += 1
  }
  return counts
}
