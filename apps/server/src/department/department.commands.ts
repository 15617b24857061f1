import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { departmentIssues, type DepartmentDraft } from '@yilian/domain/department.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import { notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'

export interface RecordDepartment extends CommandInput {
  /** The department that is revised; left out for a new one. */
  readonly departmentId?: string | null | undefined
  readonly countyCode: string
  readonly name: string
  readonly closedOn?: IsoDate | null | undefined
}

/** 登记股室: a new department, or all that is said of an existing one. */
export const recordDepartment =
  (input: RecordDepartment): CommandBody =>
  async (trx, begin) => {
    const existing = input.departmentId ? await lockDepartment(trx, input.departmentId) : null
    const draft: DepartmentDraft = { countyCode: input.countyCode, name: input.name.trim(), closedOn: input.closedOn ?? null }
    refuseOn(departmentIssues(draft))
    if (existing && existing.countyCode !== draft.countyCode) refuseOn([issue('countyCode', 'DEPARTMENT_COUNTY_FIXED')])
    if (!existing) await requireCounty(trx, draft.countyCode)
    refuseOn(await nameIssues(trx, draft, existing?.id ?? null))
    if (existing && existing.name === draft.name && existing.closedOn === draft.closedOn) return
    const id = existing?.id ?? newId()
    const change = await begin()
    if (existing) await trx.updateTable('department').set(draft).where('id', '=', id).execute()
    else
      await trx
        .insertInto('department')
        .values({ id, ...draft })
        .execute()
    change.others.add(id)
  }

async function lockDepartment(trx: Db, id: string) {
  const department = await trx.selectFrom('department').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!department) throw notFound('departmentId', 'department', id)
  return department
}

async function requireCounty(trx: Db, countyCode: string): Promise<void> {
  const { rows } = await sql`select 1 from region where code = ${`${countyCode}000000`} and level = 'COUNTY'`.execute(trx)
  if (rows.length === 0) throw notFound('countyCode', 'county', countyCode)
}

async function nameIssues(trx: Db, { countyCode, name }: DepartmentDraft, id: string | null): Promise<Issue[]> {
  const holder = await trx
    .selectFrom('department')
    .select('id')
    .where('countyCode', '=', countyCode)
    .where('name', '=', name)
    .executeTakeFirst()
  return holder && holder.id !== id ? [issue('name', 'DEPARTMENT_NAME_TAKEN', { name })] : []
}
