import { v7 as newId } from 'uuid'

import type { Db } from '@yilian/database/db.ts'
import { NOTHING } from '@yilian/domain/access/own.ts'
import { dayInChina, type IsoDate } from '@yilian/domain/day.ts'
import { COMMANDS } from '@yilian/domain/commands.ts'
import {
  IMPORT_COMMANDS,
  IMPORT_STATES,
  importNeeds,
  type ImportColumn,
  type ImportKind,
  type ImportState,
} from '@yilian/domain/import-run.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import { denied } from '../access/denied.ts'
import { unlimited } from '../access/reader.ts'
import { CommandRefused } from '../command/run-command.ts'
import { FILE_LIMITS, megabytes } from '../files/file-limits.ts'
import { FileRefused } from '../files/file-refused.ts'
import type { Keys } from '../keys/keys.ts'
import { JobStopped, type Jobs } from '../job/jobs.ts'
import type { ImportAsker, Imports } from './import-api.ts'
import { checkImport, writeImport, type ImportTask } from './import-work.ts'
import { IMPORT_DEFINITIONS } from './import-definitions.ts'
import { importRowNumbers, importRunById, importsInto, insertImportRun, updateImportRun, type ImportRun } from './import-run.queries.ts'
import { readUpload } from './read-upload.ts'

export interface ImportOptions {
  readonly db: Db
  readonly jobs: Jobs
  readonly clock: () => Date
  readonly log: { error(fields: object, message: string): void }
  readonly keys: Keys
}

/** The imports of this process, done by its jobs. */
export function createImports({ db, jobs, clock, log, keys }: ImportOptions): Imports {
  /** Does the work of an import; whatever goes wrong becomes its state. */
  async function work(id: string, by: ImportAsker, steps: () => Promise<void>): Promise<void> {
    try {
      await steps()
    } catch (error) {
      const isStopped = error instanceof JobStopped
      if (isStopped && error.reason === 'CANCELLED')
        return void (await updateImportRun(db, id, UNDER_WAY, { state: 'CANCELLED', finished: true }, by))
      if (!isStopped && !(error instanceof FileRefused)) log.error({ err: error, requestId: by.requestId, import: id }, 'an import failed')
      await updateImportRun(db, id, UNDER_WAY, { state: 'FAILED', failure: failureOf(error, by.requestId), finished: true }, by)
    }
  }

  const taskOf = async (id: string, asker: ImportAsker, signal: AbortSignal): Promise<ImportTask> => {
    const run = await importRunById(unlimited(db), id)
    if (!run) throw new JobStopped()
    return { ...asker, db, run, signal, keys, today: dayInChina(clock()) }
  }

  /** Begins a job out of the state CHECKED. */
  async function startFromChecked(
    id: string,
    patch: { state: ImportState; rowsDone: number; columns?: readonly ImportColumn[] },
    by: ImportAsker,
    job: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const begun = await jobs.start(id, async () => updateImportRun(db, id, ['CHECKED'], { ...patch, failure: null }, by), job)
    if (begun === 'BUSY') throw busy()
    if (!begun) throw wrongState((await importRunById(unlimited(db), id))?.state ?? 'CANCELLED')
  }

  return {
    async start({ kind, countyCode, fileName, data }, asker) {
      await requireCounty(asker, kind, countyCode, dayInChina(clock()))
      if (data.length > FILE_LIMITS.bytes) throw refused(issue('file', 'FILE_TOO_LARGE', { max: megabytes(FILE_LIMITS.bytes) }))
      const county = await db.selectFrom('region').select('code').where('code', '=', `${countyCode}000000`).executeTakeFirst()
      if (!county) throw refused(issue('countyCode', 'NOT_FOUND', { thing: { zh: '县', en: 'county' }, value: countyCode }))
      const id = newId()
      const begun = await jobs.start(
        id,
        () => insertImportRun(db, { id, kind, countyCode, fileName, actor: asker.actor, requestId: asker.requestId }),
        (signal) =>
          work(id, asker, async () => {
            await readUpload(db, id, asker, IMPORT_DEFINITIONS[kind], data, fileName, signal, keys)
            await checkImport(await taskOf(id, asker, signal))
          }),
      )
      if (begun === 'BUSY') throw busy()
      return id
    },

    async remap(id, given, asker) {
      const run = await runInState(asker, id, 'CHECKED')
      const columns = remapped(run, given)
      await startFromChecked(id, { state: 'CHECKING', rowsDone: 0, columns }, asker, (signal) =>
        work(id, asker, async () => checkImport(await taskOf(id, asker, signal))),
      )
      return id
    },

    async commit(id, given, asker) {
      await runInState(asker, id, 'CHECKED')
      const states = await importRowNumbers(db, id)
      const rows = given === null ? [...states.keys()] : [...new Set(given)]
      const wrong = rows.filter((row) => (states.get(row) ?? 'WRONG') === 'WRONG')
      if (rows.length === 0) throw refused(issue('rows', 'IMPORT_NO_ROWS'))
      if (wrong.length > 0)
        throw refused(
          given === null ? issue('', 'IMPORT_ROWS_WRONG', { count: wrong.length }) : issue('rows', 'IMPORT_ROW_WRONG', { row: wrong[0]! }),
        )
      await startFromChecked(id, { state: 'WRITING', rowsDone: states.size - rows.length }, asker, (signal) =>
        work(id, asker, async () => writeImport(await taskOf(id, asker, signal), rows, states)),
      )
      return id
    },

    async cancel(id, asker) {
      const { state } = await runKnown(asker, id)
      const cancelled = await updateImportRun(db, id, [...UNDER_WAY, 'CHECKED'], { state: 'CANCELLED', finished: true }, asker)
      if (!cancelled) throw wrongState(state)
      jobs.cancel(id)
      return id
    },
  }
}

function failureOf(error: unknown, request: string): Issue {
  if (error instanceof FileRefused) return error.issue
  return error instanceof JobStopped ? issue('', 'IMPORT_INTERRUPTED') : issue('', 'IMPORT_BROKE', { request })
}

const UNDER_WAY: readonly ImportState[] = ['READING', 'CHECKING', 'WRITING']

/** Files are read in for counties that are own for what the kind of file changes. */
async function requireCounty(asker: ImportAsker, kind: ImportKind, countyCode: string, today: IsoDate): Promise<void> {
  const permission = importNeeds(kind)
  if (await importsInto(asker.db, asker.access.own(permission) ?? NOTHING, countyCode, today)) return
  denied(asker, { command: 'startImport', permission, subjectId: countyCode })
  throw refused(issue('', 'NOT_ALLOWED', { subject: countyCode, command: COMMANDS[IMPORT_COMMANDS[kind]] }))
}

async function runKnown(reader: ImportAsker, id: string): Promise<ImportRun> {
  const run = await importRunById(reader, id)
  if (!run) throw refused(issue('id', 'NOT_FOUND', { thing: { zh: '导入', en: 'import' }, value: id }))
  return run
}

async function runInState(reader: ImportAsker, id: string, state: ImportState): Promise<ImportRun> {
  const run = await runKnown(reader, id)
  if (run.state !== state) throw wrongState(run.state)
  return run
}

/** The columns with what the operator says they stand for; headers that are not named are not read. */
function remapped(
  { kind, columns }: ImportRun,
  given: readonly { readonly header: string; readonly field: string | null }[],
): ImportColumn[] {
  const known = IMPORT_DEFINITIONS[kind].columns
  const issues: Issue[] = []
  given.forEach(({ header, field }, at) => {
    if (!columns.some((column) => column.header === header)) issues.push(issue(`columns.${at}.header`, 'HEADER_UNKNOWN', { header }))
    if (field === null) return
    if (!Object.hasOwn(known, field)) issues.push(issue(`columns.${at}.field`, 'FIELD_UNKNOWN', { field }))
    else if (given.findIndex((other) => other.field === field) < at)
      issues.push(issue(`columns.${at}.field`, 'FIELD_TWICE', { field: known[field]!.label }))
  })
  if (issues.length > 0) throw new CommandRefused(issues)
  return columns.map((column) => ({ ...column, field: given.find(({ header }) => header === column.header)?.field ?? null }))
}

function refused(one: Issue): CommandRefused {
  return new CommandRefused([one])
}

function busy(): CommandRefused {
  return refused(issue('', 'IMPORT_BUSY', { count: 5 }))
}

function wrongState(state: ImportState): CommandRefused {
  return refused(issue('id', 'IMPORT_STATE', { state: IMPORT_STATES[state] }))
}
