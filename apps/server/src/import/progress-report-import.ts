import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import type { Db } from '@yilian/database/db.ts'
import { PROGRESS_REPORT_COLUMNS, type ProgressReportFileValues } from '@yilian/domain/construction/progress-report-columns.ts'
import {
  monthIssues,
  progressReportIssues,
  submissionIssues,
  type ProgressReport,
  type ProgressReportDraft,
} from '@yilian/domain/construction/progress-report.ts'
import { PROGRESS_REPORT_STATES } from '@yilian/domain/construction/terms.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import type { Reader } from '../access/reader.ts'
import { eitherAmount } from './either-amount.ts'
import { isUnchanged, recordWrite } from './fact-writer.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession, Judgement } from './import-kind.ts'
import { projectsOfRows, recordLookup, type ProjectsOfRows, type RecordLookup } from './of-project-lookup.ts'
import { projectNamed } from './project-lookup.ts'

type Row = ImportRow<ProgressReportFileValues>

/** 导入项目月报: a month of a project as it is handed in, waiting to be accepted. A draft or a returned report is put right by it. */
export const PROGRESS_REPORT_IMPORT: ImportKindDefinition<ProgressReportFileValues> = {
  columns: PROGRESS_REPORT_COLUMNS,
  fieldOf: {},
  keyFields: ['projectId'],
  columnIssues: (fields) =>
    (['projectId', 'month'] as const)
      .filter((field) => !fields.has(field))
      .map((field) => issue(field, 'COLUMN_MISSING', { column: PROGRESS_REPORT_COLUMNS[field].label })),
  begin,
}

interface Picture extends ImportScope, ProjectsOfRows {
  readonly reports: RecordLookup<'PROGRESS_REPORT'>
  /** Ids of reports whose recording was undone, by project and month: the same report goes on. */
  undone: ReadonlyMap<string, string>
  /** Which row said something of a month. */
  readonly touched: Map<string, number>
}

async function begin(reader: Reader, scope: ImportScope, outline: readonly Row[]): Promise<ImportSession<ProgressReportFileValues>> {
  const reports = recordLookup(reader, 'PROGRESS_REPORT')
  const found = await projectsOfRows(reader, scope, outline, [reports])
  const picture: Picture = { ...scope, ...found, reports, undone: new Map(), touched: new Map() }
  return {
    ...found.session,
    order: outline.map(({ row }) => row),
    async load(rows) {
      await found.session.load(rows)
      picture.undone = await reportIds(
        reader.db,
        found.projects.all().map(({ id }) => id),
      )
    },
    judge: (row) => judgeReport(picture, row),
  }
}

async function reportIds(db: Db, projectIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; projectId: string; month: string }>`select distinct id, project_id, month from progress_report
    where project_id = any(${projectIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, projectId, month }) => [`${projectId} ${month}`, id]))
}

function judgeReport(picture: Picture, { row, values }: Row): Judgement {
  const { projects, documentOf, reports, undone, touched, today } = picture
  const project = projectNamed(projects, values.projectId)
  const document = values.documentId == null ? values.documentId : documentOf(values.documentId)
  const inMonth = eitherAmount(values.investmentMonth, values.investmentMonthYuan, 'investmentMonthYuan')
  const toDate = eitherAmount(values.investmentToDate, values.investmentToDateYuan, 'investmentToDateYuan')
  const issues: Issue[] = [project, document].flatMap((one) => (one && 'issues' in one ? one.issues : []))
  const { month } = values
  issues.push(
    ...inMonth.issues,
    ...toDate.issues,
    ...(month === undefined ? [issue('month', 'REQUIRED')] : monthIssues(month, today.slice(0, 7))),
  )
  if (issues.length > 0 || month === undefined || 'issues' in project) return { issues }
  const key = `${project.id} ${month}`
  const earlier = touched.get(key)
  if (earlier !== undefined && earlier !== row) return { issues: [issue('month', 'REPORT_TWICE_IN_FILE', { row: earlier })] }
  const before = reports.of(project.id).find((one) => one.month === month) ?? null
  const documentId = document && 'id' in document ? document.id : document === null ? null : undefined
  const draft = draftOf(before, values, inMonth.amount, toDate.amount, documentId)
  const id = before?.id ?? undone.get(key) ?? newId()
  const keys = { id, projectId: project.id, month }
  if (before && (before.state === 'SUBMITTED' || before.state === 'ACCEPTED')) {
    touched.set(key, row)
    if (isUnchanged([recordWrite('PROGRESS_REPORT', keys, before, { ...before, ...draft })])) return { unchanged: before.id }
    return { issues: [issue('', 'REPORT_CLOSED', { month, state: PROGRESS_REPORT_STATES[before.state] })] }
  }
  const wrong = [...progressReportIssues(draft, project.unitCount), ...submissionIssues(draft)]
  if (wrong.length > 0) return { issues: wrong }
  const value = { ...draft, state: 'SUBMITTED', returnReason: before?.returnReason ?? null } as const
  return {
    proposal: {
      factId: before?.id ?? null,
      subject: `${project.name} ${month}`,
      effectiveOn: null,
      documentId: documentId ?? null,
      note: values.note ?? null,
      writes: [recordWrite('PROGRESS_REPORT', keys, before, value)],
      apply: () => {
        touched.set(key, row)
        reports.put({ ...value, ...keys })
      },
    },
  }
}

function draftOf(
  before: ProgressReport | null,
  values: Row['values'],
  investmentMonth: ProgressReportDraft['investmentMonth'] | undefined,
  investmentToDate: ProgressReportDraft['investmentToDate'] | undefined,
  documentId: string | null | undefined,
): ProgressReportDraft {
  const old = <T>(said: T | undefined, was: T | undefined): T | null => (said === undefined ? (was ?? null) : said)
  const { stage, wording, percent, unitsDone, workers, safety, nextSteps, source } = values
  return {
    stage: old(stage, before?.stage),
    wording: old(wording, before?.wording),
    percent: old(percent, before?.percent),
    investmentMonth: old(investmentMonth, before?.investmentMonth),
    investmentToDate: old(investmentToDate, before?.investmentToDate),
    unitsDone: old(unitsDone, before?.unitsDone),
    workers: old(workers, before?.workers),
    safety: old(safety, before?.safety),
    nextSteps: old(nextSteps, before?.nextSteps),
    documentId: old(documentId, before?.documentId),
    source: old(source, before?.source),
  }
}
