import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { kindsThat } from '@yilian/domain/staffing/appointment-kind.ts'
import { POSTING_MONTHS } from '@yilian/domain/staffing/counting/posting.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import type { OfPerson } from '../head-count/counted-person.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import { atPlaces, withPlaces, type StaffPlaceFilter } from './staff-place.queries.ts'

/** A posting that has not lasted six months. `id` is the appointment's. */
export interface PostingUnderWayRow extends AtMoment, OfPerson {
  readonly id: string
  readonly institutionId: string | null
  readonly homeId: string | null
  readonly validFrom: IsoDate
  /** The day on which it comes to six months, if it goes on. */
  readonly completesOn: IsoDate
  /** The last day planned or arranged; null: none. */
  readonly endsOn: IsoDate | null
  /** It ends too early for six months. */
  readonly endsBefore: boolean
}

function postings(reader: Reader, filter: StaffPlaceFilter, moment: Moment): RawBuilder<unknown> {
  const ends = sql`coalesce(p.valid_to - 1, p.planned_until)`
  const completes = sql`((p.begun + make_interval(months => ${POSTING_MONTHS}))::date - 1)`
  return sql`${withPlaces(reader, filter, moment)}
    select p.id, p.person_id, (select n.name from person_version n where n.id = p.person_id and ${whereInForce('n', moment)}) as person_name, p.institution_id, p.home_id, p.begun as valid_from, ${completes} as completes_on, ${ends} as ends_on,
      coalesce(${ends} < ${completes}, false) as ends_before
    from (select a.*, (select min(f.valid_from) from appointment f where f.id = a.id and ${whereKnown('f', moment.asKnownAt)}) as begun from appointment a
      where ${whereInForce('a', moment)} and a.kind = any(${kindsThat('countsAsPosting')}) and ${atPlaces('a')}) p
    where ${completes} >= ${moment.asOf}::date`
}

/** Postings in force on the day that have not come to six months, those that will first. One statement a page. */
export async function postingsUnderWayPage(
  reader: Reader,
  filter: StaffPlaceFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<PostingUnderWayRow>> {
  const order = { key: sql`t.completes_on`, type: 'date', descending: false } as const
  const found = await keysetPage<PostingUnderWayRow>(reader.db, postings(reader, filter, moment), order, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}
