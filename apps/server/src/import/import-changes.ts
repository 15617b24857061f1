import { beginChange, finishChange, type Actor, type Change } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'

import type { Proposal } from './import-kind.ts'

export interface ImportChanges {
  /** The change under which this is recorded: one for all rows of a day, document and note, begun when first needed. */
  of(proposal: Proposal): Promise<Change>
  finish(): Promise<void>
}

/** The changes of one import. */
export function createImportChanges(
  trx: Db,
  said: { readonly command: string; readonly actor: Actor; readonly requestId: string | null; readonly countyCode: string },
): ImportChanges {
  const open = new Map<string, Change>()
  const all: Change[] = []
  return {
    async of({ effectiveOn, documentId, note, writes }) {
      const key = JSON.stringify([effectiveOn, documentId, note])
      const before = open.get(key)
      // Rows are closed by a later change than the one that wrote them: a fact that two rows of the file touch needs a new change.
      const latest = Math.max(0, ...writes.flatMap(({ rows }) => rows.map(({ recordedBy }) => recordedBy ?? 0)))
      if (before && before.number > latest) return before
      const { command, actor, requestId, countyCode } = said
      const change = await beginChange(trx, { command, actor, requestId, countyCode, effectiveOn, documentId, note })
      open.set(key, change)
      all.push(change)
      return change
    },
    async finish() {
      for (const change of all) await finishChange(trx, change)
    },
  }
}
