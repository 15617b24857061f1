import { sql } from 'kysely'

import { factRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { allianceKindRules, type AllianceKind, type AllianceKindRules } from '@yilian/domain/alliance-kind.ts'
import type { Alliance } from '@yilian/domain/alliance.ts'
import type { InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import { notInForceIssues } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { lifeOf, type Institution } from '@yilian/domain/institution.ts'
import { issue } from '@yilian/domain/issue.ts'
import { covers, union, type Period } from '@yilian/domain/period.ts'

import { CommandRefused, refuseOn } from './run-command.ts'
import { THINGS, type Thing } from './things.ts'

/** Refuses a command that names something which does not exist. */
export function notFound(path: string, thing: Thing, value: string): CommandRefused {
  return new CommandRefused([issue(path, 'NOT_FOUND', { thing: THINGS[thing], value })])
}

export interface AllianceKnown {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  readonly kind: AllianceKind
  readonly name: string
  readonly rules: AllianceKindRules
}

/** The alliance with its latest name. Refuses at `path` when there is none. */
export async function allianceKnown(trx: Db, id: string, path: string): Promise<AllianceKnown> {
  const { rows } = await sql<Omit<AllianceKnown, 'rules'>>`
    select a.*, v.name from alliance a join alliance_version v on v.id = a.id and v.recorded_to is null where a.id = ${id} order by v.valid_from desc limit 1`.execute(
    trx,
  )
  if (!rows[0]) throw notFound(path, 'alliance', id)
  return { ...rows[0], rules: allianceKindRules(rows[0].kind) }
}

export interface InstitutionKnown {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  readonly name: string
  readonly category: InstitutionCategory
}

/** The institution with its latest name and category. Refuses at `path` when there is none. */
export async function institutionKnown(trx: Db, id: string, path: string): Promise<InstitutionKnown> {
  const { rows } = await sql<InstitutionKnown>`
    select i.*, v.name, v.category from institution i join institution_version v on v.id = i.id and v.recorded_to is null where i.id = ${id} order by v.valid_from desc limit 1`.execute(
    trx,
  )
  if (!rows[0]) throw notFound(path, 'institution', id)
  return rows[0]
}

/** Whose membership it is. A membership that was corrected away is known by what was once recorded. */
export async function membershipKnown(trx: Db, id: string): Promise<{ id: string; allianceId: string; institutionId: string }> {
  const found = await trx
    .selectFrom('membership')
    .select(['id', 'allianceId', 'institutionId'])
    .where('id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (!found) throw notFound('membershipId', 'membership', id)
  return found
}

/** The days from `day` on for which the alliance exists without a break. Refuses at `path` when it does not exist on the day. */
export async function allianceDaysFrom(trx: Db, { id }: { id: string }, day: IsoDate, path = 'effectiveOn'): Promise<Period> {
  const life = await factRows<Alliance>(trx, 'ALLIANCE', [id])
  refuseOn(notInForceIssues(life, day, path))
  return { validFrom: day, validTo: union(life).find((one) => covers(one, day))!.validTo }
}

/** The institution, which must exist on the day. Refuses at `path` when there is none, or it is closed or not yet open then. */
export async function institutionOpen(trx: Db, id: string, day: IsoDate, path: string): Promise<InstitutionKnown> {
  const institution = await institutionKnown(trx, id, path)
  const life = lifeOf(await factRows<Institution>(trx, 'INSTITUTION', [id]))
  if (!life.some((one) => covers(one, day)))
    throw new CommandRefused([issue(path, 'INSTITUTION_CLOSED', { institution: institution.name, day })])
  return institution
}

/** The project as it is known. Refuses at `path` when there is none. */
export async function projectKnown(trx: Db, id: string, path = 'projectId'): Promise<ConstructionProject> {
  const { rows } = await sql<ConstructionProject>`
    select p.code, p.county_code, v.* from construction_project p join construction_project_version v on v.id = p.id and v.recorded_to is null
    where p.id = ${id}`.execute(trx)
  if (!rows[0]) throw notFound(path, 'project', id)
  return rows[0]
}
