import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { Leadership } from '@yilian/domain/staffing/terms.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import type { OfPerson } from '../head-count/counted-person.ts'
import { byPinyin, keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import { atPlaces, withPlaces, type StaffPlaceFilter } from './staff-place.queries.ts'

/** A leadership post that somebody holds. */
export interface LeadershipHeld {
  readonly kind: AppointmentKind
  readonly leadership: Leadership
  readonly institutionId: string | null
  readonly validFrom: IsoDate
}

/** Somebody with more than one leadership post. `id` is the person's. */
export interface LeadershipOverlapRow extends AtMoment, OfPerson {
  readonly id: string
  readonly posts: readonly LeadershipHeld[]
}

function overlaps(reader: Reader, filter: StaffPlaceFilter, moment: Moment): RawBuilder<unknown> {
  return sql`${withPlaces(reader, filter, moment)}
    select h.person_id as id, h.person_id, (select n.name from person_version n where n.id = h.person_id and ${whereInForce('n', moment)}) as person_name,
      jsonb_agg(jsonb_build_object('kind', h.kind, 'leadership', h.leadership, 'institutionId', h.institution_id, 'validFrom', h.valid_from)
        order by h.kind <> 'PRIMARY', h.valid_from, h.id) as posts
    from appointment h where ${whereInForce('h', moment)} and h.leadership is not null
      and h.person_id in (select a.person_id from appointment a where ${whereInForce('a', moment)} and a.leadership is not null and ${atPlaces('a')})
    group by h.person_id having count(*) > 1`
}

/** People with more than one leadership post on the day, one of them at an institution of the filter, by name. One statement a page. */
export async function leadershipOverlapPage(
  reader: Reader,
  filter: StaffPlaceFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<LeadershipOverlapRow>> {
  const order = { key: byPinyin(sql`t.person_name`), type: 'text', descending: false } as const
  const found = await keysetPage<LeadershipOverlapRow>(reader.db, overlaps(reader, filter, moment), order, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}
