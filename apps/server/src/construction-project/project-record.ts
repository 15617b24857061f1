import type { InputFieldMap } from '@pothos/core'
import { v7 as newId } from 'uuid'

import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable } from '@yilian/database/facts.ts'
import type { Cited } from '@yilian/domain/cited.ts'
import type { CommandKey } from '@yilian/domain/commands.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import { sql } from 'kysely'

import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import type { Thing } from '../command/things.ts'
import { lockProject } from './lock-project.ts'
import type { ProjectFacts, RecordedProjectFact } from './project-facts.ts'

/**
 * Something that is recorded of a project and known until it is corrected: an approval, a receipt, a contract. From its declaration come
 * two commands: one that records a new one, and one that corrects it whole.
 */
export interface ProjectRecordDefinition<K extends RecordedProjectFact, I extends object, V extends Cited> {
  readonly fact: K
  readonly thing: Thing
  /** Name of the input that finds one: `fundReceiptId`. */
  readonly idField: string
  readonly record: { readonly name: CommandKey; readonly description: string }
  /** Which field of the correction an issue of the structure is told at: see `CommandName`. */
  readonly correct: { readonly name: CommandKey; readonly description: string; readonly fieldOf?: Readonly<Record<string, string>> }
  readonly fields: (t: Fields) => InputFieldMap
  /** The value that an input says, with what it cites. */
  readonly valueOf: (input: I, cited: Cited, before: ProjectFacts[K] | null) => V
  /** Its own rules, and that what it names is the project's. */
  readonly issues: (
    value: V,
    about: { readonly trx: Db; readonly project: ConstructionProject; readonly today: IsoDate },
  ) => Issue[] | Promise<Issue[]>
}

type Input<I> = I & CommandInput & { readonly projectId: string }
type Correction<I> = I & CommandInput & { readonly baseVersion: number } & Readonly<Record<string, unknown>>

/** Adds the two commands of a record to the API. */
export function defineProjectRecord<K extends RecordedProjectFact, I extends object, V extends Cited>(
  definition: ProjectRecordDefinition<K, I, V>,
): void {
  const { record, correct, fields, thing, idField } = definition
  defineCommand<Input<I>>({
    ...record,
    dated: false,
    fields: (t) => ({ projectId: t.id({ required: true, description: 'The project.' }), ...fields(t) }),
    body: (input, { today }) => recordBody(definition, input, today),
  })
  defineCommand<Correction<I>>({
    ...correct,
    correction: true,
    fields: (t) => ({
      [idField]: t.id({ required: true, description: 'Which one.' }),
      baseVersion: baseVersionField(t, thing),
      ...fields(t),
    }),
    body: (input, { today }) => correctBody(definition, input, today),
  })
}

const recordBody =
  <K extends RecordedProjectFact, I extends object, V extends Cited>(
    { fact, valueOf, issues }: ProjectRecordDefinition<K, I, V>,
    input: Input<I>,
    today: IsoDate,
  ): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, null)
    const value = valueOf(input, { documentId: input.documentId ?? null, source: null, sourceNote: null }, null)
    refuseOn(await issues(value, { trx, project, today }))
    await writeFact(trx, await begin(), fact, newId(), { projectId: project.id }, columnsOf(value))
  }

const correctBody =
  <K extends RecordedProjectFact, I extends object, V extends Cited>(
    { fact, thing, idField, valueOf, issues }: ProjectRecordDefinition<K, I, V>,
    input: Correction<I>,
    today: IsoDate,
  ): CommandBody =>
  async (trx, begin) => {
    const { before, project } = await lockRecord<K>(trx, fact, thing, idField, String(input[idField]), input.baseVersion)
    const cited = citedBefore(before)
    const value = valueOf(input, { ...cited, documentId: input.documentId ?? cited.documentId }, before)
    refuseOn(await issues(value, { trx, project, today }))
    await writeFact(trx, await begin(), fact, String(input[idField]), { projectId: project.id }, columnsOf(value))
  }

/** A record of a project for a command: its project locked, and at the version the command was based on. */
export async function lockRecord<K extends RecordedProjectFact>(
  trx: Db,
  fact: K,
  thing: Thing,
  path: string,
  id: string,
  baseVersion: number | null,
): Promise<{ readonly before: ProjectFacts[K] | null; readonly project: ConstructionProject }> {
  const table = sql.table(factTable(fact).table)
  const found = await sql<{ projectId: string }>`select project_id from ${table} where id = ${id} limit 1`.execute(trx)
  if (!found.rows[0]) throw notFound(path, thing, id)
  const project = await lockProject(trx, found.rows[0].projectId, null)
  if (baseVersion !== null) await requireVersion(trx, fact, id, baseVersion)
  const { rows } = await sql<ProjectFacts[K]>`select * from ${table} where id = ${id} and recorded_to is null`.execute(trx)
  return { before: rows[0] ?? null, project }
}

function citedBefore(before: object | null): Cited {
  const text = (column: string) => {
    const value = before === null ? null : Reflect.get(before, column)
    return typeof value === 'string' ? value : null
  }
  return { documentId: text('documentId'), source: text('source'), sourceNote: text('sourceNote') }
}

function columnsOf(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value))
}
