import { sql } from 'kysely'

import {
  changeSubjects,
  lockAlliances,
  lockInstitutions,
  lockPeople,
  lockProjects,
  type Change,
  type ChangeSubjects,
} from '@yilian/database/changes.ts'
import type { WhichRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { idsWithoutRows } from '@yilian/database/references.ts'
import { refreshSearch } from '@yilian/database/search.ts'
import { knownWithout, undoConflicts, undoFacts } from '@yilian/database/undo.ts'
import { COMMANDS, isUndoable, type CommandKey } from '@yilian/domain/commands.ts'
import { periodText } from '@yilian/domain/dated.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { unlimited } from '../access/reader.ts'
import { constraintOf } from '../command/constraint-issues.ts'
import { notFound } from '../command/known.ts'
import { CommandRefused, refuseOn, requireLatest, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { structureIssues } from '../command/structure.ts'
import { changeNumberOf } from './change.queries.ts'
import { factSubject, namesIn, subjectsOf } from './describe.ts'

export interface UndoChange extends CommandInput {
  readonly changeId: string
}

/**
 * 撤回变更: every fact that the change touched is again as it was just before, recorded as a correction; nothing is deleted. Only while
 * no later change touched any of them. Judged on what the undo would leave, before it is written, so that the refusal says what stands
 * against it and not which constraint.
 */
export const undoChange =
  (input: UndoChange): CommandBody =>
  async (trx, begin) => {
    const number = changeNumberOf(input.changeId)
    await refuseUnlessUndoable(trx, number, input.changeId)
    const subjects = await changeSubjects(trx, number)
    await lockAlliances(trx, [...subjects.alliances])
    await lockInstitutions(trx, [...subjects.institutions])
    await lockProjects(trx, [...subjects.projects])
    await lockPeople(trx, [...subjects.people])
    await lockDocuments(trx, [...subjects.others])
    await requireLatest(trx, number)
    const left = knownWithout(number)
    refuseOn([...(await citedIssues(trx, subjects, left)), ...asWhole(await structureIssues(trx, subjects, left))])
    refuseOn(await conflictIssues(trx, number))
    const change = await begin({ undoes: number })
    await restore(trx, change, number, subjects)
    await refreshSearch(trx, 'INSTITUTION', [...subjects.institutions])
    await refreshSearch(trx, 'ALLIANCE', [...subjects.alliances])
    await refreshSearch(trx, 'PROJECT', [...subjects.projects])
    await refreshSearch(trx, 'PERSON', [...subjects.people])
  }

async function refuseUnlessUndoable(trx: Db, number: number, changeId: string): Promise<void> {
  const found = await trx.selectFrom('change').select('command').where('id', '=', number).executeTakeFirst()
  if (!found) throw notFound('changeId', 'change', changeId)
  if (!isUndoable(found.command)) refuseOn([issue('changeId', 'NOT_UNDOABLE', { command: COMMANDS[found.command as CommandKey] })])
}

// Against commands that cite them: those hold the document from before they look at it.
async function lockDocuments(trx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`select id from policy_document where id = any(${ids}::uuid[]) order by id for update`.execute(trx)
}

/** A document that a recorded change cites stays: the history would not say any more what it was based on. */
async function citedIssues(trx: Db, { others }: ChangeSubjects, left: WhichRows): Promise<Issue[]> {
  const gone = await idsWithoutRows(trx, 'POLICY_DOCUMENT', [...others], left)
  if (gone.length === 0) return []
  const { rows } = await sql<{ id: string; count: number }>`
    select document_id as id, count(*) as count from change where document_id = any(${gone}::uuid[]) group by 1 order by 1`.execute(trx)
  const names = await namesIn(unlimited(trx), rows)
  return rows.map(({ id, count }) => issue('', 'DOCUMENT_CITED', { title: names.get(id) ?? id, count }))
}

// The input of an undo has no field that they could stand at.
function asWhole(issues: readonly Issue[]): Issue[] {
  return issues.map((one) => ({ ...one, path: '' }))
}

async function conflictIssues(trx: Db, number: number): Promise<Issue[]> {
  const conflicts = await undoConflicts(trx, number)
  const names = await namesIn(
    unlimited(trx),
    conflicts.flatMap(({ restored, other }) => [restored, other]),
  )
  return conflicts.map(({ fact, restored, other }) => {
    const said = (row: typeof other) => withDays(factSubject(fact, row, names), row)
    const conflict = issue('', 'UNDO_CONFLICT', { restored: said(restored), other: said(other) })
    return naming(conflict, [...subjectsOf(fact, restored), ...subjectsOf(fact, other)])
  })
}

function withDays(subject: Text, row: Parameters<typeof periodText>[0]): Text {
  if (row.validFrom === undefined) return subject
  const days = periodText(row)
  return { zh: `${subject.zh}（${days.zh}）`, en: `${subject.en} (${days.en})` }
}

/** Codes and numbers that belong to one thing at a time, which another may have got since. */
const TAKEN: Readonly<Record<string, Text>> = {
  institution_credit_code: { zh: '统一社会信用代码', en: 'credit code' },
  construction_project_national_code: { zh: '项目代码', en: 'project code' },
  policy_document_number: { zh: '发文字号', en: 'document number' },
}

async function restore(trx: Db, change: Change, number: number, subjects: ChangeSubjects): Promise<void> {
  try {
    await undoFacts(trx, change, number, subjects)
  } catch (error) {
    const what = TAKEN[constraintOf(error) ?? '']
    throw what ? new CommandRefused([issue('', 'UNDO_TAKEN', { what })]) : error
  }
}
