import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'

export interface DepartmentRow {
  readonly id: string
  readonly countyCode: string
  readonly name: string
  readonly closedOn: IsoDate | null
}

/** The departments of a county's bureau, closed ones last; of all counties when left out. By county and pinyin. */
export async function departmentsOf(db: Db, countyCode: string | null, limit: number): Promise<DepartmentRow[]> {
  const { rows } = await sql<DepartmentRow>`
    select d.* from department d where ${countyCode === null ? sql`true` : sql`d.county_code = ${countyCode}`}
    order by d.county_code, d.closed_on is not null, d.name collate "zh-x-icu", d.id limit ${limit}`.execute(db)
  return rows
}

export async function departmentsByIds(db: Db, ids: readonly string[]): Promise<Map<string, DepartmentRow>> {
  const { rows } = await sql<DepartmentRow>`select d.* from department d where d.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many accounts, disabled ones left out, belong to each department. */
export async function userCountsOfDepartments(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select department_id as id, count(*) as count from user_account where department_id = any(${ids}::uuid[]) and status = 'ACTIVE' group by 1`.execute(
    db,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}
