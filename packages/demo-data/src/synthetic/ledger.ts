import { FACTS, type DatedFactKind, type FactKind } from '@yilian/database/facts.ts'
import { planTimeline, type Stretch } from '@yilian/domain/dated.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'

export type Values = Readonly<Record<string, unknown>>

/** A change made in memory. `number` counts from 0 within the ledger. */
export interface LedgerChange {
  readonly number: number
  readonly command: string
  readonly correction: boolean
  readonly effectiveOn: IsoDate | null
  readonly recordedAt: Instant
  readonly documentId: string | null
  readonly subjects: Set<string>
}

/** A row of a fact in both times. `period` is null for a fact that is known or replaced but not valid for a stretch. */
export interface LedgerRow {
  readonly fact: FactKind
  readonly id: string
  readonly keys: Values
  readonly value: Values
  readonly period: Period | null
  readonly recordedBy: LedgerChange
  closedBy: LedgerChange | null
}

/** What the commands of many years would have written, gathered in memory in the order of their recording. */
export interface Ledger {
  readonly changes: LedgerChange[]
  readonly rows: LedgerRow[]
  /** The rows known now of each fact, by its id. */
  readonly known: Map<string, LedgerRow[]>
}

/** A ledger in which nothing is recorded. */
export function emptyLedger(): Ledger {
  return { changes: [], rows: [], known: new Map() }
}

/** Begins a change. Changes must be begun in the order of their instants. */
export function begin(ledger: Ledger, draft: Omit<LedgerChange, 'number' | 'subjects'>): LedgerChange {
  const change = { ...draft, number: ledger.changes.length, subjects: new Set<string>() }
  ledger.changes.push(change)
  return change
}

/** The stretches of a fact as known now. */
export function stretchesOf(ledger: Ledger, id: string): Stretch<Values>[] {
  return (ledger.known.get(id) ?? []).flatMap(({ value, period }) => (period ? [{ ...value, ...period }] : []))
}

/** Makes the timeline of a fact `desired`, by the plan of the domain: rows are closed and added, none is rewritten. */
export function write(
  ledger: Ledger,
  change: LedgerChange,
  fact: DatedFactKind,
  id: string,
  keys: Values,
  desired: readonly Stretch<Values>[],
): void {
  const known = (ledger.known.get(id) ?? []).map((row) => ({ row, ...row.period! }))
  const plan = planTimeline(known, desired, ({ row }) => row.value)
  for (const { row } of plan.close) row.closedBy = change
  const added = plan.insert.map(({ validFrom, validTo, ...value }): LedgerRow => ({
    fact,
    id,
    keys,
    value,
    period: { validFrom, validTo },
    recordedBy: change,
    closedBy: null,
  }))
  ledger.rows.push(...added)
  const stayed = known.flatMap(({ row }) => (row.closedBy ? [] : [row]))
  ledger.known.set(
    id,
    [...stayed, ...added].sort((a, b) => (a.period!.validFrom < b.period!.validFrom ? -1 : 1)),
  )
  if (added.length + plan.close.length > 0) noteSubjects(change, fact, id, keys)
}

/** Records a fact that has no days of its own: a document, a count, a lineage. */
export function record(
  ledger: Ledger,
  change: LedgerChange,
  fact: Exclude<FactKind, DatedFactKind>,
  id: string,
  keys: Values,
  value: Values,
): void {
  const row = { fact, id, keys, value, period: null, recordedBy: change, closedBy: null }
  ledger.rows.push(row)
  ledger.known.set(id, [row])
  noteSubjects(change, fact, id, keys)
}

// As the database notes them, but for institutions named in values only (a parent, a provider).
function noteSubjects({ subjects }: LedgerChange, fact: FactKind, id: string, keys: Values): void {
  const columns: readonly string[] = [...FACTS[fact].institutions, ...FACTS[fact].alliances]
  const named = columns.flatMap((column) => (column === 'id' ? [id] : typeof keys[column] === 'string' ? [keys[column]] : []))
  for (const one of named.length > 0 ? named : [id]) subjects.add(one)
}
