import { sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { HeldGrant } from '@yilian/domain/access/own.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import { atMoment } from '../list/at-moment.ts'
import type { RegionRow } from '../region/region.queries.ts'

/** The counties in which these grants give something: their own, and those of the institutions and alliances they are over. */
export async function countiesOfGrants(db: Db, grants: readonly HeldGrant[], moment: Moment): Promise<RegionRow[]> {
  const counties = grants.flatMap(({ countyCode }) => countyCode ?? [])
  const over = (kind: HeldGrant['scopeKind']) => grants.filter(({ scopeKind }) => scopeKind === kind).map(({ scopeId }) => scopeId)
  const institutions = sql`any(${over('INSTITUTION')}::uuid[])`
  const { rows } = await sql<RegionRow>`
    with own(county_code) as (
      select unnest(${counties}::text[])
      union select county_code from institution where id = ${institutions}
      union select county_code from alliance where id = any(${over('ALLIANCE')}::uuid[])
      union select a.county_code from membership m join alliance a on a.id = m.alliance_id where m.institution_id = ${institutions} and m.recorded_to is null)
    select r.level, r.statistical_only, v.* from own o join region r on r.code = o.county_code || '000000' and r.level = 'COUNTY'
    join region_version v on v.code = r.code and ${whereInForce('v', moment)} order by r.code`.execute(db)
  return atMoment(rows, moment)
}
