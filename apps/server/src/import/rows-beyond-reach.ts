import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { NOTHING } from '@yilian/domain/access/own.ts'
import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import { onDay } from '../access/days.ts'
import { denied } from '../access/denied.ts'
import { reachesProject } from '../access/seen-projects.ts'
import { reachesPerson } from '../access/seen-staffing.ts'
import { ownAlliance, ownInstitution } from '../access/seen.ts'
import { namesIn } from '../change/describe.ts'
import type { ImportAsker } from './import-api.ts'
import type { Touched } from './structure-by-row.ts'

/**
 * The rows that say something of an institution, alliance or project that is not own for whoever imports; of a project at the cell that
 * names it, where its file has one. Two statements at most.
 */
export async function rowsBeyondReach(
  trx: Db,
  asker: ImportAsker,
  command: CommandKey,
  { recorded, institutions, alliances, projects, people }: Touched,
  today: IsoDate,
  fields: Readonly<Record<string, unknown>>,
): Promise<Map<number, Issue[]>> {
  const permission = COMMANDS[command].needs
  const own = (permission && asker.access.own(permission)) ?? NOTHING
  const byRow = new Map<number, Issue[]>()
  if (own.everything) return byRow
  const { rows } = await sql<{ id: string }>`
    select i.id from institution i where i.id = any(${[...recorded]}::uuid[]) and not (${ownInstitution(own, sql`i.id`, sql`i.county_code`)})
    union all select a.id from alliance a where a.id = any(${[...alliances.keys()]}::uuid[]) and not (${ownAlliance(own, sql`a.id`, sql`a.county_code`)})
    union all select p.id from construction_project p where p.id = any(${[...projects.keys()]}::uuid[]) and not (${reachesProject(own, sql`p.id`, onDay(today))})
    union all select w.id from person w where w.id = any(${[...people.keys()]}::uuid[]) and not (${reachesPerson(own, sql`w.id`, onDay(today))})`.execute(
    trx,
  )
  if (rows.length === 0) return byRow
  const names = await namesIn({ db: trx, access: asker.access }, rows)
  for (const { id } of rows) {
    denied(asker, { command, ...(permission && { permission }), subjectId: id })
    const said = issue(projects.has(id) && 'projectId' in fields ? 'projectId' : '', 'NOT_ALLOWED', {
      subject: names.get(id) ?? '—',
      command: COMMANDS[command],
    })
    for (const row of [institutions, alliances, projects, people].flatMap((some) => some.get(id) ?? []))
      byRow.set(row, [...(byRow.get(row) ?? []), said])
  }
  return byRow
}
