import type { Context } from '../graphql/context.ts'
import { columnsRead, type FieldReads } from '../graphql/selection.ts'
import type { Columns } from '../list/columns.ts'
import { projectFactColumns, type ProjectFactKind } from './project-facts.ts'

// Of a project's rows no more is read than what its standing needs and the operation shows: texts and bookkeeping of two hundred rows
// take longer than the figures.

/** The type that shows a fact. */
const TYPES: Readonly<Record<ProjectFactKind, string>> = {
  PROJECT_STAGE: 'ProjectStageStretch',
  PROJECT_SUSPENSION: 'ProjectSuspension',
  PROJECT_MILESTONE: 'ProjectMilestone',
  PROJECT_APPROVAL: 'ProjectApproval',
  FUNDING_LINE: 'FundingLine',
  FUNDING_YEAR: 'FundingYear',
  FUND_RECEIPT: 'FundReceipt',
  PROJECT_PAYMENT: 'ProjectPayment',
  PROJECT_CONTRACT: 'ProjectContract',
  PROGRESS_REPORT: 'ProgressReport',
  REPORT_PHOTO: 'ReportPhoto',
  PROJECT_PROBLEM: 'ProjectProblem',
  ALERT_ACKNOWLEDGEMENT: 'AlertAcknowledgement',
}

/** What says where a row comes from. No other field reads it. */
const PROVENANCE = ['rowId', 'documentId', 'source', 'sourceNote', 'recordedFrom', 'recordedTo', 'recordedBy', 'closedBy']

/** Of the facts of which a project has many rows, what its standing is read from. */
const STANDING: Readonly<Partial<Record<ProjectFactKind, readonly string[]>>> = {
  FUNDING_YEAR: ['projectId', 'fundingLineId', 'year', 'amount'],
  FUND_RECEIPT: ['projectId', 'fundingLineId', 'receivedOn', 'amount'],
  PROJECT_PAYMENT: ['projectId', 'fundingLineId', 'paidOn', 'amount'],
  PROGRESS_REPORT: ['projectId', 'month', 'state', 'percent', 'investmentMonth', 'investmentToDate'],
}

/** What fields of these types read that are not named as a column. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  id: ['id'],
  version: ['id'],
  document: ['documentId'],
  change: ['recordedBy'],
  photos: ['id'],
}

type Row = Record<string, unknown>

interface Reads extends FieldReads<Row> {
  readonly type: string
}

function readsOf(fact: ProjectFactKind): Reads {
  const own = projectFactColumns(fact)
  const values = own.filter((column) => !PROVENANCE.includes(column))
  // A field that is no column and not named above is computed from values, which of few rows are all read.
  return { type: TYPES[fact], always: STANDING[fact] ?? values, own, others: DERIVED }
}

const READS = new Map<ProjectFactKind, Reads>()

/** The columns of a fact's rows that a request reads; all when that is not known. */
export function columnsOfFacts({ selection }: Pick<Context, 'selection'>, fact: ProjectFactKind): Columns {
  if (selection === undefined) return null
  const reads = READS.get(fact) ?? readsOf(fact)
  READS.set(fact, reads)
  return selection.has(reads.type) ? columnsRead<Row>({ selection }, reads.type, reads) : reads.always
}
