import { type RawBuilder, sql } from 'kysely'

import type { ConstructionFact } from '../change/describe-construction.ts'
import { CONSTRUCTION_FACTS } from '@yilian/database/construction-facts.ts'
import { whereKnown } from '@yilian/database/dated.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
import { sqlName } from '@yilian/database/sql-name.ts'
import type { ProjectApproval } from '@yilian/domain/construction/approval.ts'
import type { AlertRule } from '@yilian/domain/construction/alert.ts'
import type { ProjectContract } from '@yilian/domain/construction/contract.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import { FUNDING_SOURCES } from '@yilian/domain/construction/funding-source.ts'
import type { FundingLine, FundingYear, FundReceipt, ProjectPayment } from '@yilian/domain/construction/funding.ts'
import type { ProjectMilestone } from '@yilian/domain/construction/milestone.ts'
import type { ProjectProblem } from '@yilian/domain/construction/problem.ts'
import type { ProgressReport } from '@yilian/domain/construction/progress-report.ts'
import type { ReportPhoto } from '@yilian/domain/construction/report-photo.ts'
import { STAGES_IN_ORDER } from '@yilian/domain/construction/stage.ts'
import type { ProjectStageRow } from '@yilian/domain/construction/stage-timeline.ts'
import type { Suspension } from '@yilian/domain/construction/suspension.ts'
import type { Moment, Recorded } from '@yilian/domain/dated.ts'

import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import { countyFirst } from '../access/seen-projects.ts'
import type { Columns } from '../list/columns.ts'
import { isOneOf } from '../list/is-one-of.ts'
import { readTogether } from '../list/together.ts'

/** An alert that somebody looked at. */
export interface AlertAcknowledgement extends Recorded {
  readonly rowId: string
  readonly id: string
  readonly projectId: string
  readonly rule: AlertRule
  readonly subject: string
  readonly reason: string
}

/** What is recorded of projects, by the kind of fact. */
export interface ProjectFacts {
  readonly PROJECT_STAGE: ProjectStageRow
  readonly PROJECT_SUSPENSION: Suspension
  readonly PROJECT_MILESTONE: ProjectMilestone
  readonly PROJECT_APPROVAL: ProjectApproval
  readonly FUNDING_LINE: FundingLine
  readonly FUNDING_YEAR: FundingYear
  readonly FUND_RECEIPT: FundReceipt
  readonly PROJECT_PAYMENT: ProjectPayment
  readonly PROJECT_CONTRACT: ProjectContract
  readonly PROGRESS_REPORT: ProgressReport
  readonly REPORT_PHOTO: ReportPhoto
  readonly PROJECT_PROBLEM: ProjectProblem
  readonly ALERT_ACKNOWLEDGEMENT: AlertAcknowledgement
}
export type ProjectFactKind = keyof ProjectFacts & ConstructionFact
/** Those that hold for no stretch of days: they are known or not. */
export type RecordedProjectFact = Exclude<ProjectFactKind, DatedFactKind>

const STAGE_ORDER = `array_position(array['${STAGES_IN_ORDER.join("','")}'], f.stage)`

/** The order within a project. No two rows of a fact that is there once share a place in it; others are told apart by their id. */
const ORDERS: Readonly<Record<ProjectFactKind, string>> = {
  PROJECT_STAGE: 'f.valid_from',
  PROJECT_SUSPENSION: 'f.valid_from',
  PROJECT_MILESTONE: STAGE_ORDER,
  PROJECT_APPROVAL: `${STAGE_ORDER}, f.approved_on nulls first, f.id`,
  FUNDING_LINE: `array_position(array['${codesOf(FUNDING_SOURCES).join("','")}'], f.funding_source), f.name nulls first, f.id`,
  FUNDING_YEAR: 'f.year, f.id',
  FUND_RECEIPT: 'f.received_on, f.id',
  PROJECT_PAYMENT: 'f.paid_on, f.id',
  PROJECT_CONTRACT: 'f.signed_on nulls last, f.id',
  PROGRESS_REPORT: 'f.month',
  REPORT_PHOTO: 'f.id',
  PROJECT_PROBLEM: 'f.found_on nulls first, f.id',
  ALERT_ACKNOWLEDGEMENT: 'f.recorded_by, f.id',
}

/** The columns of a fact's rows. */
export function projectFactColumns(fact: ProjectFactKind): string[] {
  const { keys, values, dated } = factTable(fact)
  const days = dated ? ['validFrom', 'validTo'] : []
  return ['rowId', 'id', ...keys, ...values, ...days, 'recordedFrom', 'recordedTo', 'recordedBy', 'closedBy']
}

function asJson(fact: ProjectFactKind, name: string): string {
  const column = `f.${sqlName(name)}`
  const table = CONSTRUCTION_FACTS[fact]
  const decimals: readonly string[] = 'decimals' in table ? table.decimals : []
  if (decimals.includes(name)) return `${column}::text as "${name}"`
  if (name === 'recordedFrom' || name === 'recordedTo') return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "${name}"`
  return `${column} as "${name}"`
}

/** Columns of `f` as they come through JSON. */
function columnList(fact: ProjectFactKind, columns: Columns): RawBuilder<unknown> {
  return sql.raw((columns ?? projectFactColumns(fact)).map((name) => asJson(fact, name)).join(', '))
}

/** Which rows of projects are selected, and which of their columns. */
export interface Selected extends Pick<Moment, 'asKnownAt'> {
  readonly ofProjects: OfProjects
  /** Which rows `f` are seen. */
  readonly sees: (fact: ProjectFactKind) => RawBuilder<boolean>
  readonly columns: Columns
}

/** True where a column has the id of a project that is meant. */
export type OfProjects = (projectId: RawBuilder<unknown>) => RawBuilder<boolean>

/** These projects. */
export function these(ids: readonly string[]): OfProjects {
  return (projectId) => isOneOf(projectId, ids, 'uuid')
}

/** Which rows of these projects somebody sees. */
export function seenOfThese(access: Access, ids: readonly string[]): Selected['sees'] {
  return (fact) => countyFirst(access, sql`f.project_id`, ids, seesFact(access, fact, 'f'))
}

/** A select of the rows of a fact by project and in their order, to be read together with others. */
export function selectFacts(fact: ProjectFactKind, { ofProjects, asKnownAt, sees, columns }: Selected): RawBuilder<unknown> {
  return sql`select ${columnList(fact, columns)} from ${sql.table(factTable(fact).table)} f
    where ${ofProjects(sql`f.project_id`)} and ${whereKnown('f', asKnownAt)} and ${sees(fact)} order by f.project_id, ${sql.raw(ORDERS[fact])}`
}

/** A select of each project's last report until a month that was submitted or accepted, to be read together with others. */
export function selectLatestReports(month: string, { ofProjects, asKnownAt, sees, columns }: Selected): RawBuilder<unknown> {
  return sql`select l.* from construction_project wanted cross join lateral (
    select ${columnList('PROGRESS_REPORT', columns)} from progress_report f
    where f.project_id = wanted.id and f.state in ('SUBMITTED', 'ACCEPTED') and f.month <= ${month}
      and ${whereKnown('f', asKnownAt)} and ${sees('PROGRESS_REPORT')}
    order by f.month desc limit 1) l where ${ofProjects(sql`wanted.id`)}`
}

/** The rows of a kind of fact, as known at an instant, by project and in their order. One statement. */
export async function factsOfProjects<K extends ProjectFactKind>(
  { db, access }: Reader,
  fact: K,
  projectIds: readonly string[],
  { asKnownAt }: Pick<Moment, 'asKnownAt'>,
): Promise<Map<string, ProjectFacts[K][]>> {
  const sees = seenOfThese(access, projectIds)
  const select = selectFacts(fact, { ofProjects: these(projectIds), asKnownAt, sees, columns: null })
  const [rows] = (await readTogether(db, [select])) as [ProjectFacts[K][]]
  return Map.groupBy(rows, ({ projectId }) => projectId)
}

/** Facts of a kind by their own id, as known now. */
export async function factsByIds<K extends ProjectFactKind>(
  { db, access }: Reader,
  fact: K,
  ids: readonly string[],
): Promise<Map<string, ProjectFacts[K]>> {
  const { rows } = await sql<ProjectFacts[K]>`select f.* from ${sql.table(factTable(fact).table)} f
    where f.id = any(${ids}::uuid[]) and ${whereKnown('f', null)} and ${seesFact(access, fact, 'f')}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
