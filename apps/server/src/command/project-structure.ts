import { sql } from 'kysely'

import type { WhichRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable, type FactKind } from '@yilian/database/facts.ts'
import {
  fundsIssues,
  type FundingLine,
  type FundingYear,
  type FundReceipt,
  type ProjectPayment,
} from '@yilian/domain/construction/funding.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { THINGS } from './things.ts'

/** The rules over everything of the projects a change concerns, by the rows meant: money adds up, nothing names what is gone, no project is a part of itself. */
export async function projectStructureIssues(trx: Db, projectIds: readonly string[], which: WhichRows): Promise<Issue[]> {
  if (projectIds.length === 0) return []
  const read = <R extends { projectId: string }>(fact: FactKind) => rowsOf<R>(trx, fact, projectIds, which)
  const lines = await read<FundingLine>('FUNDING_LINE')
  const years = await read<FundingYear>('FUNDING_YEAR')
  const receipts = await read<FundReceipt>('FUND_RECEIPT')
  const payments = await read<ProjectPayment>('PROJECT_PAYMENT')
  const contracts = await read<{ id: string; projectId: string }>('PROJECT_CONTRACT')
  const issues: Issue[] = []
  for (const projectId of projectIds) {
    const own = <R extends { projectId: string }>(rows: readonly R[]) => rows.filter((row) => row.projectId === projectId)
    const lineIds = new Set(own(lines).map(({ id }) => id))
    const contractIds = new Set(own(contracts).map(({ id }) => id))
    const ofLines = [...own(years), ...own(receipts), ...own(payments)]
    if (ofLines.some(({ fundingLineId }) => fundingLineId !== null && !lineIds.has(fundingLineId)))
      issues.push(stillUsed(THINGS.fundingLine))
    if (own(payments).some(({ contractId }) => contractId !== null && !contractIds.has(contractId))) issues.push(stillUsed(THINGS.contract))
    issues.push(...fundsIssues(own(lines), own(receipts), own(payments)))
  }
  return [...issues, ...(await cycleIssues(trx, projectIds, which))]
}

function stillUsed(thing: Text): Issue {
  return issue('', 'RECORD_STILL_USED', { thing })
}

async function rowsOf<R>(trx: Db, fact: FactKind, projectIds: readonly string[], which: WhichRows): Promise<R[]> {
  const { rows } = await sql<R>`select f.* from ${sql.table(factTable(fact).table)} f
    where f.project_id = any(${projectIds}::uuid[]) and ${which('f')} order by f.id`.execute(trx)
  return rows
}

async function cycleIssues(trx: Db, projectIds: readonly string[], which: WhichRows): Promise<Issue[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive above as (
      select f.id as start, f.name, f.parent_id, 1 as depth from construction_project_version f where f.id = any(${projectIds}::uuid[]) and ${which('f')}
      union all select a.start, a.name, f.parent_id, a.depth + 1 from above a join construction_project_version f on f.id = a.parent_id and ${which('f')}
      where a.parent_id <> a.start and a.depth < 20)
    select name from above where parent_id = start or depth = 20`.execute(trx)
  return rows.map(({ name }) => issue('project.partOfId', 'PROJECT_PART_OF_ITSELF', { project: name }))
}
