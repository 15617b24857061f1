import type { ProgressReport } from '@yilian/domain/construction/progress-report.ts'
import type { ProjectRecords } from '@yilian/domain/construction/standing.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { NOTHING, type Own } from '@yilian/domain/access/own.ts'
import { type RawBuilder, sql } from 'kysely'

import type { Reader } from '../access/reader.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor, type AtMoment, type Loader } from '../graphql/moment.ts'
import type { Shown } from '../graphql/selection.ts'
import type { Columns } from '../list/columns.ts'
import { isOneOf } from '../list/is-one-of.ts'
import { readTogether, rowsTogether, together, writtenOnce } from '../list/together.ts'
import { projectWith, type ConstructionProjectRow, type WhichProject } from './construction-project.queries.ts'
import { columnsOfFacts } from './project-columns.ts'
import {
  seenOfThese,
  selectFacts,
  selectLatestReports,
  these,
  type ProjectFactKind,
  type ProjectFacts,
  type Selected,
} from './project-facts.ts'
import { selectSums, type ProjectSums } from './project-sums.queries.ts'

// A page shows a dozen kinds of facts of a project. What a request asks of projects together is read by one statement.

/** What is read of a project, as rows. */
interface ProjectSections extends ProjectFacts {
  /** One row at most. */
  readonly LATEST_REPORT: ProgressReport
  /** One row. */
  readonly SUMS: ProjectSums
}
type ProjectSection = keyof ProjectSections

/** What reading sections takes of a request. */
type LoadContext = Reader & Pick<Context, 'loaders' | 'today' | 'selection'>

/** A project that is seen, and the moment at which it is shown. */
type OfProject = Pick<ConstructionProjectRow, 'id' | 'countyCode'> & AtMoment

/** The sections of projects read at a moment. Of `whole` projects every row is seen, of others that is asked row by row. */
function sectionsLoader(context: LoadContext, section: ProjectSection, { asOf, asKnownAt }: Moment, whole: boolean): Loader<object[]> {
  // Facts do not depend on the day in force: read as of today, they come together whatever the day.
  const moment = { asOf: section === 'SUMS' || section === 'LATEST_REPORT' ? asOf : context.today, asKnownAt }
  const name = whole ? 'sectionsOfProjects' : 'sectionsOfProjectsSeen'
  return loaderFor(context, name, moment, (keys) => readSections(context, keys, moment, whole))
}

/** A section of what is recorded of a project. All that a request asks of projects at a moment comes with one statement. */
async function sectionOf<P extends ProjectSection>(context: LoadContext, section: P, project: OfProject): Promise<ProjectSections[P][]> {
  const { everything, counties } = ownOf(context)
  const loader = sectionsLoader(context, section, project.moment, everything || counties.includes(project.countyCode))
  return ((await loader.load(`${section} ${project.id}`)) ?? []) as ProjectSections[P][]
}

function ownOf({ access }: Reader): Own {
  return access.own('construction.read') ?? NOTHING
}

function selectSection(section: ProjectSection, { asOf, asKnownAt }: Moment, which: Omit<Selected, 'asKnownAt'>) {
  if (section === 'SUMS') return selectSums(which.ofProjects, { asOf, asKnownAt })
  const selected: Selected = { ...which, asKnownAt }
  return section === 'LATEST_REPORT' ? selectLatestReports(asOf.slice(0, 7), selected) : selectFacts(section, selected)
}

/** The columns that a request reads of a section. */
function columnsOf(context: LoadContext, section: ProjectSection): Columns {
  return section === 'SUMS' ? null : columnsOfFacts(context, section === 'LATEST_REPORT' ? 'PROGRESS_REPORT' : section)
}

const ALL_SEEN: Selected['sees'] = () => sql`true`

async function readSections(context: LoadContext, keys: readonly string[], moment: Moment, whole: boolean): Promise<Map<string, object[]>> {
  const { db, access } = context
  const asked = keys.map((key) => key.split(' ') as [section: ProjectSection, id: string])
  const sections = [...Map.groupBy(asked, ([section]) => section)].map(([section, of]) => ({ section, ids: of.map(([, id]) => id) }))
  const selects = sections.map(({ section, ids }) =>
    selectSection(section, moment, {
      ofProjects: these(ids),
      sees: whole ? ALL_SEEN : seenOfThese(access, ids),
      columns: columnsOf(context, section),
    }),
  )
  const found = (await readTogether(db, selects)) as { readonly projectId: string }[][]
  return new Map(
    sections.flatMap(({ section }, at) =>
      [...Map.groupBy(found[at]!, ({ projectId }) => projectId)].map(([id, rows]) => [`${section} ${id}`, rows]),
    ),
  )
}

const STANDING: readonly ProjectSection[] = [
  'PROJECT_STAGE',
  'PROJECT_SUSPENSION',
  'PROJECT_MILESTONE',
  'PROJECT_APPROVAL',
  'FUNDING_LINE',
  'FUNDING_YEAR',
  'FUND_RECEIPT',
  'PROJECT_PAYMENT',
  'PROGRESS_REPORT',
]

/** What fields of a project are read from. A field that is missing here is right all the same, it only takes one more statement. */
const READ_AHEAD: Readonly<Record<string, readonly ProjectSection[]>> = {
  stage: ['PROJECT_STAGE'],
  stages: ['PROJECT_STAGE'],
  suspension: ['PROJECT_SUSPENSION'],
  suspensions: ['PROJECT_SUSPENSION'],
  milestones: ['PROJECT_MILESTONE', 'PROJECT_STAGE'],
  approvals: ['PROJECT_APPROVAL'],
  contracts: ['PROJECT_CONTRACT'],
  fundingLines: ['FUNDING_LINE'],
  fundingYears: ['FUNDING_YEAR'],
  fundReceipts: ['FUND_RECEIPT'],
  payments: ['PROJECT_PAYMENT'],
  progressReports: ['PROGRESS_REPORT'],
  latestReport: ['LATEST_REPORT'],
  problems: ['PROJECT_PROBLEM'],
  money: ['SUMS'],
  schedule: STANDING,
  earnedValue: STANDING,
  alerts: [...STANDING, 'ALERT_ACKNOWLEDGEMENT'],
}

/** All rows of a section of the project whose version is `v`, which is not said in each of them again. */
function selectAhead(context: LoadContext, section: ProjectSection, moment: Moment): RawBuilder<unknown> {
  const columns = columnsOf(context, section)?.filter((column) => column !== 'projectId') ?? null
  const select = () => selectSection(section, moment, { ofProjects: (projectId) => sql`${projectId} = v.id`, sees: ALL_SEEN, columns })
  if (section === 'SUMS' || section === 'LATEST_REPORT' || moment.asKnownAt !== null) return select()
  return writtenOnce(context.db, `${section} of v: ${columns?.join() ?? ''}`, select)
}

/** A project that is seen, by its id or code, with the sections that are shown of it; those of a project of an own county in one statement. */
export async function projectShown(
  context: LoadContext,
  which: WhichProject,
  moment: Moment,
  shown: Shown,
): Promise<ConstructionProjectRow | null> {
  const { everything, counties } = ownOf(context)
  const sections = [...new Set([...shown.keys()].flatMap((field) => READ_AHEAD[field] ?? []))]
  const institutions = context.selection?.get('ConstructionProject')?.has('institutions') ?? true
  const read = (ahead: RawBuilder<unknown>) => projectWith(context, which, moment, { ahead, institutions })
  if (sections.length === 0 || (!everything && counties.length === 0)) return read(sql`null`)
  const ahead = together(sections.map((section) => selectAhead(context, section, moment)))
  const project = await read(everything ? ahead : sql`case when ${isOneOf(sql`p.county_code`, counties)} then ${ahead} end`)
  if (project?.ahead == null) return project
  for (const [at, rows] of rowsTogether(project.ahead).entries())
    sectionsLoader(context, sections[at]!, moment, true).keep(
      `${sections[at]!} ${project.id}`,
      rows.map((row) => Object.assign(row as object, { projectId: project.id })),
    )
  return project
}

/** The rows of a kind of fact of a project, as known at its moment and in their order. */
export function factsOf<K extends ProjectFactKind>(context: LoadContext, fact: K, project: OfProject): Promise<ProjectFacts[K][]> {
  return sectionOf(context, fact, project)
}

/** The last report until the day's month that was submitted or accepted. */
export async function latestReportOf(context: LoadContext, project: OfProject): Promise<ProgressReport | null> {
  const [latest] = await sectionOf(context, 'LATEST_REPORT', project)
  return latest ?? null
}

/** What the money of a project comes to, as lists show it. */
export async function sumsOf(context: LoadContext, project: OfProject): Promise<ProjectSums> {
  const [sums] = await sectionOf(context, 'SUMS', project)
  if (!sums) throw new Error(`project ${project.id} is missing`)
  return sums
}

/** Everything that is recorded of a project for its standing, with the whole reports. */
export type RecordsOfProject = ProjectRecords & { readonly reports: readonly ProgressReport[] }

/** What clock, money and alerts of a project are read from. */
export async function recordsOf(
  context: LoadContext,
  project: OfProject & Pick<ConstructionProjectRow, 'area'>,
): Promise<RecordsOfProject> {
  const read = <K extends ProjectFactKind>(fact: K) => factsOf(context, fact, project)
  const [stages, suspensions, milestones, approvals, lines, years, receipts, payments, reports] = await Promise.all([
    read('PROJECT_STAGE'),
    read('PROJECT_SUSPENSION'),
    read('PROJECT_MILESTONE'),
    read('PROJECT_APPROVAL'),
    read('FUNDING_LINE'),
    read('FUNDING_YEAR'),
    read('FUND_RECEIPT'),
    read('PROJECT_PAYMENT'),
    read('PROGRESS_REPORT'),
  ])
  return { area: project.area, stages, suspensions, milestones, approvals, lines, years, receipts, payments, reports }
}

/** The records of several projects as known at a moment, by project; one statement. */
export async function recordsOfProjects(
  { db, access }: Reader,
  projects: readonly ConstructionProjectRow[],
  moment: Moment,
): Promise<Map<string, RecordsOfProject>> {
  const request = { db, access, loaders: new Map<string, unknown>(), today: moment.asOf }
  const entries = projects.map(async (project) => [project.id, await recordsOf(request, { ...project, moment })] as const)
  return new Map(await Promise.all(entries))
}
