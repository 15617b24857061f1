import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { allianceKindRules, type AllianceKind, type AllianceKindRules } from '@yilian/domain/alliance-kind.ts'
import type { InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { CommandRefused } from './run-command.ts'

const THINGS = {
  alliance: { zh: '医共体', en: 'alliance' },
  institution: { zh: '机构', en: 'institution' },
  membership: { zh: '成员关系', en: 'membership' },
  leadDispute: { zh: '牵头争议', en: 'lead dispute' },
  unifiedManagement: { zh: '统一管理记录', en: 'unified-management record' },
  sharedService: { zh: '共享中心', en: 'shared service' },
  meeting: { zh: '会议', en: 'meeting' },
  document: { zh: '文件', en: 'document' },
  region: { zh: '行政区划', en: 'region' },
} as const satisfies Record<string, Text>

/** Refuses a command that names something which does not exist. */
export function notFound(path: string, thing: keyof typeof THINGS, value: string): CommandRefused {
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
