import type { Db } from '@yilian/database/db.ts'
import { type RawBuilder, sql } from 'kysely'

// The rules of the domain as SQL that shares nothing with the code that enforces them: ranges and multiranges over the rows
// known now, and over all that was ever known. Each query answers the rows that break its rule.
const TIGHT = sql`('COUNTY_TIGHT', 'AREA')`
const LED = sql`('COUNTY_TIGHT', 'AREA', 'MEDICAL_GROUP')`
const days = (alias: string) => sql`daterange(${sql.ref(`${alias}.validFrom`)}, ${sql.ref(`${alias}.validTo`)})`

const RULES: Readonly<Record<string, RawBuilder<unknown>>> = {
  'an institution leads or belongs to at most one tight alliance on any day': sql`
    select m.institution_id from membership m join alliance a on a.id = m.alliance_id
    join membership n on n.institution_id = m.institution_id and n.alliance_id > m.alliance_id join alliance b on b.id = n.alliance_id
    where m.recorded_to is null and n.recorded_to is null and m.role <> 'SUPPORTING' and n.role <> 'SUPPORTING'
      and a.kind in ${TIGHT} and b.kind in ${TIGHT} and ${days('m')} && ${days('n')}`,
  'an alliance that needs a lead has one, a vacancy or a dispute on every day of its life': sql`
    select a.id from alliance a
    where a.kind in ${LED} and not (select range_agg(${days('v')}) from alliance_version v where v.id = a.id and v.recorded_to is null) <@ coalesce((
      select range_agg(d) from (
        select ${days('m')} as d from membership m where m.alliance_id = a.id and m.role = 'LEAD' and m.recorded_to is null
        union all select ${days('x')} from lead_vacancy x where x.alliance_id = a.id and x.recorded_to is null
        union all select ${days('x')} from lead_dispute x where x.alliance_id = a.id and x.recorded_to is null) led), '{}'::datemultirange)`,
  'an alliance has at most one lead on any day': sql`
    select m.alliance_id from membership m join membership n on n.alliance_id = m.alliance_id and n.row_id > m.row_id
    where m.role = 'LEAD' and n.role = 'LEAD' and m.recorded_to is null and n.recorded_to is null and ${days('m')} && ${days('n')}`,
  'nobody leads while the place is vacant': sql`
    select m.alliance_id from membership m join lead_vacancy x on x.alliance_id = m.alliance_id
    where m.role = 'LEAD' and m.recorded_to is null and x.recorded_to is null and ${days('m')} && ${days('x')}`,
  'members belong only while the alliance exists': sql`
    select m.id from membership m where m.recorded_to is null and not ${days('m')} <@ coalesce(
      (select range_agg(${days('v')}) from alliance_version v where v.id = m.alliance_id and v.recorded_to is null), '{}'::datemultirange)`,
  'members belong only while they are open': sql`
    select m.id from membership m where m.recorded_to is null and not ${days('m')} <@ coalesce(
      (select range_agg(${days('v')}) from institution_version v where v.id = m.institution_id and v.recorded_to is null and v.status not in ('CLOSED', 'MERGED')), '{}'::datemultirange)`,
  'an institution is in an alliance once at a time': sql`
    select m.id from membership m join membership n on n.alliance_id = m.alliance_id and n.institution_id = m.institution_id and n.row_id > m.row_id
    where m.recorded_to is null and n.recorded_to is null and ${days('m')} && ${days('n')}`,
  ...Object.fromEntries(
    ['institution_version', 'alliance_version', 'membership', 'lead_vacancy', 'lead_dispute', 'unified_management', 'shared_service'].map(
      (table) => [
        `at every instant ${table} knew one thing of each fact and day`,
        sql`select r.id from ${sql.table(table)} r join ${sql.table(table)} s on s.id = r.id and s.row_id > r.row_id
        where ${days('r')} && ${days('s')} and tstzrange(r.recorded_from, r.recorded_to) && tstzrange(s.recorded_from, s.recorded_to)`,
      ],
    ),
  ),
  'what closed a row came after what wrote it': sql`
    select row_id from membership where closed_by <= recorded_by union all select row_id from institution_version where closed_by <= recorded_by
    union all select row_id from alliance_version where closed_by <= recorded_by`,
}

/** The rules that are broken, with how often; empty when all hold. */
export async function brokenRules(db: Db): Promise<Record<string, number>> {
  const broken: Record<string, number> = {}
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await query.execute(db)
    if (rows.length > 0) broken[rule] = rows.length
  }
  return broken
}
