import { sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { HeldGrant } from '@yilian/domain/access/own.ts'
import type { IsoDate } from '@yilian/domain/day.ts'

/** A grant in force, by its id. */
export interface GrantInForce extends HeldGrant {
  readonly id: string
}

/** What an account has been granted that is in force on the day. One statement. */
export async function grantsInForce(db: Db, userId: string, day: IsoDate): Promise<GrantInForce[]> {
  const { rows } = await sql<GrantInForce>`
    select g.id, g.role, g.scope_kind, g.scope_id, g.work_area,
      case g.scope_kind when 'COUNTY' then g.scope_id
        when 'DEPARTMENT' then (select d.county_code from department d where d.id::text = g.scope_id) end as county_code
    from role_grant g where g.user_id = ${userId} and ${whereInForce('g', { asOf: day, asKnownAt: null })} order by g.valid_from, g.id`.execute(
    db,
  )
  return rows
}
