import { allianceStructureIssues, belongingIssues } from '@yilian/domain/alliance.ts'
import type { ChangeSubjects } from '@yilian/database/changes.ts'
import { knownNow, type WhichRows } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { idsWithoutRows } from '@yilian/database/references.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import { membershipIssues, membershipLifeIssues, type MembershipOfInstitution } from '@yilian/domain/membership.ts'

import { alliancesToJudge, BELONGINGS, belongingsOf, institutionsToJudge, membershipsOf } from './structure.queries.ts'
import { projectStructureIssues } from './project-structure.ts'
import { staffingStructureIssues } from './staffing-structure.ts'
import { stillNamedIssues } from './still-named.ts'

/**
 * The rules of `domain.md` over everything a change concerns, judged on what it wrote, before it is committed: whatever command made
 * the change, none can leave an alliance without lead, an institution in two tight alliances, or a name that names nothing. `which` rows
 * are judged: those known now, or those that an undo would leave. `withHomes`: the institutions at which people are at home are judged with
 * them; who judges many people by parts judges those institutions once.
 */
export async function structureIssues(
  trx: Db,
  subjects: ChangeSubjects,
  which: WhichRows = knownNow,
  { withHomes = true }: { readonly withHomes?: boolean } = {},
): Promise<Issue[]> {
  const allianceIds = [...subjects.alliances]
  const institutionIds = [...subjects.institutions]
  const memberships = await membershipsOf(trx, allianceIds, institutionIds, which)
  const [alliances, institutions, belongings] = await Promise.all([
    alliancesToJudge(trx, [...new Set([...allianceIds, ...memberships.map(({ allianceId }) => allianceId)])], which),
    institutionsToJudge(trx, [...new Set([...institutionIds, ...memberships.map(({ institutionId }) => institutionId)])], which),
    belongingsOf(trx, allianceIds, which),
  ])
  const named = await stillNamedIssues(
    trx,
    {
      ALLIANCE: allianceIds.filter((id) => !alliances.has(id)),
      INSTITUTION: institutionIds.filter((id) => !institutions.has(id)),
      CONSTRUCTION_PROJECT: await idsWithoutRows(trx, 'CONSTRUCTION_PROJECT', [...subjects.projects], which),
      PERSON: await idsWithoutRows(trx, 'PERSON', [...subjects.people], which),
      POLICY_DOCUMENT: await idsWithoutRows(trx, 'POLICY_DOCUMENT', [...subjects.others], which),
    },
    which,
  )
  if (named.length > 0) return named
  const ofAlliance = Map.groupBy(memberships, ({ allianceId }) => allianceId)
  const ofInstitution = Map.groupBy(memberships, ({ institutionId }) => institutionId)
  const belongingTo = Map.groupBy(belongings, ({ allianceId }) => allianceId)
  const issues: Issue[] = []
  for (const id of allianceIds) {
    const alliance = alliances.get(id)
    if (!alliance) continue
    const members = (ofAlliance.get(id) ?? []).map((one) => ({
      ...one,
      institutionName: institutions.get(one.institutionId)?.name ?? one.institutionId,
    }))
    const own = belongingTo.get(id) ?? []
    const vacancies = own.filter(({ fact }) => fact === 'LEAD_VACANCY')
    const disputes = own.filter(({ fact }) => fact === 'LEAD_DISPUTE')
    issues.push(
      ...allianceStructureIssues({ ...alliance, members, vacancies, disputes }),
      ...belongingIssues(
        alliance,
        own.map((one) => ({ ...one, what: BELONGINGS[one.fact] })),
      ),
    )
  }
  for (const id of institutionIds) {
    const institution = institutions.get(id)
    if (!institution) continue
    const all: MembershipOfInstitution[] = (ofInstitution.get(id) ?? []).map((one) => {
      const { name, kind } = alliances.get(one.allianceId)!
      return { ...one, allianceName: name, allianceKind: kind }
    })
    all.forEach((one, index) => {
      const draft = { ...one, institutionName: institution.name, category: institution.category }
      issues.push(
        ...membershipLifeIssues(one, institution.name, institution.life),
        // Who may lead is judged when somebody is made to; a category that changes later leaves the lead in place.
        ...membershipIssues(draft, all.slice(0, index)).filter(({ code }) => code !== 'MAY_NOT_LEAD'),
      )
    })
  }
  issues.push(...(await projectStructureIssues(trx, [...subjects.projects], which)))
  issues.push(...(await staffingStructureIssues(trx, subjects, which, withHomes)))
  return distinct(issues)
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [JSON.stringify(one), one])).values()]
}
