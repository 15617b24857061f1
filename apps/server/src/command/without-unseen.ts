import { sql } from 'kysely'

import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { MessageKey } from '@yilian/domain/messages.ts'

import { EVER } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { seesProject } from '../access/seen-projects.ts'
import { seesPerson } from '../access/seen-staffing.ts'
import { reading, seesAlliance, seesInstitution } from '../access/seen.ts'
import { seesDocument } from '../access/seen-facts.ts'

/** What is said instead, with those of the same blanks that name nothing unseen. */
const INSTEAD: Readonly<Partial<Record<MessageKey, MessageKey>>> = { ALREADY_IN_TIGHT_ALLIANCE: 'IN_ANOTHER_ALLIANCE' }

/** Issues as the reader may be told them: one whose text names what the reader never sees says the same without names. One statement at most. */
export async function withoutUnseen({ db, access }: Reader, issues: readonly Issue[]): Promise<Issue[]> {
  const ids = [...new Set(issues.flatMap(({ names }) => names ?? []))]
  const seen = new Set(reading(access).everything || ids.length === 0 ? ids : await seenAmong({ db, access }, ids))
  return issues.map(({ names = [], ...one }) => {
    if (names.every((id) => seen.has(id))) return one
    const instead = INSTEAD[one.code]
    return instead ? { ...one, code: instead } : issue(one.path, 'CONFLICTS_UNSEEN')
  })
}

async function seenAmong({ db, access }: Reader, ids: readonly string[]): Promise<string[]> {
  const id = sql`n.id`
  const { rows } = await sql<{ id: string }>`select n.id from unnest(${ids}::uuid[]) n(id)
    where ${seesInstitution(access, id, EVER)} or ${seesAlliance(access, id, EVER)} or ${seesProject(access, id, EVER)} or ${seesDocument(access, id)} or ${seesPerson(access, id, EVER)}`.execute(
    db,
  )
  return rows.map((row) => row.id)
}
