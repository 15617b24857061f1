import { NO_SUBJECTS } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { Issue } from '@yilian/domain/issue.ts'

import { structureIssues } from '../command/structure.ts'

/** Which rows touched which institution, alliance, project and person; `recorded`: those institutions of which a row says what they are. */
export interface Touched {
  readonly recorded: Set<string>
  readonly institutions: Map<string, readonly number[]>
  readonly alliances: Map<string, readonly number[]>
  readonly projects: Map<string, readonly number[]>
  readonly people: Map<string, readonly number[]>
}

const AT_ONCE = 500

/**
 * The rules of structure over all that an import touched, each issue at the rows that touched what it is about: only when all rows are in
 * does it show whether an alliance has its lead on every day.
 */
export async function structureIssuesByRow(
  trx: Db,
  { institutions, alliances, projects, people }: Touched,
  signal: AbortSignal,
): Promise<Map<number, Issue[]>> {
  const byRow = new Map<number, Issue[]>()
  for (const [kind, rows] of [
    ['institutions', institutions],
    ['alliances', alliances],
    ['projects', projects],
    ['people', people],
  ] as const) {
    const ids = [...rows.keys()]
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      signal.throwIfAborted()
      const some = ids.slice(at, at + AT_ONCE)
      if ((await issuesOf(trx, kind, some)).length === 0) continue
      for (const id of some) {
        const issues = await issuesOf(trx, kind, [id])
        for (const row of issues.length > 0 ? new Set(rows.get(id)!) : []) byRow.set(row, [...(byRow.get(row) ?? []), ...issues])
      }
    }
  }
  return byRow
}

function issuesOf(trx: Db, kind: Exclude<keyof Touched, 'recorded'>, ids: readonly string[]): Promise<Issue[]> {
  return structureIssues(trx, { ...NO_SUBJECTS, [kind]: new Set(ids) })
}
