import { sql } from 'kysely'

import { allianceStructureIssues, belongingIssues, type MemberPeriod } from '@yilian/domain/alliance.ts'
import type { Change } from '@yilian/database/changes.ts'
import type { Db } from '@yilian/database/db.ts'
import { factTable, type DatedFactKind } from '@yilian/database/facts.ts'
import { lifeOf } from '@yilian/domain/institution.ts'
import { periodOf } from '@yilian/domain/dated.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { membershipIssues, membershipLifeIssues, type MembershipOfInstitution } from '@yilian/domain/membership.ts'
import type { Period } from '@yilian/domain/period.ts'

/**
 * The rules of `domain.md` over everything a change touched, judged on what it wrote, before it is committed: whatever
 * command made the change, none can leave an alliance without lead or an institution in two tight alliances.
 */
export async function structureIssues(trx: Db, change: Change): Promise<Issue[]> {
  const allianceIds = [...change.alliances]
  const institutionIds = [...change.institutions]
  if (allianceIds.length + institutionIds.length === 0) return []
  const memberships = await trx
    .selectFrom('membership')
    .select(['id', 'allianceId', 'institutionId', 'role', 'validFrom', 'validTo'])
    .where('recordedTo', 'is', null)
    .where((eb) =>
      eb.or([
        eb('allianceId', '=', sql<string>`any(${allianceIds}::uuid[])`),
        eb('institutionId', '=', sql<string>`any(${institutionIds}::uuid[])`),
      ]),
    )
    .execute()
  const everyAlliance = [...new Set([...allianceIds, ...memberships.map(({ allianceId }) => allianceId)])]
  const everyInstitution = [...new Set([...institutionIds, ...memberships.map(({ institutionId }) => institutionId)])]
  const [alliances, institutions, belongings] = await Promise.all([
    alliancesKnown(trx, everyAlliance),
    institutionsKnown(trx, everyInstitution),
    belongingsKnown(trx, allianceIds),
  ])
  const nameOf = (id: string) => institutions.get(id)?.name ?? id
  const issues: Issue[] = []
  for (const id of allianceIds) {
    const alliance = alliances.get(id)
    if (!alliance) continue
    const members: MemberPeriod[] = memberships
      .filter(({ allianceId }) => allianceId === id)
      .map((one) => ({ ...one, institutionName: nameOf(one.institutionId) }))
    const own = belongings.filter(({ allianceId }) => allianceId === id)
    issues.push(
      ...allianceStructureIssues({
        kind: alliance.kind,
        name: alliance.name,
        life: alliance.life,
        members,
        vacancies: own.filter(({ fact }) => fact === 'LEAD_VACANCY'),
        disputes: own.filter(({ fact }) => fact === 'LEAD_DISPUTE'),
      }),
      ...belongingIssues(
        alliance,
        own.map((one) => ({ ...one, what: BELONGINGS[one.fact] })),
      ),
    )
  }
  for (const id of institutionIds) {
    const institution = institutions.get(id)
    if (!institution) continue
    const own = memberships.filter(({ institutionId }) => institutionId === id)
    const all: MembershipOfInstitution[] = own.map((one) => ({
      ...one,
      allianceName: alliances.get(one.allianceId)?.name ?? one.allianceId,
      allianceKind: alliances.get(one.allianceId)!.kind,
    }))
    all.forEach((one, index) => {
      issues.push(...membershipLifeIssues(one, institution.name, institution.life))
      issues.push(
        ...membershipIssues({ ...one, institutionName: institution.name, category: institution.category }, all.slice(0, index)).filter(
          ({ code }) => code !== 'MAY_NOT_LEAD',
        ),
      )
    })
  }
  return distinct(issues)
}

const BELONGINGS = {
  LEAD_VACANCY: { zh: '牵头空缺', en: 'vacancy' },
  LEAD_DISPUTE: { zh: '牵头争议', en: 'lead dispute' },
  UNIFIED_MANAGEMENT: { zh: '统一管理记录', en: 'unified management' },
  SHARED_SERVICE: { zh: '共享中心', en: 'shared service' },
} as const satisfies Partial<Record<DatedFactKind, Text>>

interface Belonging extends Period {
  readonly fact: keyof typeof BELONGINGS
  readonly allianceId: string
}

async function belongingsKnown(trx: Db, allianceIds: readonly string[]): Promise<Belonging[]> {
  const facts = Object.keys(BELONGINGS) as (keyof typeof BELONGINGS)[]
  const all = facts.map(
    (fact) => sql`select ${fact} as fact, alliance_id, valid_from, valid_to from ${sql.table(factTable(fact).table)}
      where recorded_to is null and alliance_id = any(${allianceIds}::uuid[])`,
  )
  return (await sql<Belonging>`${sql.join(all, sql` union all `)}`.execute(trx)).rows
}

async function alliancesKnown(trx: Db, ids: readonly string[]) {
  const rows = await trx
    .selectFrom('allianceVersion as v')
    .innerJoin('alliance as a', 'a.id', 'v.id')
    .select(['v.id', 'v.name', 'a.kind', 'v.validFrom', 'v.validTo'])
    .where('v.recordedTo', 'is', null)
    .where('v.id', 'in', nonEmpty(ids))
    .orderBy('v.validFrom')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, life]) => [
      id,
      { name: life.at(-1)!.name, kind: life[0]!.kind, life: life.map(periodOf) },
    ]),
  )
}

async function institutionsKnown(trx: Db, ids: readonly string[]) {
  const rows = await trx
    .selectFrom('institutionVersion')
    .select(['id', 'name', 'category', 'status', 'validFrom', 'validTo'])
    .where('recordedTo', 'is', null)
    .where('id', 'in', nonEmpty(ids))
    .orderBy('validFrom')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, stretches]) => {
      const last = stretches.at(-1)!
      return [id, { name: last.name, category: last.category, life: lifeOf(stretches) }]
    }),
  )
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** `in ()` is no SQL; nothing has the nil id. */
function nonEmpty(ids: readonly string[]): readonly string[] {
  return ids.length > 0 ? ids : [NOBODY]
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [JSON.stringify(one), one])).values()]
}
