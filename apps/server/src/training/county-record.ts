import type { InputFieldMap } from '@pothos/core'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import { lockInstitutions } from '@yilian/database/changes.ts'
import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable } from '@yilian/database/facts.ts'
import type { Cited } from '@yilian/domain/cited.ts'
import type { CommandKey } from '@yilian/domain/commands.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { Issue } from '@yilian/domain/issue.ts'

import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { institutionKnown, notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import type { Thing } from '../command/things.ts'
import { requireRegion } from '../quota/quota.commands.ts'

/** Facts of staffing that a county records and that are known until they are corrected. */
export type CountyFact = 'TRAINING_COHORT' | 'RECRUITMENT_DRIVE' | 'STAFF_COUNT'

/** From its declaration come two commands: one that records a new one, and one that corrects it whole. */
export interface CountyRecordDefinition<I extends object, V extends Cited & { readonly institutionIds: readonly string[] }> {
  readonly fact: CountyFact
  readonly thing: Thing
  /** Name of the input that finds one: `cohortId`. */
  readonly idField: string
  readonly record: { readonly name: CommandKey; readonly description: string }
  readonly correct: { readonly name: CommandKey; readonly description: string }
  readonly fields: (t: Fields) => InputFieldMap
  /** The value that an input says, with what it cites. */
  readonly valueOf: (input: I, cited: Cited) => V
  readonly issues: (regionCode: string, value: V, today: IsoDate) => Issue[]
}

type Input<I> = I & CommandInput & { readonly regionCode: string }
type Correction<I> = I & CommandInput & { readonly baseVersion: number } & Readonly<Record<string, unknown>>

/** Adds the two commands of a record to the API. */
export function defineCountyRecord<I extends object, V extends Cited & { readonly institutionIds: readonly string[] }>(
  definition: CountyRecordDefinition<I, V>,
): void {
  const { record, correct, fields, thing, idField } = definition
  defineCommand<Input<I>>({
    ...record,
    dated: false,
    fields: (t) => ({ regionCode: t.string({ required: true, description: 'Twelve digits: the county or town it is of.' }), ...fields(t) }),
    body: (input, { today }) => recordBody(definition, input, today),
  })
  defineCommand<Correction<I>>({
    ...correct,
    correction: true,
    fields: (t) => ({
      [idField]: t.id({ required: true, description: 'Which one.' }),
      baseVersion: baseVersionField(t, thing),
      ...fields(t),
      withdraw: t.boolean({ description: 'There never was one.' }),
    }),
    body: (input, { today }) => correctBody(definition, input, today),
  })
}

const recordBody =
  <I extends object, V extends Cited & { readonly institutionIds: readonly string[] }>(
    { fact, valueOf, issues }: CountyRecordDefinition<I, V>,
    input: Input<I>,
    today: IsoDate,
  ): CommandBody =>
  async (trx, begin) => {
    const value = valueOf(input, { documentId: input.documentId ?? null, source: null, sourceNote: null })
    refuseOn(issues(input.regionCode, value, today))
    await requireRegion(trx, input.regionCode)
    await holdInstitutions(trx, value.institutionIds)
    await writeFact(trx, await begin(), fact, newId(), { regionCode: input.regionCode }, columnsOf(value))
  }

const correctBody =
  <I extends object, V extends Cited & { readonly institutionIds: readonly string[] }>(
    { fact, thing, idField, valueOf, issues }: CountyRecordDefinition<I, V>,
    input: Correction<I>,
    today: IsoDate,
  ): CommandBody =>
  async (trx, begin) => {
    const id = String(input[idField])
    const table = sql.table(factTable(fact).table)
    await sql`select pg_advisory_xact_lock(hashtext('yilian county record'), hashtext(${id}))`.execute(trx)
    const { rows } = await sql<Cited & { regionCode: string; recordedTo: string | null }>`
      select * from ${table} where id = ${id} order by recorded_to is null desc, recorded_by desc limit 1`.execute(trx)
    const before = rows[0]
    if (!before) throw notFound(idField, thing, id)
    await requireVersion(trx, fact, id, input.baseVersion)
    const { source, sourceNote } = before
    const value = valueOf(input, { documentId: input.documentId ?? before.documentId, source, sourceNote })
    refuseOn(issues(before.regionCode, value, today))
    await holdInstitutions(trx, value.institutionIds)
    const withdrawn = input['withdraw'] === true
    await writeFact(trx, await begin(), fact, id, { regionCode: before.regionCode }, withdrawn ? null : columnsOf(value))
  }

/** The institutions named exist, and are not undone meanwhile. */
export async function holdInstitutions(trx: Db, ids: readonly string[]): Promise<void> {
  await lockInstitutions(trx, ids)
  for (const [at, id] of ids.entries()) await institutionKnown(trx, id, `institutionIds.${at}`)
}

function columnsOf(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value))
}
