import { sql } from 'kysely'

import type { WhichRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import type { InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import type { InstitutionStatus } from '@yilian/domain/code-lists/institution-status.ts'
import { periodOf } from '@yilian/domain/dated.ts'
import { lifeOf } from '@yilian/domain/institution.ts'
import type { Text } from '@yilian/domain/locale.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import type { Period } from '@yilian/domain/period.ts'

/** What the rules of an alliance know of a membership. */
export interface MembershipToJudge extends Period {
  readonly id: string
  readonly allianceId: string
  readonly institutionId: string
  readonly role: MembershipRole
}

/** Every membership in these alliances, and of these institutions. */
export async function membershipsOf(
  trx: Db,
  allianceIds: readonly string[],
  institutionIds: readonly string[],
  which: WhichRows,
): Promise<MembershipToJudge[]> {
  const { rows } = await sql<MembershipToJudge>`
    select m.id, m.alliance_id, m.institution_id, m.role, m.valid_from, m.valid_to from membership m
    where (m.alliance_id = any(${allianceIds}::uuid[]) or m.institution_id = any(${institutionIds}::uuid[])) and ${which('m')}`.execute(trx)
  return rows
}

export const BELONGINGS = {
  LEAD_VACANCY: { zh: '牵头空缺', en: 'vacancy' },
  LEAD_DISPUTE: { zh: '牵头争议', en: 'lead dispute' },
  UNIFIED_MANAGEMENT: { zh: '统一管理记录', en: 'unified management' },
  SHARED_SERVICE: { zh: '共享中心', en: 'shared service' },
} as const satisfies Partial<Record<DatedFactKind, Text>>

export interface Belonging extends Period {
  readonly fact: keyof typeof BELONGINGS
  readonly allianceId: string
}

/** What belongs to these alliances for some days. */
export async function belongingsOf(trx: Db, allianceIds: readonly string[], which: WhichRows): Promise<Belonging[]> {
  const facts = Object.keys(BELONGINGS) as (keyof typeof BELONGINGS)[]
  const all = facts.map(
    (fact) => sql`select ${fact} as fact, f.alliance_id, f.valid_from, f.valid_to from ${sql.table(factTable(fact).table)} f
      where f.alliance_id = any(${allianceIds}::uuid[]) and ${which('f')}`,
  )
  return (await sql<Belonging>`${sql.join(all, sql` union all `)}`.execute(trx)).rows
}

/** Name, kind and life of these alliances; those without rows are missing. */
export async function alliancesToJudge(trx: Db, ids: readonly string[], which: WhichRows) {
  const { rows } = await sql<Period & { id: string; name: string; kind: AllianceKind }>`
    select v.id, v.name, a.kind, v.valid_from, v.valid_to from alliance_version v join alliance a on a.id = v.id
    where v.id = any(${ids}::uuid[]) and ${which('v')} order by v.valid_from`.execute(trx)
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, stretches]) => {
      const { name, kind } = stretches.at(-1)!
      return [id, { name, kind, life: stretches.map(periodOf) }]
    }),
  )
}

/** Name, category and life of these institutions; those without rows are missing. */
export async function institutionsToJudge(trx: Db, ids: readonly string[], which: WhichRows) {
  const { rows } = await sql<Period & { id: string; name: string; category: InstitutionCategory; status: InstitutionStatus }>`
    select v.id, v.name, v.category, v.status, v.valid_from, v.valid_to from institution_version v
    where v.id = any(${ids}::uuid[]) and ${which('v')} order by v.valid_from`.execute(trx)
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, stretches]) => {
      const { name, category } = stretches.at(-1)!
      return [id, { name, category, life: lifeOf(stretches) }]
    }),
  )
}
