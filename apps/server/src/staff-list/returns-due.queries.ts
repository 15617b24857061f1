import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { kindsThat, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import type { OfPerson } from '../head-count/counted-person.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import { atPlaces, countsOf, withPlaces, type StaffCountRow, type StaffPlaceFilter } from './staff-place.queries.ts'

/** Days that the list looks ahead unless told. */
export const RETURN_DAYS = 90

export interface ReturnsFilter extends StaffPlaceFilter {
  readonly kinds?: readonly AppointmentKind[] | null | undefined
  /** Those past their day, instead of those to come. */
  readonly overdue?: boolean | null | undefined
  /** Days from the day asked about within which the return is due; not for overdue ones. */
  readonly withinDays: number
}

/** Somebody away who is to return, or whose stay is to be looked at again. `id` is the appointment's. */
export interface ReturnDueRow extends AtMoment, OfPerson {
  readonly id: string
  readonly kind: AppointmentKind
  readonly institutionId: string | null
  readonly elsewhere: string | null
  readonly homeId: string | null
  readonly homeElsewhere: string | null
  readonly validFrom: IsoDate
  readonly dueOn: IsoDate
  /** Days until then; negative when overdue. */
  readonly days: number
}

/** The return arranged, else planned, else the day it is looked at again. */
const DUE_ON = sql`coalesce(a.valid_to - 1, a.planned_until, a.review_on)`

function returns(reader: Reader, { kinds, overdue, withinDays, ...places }: ReturnsFilter, moment: Moment): RawBuilder<unknown> {
  const day = sql`${moment.asOf}::date`
  const due = overdue ? sql`${DUE_ON} < ${day}` : sql`${DUE_ON} between ${day} and ${day} + ${withinDays}::int`
  return sql`${withPlaces(reader, places, moment)}
    select a.id, a.person_id, (select n.name from person_version n where n.id = a.person_id and ${whereInForce('n', moment)}) as person_name, a.kind, a.institution_id, a.elsewhere, a.home_id, a.home_elsewhere, a.kind as code, ${DUE_ON} as due_on, ${DUE_ON} - ${day} as days,
      (select min(f.valid_from) from appointment f where f.id = a.id and ${whereKnown('f', moment.asKnownAt)}) as valid_from
    from appointment a where ${whereInForce('a', moment)} and a.kind = any(${kinds?.length ? kinds : kindsThat('needsReturn')}) and ${due} and ${atPlaces('a')}`
}

/** Returns due or overdue on the day, the earliest first. One statement a page. */
export async function returnsDuePage(reader: Reader, filter: ReturnsFilter, page: PageArgs, moment: Moment): Promise<Page<ReturnDueRow>> {
  const order = { key: sql`t.due_on`, type: 'date', descending: false } as const
  const found = await keysetPage<ReturnDueRow>(reader.db, returns(reader, filter, moment), order, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** How many of them there are of each kind. */
export function returnsDueCounts(reader: Reader, filter: ReturnsFilter, moment: Moment): Promise<StaffCountRow[]> {
  return countsOf(reader, returns(reader, filter, moment))
}
