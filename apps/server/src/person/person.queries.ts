import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Sex } from '@yilian/domain/code-lists/education.ts'
import type { EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import type { TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { kindsThat, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { Person } from '@yilian/domain/staffing/person.ts'
import type { GpKind, Leadership } from '@yilian/domain/staffing/terms.ts'
import { isRegionCode, regionPrefix } from '@yilian/domain/region.ts'

import { daysOf, onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesPerson, seesStaffOf } from '../access/seen-staffing.ts'
import { seesAlliance } from '../access/seen.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { searchSubjects } from '../institution/institution.queries.ts'
import { atMoment } from '../list/at-moment.ts'
import { inForceOrNearest } from '../list/in-force.ts'
import { byPinyin, keysetPage, type ListOrder, type Page, type PageArgs } from '../list/keyset.ts'

/** A person at a moment; `inForce` false when the record begins later, and the nearest stretch is shown. */
export type PersonRow = Person & AtMoment & { readonly inForce: boolean }

export interface PersonFilter {
  readonly countyCode?: string | null | undefined
  readonly regionCode?: string | null | undefined
  readonly search?: string | null | undefined
  /** At home there on the day. */
  readonly institutionId?: string | null | undefined
  /** At home in a member or the lead of this alliance on the day. */
  readonly allianceId?: string | null | undefined
  /** Working there on the day by an assignment or a concurrent post. */
  readonly hostId?: string | null | undefined
  readonly workClasses?: readonly string[] | null | undefined
  readonly professions?: readonly string[] | null | undefined
  readonly titleLevels?: readonly TitleLevel[] | null | undefined
  readonly establishmentTypes?: readonly EstablishmentType[] | null | undefined
  readonly educations?: readonly string[] | null | undefined
  readonly sex?: Sex | null | undefined
  readonly generalPractitioners?: readonly GpKind[] | null | undefined
  readonly leaderships?: readonly Leadership[] | null | undefined
  readonly kinds?: readonly AppointmentKind[] | null | undefined
  /** At home somewhere on the day, or not; both when left out. */
  readonly atWork?: boolean | null | undefined
  readonly synthetic?: boolean | null | undefined
  readonly ids?: readonly string[] | null | undefined
}

const ORDERS = {
  CODE: { key: sql`t.code`, type: 'text' },
  NAME: { key: byPinyin(sql`t.name`), type: 'text' },
  BIRTH_DATE: { key: sql`t.birth_date`, type: 'date' },
  WORK_STARTED: { key: sql`t.work_started_on`, type: 'date' },
  INSTITUTION: { key: byPinyin(sql`t.home_name`), type: 'text' },
} as const satisfies Record<string, Omit<ListOrder, 'descending'>>
export type PersonOrder = keyof typeof ORDERS

const HOME = kindsThat('home')
const COLUMNS = sql`v.*, p.code, p.county_code`
const FROM = sql`person p join person_version v on v.id = p.id`

const seenOn = ({ access }: Reader, { asOf }: Moment) => seesPerson(access, sql`p.id`, onDay(asOf), sql`p.county_code`)

/** People whose record is in force at the moment and who pass the filter, one page in order. One statement. */
export async function personPage(
  reader: Reader,
  filter: PersonFilter,
  order: PersonOrder,
  descending: boolean,
  page: PageArgs,
  moment: Moment,
): Promise<Page<PersonRow>> {
  const home = sql`(select n.name from appointment a join institution_version n on n.id = a.institution_id and ${whereInForce('n', moment)}
    where a.person_id = p.id and a.kind = any(${HOME}) and ${whereInForce('a', moment)} limit 1) as home_name`
  const extra = order === 'INSTITUTION' ? sql`, ${home}` : sql``
  const list = sql`select ${COLUMNS}, true as in_force ${extra} from ${FROM} where ${conditions(reader, filter, moment)}`
  const found = await keysetPage<PersonRow>(reader.db, list, { ...ORDERS[order], descending }, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

function conditions(reader: Reader, filter: PersonFilter, moment: Moment): RawBuilder<unknown> {
  const { access } = reader
  const today = onDay(moment.asOf)
  const held = (extra: RawBuilder<unknown>) =>
    sql`exists (select from appointment a where a.person_id = p.id and ${whereInForce('a', moment)} and ${extra})`
  const athome = sql`a.kind = any(${HOME})`
  const all: RawBuilder<unknown>[] = [whereInForce('v', moment), seenOn(reader, moment)]
  const { countyCode, regionCode, search, institutionId, allianceId, hostId, atWork, sex, synthetic, ids } = filter
  if (countyCode) all.push(sql`p.county_code = ${countyCode}`)
  if (regionCode)
    all.push(
      isRegionCode(regionCode)
        ? held(sql`${athome} and exists (select from institution_version n where n.id = a.institution_id and ${whereInForce('n', moment)}
            and n.region_code like ${`${regionPrefix(regionCode)}%`})`)
        : sql`false`,
    )
  if (search?.trim()) all.push(sql`p.id in (${searchSubjects('PERSON', search, countyCode ?? null)})`)
  if (institutionId)
    all.push(held(sql`${athome} and a.institution_id = ${institutionId}`), seesStaffOf(access, sql`${institutionId}::uuid`, today))
  if (hostId) all.push(held(sql`a.kind <> all(${HOME}) and a.institution_id = ${hostId}`), seesStaffOf(access, sql`${hostId}::uuid`, today))
  if (allianceId)
    all.push(
      held(sql`${athome} and a.institution_id in (select m.institution_id from membership m where m.alliance_id = ${allianceId}
        and m.role <> 'SUPPORTING' and ${whereInForce('m', moment)} and ${seesAlliance(access, sql`m.alliance_id`, today)})`),
    )
  const among = (column: string, codes: readonly string[] | null | undefined) => {
    if (codes?.length) all.push(sql`${sql.ref(`v.${column}`)} = any(${codes})`)
  }
  among('workClass', filter.workClasses)
  among('profession', filter.professions)
  among('titleAppointed', filter.titleLevels)
  among('establishmentType', filter.establishmentTypes)
  among('education', filter.educations)
  among('generalPractitioner', filter.generalPractitioners)
  if (sex) all.push(sql`v.sex = ${sex}`)
  if (synthetic != null) all.push(sql`v.synthetic = ${synthetic}`)
  if (filter.leaderships?.length) all.push(held(sql`a.leadership = any(${filter.leaderships})`))
  if (filter.kinds?.length) all.push(held(sql`a.kind = any(${filter.kinds})`))
  if (atWork != null) all.push(sql`${held(athome)} = ${atWork}`)
  if (ids) all.push(sql`p.id = any(${ids}::uuid[])`)
  return sql.join(all, sql` and `)
}

/** People by id at a moment: in force then, else the nearest stretch; who is not seen on the day is missing. Nearly always one statement. */
export function peopleByIds(reader: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, PersonRow>> {
  return inForceOrNearest<PersonRow>(ids, {
    inForce: async (some) => {
      const { rows } = await sql<Person>`select ${COLUMNS} from ${FROM}
        where p.id = any(${some}::uuid[]) and ${whereInForce('v', moment)} and ${seenOn(reader, moment)}`.execute(reader.db)
      return atMoment(rows, moment).map((row) => [row.id, { ...row, inForce: true }] as const)
    },
    nearest: async (some) => {
      const { rows } = await sql<Person>`select ${COLUMNS} from person p, ${nearestRow('person_version', sql`p.id`, moment, 'v')}
        where p.id = any(${some}::uuid[]) and ${seenOn(reader, moment)}`.execute(reader.db)
      return atMoment(rows, moment).map((row) => [row.id, { ...row, inForce: false }] as const)
    },
  })
}

/** The stretches of these people's own records as known at an instant, by person: those that are seen. */
export async function personTimelines({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, PersonRow[]>> {
  const { rows } =
    await sql<Person>`select ${COLUMNS} from ${FROM} where p.id = any(${ids}::uuid[]) and ${whereKnown('v', moment.asKnownAt)}
    and ${seesPerson(access, sql`p.id`, daysOf('v'), sql`p.county_code`)} order by v.valid_from`.execute(db)
  return Map.groupBy(
    atMoment(rows, moment).map((row) => ({ ...row, inForce: true })),
    ({ id }) => id,
  )
}

export async function personIdByCode({ db }: Reader, code: string): Promise<string | null> {
  return (await db.selectFrom('person').select('id').where('code', '=', code).executeTakeFirst())?.id ?? null
}

/** Sealed personal numbers. */
export interface PersonalRow {
  readonly personId: string
  readonly phoneEncrypted: string | null
  readonly identityNumberEncrypted: string | null
}

/** What is kept sealed of these people, by person. For people that are seen. */
export async function personalOfPeople(db: Db, ids: readonly string[]): Promise<Map<string, PersonalRow>> {
  const { rows } = await sql<PersonalRow>`select person_id, phone_encrypted, identity_number_encrypted from person_personal
    where person_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.personId, row]))
}
