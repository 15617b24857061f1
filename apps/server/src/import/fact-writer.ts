import { sql } from 'kysely'

import type { Change } from '@yilian/database/changes.ts'
import { planRecord, planRows, replaceRowsOf, type FactRow, type Replacement } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable, type DatedFactKind, type FactKind } from '@yilian/database/facts.ts'
import type { Recorded } from '@yilian/domain/dated.ts'
import type { Issue } from '@yilian/domain/issue.ts'

import { issuesOfConstraint } from '../command/constraint-issues.ts'
import { keepSealed } from '../personal-data/personal-data.queries.ts'
import type { ImportChanges } from './import-changes.ts'
import type { DatedWrite, FactWrite, Proposal, WantedFact } from './import-kind.ts'

/** What has to be closed and inserted so that a fact becomes what is wanted. */
export function factWrite(wanted: WantedFact): DatedWrite {
  return { ...wanted, plan: planRows(wanted.fact, wanted.rows, wanted.desired) }
}

/** The same for a fact that is known or not: its row as it is known, if it is, becomes `value`. */
export function recordWrite(
  fact: Exclude<FactKind, DatedFactKind>,
  { id, ...keys }: { readonly id: string } & Readonly<Record<string, unknown>>,
  before: Recorded | null,
  value: object,
): FactWrite {
  // A row of facts that hold for no days: the days of its type are not looked at.
  const rows = before === null ? [] : [before as FactRow]
  const wanted: Readonly<Record<string, unknown>> = Object.fromEntries(
    factTable(fact).values.map((column) => [column, Reflect.get(value, column) ?? null]),
  )
  return { fact, id, keys, rows, desired: [wanted], plan: planRecord(fact, rows, wanted) }
}

/** Whether it would leave everything as it is. */
export function isUnchanged(writes: readonly FactWrite[]): boolean {
  return writes.every(({ plan: { close, insert } }) => close.length + insert.length === 0)
}

interface Waiting {
  readonly row: number
  readonly proposal: Proposal
}
interface Ready extends Waiting {
  readonly change: Change
}

export interface FactWriter {
  /** Whether this touches a fact that waits to be written: then write first. */
  collides(proposal: Proposal): boolean
  add(row: number, proposal: Proposal): void
  /** Writes what waits, all rows closed before any is inserted, so that constraints see the outcome. */
  flush(): Promise<void>
  /** Rows that the database refused although they were judged right: somebody else was there first. */
  readonly refused: ReadonlyMap<number, readonly Issue[]>
}

/** Writes the facts of many rows with few statements. */
export function createFactWriter(trx: Db, changes: ImportChanges): FactWriter {
  let waiting: Waiting[] = []
  let facts = new Set<string>()
  const refused = new Map<number, readonly Issue[]>()

  /** Answers the issues of a broken constraint, with everything as it was before; throws any other error. */
  async function tryToWrite(some: readonly Ready[]): Promise<readonly Issue[] | null> {
    await sql`savepoint rows`.execute(trx)
    try {
      await write(trx, some)
      await sql`release savepoint rows`.execute(trx)
      return null
    } catch (error) {
      const issues = issuesOfConstraint(error)
      if (!issues) throw error
      await sql`rollback to savepoint rows`.execute(trx)
      return issues
    }
  }

  /** Writes what can be written; what the database refuses is found by halves, so that a few wrong rows cost a few statements. */
  async function writeOrRefuse(some: readonly Ready[]): Promise<void> {
    if (some.length === 0) return
    const issues = await tryToWrite(some)
    if (issues === null) return
    if (some.length === 1) return void refused.set(some[0]!.row, issues)
    const half = Math.ceil(some.length / 2)
    await writeOrRefuse(some.slice(0, half))
    await writeOrRefuse(some.slice(half))
  }

  return {
    refused,
    collides: ({ writes }) => writes.some(({ id }) => facts.has(id)),
    add(row, proposal) {
      waiting.push({ row, proposal })
      for (const { id } of proposal.writes) facts.add(id)
    },
    async flush() {
      // Begun before the savepoint: what a rolled back row leaves behind is a change without facts, and then the whole import is refused.
      const begun = await changes.of(waiting.map(({ proposal }) => proposal))
      const all = waiting.map((one, at): Ready => ({ ...one, change: begun[at]! }))
      waiting = []
      facts = new Set()
      await writeOrRefuse(all)
    },
  }
}

async function write(trx: Db, ready: readonly Ready[]): Promise<void> {
  const byFact = new Map<FactKind, Replacement[]>()
  for (const { proposal, change } of ready) {
    for (const { fact, id, keys, plan } of proposal.writes) {
      const parts = byFact.get(fact) ?? []
      byFact.set(fact, parts)
      parts.push({ change, close: plan.close, insert: plan.insert.map((stretch) => ({ id, ...keys, ...stretch })) })
    }
  }
  await insertIdentities(trx, ready)
  await keepSealed(
    trx,
    ready.flatMap(({ proposal: { personal }, change }) => {
      if (!personal) return []
      change.people.add(personal.personId)
      return [personal]
    }),
  )
  for (const [fact, parts] of byFact)
    await replaceRowsOf(
      trx,
      fact,
      parts.map((one) => ({ ...one, insert: [] })),
    )
  for (const [fact, parts] of byFact)
    await replaceRowsOf(
      trx,
      fact,
      parts.map((one) => ({ ...one, close: [] })),
    )
}

async function insertIdentities(trx: Db, waiting: readonly Waiting[]): Promise<void> {
  const identities = waiting.flatMap(({ proposal: { identity } }) => (identity ? [identity] : []))
  for (const [table, own] of Map.groupBy(identities, (one) => one.table))
    await trx
      .insertInto(table)
      .values(own.map(({ id, code, countyCode }) => ({ id, code, countyCode })))
      .execute()
}
