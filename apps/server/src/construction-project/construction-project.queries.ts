import { type RawBuilder, sql } from 'kysely'

import { whereInForce, whereKnown } from '@yilian/database/dated.ts'
import type { FundingSource } from '@yilian/domain/construction/funding-source.ts'
import type { ProjectKind } from '@yilian/domain/construction/project-kind.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import { PROJECT_STAGES, STAGES_IN_ORDER, type ProjectPhase, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Yuan } from '@yilian/domain/money.ts'
import { isRegionCode, regionPrefix } from '@yilian/domain/region.ts'

import { onDay } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { onlySeen } from '../access/seen-facts.ts'
import { seesProject, seesProjectRow } from '../access/seen-projects.ts'
import { seesAlliance, seesInstitution } from '../access/seen.ts'
import type { AtMoment } from '../graphql/moment.ts'
import { searchSubjects } from '../institution/institution.queries.ts'
import { atMoment } from '../list/at-moment.ts'
import { byPinyin, keysetPage, keysetPages, type ListOrder, type Page, type PageArgs } from '../list/keyset.ts'
import { arrived, completed, paid, planned, reportedUntil } from './project-sums.queries.ts'

/** A project as known at an instant; what hangs below it is shown as of the moment's day. */
export type ConstructionProjectRow = ConstructionProject & AtMoment

export interface ProjectFilter {
  readonly countyCode?: string | null | undefined
  readonly regionCode?: string | null | undefined
  readonly search?: string | null | undefined
  readonly institutionId?: string | null | undefined
  readonly allianceId?: string | null | undefined
  readonly kinds?: readonly ProjectKind[] | null | undefined
  readonly stages?: readonly ProjectStage[] | null | undefined
  readonly phases?: readonly ProjectPhase[] | null | undefined
  readonly stageKnown?: boolean | null | undefined
  readonly suspended?: boolean | null | undefined
  readonly fundingSources?: readonly FundingSource[] | null | undefined
  readonly year?: number | null | undefined
  /** `YYYY-MM` */
  readonly changedIn?: string | null | undefined
  readonly parentId?: string | null | undefined
  readonly whole?: boolean | null | undefined
  /** Only these. */
  readonly ids?: readonly string[] | null | undefined
}

const ORDERS = {
  CODE: { key: sql`t.code`, type: 'text' },
  NAME: { key: byPinyin(sql`t.name`), type: 'text' },
  STAGE: { key: sql`t.stage_order`, type: 'numeric' },
  PLANNED: { key: sql`t.planned`, type: 'numeric' },
  ARRIVED: { key: sql`t.arrived`, type: 'numeric' },
  PAID: { key: sql`t.paid`, type: 'numeric' },
  COMPLETED: { key: sql`t.completed`, type: 'numeric' },
  REPORTED: { key: sql`t.reported`, type: 'text' },
} as const satisfies Record<string, Omit<ListOrder, 'descending'>>
export type ProjectOrder = keyof typeof ORDERS

// What an order needs besides the record; a list in another order does not read it.
const ORDER_COLUMNS: Partial<Record<ProjectOrder, (moment: Moment) => RawBuilder<unknown>>> = {
  STAGE: (moment) => sql`(select array_position(${STAGES_IN_ORDER}::text[], s.stage) from project_stage s
    where s.project_id = p.id and ${whereInForce('s', moment)}) as stage_order`,
  PLANNED: (moment) => sql`${planned(moment)} as planned`,
  ARRIVED: (moment) => sql`${arrived(moment)} as arrived`,
  PAID: (moment) => sql`${paid(moment)} as paid`,
  COMPLETED: (moment) => sql`${completed(moment)} as completed`,
  REPORTED: (moment) => sql`${reportedUntil(moment)} as reported`,
}

const FROM = sql`construction_project p join construction_project_version v on v.id = p.id`

/** The columns of a project, with those of its institutions that are seen. */
const columns = ({ access }: Reader, { asOf }: Moment) =>
  sql`p.code, p.county_code, v.* ${onlySeen(access, 'CONSTRUCTION_PROJECT', 'v', onDay(asOf))}`

/** True for the projects known at the instant and seen on the day. */
const seenAt = ({ access }: Reader, { asOf, asKnownAt }: Moment) =>
  sql`${whereKnown('v', asKnownAt)} and ${seesProjectRow(access, sql`p.county_code`, sql`v.institution_ids`, onDay(asOf))}`

/** The projects known at a moment that pass the filter, one page in order. One statement. */
export async function projectPage(
  reader: Reader,
  filter: ProjectFilter,
  order: ProjectOrder,
  descending: boolean,
  page: PageArgs,
  moment: Moment,
): Promise<Page<ConstructionProjectRow>> {
  const extra = ORDER_COLUMNS[order]?.(moment)
  const list = sql`select ${columns(reader, moment)}${extra ? sql`, ${extra}` : sql``} from ${FROM} where ${conditions(reader, filter, moment)}`
  const found = await keysetPage<ConstructionProjectRow>(reader.db, list, { ...ORDERS[order], descending }, page)
  for (const { node } of found.edges) Object.assign(node, { moment })
  return found
}

/** What all projects of a list come to; `null`: nothing was reported. */
export interface ProjectTotals {
  readonly projects: number
  readonly suspended: number
  readonly planned: Yuan | null
  readonly arrived: Yuan | null
  readonly paid: Yuan | null
  readonly completed: Yuan | null
}

/** Over all projects that pass the filter, whatever the page. One statement. */
export async function projectTotals(reader: Reader, filter: ProjectFilter, moment: Moment): Promise<ProjectTotals> {
  const { rows } = await sql<ProjectTotals>`
    select count(*) as projects, count(*) filter (where t.suspended) as suspended, sum(t.planned) as planned, sum(t.arrived) as arrived,
      sum(t.paid) as paid, sum(t.completed) as completed
    from (select ${isSuspended(moment)} as suspended, ${planned(moment)} as planned, ${arrived(moment)} as arrived, ${paid(moment)} as paid,
      ${completed(moment)} as completed from ${FROM} where ${conditions(reader, filter, moment)}) t`.execute(reader.db)
  return rows[0]!
}

/** The ids of the projects that pass the filter, by code, at most so many. */
export async function projectIds(reader: Reader, filter: ProjectFilter, moment: Moment, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from ${FROM} where ${conditions(reader, filter, moment)} order by p.code limit ${atMost}`.execute(reader.db)
  return rows.map(({ id }) => id)
}

const isSuspended = (moment: Moment) =>
  sql`exists (select from project_suspension u where u.project_id = p.id and ${whereInForce('u', moment)})`

function conditions(reader: Reader, filter: ProjectFilter, moment: Moment): RawBuilder<unknown> {
  const { countyCode, regionCode, search, institutionId, allianceId, kinds, stages, phases, stageKnown, suspended } = filter
  const { fundingSources, year, changedIn, parentId, whole, ids } = filter
  const known = (alias: string) => whereKnown(alias, moment.asKnownAt)
  const { access } = reader
  const today = onDay(moment.asOf)
  const all: RawBuilder<unknown>[] = [seenAt(reader, moment)]
  if (countyCode) all.push(sql`p.county_code = ${countyCode}`)
  if (regionCode) all.push(isRegionCode(regionCode) ? sql`v.region_code like ${`${regionPrefix(regionCode)}%`}` : sql`false`)
  if (search?.trim()) all.push(sql`p.id in (${searchSubjects('PROJECT', search, countyCode ?? null)})`)
  if (institutionId)
    all.push(sql`v.institution_ids @> array[${institutionId}::uuid]`, seesInstitution(access, sql`${institutionId}::uuid`, today))
  if (allianceId)
    all.push(sql`v.institution_ids && array(select m.institution_id from membership m
      where m.alliance_id = ${allianceId} and m.role <> 'SUPPORTING' and ${whereInForce('m', moment)} and ${seesAlliance(access, sql`m.alliance_id`, today)})`)
  if (kinds?.length) all.push(sql`v.kind = any(${kinds})`)
  const stage = (extra: RawBuilder<unknown>) =>
    sql`exists (select from project_stage s where s.project_id = p.id and ${whereInForce('s', moment)} and ${extra})`
  if (stages?.length) all.push(stage(sql`s.stage = any(${stages})`))
  if (phases?.length) all.push(stage(sql`s.stage = any(${STAGES.filter((one) => phases.includes(PROJECT_STAGES.items[one].phase))})`))
  if (stageKnown != null) all.push(sql`${stage(sql`s.stage is not null`)} = ${stageKnown}`)
  if (suspended != null) all.push(sql`${isSuspended(moment)} = ${suspended}`)
  if (fundingSources?.length)
    all.push(
      sql`exists (select from funding_line l where l.project_id = p.id and l.funding_source = any(${fundingSources}) and ${known('l')})`,
    )
  if (year != null) all.push(inYear(year, moment))
  if (changedIn) all.push(changedInMonth(changedIn, moment))
  if (parentId) all.push(sql`v.parent_id = ${parentId}`, seesProject(access, sql`${parentId}::uuid`, today))
  if (whole != null) all.push(sql`(v.parent_id is null) = ${whole}`)
  if (ids) all.push(sql`p.id = any(${ids}::uuid[])`)
  return sql.join(all, sql` and `)
}

const STAGES = [...STAGES_IN_ORDER, 'CANCELLED'] as const satisfies readonly ProjectStage[]

/** What `changesIn` tells of the month is not nothing. */
function changedInMonth(month: string, { asOf, asKnownAt }: Moment): RawBuilder<unknown> {
  const first = sql`${`${month}-01`}::date`
  const within = (column: string) =>
    sql`${sql.ref(`y.${column}`)} >= ${first} and ${sql.ref(`y.${column}`)} < ${first} + interval '1 month' and ${sql.ref(`y.${column}`)} <= ${asOf}::date`
  const some = (table: string, condition: RawBuilder<unknown>) =>
    sql`exists (select from ${sql.table(table)} y where y.project_id = p.id and ${condition} and ${whereKnown('y', asKnownAt)})`
  const conditionsOfMonth = [
    some('projectStage', within('validFrom')),
    some('projectSuspension', sql`((y.start_known and ${within('validFrom')}) or (y.end_known and ${within('validTo')}))`),
    some('fundReceipt', within('receivedOn')),
    some('projectPayment', within('paidOn')),
    some('progressReport', sql`y.month = ${month} and y.month <= ${asOf.slice(0, 7)}`),
  ]
  return sql`(${sql.join(conditionsOfMonth, sql` or `)})`
}

/** Something of it falls into the year: a plan, money, a report, or a stage that began. */
function inYear(year: number, { asKnownAt }: Moment): RawBuilder<unknown> {
  const [from, to] = [`${String(year).padStart(4, '0')}-01-01`, `${String(year).padStart(4, '0')}-12-31`]
  const some = (table: string, condition: RawBuilder<unknown>) =>
    sql`exists (select from ${sql.table(table)} y where y.project_id = p.id and ${condition} and ${whereKnown('y', asKnownAt)})`
  const conditionsOfYear = [
    some('fundingYear', sql`y.year = ${year}`),
    some('fundReceipt', sql`y.received_on between ${from}::date and ${to}::date`),
    some('projectPayment', sql`y.paid_on between ${from}::date and ${to}::date`),
    some('progressReport', sql`y.month between ${from.slice(0, 7)} and ${to.slice(0, 7)}`),
    some('projectStage', sql`y.valid_from between ${from}::date and ${to}::date`),
    some('projectMilestone', sql`coalesce(y.replanned_on, y.baseline_on, y.forecast_on) between ${from}::date and ${to}::date`),
  ]
  return sql`(${sql.join(conditionsOfYear, sql` or `)})`
}

/** Projects by id as known at an instant; what was not known then is missing. */
export async function projectsByIds(reader: Reader, ids: readonly string[], moment: Moment): Promise<Map<string, ConstructionProjectRow>> {
  const { rows } = await sql<ConstructionProject>`select ${columns(reader, moment)} from ${FROM}
    where p.id = any(${ids}::uuid[]) and ${seenAt(reader, moment)}`.execute(reader.db)
  return new Map(atMoment(rows, moment).map((row) => [row.id, row]))
}

/** One of them by its id or code. */
export type WhichProject = { readonly id: string } | { readonly code: string }

/** The same, one, with an expression over its version `v` and the project `p`; its institutions only where they are `shown`, for asking which of them are seen takes long. */
export async function projectWith(
  reader: Reader,
  which: WhichProject,
  moment: Moment,
  { ahead, institutions }: { readonly ahead: RawBuilder<unknown>; readonly institutions: boolean },
): Promise<(ConstructionProjectRow & { readonly ahead: string | null }) | null> {
  const is = 'id' in which ? sql`p.id = ${which.id}::uuid` : sql`p.code = ${which.code}`
  const shown = institutions ? columns(reader, moment) : sql`p.code, p.county_code, v.*, array[]::uuid[] as institution_ids`
  const { rows } = await sql<ConstructionProject & { ahead: string | null }>`select ${shown}, ${ahead} as ahead from ${FROM}
    where ${is} and ${seenAt(reader, moment)}`.execute(reader.db)
  return atMoment(rows, moment)[0] ?? null
}

/** Whose projects. */
const HOLDERS = {
  /** The parts of a project. */
  WHOLE: (holder: RawBuilder<unknown>) => sql`v.parent_id = ${holder}`,
  /** Those for an institution. */
  INSTITUTION: (holder: RawBuilder<unknown>) => sql`v.institution_ids @> array[${holder}]`,
}
export type ProjectHolder = keyof typeof HOLDERS

/** The projects of each of these, by code: the same page of each. One statement. */
export async function projectPagesOf(
  reader: Reader,
  holder: ProjectHolder,
  ids: readonly string[],
  page: PageArgs,
  moment: Moment,
): Promise<Map<string, Page<ConstructionProjectRow>>> {
  const list = (id: RawBuilder<unknown>) =>
    sql`select ${columns(reader, moment)} from ${FROM} where ${HOLDERS[holder](id)} and ${seenAt(reader, moment)}`
  const found = await keysetPages<ConstructionProjectRow>(reader.db, ids, list, { ...ORDERS.CODE, descending: false }, page)
  for (const { edges } of found.values()) for (const { node } of edges) Object.assign(node, { moment })
  return found
}
