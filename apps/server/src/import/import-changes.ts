import { beginChanges, keepSubjects, type Actor, type Change, type ChangeDraft } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'

import type { Proposal } from './import-kind.ts'

export interface ImportChanges {
  /** The changes under which these are recorded: one for all rows of a day, document and note, begun when first needed. One statement at most. */
  of(proposals: readonly Proposal[]): Promise<Change[]>
  /** Notes whom the changes concerned. */
  finish(): Promise<void>
}

/** The changes of one import. */
export function createImportChanges(
  trx: Db,
  said: { readonly command: string; readonly actor: Actor; readonly requestId: string | null; readonly countyCode: string },
): ImportChanges {
  const { actor, ...rest } = said
  const open = new Map<string, Change>()
  const all: Change[] = []
  return {
    async of(proposals) {
      const keys = proposals.map(({ effectiveOn, documentId, note }) => JSON.stringify([effectiveOn, documentId, note]))
      const missing = new Map<string, ChangeDraft>()
      for (const [at, { effectiveOn, documentId, note, writes }] of proposals.entries()) {
        const before = open.get(keys[at]!)
        // Rows are closed by a later change than the one that wrote them: a fact that two rows of the file touch needs a new change.
        const latest = writes.reduce((max, { rows }) => rows.reduce((most, { recordedBy }) => Math.max(most, recordedBy ?? 0), max), 0)
        if (before === undefined || before.number <= latest) missing.set(keys[at]!, { ...rest, actor, effectiveOn, documentId, note })
      }
      const begun = await beginChanges(trx, actor, [...missing.values()])
      for (const [at, key] of [...missing.keys()].entries()) open.set(key, begun[at]!)
      all.push(...begun)
      return keys.map((key) => open.get(key)!)
    },
    async finish() {
      for (let at = 0; at < all.length; at += AT_ONCE) await keepSubjects(trx, all.slice(at, at + AT_ONCE))
    },
  }
}

const AT_ONCE = 1000
