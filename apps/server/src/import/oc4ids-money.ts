import {
  fundingLineIssues,
  fundingYearIssues,
  fundReceiptIssues,
  fundsIssues,
  paymentIssues,
  type FundReceiptValue,
  type ProjectPaymentValue,
} from '@yilian/domain/construction/funding.ts'
import type { FundingSource } from '@yilian/domain/construction/funding-source.ts'
import { exceeds, sumYuan, type Yuan } from '@yilian/domain/money.ts'

import { recordWrite } from './fact-writer.ts'
import { FROM_PACKAGE, type OwnWrites, type Written } from './oc4ids-picture.ts'

interface Line {
  readonly id: string
  readonly fundingSource: FundingSource
  readonly name: string | null
  readonly planned: Yuan | null
}

/** Funding, yearly plans, receipts and payments that a package tells and that are not on record. */
export function moneyWrites({ picture, told, projectId, path }: OwnWrites): Written {
  const { lines, years, receipts, payments } = picture.records
  const { today, newId } = picture
  const written: Written = { writes: [], issues: [] }
  const knownLines: Line[] = [...lines.of(projectId)]
  const knownReceipts: FundReceiptValue[] = [...receipts.of(projectId)]
  const knownPayments: ProjectPaymentValue[] = [...payments.of(projectId)]
  const claimed = new Set<string>()

  /** The line of a source and batch, made where there is none. */
  function lineOf(place: string, id: string, { fundingSource, name, planned }: Omit<Line, 'id'>): Line {
    const found =
      knownLines.find((one) => one.id === id) ?? knownLines.find((one) => one.fundingSource === fundingSource && one.name === name)
    if (found) return found
    const value = { fundingSource, name, planned, shareGroup: null, sharePart: null, ...FROM_PACKAGE }
    const line = { ...value, id: newId() }
    written.issues.push(...fundingLineIssues(value).map((one) => ({ ...one, path: place })))
    written.writes.push(recordWrite('FUNDING_LINE', { id: line.id, projectId }, null, value))
    knownLines.push(line)
    return line
  }

  for (const one of told.lines) lineOf(one.path, one.id, one)
  for (const one of told.years) {
    const line = lineOf(one.path, '', { ...one, planned: null })
    const { year, amount } = one
    if (years.of(projectId).some((known) => known.id === one.id || (known.fundingLineId === line.id && known.year === year))) continue
    written.issues.push(...fundingYearIssues([{ year, amount }]).map((wrong) => ({ ...wrong, path: one.path })))
    const keys = { id: newId(), projectId, fundingLineId: line.id, year }
    written.writes.push(recordWrite('FUNDING_YEAR', keys, null, { amount, ...FROM_PACKAGE }))
  }
  for (const one of told.receipts) {
    const line = lineOf(one.path, '', { ...one, planned: null })
    const { receivedOn, amount } = one
    const same = receipts
      .of(projectId)
      .find(
        (known) =>
          !claimed.has(known.id) &&
          (known.id === one.id || (known.fundingLineId === line.id && known.receivedOn === receivedOn && known.amount === amount)),
      )
    if (same) {
      claimed.add(same.id)
      continue
    }
    const value = { fundingLineId: line.id, receivedOn, dayKnown: true, amount, ...FROM_PACKAGE }
    knownReceipts.push(value)
    written.issues.push(...fundReceiptIssues(value, today).map((wrong) => ({ ...wrong, path: one.path })))
    written.writes.push(recordWrite('FUND_RECEIPT', { id: newId(), projectId }, null, value))
  }
  for (const one of told.payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0))) {
    const { paidOn, amount, payee } = one
    const same = payments
      .of(projectId)
      .find(
        (known) =>
          !claimed.has(known.id) && (known.id === one.id || (known.paidOn === paidOn && known.amount === amount && known.payee === payee)),
      )
    if (same) {
      claimed.add(same.id)
      continue
    }
    const ofSource = knownLines.filter(({ fundingSource }) => fundingSource === one.fundingSource)
    const fundingLineId = ofSource.length === 1 ? ofSource[0]!.id : null
    // A package does not say what was advanced: it is what goes beyond all that arrived.
    const arrived = sumYuan(knownReceipts.map((known) => known.amount))
    const paid = sumYuan(knownPayments.filter(({ advance }) => !advance).map((known) => known.amount))
    const advance = exceeds(sumYuan([paid, amount]), arrived)
    const value = { fundingLineId, contractId: null, paidOn, dayKnown: true, amount, advance, payee, purpose: null, ...FROM_PACKAGE }
    knownPayments.push(value)
    written.issues.push(...paymentIssues(value, today).map((wrong) => ({ ...wrong, path: one.path })))
    written.writes.push(recordWrite('PROJECT_PAYMENT', { id: newId(), projectId }, null, value))
  }
  if (written.writes.length > 0)
    written.issues.push(...fundsIssues(knownLines, knownReceipts, knownPayments).map((one) => ({ ...one, path: `${path}/metrics` })))
  return written
}
