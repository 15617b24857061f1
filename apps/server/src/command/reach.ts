import { type RawBuilder, sql } from 'kysely'

import type { ChangeSubjects } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { FACT_KINDS, factTable } from '@yilian/database/facts.ts'
import type { Own } from '@yilian/domain/access/own.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { gaps, union, type Period } from '@yilian/domain/period.ts'

import { onDay } from '../access/days.ts'
import { reachesProject } from '../access/seen-projects.ts'
import { reachesPerson } from '../access/seen-staffing.ts'
import { ownAlliance, ownInstitution } from '../access/seen.ts'
import { daysTouched } from './touched-days.ts'

/**
 * What a change touched beyond the reach of who makes it; empty when all of it is within. Alliances and institutions that are own
 * whatever the day are told apart with one statement; only of others it matters on which days they were touched. Documents are those of
 * own counties and of wider authorities. Projects are those of own counties, and for institutions that are own or worked for today; people those kept by own counties, or
 * at home there today; what is recorded of a region is of its county.
 */
export async function beyondReach(trx: Db, own: Own, number: number, subjects: ChangeSubjects, today: IsoDate): Promise<string[]> {
  const { rows } = await sql<{ id: string; kind: 'institutions' | 'alliances' | 'others' }>`
    select i.id, 'institutions' as kind from institution i where i.id = any(${[...subjects.institutions]}::uuid[]) and not (${ownInstitution(own, sql`i.id`, sql`i.county_code`)})
    union all select a.id, 'alliances' from alliance a where a.id = any(${[...subjects.alliances]}::uuid[]) and not (${ownAlliance(own, sql`a.id`, sql`a.county_code`)})
    union all select p.id, 'others' from construction_project p where p.id = any(${[...subjects.projects]}::uuid[]) and not (${reachesProject(own, sql`p.id`, onDay(today))})
    union all select w.id, 'others' from person w where w.id = any(${[...subjects.people]}::uuid[]) and not (${reachesPerson(own, sql`w.id`, onDay(today))})
    union all select r.id, 'others' from (${ofRegions([...subjects.others])}) r where r.county <> all(${own.counties}::text[])
    union all select d.id, 'others' from policy_document d where d.id = any(${[...subjects.others]}::uuid[]) and d.county_code <> all(${own.counties}::text[])`.execute(
    trx,
  )
  const of = (wanted: string) => rows.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const named = { institutions: of('institutions'), alliances: of('alliances') }
  if (named.institutions.length + named.alliances.length === 0) return of('others')
  const touched = await daysTouched(trx, number, named)
  const workable = await workableDays(trx, own, named)
  const beyond = [...touched].filter(([id, days]) => days.some((one) => gaps(untilToday(one, today), workable.get(id) ?? []).length > 0))
  return [...beyond.map(([id]) => id), ...of('others')]
}

/** Facts among these that are kept by region, and quotas of pools, each with its county. */
function ofRegions(ids: readonly string[]): RawBuilder<unknown> {
  const tables = FACT_KINDS.map(factTable).filter(({ keys }) => keys.includes('regionCode'))
  const each = tables.map(
    ({ table }) => sql`select f.id, substr(f.region_code, 1, 6) as county from ${sql.table(table)} f where f.id = any(${ids}::uuid[])`,
  )
  const ofPools = sql`select q.id, substr(p.region_code, 1, 6) from establishment_quota q join quota_pool p on p.id = q.pool_id
    where q.id = any(${ids}::uuid[])`
  return sql.join([...each, ofPools], sql` union all `)
}

/** Of days to come only the first: who leads an alliance, or who is in it, may be planned to end, and yet works on it today. */
function untilToday({ validFrom, validTo }: Period, today: IsoDate): Period {
  const last = addDays(validFrom > today ? validFrom : today, 1)
  return { validFrom, validTo: validTo === null || validTo > last ? last : validTo }
}

/** The days on which alliances are led by an own hospital, and institutions are in an alliance that is own by its id or so led. */
async function workableDays(
  trx: Db,
  { leads, alliances }: Own,
  named: { readonly institutions: readonly string[]; readonly alliances: readonly string[] },
): Promise<Map<string, Period[]>> {
  const led = sql`l.institution_id = any(${leads}::uuid[]) and l.role = 'LEAD' and l.recorded_to is null`
  const { rows } = await sql<Period & { readonly id: string }>`
    select l.alliance_id as id, l.valid_from, l.valid_to from membership l where ${led} and l.alliance_id = any(${named.alliances}::uuid[])
    union all select m.institution_id, m.valid_from, m.valid_to from membership m
      where m.recorded_to is null and m.alliance_id = any(${alliances}::uuid[]) and m.institution_id = any(${named.institutions}::uuid[])
    union all select m.institution_id, greatest(m.valid_from, l.valid_from), least(m.valid_to, l.valid_to)
      from membership l join membership m on m.alliance_id = l.alliance_id and m.recorded_to is null
        and daterange(m.valid_from, m.valid_to) && daterange(l.valid_from, l.valid_to)
      where ${led} and m.institution_id = any(${named.institutions}::uuid[])`.execute(trx)
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, days]) => [id, union(days)]))
}
