import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { kindsThat, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { Appointment } from '@yilian/domain/staffing/appointment.ts'
import type { Leadership } from '@yilian/domain/staffing/terms.ts'

import { daysOf, onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { onlySeen, seesFact } from '../access/seen-facts.ts'
import { seesStaffOf } from '../access/seen-staffing.ts'
import { seesAlliance } from '../access/seen.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { atMoment } from '../list/at-moment.ts'
import { byPinyin, keysetPage, type ListOrder, type Page, type PageArgs } from '../list/keyset.ts'

/** A stretch of an appointment, read at a moment. */
export type AppointmentRow = Appointment & AtMoment

export interface AppointmentFilter {
  readonly countyCode?: string | null | undefined
  readonly kinds?: readonly AppointmentKind[] | null | undefined
  readonly personId?: string | null | undefined
  /** Where the work is. */
  readonly hostId?: string | null | undefined
  readonly homeId?: string | null | undefined
  /** Host or home in this alliance on the day. */
  readonly allianceId?: string | null | undefined
  readonly leaderships?: readonly Leadership[] | null | undefined
  /** Any leadership, or none. */
  readonly leading?: boolean | null | undefined
  /** Planned to end, or to be reviewed, before the day. */
  readonly overdue?: boolean | null | undefined
  /** Planned to end, or to be reviewed, on this day or before. */
  readonly dueBy?: IsoDate | null | undefined
}

const ORDERS = {
  PERSON: { key: byPinyin(sql`t.person_name`), type: 'text' },
  START: { key: sql`t.valid_from`, type: 'date' },
  RETURN: { key: sql`coalesce(t.planned_until, t.review_on)`, type: 'date' },
} as const satisfies Record<string, Omit<ListOrder, 'descending'>>
export type AppointmentOrder = keyof typeof ORDERS

/** Appointments in force at the moment that pass the filter, one page in order. One statement. */
export async function appointmentPage(
  reader: Reader,
  filter: AppointmentFilter,
  order: AppointmentOrder,
  descending: boolean,
  page: PageArgs,
  moment: Moment,
): Promise<Page<AppointmentRow>> {
  const days = onDay(moment.asOf)
  const name = sql`(select n.name from person_version n where n.id = a.person_id and ${whereKnown('n', moment.asKnownAt)}
    order by (n.valid_from <= ${moment.asOf}::date) desc, n.valid_from desc limit 1) as person_name`
  const extra = order === 'PERSON' ? sql`, ${name}` : sql``
  const list = sql`select a.* ${extra} ${onlySeen(reader.access, 'APPOINTMENT', 'a', days)} from appointment a join person p on p.id = a.person_id
    where ${conditions(reader, filter, moment)}`
  const found = await keysetPage<AppointmentRow>(reader.db, list, { ...ORDERS[order], descending }, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

function conditions({ access }: Reader, filter: AppointmentFilter, moment: Moment): RawBuilder<unknown> {
  const { countyCode, kinds, personId, hostId, homeId, allianceId, leaderships, leading, overdue, dueBy } = filter
  const days = onDay(moment.asOf)
  const all: RawBuilder<unknown>[] = [whereInForce('a', moment), seesFact(access, 'APPOINTMENT', 'a', days)]
  if (countyCode) all.push(sql`p.county_code = ${countyCode}`)
  if (kinds?.length) all.push(sql`a.kind = any(${kinds})`)
  if (personId) all.push(sql`a.person_id = ${personId}`)
  if (hostId) all.push(sql`a.institution_id = ${hostId}`, seesStaffOf(access, sql`a.institution_id`, days))
  if (homeId) all.push(sql`a.home_id = ${homeId}`, seesStaffOf(access, sql`a.home_id`, days))
  if (allianceId) {
    const member = (
      column: string,
    ) => sql`${sql.ref(`a.${column}`)} in (select m.institution_id from membership m where m.alliance_id = ${allianceId}
      and m.role <> 'SUPPORTING' and ${whereInForce('m', moment)} and ${seesAlliance(access, sql`m.alliance_id`, days)})`
    all.push(sql`(${member('institutionId')} or ${member('homeId')})`)
  }
  if (leaderships?.length) all.push(sql`a.leadership = any(${leaderships})`)
  if (leading != null) all.push(sql`(a.leadership is not null) = ${leading}`)
  if (overdue != null) all.push(sql`coalesce(coalesce(a.planned_until, a.review_on) < ${moment.asOf}::date, false) = ${overdue}`)
  // Not as one expression over both days: each of them has an index.
  if (dueBy) all.push(sql`(a.planned_until <= ${dueBy}::date or (a.planned_until is null and a.review_on <= ${dueBy}::date))`)
  return sql.join(all, sql` and `)
}

/** Order in which a career is told: home first, then by day. */
const IN_ORDER = sql`order by a.kind <> all(${kindsThat('home')}), a.valid_from, a.id`

/** The appointments of these people in force at a moment, by person. */
export async function appointmentsOfPeople(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, AppointmentRow[]>> {
  const days = onDay(moment.asOf)
  const { rows } = await sql<Appointment>`select a.* ${onlySeen(access, 'APPOINTMENT', 'a', days)} from appointment a
    where a.person_id = any(${ids}::uuid[]) and ${whereInForce('a', moment)} and ${seesFact(access, 'APPOINTMENT', 'a', days)} ${IN_ORDER}`.execute(
    db,
  )
  return Map.groupBy(atMoment(rows, moment), ({ personId }) => personId)
}

/** Every stretch of the appointments of these people as known at an instant, by person: those that are seen. */
export async function careersOfPeople(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, AppointmentRow[]>> {
  const days = daysOf('a')
  const { rows } = await sql<Appointment>`select a.* ${onlySeen(access, 'APPOINTMENT', 'a', days)} from appointment a
    where a.person_id = any(${ids}::uuid[]) and ${whereKnown('a', moment.asKnownAt)} and ${seesFact(access, 'APPOINTMENT', 'a', days)}
    order by a.valid_from, a.id`.execute(db)
  return Map.groupBy(atMoment(rows, moment), ({ personId }) => personId)
}

/** Appointments by id: the stretch in force at the moment, else the last one. */
export async function appointmentsByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, AppointmentRow>> {
  const { rows } = await sql<Appointment>`select distinct on (a.id) a.* ${onlySeen(access, 'APPOINTMENT', 'a')} from appointment a
    where a.id = any(${ids}::uuid[]) and ${whereKnown('a', moment.asKnownAt)} and ${seesFact(access, 'APPOINTMENT', 'a')}
    order by a.id, (${whereInForce('a', moment)}) desc, a.valid_from desc`.execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}
