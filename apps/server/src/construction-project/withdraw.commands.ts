import { sql } from 'kysely'

import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable } from '@yilian/database/facts.ts'
import { issue } from '@yilian/domain/issue.ts'

import { notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { lockRecord } from './project-record.ts'

/** What can be withdrawn: what has no days of its own and no other way to be taken back. */
const KINDS = ['PROJECT_APPROVAL', 'FUNDING_LINE', 'FUND_RECEIPT', 'PROJECT_PAYMENT', 'PROJECT_CONTRACT', 'PROJECT_PROBLEM'] as const

export interface WithdrawProjectRecord extends CommandInput {
  readonly recordId: string
  readonly baseVersion: number
}

/** 撤销项目记录: it never was. What others name stays: `projectStructureIssues` refuses. */
export const withdrawProjectRecord =
  (input: WithdrawProjectRecord): CommandBody =>
  async (trx, begin) => {
    if (!input.note?.trim()) refuseOn([issue('note', 'REQUIRED')])
    const fact = await kindOf(trx, input.recordId)
    const { before } = await lockRecord(trx, fact, 'projectRecord', 'recordId', input.recordId, input.baseVersion)
    if (!before) refuseOn([issue('', 'NOTHING_CHANGES')])
    await writeFact(trx, await begin(), fact, input.recordId, {}, null)
  }

async function kindOf(trx: Db, id: string): Promise<(typeof KINDS)[number]> {
  const all = KINDS.map((fact) => sql`select ${fact} as fact from ${sql.table(factTable(fact).table)} where id = ${id}`)
  const { rows } = await sql<{ fact: (typeof KINDS)[number] }>`${sql.join(all, sql` union all `)} limit 1`.execute(trx)
  if (!rows[0]) throw notFound('recordId', 'projectRecord', id)
  return rows[0].fact
}
