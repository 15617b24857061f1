import { sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { isPrimaryCare } from '@yilian/domain/institution.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import type { Posting } from '@yilian/domain/staffing/counting/posting.ts'

import { daysOf } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import { seesStaffOf } from '../access/seen-staffing.ts'
import { wholeList } from '../list/whole-list.ts'

/** A posting to an institution of the county, with what its counting is judged by. */
export interface PostingRow extends Posting {
  /** The appointment's. */
  readonly id: string
  readonly personName: string | null
  readonly homeId: string | null
  readonly hostId: string
  readonly plannedUntil: IsoDate | null
}

interface Read extends Omit<PostingRow, 'hostPrimaryCare'> {
  readonly hostCategory: InstitutionCategory | null
}

/**
 * Postings to institutions registered in the county with a day between two days (the last at most the moment's), by their first day. The
 * person's profession and title are those of the posting's last day until `to`, home and host those of its first day (of the first
 * day asked about where it is not known when it began). One statement;
 * throws `TooManyRows` beyond 10,000.
 */
export async function postingsIn(
  { db, access }: Reader,
  countyCode: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  { asKnownAt }: Pick<Moment, 'asKnownAt'>,
): Promise<PostingRow[]> {
  const rows = await wholeList<Read>(
    db,
    sql`with posting as (
        select a.id, a.person_id, min(a.valid_from) as valid_from, case when bool_or(a.valid_to is null) then null else max(a.valid_to) end as valid_to,
          (array_agg(a.institution_id order by a.valid_from))[1] as host_id, (array_agg(a.home_id order by a.valid_from))[1] as home_id,
          (array_agg(a.planned_until order by a.valid_from desc))[1] as planned_until
        from appointment a where ${whereKnown('a', asKnownAt)} and a.id in (
          select c.id from institution i join appointment c on c.institution_id = i.id
          where i.county_code = ${countyCode} and c.kind = any(${kindsThat('countsAsPosting')}) and ${whereKnown('c', asKnownAt)}
            and c.valid_from <= ${to}::date and (c.valid_to is null or c.valid_to > ${from}::date) and ${seesStaffOf(access, sql`i.id`, daysOf('c'))})
        group by a.id, a.person_id),
      begun as (select posting.*, case when valid_from = ${UNKNOWN_START}::date then ${from}::date else valid_from end as begun_on from posting)
      select p.*, v.name as person_name, v.profession, v.title_appointed, home.level as home_level, host.category as host_category
      from begun p
        left join person_version v on v.id = p.person_id and ${whereKnown('v', asKnownAt)}
          and v.valid_from <= least(p.valid_to - 1, ${to}::date) and (v.valid_to is null or least(p.valid_to - 1, ${to}::date) < v.valid_to)
        left join institution_version home on home.id = p.home_id and ${whereKnown('home', asKnownAt)}
          and home.valid_from <= p.begun_on and (home.valid_to is null or p.begun_on < home.valid_to)
        left join institution_version host on host.id = p.host_id and ${whereKnown('host', asKnownAt)}
          and host.valid_from <= p.begun_on and (host.valid_to is null or p.begun_on < host.valid_to)
      where p.valid_from <= ${to}::date and (p.valid_to is null or p.valid_to > ${from}::date)
      order by p.valid_from, p.id`,
  )
  return rows.map(({ hostCategory, ...row }) => ({ ...row, hostPrimaryCare: hostCategory !== null && isPrimaryCare(hostCategory) }))
}

/** The residents of a county in a year, as known at an instant; `null` where they are not recorded, or not seen. */
export async function residentsOf(
  { db, access }: Reader,
  regionCode: string,
  year: number,
  { asKnownAt }: Pick<Moment, 'asKnownAt'>,
): Promise<number | null> {
  const { rows } = await sql<{ residents: number }>`select p.residents from region_population p
    where p.region_code = ${regionCode} and p.year = ${year} and ${whereKnown('p', asKnownAt)}
      and ${seesFact(access, 'REGION_POPULATION', 'p')}`.execute(db)
  return rows[0]?.residents ?? null
}
