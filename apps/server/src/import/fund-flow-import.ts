import { v7 as newId } from 'uuid'

import { FUND_FLOW_COLUMNS, type FundFlowFileValues } from '@yilian/domain/construction/funding-columns.ts'
import {
  fundReceiptIssues,
  fundsIssues,
  lineLabel,
  paymentIssues,
  type FundReceiptValue,
  type ProjectPaymentValue,
} from '@yilian/domain/construction/funding.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import type { Cited } from '@yilian/domain/cited.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import type { Reader } from '../access/reader.ts'
import { eitherAmount } from './either-amount.ts'
import { recordWrite } from './fact-writer.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession, Judgement } from './import-kind.ts'
import { lineOf } from './line-of.ts'
import { projectsOfRows, recordLookup, type ProjectsOfRows, type RecordLookup } from './of-project-lookup.ts'
import { projectNamed } from './project-lookup.ts'

type Row = ImportRow<FundFlowFileValues>

interface Lookup extends ProjectsOfRows {
  readonly lines: RecordLookup<'FUNDING_LINE'>
  readonly receipts: RecordLookup<'FUND_RECEIPT'>
  readonly payments: RecordLookup<'PROJECT_PAYMENT'>
}

/**
 * 导入资金到位和支付: each row is money of one day. One that is recorded with the same project, source, day, amount and payee is that
 * record; of several alike in the file the second means the second recorded.
 */
export const FUND_FLOW_IMPORT: ImportKindDefinition<FundFlowFileValues> = {
  columns: FUND_FLOW_COLUMNS,
  fieldOf: { receivedOn: 'day', paidOn: 'day', fundingLineId: 'fundingSource' },
  keyFields: ['projectId', 'flow', 'day'],
  columnIssues: (fields) => [
    ...(['projectId', 'flow', 'fundingSource', 'day'] as const)
      .filter((field) => !fields.has(field))
      .map((field) => issue(field, 'COLUMN_MISSING', { column: FUND_FLOW_COLUMNS[field].label })),
    ...(fields.has('amount') || fields.has('amountYuan')
      ? []
      : [issue('amount', 'COLUMN_MISSING', { column: FUND_FLOW_COLUMNS.amount.label })]),
  ],
  begin,
}

async function begin(reader: Reader, scope: ImportScope, outline: readonly Row[]): Promise<ImportSession<FundFlowFileValues>> {
  const lines = recordLookup(reader, 'FUNDING_LINE')
  const receipts = recordLookup(reader, 'FUND_RECEIPT')
  const payments = recordLookup(reader, 'PROJECT_PAYMENT')
  const lookup: Lookup = { ...(await projectsOfRows(reader, scope, outline, [lines, receipts, payments])), lines, receipts, payments }
  const claimed = new Set<string>()
  const arrivesFirst = ({ values: { flow } }: Row) => (flow === 'ARRIVED' ? 0 : 1)
  return {
    ...lookup.session,
    // What arrives makes room for what is paid, wherever it stands in the file.
    order: outline.toSorted((a, b) => arrivesFirst(a) - arrivesFirst(b) || a.row - b.row).map(({ row }) => row),
    judge: (row) => judgeFlow(lookup, scope, claimed, row),
  }
}

function judgeFlow(lookup: Lookup, { today }: ImportScope, claimed: Set<string>, { values }: Row): Judgement {
  const project = projectNamed(lookup.projects, values.projectId)
  const document = values.documentId == null ? null : lookup.documentOf(values.documentId)
  const { amount, issues: twice } = eitherAmount(values.amount, values.amountYuan, 'amountYuan')
  const issues: Issue[] = [project, document].flatMap((one) => (one && 'issues' in one ? one.issues : []))
  issues.push(...twice)
  const { flow, fundingSource, day, payee = null, purpose = null, source = null, sourceNote = null } = values
  if (flow === undefined) issues.push(issue('flow', 'REQUIRED'))
  if (flow === 'ARRIVED' && fundingSource === undefined) issues.push(issue('fundingSource', 'REQUIRED'))
  if (day === undefined) issues.push(issue('day', 'REQUIRED'))
  if (amount === undefined) issues.push(issue('amount', 'REQUIRED'))
  if (issues.length > 0 || flow === undefined || day === undefined || amount === undefined || 'issues' in project) return { issues }
  const line = fundingSource === undefined ? null : lineOf(lookup.lines.of(project.id), fundingSource, values.name, project.name)
  if (line && 'issues' in line) return line
  if (line === null && fundingSource !== undefined)
    return {
      issues: [
        issue('fundingSource', 'FUNDING_UNKNOWN', {
          project: project.name,
          source: lineLabel({ fundingSource, name: values.name ?? null }),
        }),
      ],
    }
  const cited = { documentId: document && 'id' in document ? document.id : null, source, sourceNote }
  const dayKnown = values.dayKnown ?? true
  const own: Own = { lookup, project, today, claimed, note: values.note ?? null }
  if (flow === 'ARRIVED') return judgeReceipt(own, { fundingLineId: line!.id, receivedOn: day, dayKnown, amount, ...cited })
  const advance = flow === 'ADVANCED'
  return judgePayment(own, {
    fundingLineId: line?.id ?? null,
    contractId: null,
    paidOn: day,
    dayKnown,
    amount,
    advance,
    payee,
    purpose,
    ...cited,
  })
}

interface Own {
  readonly lookup: Lookup
  readonly project: ConstructionProject
  readonly today: ImportScope['today']
  /** Records that rows of the file were taken for. */
  readonly claimed: Set<string>
  readonly note: string | null
}

function judgeReceipt(own: Own, value: FundReceiptValue): Judgement {
  const { lookup, project, claimed } = own
  const receipts = lookup.receipts.of(project.id)
  const same = receipts.find(
    (one) =>
      !claimed.has(one.id) &&
      one.fundingLineId === value.fundingLineId &&
      one.receivedOn === value.receivedOn &&
      one.amount === value.amount,
  )
  if (same) return taken(claimed, same.id)
  const issues = [
    ...fundReceiptIssues(value, own.today),
    ...fundsIssues(lookup.lines.of(project.id), [...receipts, value], lookup.payments.of(project.id)),
  ]
  if (issues.length > 0) return { issues }
  const id = newId()
  const apply = () => {
    claimed.add(id)
    lookup.receipts.put({ ...value, id, projectId: project.id })
  }
  return proposed(own, value, recordWrite('FUND_RECEIPT', { id, projectId: project.id }, null, value), apply)
}

function judgePayment(own: Own, value: ProjectPaymentValue): Judgement {
  const { lookup, project, claimed } = own
  const payments = lookup.payments.of(project.id)
  const same = payments.find(
    (one) =>
      !claimed.has(one.id) &&
      one.paidOn === value.paidOn &&
      one.amount === value.amount &&
      one.advance === value.advance &&
      (value.fundingLineId === null || one.fundingLineId === value.fundingLineId) &&
      (value.payee === null || one.payee === value.payee) &&
      (value.purpose === null || one.purpose === value.purpose),
  )
  if (same) return taken(claimed, same.id)
  const issues = [
    ...paymentIssues(value, own.today),
    ...fundsIssues(lookup.lines.of(project.id), lookup.receipts.of(project.id), [...payments, value]),
  ]
  if (issues.length > 0) return { issues }
  const id = newId()
  const apply = () => {
    claimed.add(id)
    lookup.payments.put({ ...value, id, projectId: project.id })
  }
  return proposed(own, value, recordWrite('PROJECT_PAYMENT', { id, projectId: project.id }, null, value), apply)
}

function taken(claimed: Set<string>, id: string): Judgement {
  claimed.add(id)
  return { unchanged: id }
}

function proposed({ project, note }: Own, { documentId }: Cited, write: ReturnType<typeof recordWrite>, apply: () => void): Judgement {
  return { proposal: { factId: null, subject: project.name, effectiveOn: null, documentId, note, writes: [write], apply } }
}
