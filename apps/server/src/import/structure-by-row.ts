import { NO_SUBJECTS } from '@yilian/database/changes.ts'
import { knownNow } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Issue } from '@yilian/domain/issue.ts'

import { homesOf } from '../command/staffing-structure.ts'
import { structureIssues } from '../command/structure.ts'

/** Which rows touched which institution, alliance, project and person; `recorded`: those institutions of which a row says what they are. */
export interface Touched {
  readonly recorded: Set<string>
  readonly institutions: Map<string, number[]>
  readonly alliances: Map<string, number[]>
  readonly projects: Map<string, number[]>
  readonly people: Map<string, number[]>
}

const AT_ONCE = 500

/**
 * The rules of structure over all that an import touched, each issue at the rows that touched what it is about: only when all rows are in
 * does it show whether an alliance has its lead on every day. What is wrong is found by halves: many things cost few statements, and a few
 * wrong ones a few more.
 */
export async function structureIssuesByRow(trx: Db, touched: Touched, signal: AbortSignal): Promise<Map<number, Issue[]>> {
  const byRow = new Map<number, Issue[]>()
  const parts = { ...touched, institutions: await withHomes(trx, touched) }
  for (const kind of ['institutions', 'alliances', 'projects', 'people'] as const) {
    const rows = parts[kind]
    const judge = async (some: readonly string[]): Promise<void> => {
      signal.throwIfAborted()
      const issues = await structureIssues(trx, { ...NO_SUBJECTS, [kind]: new Set(some) }, knownNow, { withHomes: false })
      if (issues.length === 0) return
      if (some.length === 1) {
        for (const row of new Set(rows.get(some[0]!))) byRow.set(row, [...(byRow.get(row) ?? []), ...issues])
        return
      }
      const half = Math.ceil(some.length / 2)
      await judge(some.slice(0, half))
      await judge(some.slice(half))
    }
    const ids = [...rows.keys()]
    for (let at = 0; at < ids.length; at += AT_ONCE) await judge(ids.slice(at, at + AT_ONCE))
  }
  return byRow
}

/** The institutions that rows touched, and those at which people whom rows touched are at home: who they are counts towards its quota. */
async function withHomes(trx: Db, { institutions, people }: Touched): Promise<Map<string, number[]>> {
  const all = new Map([...institutions].map(([id, rows]) => [id, [...rows]]))
  for (const { personId, id } of await homesOf(trx, [...people.keys()], knownNow)) {
    const rows = all.get(id) ?? []
    all.set(id, rows)
    rows.push(...people.get(personId)!)
  }
  return all
}
