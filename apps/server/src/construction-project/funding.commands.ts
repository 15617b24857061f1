import { v7 as newId } from 'uuid'

import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { fundingYearIssues } from '@yilian/domain/construction/funding.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { MoneyUnit } from '@yilian/domain/money.ts'

import { unlimited } from '../access/reader.ts'
import { notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { THINGS, type Thing } from '../command/things.ts'
import { ownFacts } from './lock-project.ts'
import { factsByIds } from './project-facts.ts'
import { amountOf } from './project-node.ts'
import { lockRecord } from './project-record.ts'

const THING_OF = { FUNDING_LINE: 'fundingLine', PROJECT_CONTRACT: 'contract' } as const satisfies Record<string, Thing>

/** What a record names is there and the project's own. */
export async function ofProjectIssues(
  trx: Db,
  fact: keyof typeof THING_OF,
  projectId: string,
  path: string,
  id: string | null,
): Promise<Issue[]> {
  if (id === null) return []
  const thing = THINGS[THING_OF[fact]]
  const found = (await factsByIds(unlimited(trx), fact, [id])).get(id)
  if (!found) return [issue(path, 'NOT_FOUND', { thing, value: id })]
  return found.projectId === projectId ? [] : [issue(path, 'OF_ANOTHER_PROJECT', { thing })]
}

export interface PlanFundingYears extends CommandInput {
  readonly fundingLineId: string
  readonly baseVersion: number
  readonly years: readonly { readonly year: number; readonly amount: string }[]
  readonly unit?: MoneyUnit | null | undefined
}

/** 登记年度计划: all years of a line; one that is no longer given is withdrawn, what was known before stays readable as known then. */
export const planFundingYears =
  (input: PlanFundingYears): CommandBody =>
  async (trx, begin) => {
    const { fundingLineId, baseVersion } = input
    const { before: line, project } = await lockRecord(trx, 'FUNDING_LINE', 'fundingLine', 'fundingLineId', fundingLineId, baseVersion)
    if (!line) throw notFound('fundingLineId', 'fundingLine', fundingLineId)
    const years = input.years.map(({ year, amount }) => ({ year, amount: amountOf(amount, input.unit)! }))
    refuseOn(fundingYearIssues(years))
    const recorded = (await ownFacts(trx, 'FUNDING_YEAR', project.id)).filter((row) => row.fundingLineId === line.id)
    const change = await begin()
    for (const row of recorded)
      if (!years.some(({ year }) => year === row.year)) await writeFact(trx, change, 'FUNDING_YEAR', row.id, {}, null)
    for (const { year, amount } of years) {
      const before = recorded.find((row) => row.year === year)
      const { documentId = null, source = null, sourceNote = null } = before ?? {}
      const value = { amount, documentId: input.documentId ?? documentId, source, sourceNote }
      await writeFact(trx, change, 'FUNDING_YEAR', before?.id ?? newId(), { projectId: project.id, fundingLineId: line.id, year }, value)
    }
  }
