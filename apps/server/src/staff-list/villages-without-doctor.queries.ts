import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { DOCTOR_LICENCES, VILLAGE_DOCTORS } from '@yilian/domain/staffing/counting/village-doctor.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import { type StaffCountRow, type StaffPlaceFilter } from './staff-place.queries.ts'
import { withSpots } from '../head-count/counted.queries.ts'

/** A village clinic without a qualified doctor. `id` is the institution's. */
export interface VillageWithoutDoctorRow extends AtMoment {
  readonly id: string
  readonly regionCode: string | null
  /** How many clinics the entry stands for. */
  readonly unitCount: number
  /** People who work there by the host rule, whatever they do. */
  readonly staff: number
  /** Of these, doctors by actual work whose licence is not on record or not in force. */
  readonly unlicensed: number
}

/**
 * Village clinics (D600) in operation at which nobody works, by the host rule, who is a doctor by actual work and has a licence in force on
 * the day. Villages without a clinic on record are not known.
 */
function villages(reader: Reader, filter: StaffPlaceFilter, moment: Moment): RawBuilder<unknown> {
  const isDoctor = sql`v.profession = any(${VILLAGE_DOCTORS})`
  const isLicensed = sql`exists (select from licence l where l.person_id = s.person_id and l.kind = any(${DOCTOR_LICENCES}) and ${whereInForce('l', moment)}
    and (l.expires_on is null or l.expires_on >= ${moment.asOf}::date))`
  return sql`${withSpots(reader, { filter, moment })},
    working as (
      select s.institution_id, count(*) as staff, count(*) filter (where ${isDoctor} and ${isLicensed}) as doctors,
        count(*) filter (where ${isDoctor} and not ${isLicensed}) as unlicensed
      from spot s left join person_version v on v.id = s.person_id and ${whereInForce('v', moment)} where s.host = 1 group by s.institution_id)
    select place.id, place.region_code, n.unit_count, coalesce(w.staff, 0) as staff, coalesce(w.unlicensed, 0) as unlicensed,
      substr(place.region_code, 1, 9) || '000' as code
    from place join institution_version n on n.id = place.id and ${whereInForce('n', moment)} left join working w on w.institution_id = place.id
    where n.category = 'D600' and n.status = 'OPERATING' and coalesce(w.doctors, 0) = 0`
}

/** Village clinics without a qualified doctor on the day, by region. One statement a page. */
export async function villagesWithoutDoctorPage(
  reader: Reader,
  filter: StaffPlaceFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<VillageWithoutDoctorRow>> {
  const order = { key: sql`t.region_code`, type: 'text', descending: false } as const
  const found = await keysetPage<VillageWithoutDoctorRow>(reader.db, villages(reader, filter, moment), order, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** A town with its name on the day. */
export interface TownCountRow extends StaffCountRow {
  readonly name: string | null
}

/** How many of them there are in each town; most first. */
export async function villagesWithoutDoctorCounts(reader: Reader, filter: StaffPlaceFilter, moment: Moment): Promise<TownCountRow[]> {
  const { rows } = await sql<TownCountRow>`
    select c.code, c.count, (select r.name from region_version r where r.code = c.code and ${whereInForce('r', moment)}) as name
    from (select t.code, count(*) as count from (${villages(reader, filter, moment)}) t group by t.code) c order by c.count desc, c.code`.execute(
    reader.db,
  )
  return rows
}
