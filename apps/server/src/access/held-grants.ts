import type { HeldGrant } from '@yilian/domain/access/own.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { sql, type RawBuilder } from 'kysely'

/** A grant in force, by its id. */
export interface GrantInForce extends HeldGrant {
  readonly id: string
}

/** SQL for the grants of a user in force on a day, as a JSON list: part of the statement that finds out who asks. */
export function heldGrants(userId: RawBuilder<unknown>, today: IsoDate): RawBuilder<readonly GrantInForce[]> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object(
      'id', g.id, 'role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id, 'workArea', g.work_area,
      'countyCode', case g.scope_kind when 'COUNTY' then g.scope_id when 'DEPARTMENT' then d.county_code end)), '[]')
    from role_grant g left join department d on g.scope_kind = 'DEPARTMENT' and d.id::text = g.scope_id
    where g.user_id = ${userId} and g.recorded_to is null and g.valid_from <= ${today}::date and (g.valid_to is null or ${today}::date < g.valid_to))`
}
