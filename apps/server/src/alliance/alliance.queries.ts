import { type RawBuilder, sql } from 'kysely'

import { nearestRow, whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { ALLIANCE_KINDS, allianceKindRules } from '@yilian/domain/alliance-kind.ts'
import type { Alliance, AllianceStage, LeadState } from '@yilian/domain/alliance.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Instant } from '@yilian/domain/day.ts'

import { daysOf, onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesAlliance } from '../access/seen.ts'
import { seesFact } from '../access/seen-facts.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { searchSubjects } from '../institution/institution.queries.ts'
import { atMoment } from '../list/at-moment.ts'
import { type Columns, onlyColumns } from '../list/columns.ts'
import { inForceOrNearest } from '../list/in-force.ts'
import { byPinyin, keysetPage, type ListOrder, type Page, type PageArgs } from '../list/keyset.ts'

/** An alliance as it was at a moment: the stretch in force then, or the nearest when none was (`inForce` false). */
export interface AllianceRow extends Alliance, AtMoment {
  readonly inForce: boolean
}

export interface AllianceFilter {
  readonly countyCode?: string | null | undefined
  readonly search?: string | null | undefined
  readonly kinds?: readonly AllianceKind[] | null | undefined
  readonly stages?: readonly AllianceStage[] | null | undefined
  readonly leadStates?: readonly LeadState[] | null | undefined
  /** Alliances in which this institution leads, is a member or supports at the moment. */
  readonly institutionId?: string | null | undefined
}

const ORDERS = {
  CODE: { key: sql`t.code`, type: 'text' },
  NAME: { key: byPinyin(sql`t.name`), type: 'text' },
  KIND: { key: sql`t.kind`, type: 'text' },
  FOUNDED_ON: { key: sql`t.founded_on`, type: 'date' },
  MEMBER_COUNT: { key: sql`t.member_count`, type: 'numeric' },
} as const satisfies Record<string, Omit<ListOrder, 'descending'>>
export type AllianceOrder = keyof typeof ORDERS

const LEAD_REQUIRED = (Object.keys(ALLIANCE_KINDS) as AllianceKind[]).filter((kind) => allianceKindRules(kind).leadRequired)

// A dispute is shown before the lead who holds the place: it is what an operator must see.
function leadState(moment: Moment): RawBuilder<LeadState> {
  const has = (table: string, extra: RawBuilder<unknown> = sql`true`) =>
    sql`exists (select from ${sql.table(table)} x where x.alliance_id = a.id and ${whereInForce('x', moment)} and ${extra})`
  return sql<LeadState>`case when ${has('leadDispute')} then 'DISPUTED' when ${has('membership', sql`x.role = 'LEAD'`)} then 'HELD'
    when ${has('leadVacancy')} or a.kind = any(${LEAD_REQUIRED}) then 'VACANT' else 'NOT_REQUIRED' end`
}

/** The alliances in force at a moment that are seen and pass the filter, one page in order. One statement. */
export async function alliancePage(
  { db, access }: Reader,
  filter: AllianceFilter,
  order: AllianceOrder,
  descending: boolean,
  page: PageArgs,
  moment: Moment,
  columns: Columns = null,
): Promise<Page<AllianceRow>> {
  const { countyCode, search, kinds, stages, leadStates, institutionId } = filter
  const today = onDay(moment.asOf)
  const all: RawBuilder<unknown>[] = [whereInForce('v', moment), seesAlliance(access, sql`a.id`, today, countyCode || sql`a.county_code`)]
  if (countyCode) all.push(sql`a.county_code = ${countyCode}`)
  if (search?.trim()) all.push(sql`a.id in (${searchSubjects('ALLIANCE', search, countyCode ?? null)})`)
  if (kinds?.length) all.push(sql`a.kind = any(${kinds})`)
  if (stages?.length) all.push(sql`v.stage = any(${stages})`)
  if (leadStates?.length) all.push(sql`${leadState(moment)} = any(${leadStates})`)
  if (institutionId)
    all.push(
      sql`exists (select from membership m where m.alliance_id = a.id and m.institution_id = ${institutionId} and ${whereInForce('m', moment)}
        and ${seesFact(access, 'MEMBERSHIP', 'm', today)})`,
    )
  const founded =
    order === 'FOUNDED_ON'
      ? sql`, (select min(f.valid_from) from alliance_version f where f.id = a.id and ${whereKnown('f', moment.asKnownAt)} and ${seesAlliance(access, sql`f.id`, daysOf('f'), sql`a.county_code`)}) as founded_on`
      : sql``
  const members =
    order === 'MEMBER_COUNT'
      ? sql`, (select count(*) from membership m where m.alliance_id = a.id and m.role <> 'SUPPORTING' and ${whereInForce('m', moment)}
          and ${seesFact(access, 'MEMBERSHIP', 'm', today)}) as member_count`
      : sql``
  const list = sql`select a.code, a.county_code, a.kind, v.*, true as in_force${founded}${members}
    from alliance a join alliance_version v on v.id = a.id where ${sql.join(all, sql` and `)}`
  const found = await keysetPage<AllianceRow>(db, list, { ...ORDERS[order], descending }, page, columns)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** Alliances by id at a moment, whether or not they were in force then, if they are seen on the day: one statement, and a second one for those that were not. */
export async function alliancesByIds(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, AllianceRow>> {
  const read = async (wanted: readonly string[], version: RawBuilder<unknown>, inForce: RawBuilder<boolean>) => {
    const list = sql`select a.code, a.county_code, a.kind, v.*, ${inForce} as in_force from alliance a join ${version}
      where a.id = any(${wanted}::uuid[]) and ${seesAlliance(access, sql`a.id`, onDay(moment.asOf), sql`a.county_code`)}`
    const { rows } = await onlyColumns<AllianceRow>(list, columns).execute(db)
    return atMoment(rows, moment).map((row) => [row.id, row] as const)
  }
  return inForceOrNearest(ids, {
    inForce: (all) => read(all, sql`alliance_version v on v.id = a.id and ${whereInForce('v', moment)}`, sql`true`),
    nearest: (others) => read(others, sql`${nearestRow('allianceVersion', sql`a.id`, moment, 'v')} on true`, sql`false`),
  })
}

/**
 * Alliances that something seen names although they are not seen on the day itself: each in the stretch nearest to the moment among those
 * that are seen. One statement.
 */
export async function alliancesOnceSeen(
  { db, access }: Reader,
  ids: readonly string[],
  moment: Moment,
  columns: Columns = null,
): Promise<Map<string, AllianceRow>> {
  const seen = nearestRow('allianceVersion', sql`a.id`, moment, 'v', (row) =>
    seesAlliance(access, sql`a.id`, daysOf(row), sql`a.county_code`),
  )
  const list = sql`select a.code, a.county_code, a.kind, v.*, false as in_force from alliance a join ${seen} on true where a.id = any(${ids}::uuid[])`
  const { rows } = await onlyColumns<AllianceRow>(list, columns).execute(db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}

/** What something seen names, by id: on the day itself, or else as it was when it was seen. */
export async function alliancesNamed(reader: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, AllianceRow>> {
  const found = await alliancesByIds(reader, ids, moment)
  const others = ids.filter((id) => !found.has(id))
  return others.length === 0 ? found : new Map([...found, ...(await alliancesOnceSeen(reader, others, moment))])
}

/** The id behind a code, whoever asks: what it names is read by id, and then only if it is seen. */
export async function allianceIdByCode({ db }: Reader, code: string): Promise<string | null> {
  return (await db.selectFrom('alliance').select('id').where('code', '=', code).executeTakeFirst())?.id ?? null
}

/** Who leads each alliance at a moment: held, vacant, disputed, or no lead required. */
export async function leadStates({ db, access }: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, LeadState>> {
  const { rows } = await sql<{
    id: string
    state: LeadState
  }>`select a.id, ${leadState(moment)} as state from alliance a where a.id = any(${ids}::uuid[]) and ${seesAlliance(access, sql`a.id`, onDay(moment.asOf), sql`a.county_code`)}`.execute(
    db,
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** The stretches of these alliances as known at an instant that are seen, by id. */
export async function allianceTimelines(
  { db, access }: Reader,
  ids: readonly string[],
  asKnownAt: Instant | null,
): Promise<Map<string, Alliance[]>> {
  const { rows } = await sql<Alliance>`
    select a.code, a.county_code, a.kind, v.* from alliance_version v join alliance a on a.id = v.id
    where v.id = any(${ids}::uuid[]) and ${whereKnown('v', asKnownAt)} and ${seesAlliance(access, sql`v.id`, daysOf('v'), sql`a.county_code`)} order by v.id, v.valid_from`.execute(
    db,
  )
  return Map.groupBy(rows, ({ id }) => id)
}
