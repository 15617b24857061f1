import { type RawBuilder, sql } from 'kysely'

import { whereInForce } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { LicenceKind } from '@yilian/domain/staffing/terms.ts'

import type { Reader } from '../access/reader.ts'
import type { AtMoment } from '../graphql/moment.ts'
import type { OfPerson } from '../head-count/counted-person.ts'
import { keysetPage, type Page, type PageArgs } from '../list/keyset.ts'
import { countsOf, peopleAtPlaces, withPlaces, type StaffCountRow, type StaffPlaceFilter } from './staff-place.queries.ts'

/** Days that the list looks ahead unless told. */
export const LICENCE_DAYS = 90

export interface LicencesFilter extends StaffPlaceFilter {
  readonly kinds?: readonly LicenceKind[] | null | undefined
  /** Those past their last day and not renewed, instead of those to come. */
  readonly expired?: boolean | null | undefined
  /** Days from the day asked about within which they expire; not for expired ones. */
  readonly withinDays: number
}

/** A licence of somebody in service that expires. `id` is the licence's. */
export interface LicenceExpiringRow extends AtMoment, OfPerson {
  readonly id: string
  readonly kind: LicenceKind
  readonly number: string | null
  readonly institutionId: string | null
  readonly expiresOn: IsoDate
  /** Days until then; negative when it has expired. */
  readonly days: number
}

function licences(reader: Reader, { kinds, expired, withinDays, ...places }: LicencesFilter, moment: Moment): RawBuilder<unknown> {
  const day = sql`${moment.asOf}::date`
  const when = expired ? sql`l.expires_on < ${day}` : sql`l.expires_on between ${day} and ${day} + ${withinDays}::int`
  return sql`${withPlaces(reader, places, moment)}
    select l.id, l.person_id, (select n.name from person_version n where n.id = l.person_id and ${whereInForce('n', moment)}) as person_name, l.kind, l.number, l.institution_id, l.expires_on, l.expires_on - ${day} as days, l.kind as code from licence l
    where ${whereInForce('l', moment)} and ${when} and ${kinds?.length ? sql`l.kind = any(${kinds})` : sql`true`}
      and l.person_id in (${peopleAtPlaces(moment)})`
}

/** Licences that expire or have expired on the day, of people in service, the earliest first. One statement a page. */
export async function licencesExpiringPage(
  reader: Reader,
  filter: LicencesFilter,
  page: PageArgs,
  moment: Moment,
): Promise<Page<LicenceExpiringRow>> {
  const order = { key: sql`t.expires_on`, type: 'date', descending: false } as const
  const found = await keysetPage<LicenceExpiringRow>(reader.db, licences(reader, filter, moment), order, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** How many of them there are of each kind. */
export function licencesExpiringCounts(reader: Reader, filter: LicencesFilter, moment: Moment): Promise<StaffCountRow[]> {
  return countsOf(reader, licences(reader, filter, moment))
}
