import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

import { lockAlliances, lockCodes, lockInstitutions, lockPeople, lockProjects } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { issue, naming } from '@yilian/domain/issue.ts'

import { CommandRefused } from './run-command.ts'

/** What lasts of an institution, alliance, construction project or person. */
export interface NewIdentity {
  /** The bureau's code; null: the next one of the county. */
  readonly code: string | null
  readonly countyCode: string
  /** Alliances only: part of what lasts. */
  readonly kind?: AllianceKind
}

/** Codes given by the system: the county, a dash, a letter where there is one, and a number of so many digits or more. */
const CODES = {
  institution: { letter: '', digits: 4 },
  alliance: { letter: 'A', digits: 2 },
  constructionProject: { letter: 'P', digits: 3 },
  person: { letter: 'S', digits: 5 },
} as const
type Table = keyof typeof CODES
const VERSIONS = {
  institution: 'institutionVersion',
  alliance: 'allianceVersion',
  constructionProject: 'constructionProjectVersion',
  person: 'personVersion',
} as const
const LOCKS = { institution: lockInstitutions, alliance: lockAlliances, constructionProject: lockProjects, person: lockPeople } as const

/**
 * The id of a new institution, alliance, project or person, its identity inserted; call before the change begins, since it locks. A code is free again
 * when the creation of what had it was undone: the same identity then goes on. Refuses at `path` when the code belongs to another.
 */
export async function claimIdentity(trx: Db, table: Table, wanted: NewIdentity, path: string): Promise<string> {
  const code = wanted.code ?? (await nextCode(trx, table, wanted.countyCode))
  const holder = await trx.selectFrom(table).select('id').where('code', '=', code).executeTakeFirst()
  if (holder) return takeOver(trx, table, holder.id, wanted, path)
  const id = newId()
  const { countyCode, kind } = wanted
  const lasting = { id, code, countyCode, ...(kind && { kind }) }
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(lasting).map((column) => sql.ref(column)))}) values (${sql.join(Object.values(lasting))})`.execute(
    trx,
  )
  return id
}

async function takeOver(trx: Db, table: Table, id: string, wanted: NewIdentity, path: string): Promise<string> {
  await LOCKS[table](trx, [id])
  // Read after the lock: whoever was creating or undoing it has finished.
  const { rows } = await sql<{ code: string; name: string; known: boolean; countyCode: string; kind?: AllianceKind }>`
    select t.*, v.name, v.recorded_to is null as known from ${sql.table(table)} t join ${sql.table(VERSIONS[table])} v on v.id = t.id
    where t.id = ${id} order by v.recorded_to desc nulls first, v.recorded_by desc limit 1`.execute(trx)
  const { code, name, known, countyCode, kind } = rows[0]!
  if (known) throw new CommandRefused([naming(issue(path, 'CODE_TAKEN', { value: code, name }), [id])])
  if (countyCode !== wanted.countyCode || kind !== wanted.kind)
    throw new CommandRefused([naming(issue(path, 'CODE_OF_UNDONE', { value: code, name }), [id])])
  return id
}

/** One above the highest so far, whether or not that one is still known. */
export async function nextCode(trx: Db, table: Table, countyCode: string): Promise<string> {
  await lockCodes(trx, countyCode)
  const { letter, digits } = CODES[table]
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substr(code, ${countyCode.length + letter.length + 2})::int), 0) as last from ${sql.table(table)}
    where county_code = ${countyCode} and code ~ ${`^${countyCode}-${letter}[0-9]{${digits},9}$`}`.execute(trx)
  return `${countyCode}-${letter}${String(rows[0]!.last + 1).padStart(digits, '0')}`
}
