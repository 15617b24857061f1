import type { MembershipOfInstitution } from '@yilian/domain/membership.ts'
import type { InstitutionChoice } from '../fields/InstitutionSelect.tsx'

/** The memberships of a chosen institution as the domain's rules read them: what is known now, past and future. */
export function othersOf({ membershipTimeline }: Pick<InstitutionChoice, 'membershipTimeline'>): MembershipOfInstitution[] {
  return membershipTimeline
    .filter(({ recordedTo }) => !recordedTo)
    .map(({ id, role, validFrom, validTo, alliance }) => ({
      id,
      role,
      validFrom,
      validTo: validTo ?? null,
      allianceId: alliance.id,
      allianceName: alliance.name,
      allianceKind: alliance.kind,
    }))
}
