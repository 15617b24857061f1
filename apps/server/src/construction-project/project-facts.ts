import { sql } from 'kysely'

import type { ConstructionFact } from '../change/describe-construction.ts'
import { whereKnown } from '@yilian/database/dated.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
import type { ProjectApproval } from '@yilian/domain/construction/approval.ts'
import type { AlertRule } from '@yilian/domain/construction/alert.ts'
import type { ProjectContract } from '@yilian/domain/construction/contract.ts'
import { codesOf } from '@yilian/domain/code-list.ts'
import { FUNDING_SOURCES } from '@yilian/domain/construction/funding-source.ts'
import type { FundingLine, FundingYear, FundReceipt, ProjectPayment } from '@yilian/domain/construction/funding.ts'
import type { ProjectMilestone } from '@yilian/domain/construction/milestone.ts'
import type { ProjectProblem } from '@yilian/domain/construction/problem.ts'
import type { ProgressReport } from '@yilian/domain/construction/progress-report.ts'
import type { ReportPhoto } from '@yilian/domain/construction/report-photo.ts'
import { STAGES_IN_ORDER } from '@yilian/domain/construction/stage.ts'
import type { ProjectStageRow } from '@yilian/domain/construction/stage-timeline.ts'
import type { ProjectRecords } from '@yilian/domain/construction/standing.ts'
import type { Suspension } from '@yilian/domain/construction/suspension.ts'
import type { Recorded } from '@yilian/domain/dated.ts'
import type { Moment } from '@yilian/domain/dated.ts'

import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
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
  REPORT_PHOTO: sql`f.recorded_by`,
  PROJECT_PROBLEM: sql`f.found_on nulls first`,
  ALERT_ACKNOWLEDGEMENT: sql`f.recorded_by`,
}

/** The rows of a kind of fact, as known at an instant, by project and in their order. One statement. */
export async function factsOfProjects<K extends ProjectFactKind>(
  { db, access }: Reader,
  fact: K,
  projectIds: readonly string[],
  { asKnownAt }: Pick<Moment, 'asKnownAt'>,
): Promise<Map<string, ProjectFacts[K][]>> {
  const { rows } = await sql<ProjectFacts[K]>`select f.* from ${sql.table(factTable(fact).table)} f
    where f.project_id = any(${projectIds}::uuid[]) and ${whereKnown('f', asKnownAt)} and ${seesFact(access, fact, 'f')} order by ${ORDERS[fact]}, f.id`.execute(
    db,
  )
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

/** What clock, money and alerts are read from. */
const STANDING = {
  stages: 'PROJECT_STAGE',
  suspensions: 'PROJECT_SUSPENSION',
  milestones: 'PROJECT_MILESTONE',
  approvals: 'PROJECT_APPROVAL',
  lines: 'FUNDING_LINE',
  years: 'FUNDING_YEAR',
  receipts: 'FUND_RECEIPT',
  payments: 'PROJECT_PAYMENT',
  reports: 'PROGRESS_REPORT',
} as const satisfies Partial<Record<keyof ProjectRecords, ProjectFactKind>>
type Standing = typeof STANDING

/** Everything that is recorded of a project for its standing. */
export type RecordsOfProject = ProjectRecords & { readonly [Part in keyof Standing]: readonly ProjectFacts[Standing[Part]][] }

type Read = <K extends ProjectFactKind>(fact: K) => Promise<ProjectFacts[K][]>

async function gathered({ area }: Pick<ConstructionProjectRow, 'area'>, read: Read): Promise<RecordsOfProject> {
  const [stages, suspensions, milestones, approvals, lines, years, receipts, payments, reports] = await Promise.all([
    read(STANDING.stages),
    read(STANDING.suspensions),
    read(STANDING.milestones),
    read(STANDING.approvals),
    read(STANDING.lines),
    read(STANDING.years),
    read(STANDING.receipts),
    read(STANDING.payments),
    read(STANDING.reports),
  ])
  return { area, stages, suspensions, milestones, approvals, lines, years, receipts, payments, reports }
}

/** The records of a project; nine statements for all projects of a request. */
export function recordsOf(context: Context, project: ConstructionProjectRow): Promise<RecordsOfProject> {
  return gathered(project, (fact) => factsOf(context, fact, project))
}

/** The records of several projects as known at a moment, by project; nine statements. */
export async function recordsOfProjects(
  reader: Reader,
  projects: readonly ConstructionProjectRow[],
  moment: Moment,
): Promise<Map<string, RecordsOfProject>> {
  // The loaders of a request, so that each kind of fact is read once.
  const request = { ...reader, loaders: new Map<string, unknown>(), today: moment.asOf }
  const entries = projects.map(
    async (project) => [project.id, await gathered(project, (fact) => factsOf(request, fact, { id: project.id, moment }))] as const,
  )
  return new Map(await Promise.all(entries))
}
