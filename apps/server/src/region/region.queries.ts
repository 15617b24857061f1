import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Region } from '@yilian/domain/region.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesCounty, seesInstitution } from '../access/seen.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { asMoment } from '../institution/institution.queries.ts'
import { atMoment } from '../list/at-moment.ts'
import { type Columns, onlyColumns } from '../list/columns.ts'

/** A region as it was at a moment. */
export type RegionRow = Omit<Region, 'id'> & AtMoment

const COLUMNS = sql`r.level, r.statistical_only, v.*`

export async function regionsByCodes(
  db: Db,
  codes: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, RegionRow>> {
  const list = sql`select ${COLUMNS} from region r join region_version v on v.code = r.code where v.code = any(${codes}) and ${whereInForce('v', moment)}`
  const { rows } = await onlyColumns<RegionRow>(list, columns).execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.code, row]))
}

/** The regions directly below, by code. A province has tens, a county tens, a town tens to hundreds. */
export async function regionsBelow(db: Db, parentCodes: readonly string[], moment: Moment): Promise<Map<string, RegionRow[]>> {
  const { rows } = await sql<RegionRow>`select ${COLUMNS}, ${asMoment(moment)} from region r join region_version v on v.code = r.code
    where v.parent_code = any(${parentCodes}) and ${whereInForce('v', moment)} order by r.code`.execute(db)
  return Map.groupBy(rows, ({ parentCode }) => parentCode!)
}

/** Counties that keep institutions or alliances, and in which anything is seen, by code. */
export async function countiesInUse({ db, access }: Reader, moment: Moment): Promise<RegionRow[]> {
  const { rows } = await sql<RegionRow>`select ${COLUMNS}, ${asMoment(moment)} from region r join region_version v on v.code = r.code
    where r.level = 'COUNTY' and ${whereInForce('v', moment)} and ${seesCounty(access, sql`left(r.code, 6)`)}
      and (${keeps('institution', moment)} or ${keeps('alliance', moment)})
    order by r.code`.execute(db)
  return rows
}

// By what is known of them: an identity alone, whose creation was undone, does not count.
function keeps(table: 'institution' | 'alliance', { asKnownAt }: Moment): RawBuilder<unknown> {
  return sql`exists (select from ${sql.table(table)} i join ${sql.table(`${table}_version`)} f on f.id = i.id
    where i.county_code = left(r.code, 6) and ${whereKnown('f', asKnownAt)})`
}

/**
 * How many institutions that are seen lie within each region, itself included; `prefixes` by code. One statement. The prefix as two bounds, since
 * `like` finds no index for a pattern that differs from row to row; `a` sorts after every digit.
 */
export async function institutionCountsWithin(
  { db, access }: Reader,
  prefixes: ReadonlyMap<string, string>,
  moment: Moment,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; count: number }>`
    select p.code, count(v.id) as count from unnest(${[...prefixes.keys()]}::text[], ${[...prefixes.values()]}::text[]) as p(code, prefix)
    left join institution_version v on v.region_code ~>=~ p.prefix and v.region_code ~<~ (p.prefix || 'a') and v.status not in ('CLOSED', 'MERGED') and ${whereInForce('v', moment)}
      and ${seesInstitution(access, sql`v.id`, onDay(moment.asOf))} group by 1`.execute(db)
  return new Map(rows.map(({ code, count }) => [code, count]))
}
