import { type RawBuilder, sql } from 'kysely'

import type { ConstructionFact } from '../change/describe-construction.ts'
import { whereKnown } from '@yilian/database/dated.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
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
import type { ProjectRecords, ReportSeen } from '@yilian/domain/construction/standing.ts'
import type { Suspension } from '@yilian/domain/construction/suspension.ts'
import type { Moment, Recorded } from '@yilian/domain/dated.ts'
import type { Instant } from '@yilian/domain/day.ts'

import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import { countyFirst } from '../access/seen-projects.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor, type AtMoment } from '../graphql/moment.ts'
import type { ConstructionProjectRow } from './construction-project.queries.ts'

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

const ORDERS: Readonly<Record<ProjectFactKind, ReturnType<typeof sql>>> = {
  PROJECT_STAGE: sql`f.valid_from`,
  PROJECT_SUSPENSION: sql`f.valid_from`,
  PROJECT_MILESTONE: sql`array_position(${STAGES_IN_ORDER}::text[], f.stage)`,
  PROJECT_APPROVAL: sql`array_position(${STAGES_IN_ORDER}::text[], f.stage), f.approved_on nulls first`,
  FUNDING_LINE: sql`array_position(${codesOf(FUNDING_SOURCES)}::text[], f.funding_source), f.name nulls first`,
  FUNDING_YEAR: sql`f.year`,
  FUND_RECEIPT: sql`f.received_on`,
  PROJECT_PAYMENT: sql`f.paid_on`,
  PROJECT_CONTRACT: sql`f.signed_on nulls last`,
  PROGRESS_REPORT: sql`f.month`,
  REPORT_PHOTO: sql`f.id`,
  PROJECT_PROBLEM: sql`f.found_on nulls first`,
  ALERT_ACKNOWLEDGEMENT: sql`f.recorded_by`,
}

/** True for the rows of these projects that are known at the instant and seen. */
function ofProjects(access: Access, fact: ProjectFactKind, projectIds: readonly string[], asKnownAt: Instant | null): RawBuilder<boolean> {
  const seen = countyFirst(access, sql`f.project_id`, projectIds, seesFact(access, fact, 'f'))
  return sql`f.project_id = any(${projectIds}::uuid[]) and ${whereKnown('f', asKnownAt)} and ${seen}`
}

/** The rows of a kind of fact, as known at an instant, by project and in their order. One statement. */
export async function factsOfProjects<K extends ProjectFactKind>(
  { db, access }: Reader,
  fact: K,
  projectIds: readonly string[],
  { asKnownAt }: Pick<Moment, 'asKnownAt'>,
): Promise<Map<string, ProjectFacts[K][]>> {
  const { rows } = await sql<ProjectFacts[K]>`select f.* from ${sql.table(factTable(fact).table)} f
    where ${ofProjects(access, fact, projectIds, asKnownAt)} order by ${ORDERS[fact]}, f.id`.execute(db)
  return Map.groupBy(rows, ({ projectId }) => projectId)
}

/** What reading facts together takes of a request. */
type LoadContext = Reader & Pick<Context, 'loaders' | 'today'>

/** The same for the project of a row, all projects of a request with one statement. */
export async function factsOf<K extends ProjectFactKind>(
  context: LoadContext,
  fact: K,
  { id, moment }: { readonly id: string } & AtMoment,
): Promise<ProjectFacts[K][]> {
  const known = { ...moment, asOf: context.today }
  return (await loaderFor(context, `factsOfProjects:${fact}`, known, (ids) => factsOfProjects(context, fact, ids, moment)).load(id)) ?? []
}

/** What the standing needs of reports, without their texts: sixty months of fifty projects are read for a page of a list. */
async function reportsSeen(
  { db, access }: Reader,
  projectIds: readonly string[],
  { asKnownAt }: Moment,
): Promise<Map<string, ReportSeen[]>> {
  const { rows } = await sql<ReportSeen & { projectId: string }>`
    select f.project_id, f.month, f.state, f.percent, f.investment_month, f.investment_to_date from progress_report f
    where ${ofProjects(access, 'PROGRESS_REPORT', projectIds, asKnownAt)} order by f.month`.execute(db)
  return Map.groupBy(rows, ({ projectId }) => projectId)
}

/** The last report until the day's month that was submitted or accepted, all projects of a request with one statement. */
export async function latestReportOf(
  context: LoadContext,
  { id, moment }: { readonly id: string } & AtMoment,
): Promise<ProgressReport | null> {
  const load = async (projectIds: readonly string[]) => {
    const { rows } = await sql<ProgressReport>`
      select f.* from unnest(${projectIds}::uuid[]) of (project_id) cross join lateral (
        select f.* from progress_report f where f.project_id = of.project_id and f.state in ('SUBMITTED', 'ACCEPTED')
          and f.month <= ${moment.asOf.slice(0, 7)} and ${whereKnown('f', moment.asKnownAt)} and ${countyFirst(context.access, sql`f.project_id`, projectIds, seesFact(context.access, 'PROGRESS_REPORT', 'f'))}
        order by f.month desc limit 1) f`.execute(context.db)
    return new Map(rows.map((row) => [row.projectId, row]))
  }
  return (await loaderFor(context, 'latestReportOf', moment, load).load(id)) ?? null
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

/** Everything that is recorded of a project for its standing, with the reports as they were read. */
type Records<Report extends ReportSeen> = ProjectRecords & { readonly reports: readonly Report[] }
/** With the whole reports. */
export type RecordsOfProject = Records<ProgressReport>

type Read = <K extends ProjectFactKind>(fact: K) => Promise<ProjectFacts[K][]>

/** What clock, money and alerts are read from. */
async function gathered<Report extends ReportSeen>(
  { area }: Pick<ConstructionProjectRow, 'area'>,
  read: Read,
  readReports: () => Promise<Report[]>,
): Promise<Records<Report>> {
  const [stages, suspensions, milestones, approvals, lines, years, receipts, payments, reports] = await Promise.all([
    read('PROJECT_STAGE'),
    read('PROJECT_SUSPENSION'),
    read('PROJECT_MILESTONE'),
    read('PROJECT_APPROVAL'),
    read('FUNDING_LINE'),
    read('FUNDING_YEAR'),
    read('FUND_RECEIPT'),
    read('PROJECT_PAYMENT'),
    readReports(),
  ])
  return { area, stages, suspensions, milestones, approvals, lines, years, receipts, payments, reports }
}

/** What the standing of a project is read from; nine statements for all projects of a request. */
export function recordsOf(context: LoadContext, project: ConstructionProjectRow): Promise<ProjectRecords> {
  const { id, moment } = project
  const seen = loaderFor(context, 'reportsSeen', { ...moment, asOf: context.today }, (ids) => reportsSeen(context, ids, moment))
  return gathered(
    project,
    (fact) => factsOf(context, fact, project),
    async () => (await seen.load(id)) ?? [],
  )
}

/** The records of several projects as known at a moment, by project; nine statements. */
export async function recordsOfProjects(
  reader: Reader,
  projects: readonly ConstructionProjectRow[],
  moment: Moment,
): Promise<Map<string, RecordsOfProject>> {
  // The loaders of a request, so that each kind of fact is read once.
  const request = { ...reader, loaders: new Map<string, unknown>(), today: moment.asOf }
  const entries = projects.map(async (project) => {
    const read: Read = (fact) => factsOf(request, fact, { id: project.id, moment })
    return [project.id, await gathered(project, read, () => read('PROGRESS_REPORT'))] as const
  })
  return new Map(await Promise.all(entries))
}
