import { allianceKindRules, type AllianceKind } from './alliance-kind.ts'
import type { Cited } from './cited.ts'
import { isCode } from './code-list.ts'
import { INSTITUTION_CATEGORIES } from './code-lists/institution-category.ts'
import { periodsText, periodText, type DatedRow } from './dated.ts'
import { issue, naming, type Issue } from './issue.ts'
import { MEMBERSHIP_ROLES, type MembershipRole } from './membership-role.ts'
import { contains, overlaps, union, type Period } from './period.ts'

/** What may change about a membership while it stays the same membership. */
export interface MembershipValue extends Cited {
  readonly role: MembershipRole
  /** Whether the member keeps its legal-person status; `null` when not reported. */
  readonly legalPersonKept: boolean | null
}

/** A stretch of an institution's place in an alliance. */
export interface Membership extends DatedRow, MembershipValue {
  readonly allianceId: string
  readonly institutionId: string
}

/** A membership of the institution in question, in whichever alliance, with the names that messages need. */
export interface MembershipOfInstitution extends Period {
  readonly id: string
  readonly allianceId: string
  readonly allianceName: string
  readonly allianceKind: AllianceKind
  readonly role: MembershipRole
}

/** The group in which a membership excludes others, or `null`: supporting from outside never excludes. */
export function exclusiveGroupOf(kind: AllianceKind, role: MembershipRole): string | null {
  return role === 'SUPPORTING' ? null : allianceKindRules(kind).exclusiveGroup
}

/** A membership to be judged, with the names that messages need. */
export interface MembershipDraft extends Period {
  /** The membership being changed, so that it is not compared with itself; `null` for a new one. */
  readonly id: string | null
  readonly allianceId: string
  readonly allianceKind: AllianceKind
  readonly role: MembershipRole
  readonly institutionName: string
  /** WS 218-2002 category of the institution: whether it may lead. */
  readonly category: string
}

/**
 * Every rule of one membership against the institution's other memberships: not twice in the same alliance, and in at
 * most one alliance of an exclusive group at a time; the lead must be of a category that may lead.
 */
export function membershipIssues(draft: MembershipDraft, others: readonly MembershipOfInstitution[]): Issue[] {
  const issues: Issue[] = []
  if (draft.validTo !== null && draft.validTo <= draft.validFrom)
    issues.push(issue('until', 'END_BEFORE_START', { validFrom: draft.validFrom, validTo: draft.validTo }))
  if (draft.role === 'LEAD' && !mayLead(draft.allianceKind, draft.category)) {
    issues.push(issue('role', 'MAY_NOT_LEAD', { institution: draft.institutionName, kind: allianceKindRules(draft.allianceKind).label }))
  }
  const group = exclusiveGroupOf(draft.allianceKind, draft.role)
  for (const other of others) {
    if (other.id === draft.id || !overlaps(other, draft)) continue
    const held = {
      institution: draft.institutionName,
      alliance: other.allianceName,
      since: other.validFrom,
      role: MEMBERSHIP_ROLES[other.role],
    }
    if (other.allianceId === draft.allianceId) issues.push(issue('institutionId', 'ALREADY_MEMBER', { ...held, period: periodText(other) }))
    else if (group !== null && group === exclusiveGroupOf(other.allianceKind, other.role))
      issues.push(naming(issue('institutionId', 'ALREADY_IN_TIGHT_ALLIANCE', held), [other.allianceId]))
  }
  return issues
}

/** Whether an institution of this WS 218-2002 category may lead an alliance of this kind. Hospitals are the categories under A. */
export function mayLead(kind: AllianceKind, category: string): boolean {
  const rule = allianceKindRules(kind).mayLead
  if (rule === 'ANY') return true
  if (rule === 'HOSPITAL') return category.startsWith('A')
  return !isCode(INSTITUTION_CATEGORIES, category) || !INSTITUTION_CATEGORIES.items[category].primaryCare
}

/** A member must exist: every day of the membership lies within the institution's life. */
export function membershipLifeIssues(membership: Period, institutionName: string, life: readonly Period[]): Issue[] {
  if (union(life).some((stretch) => contains(stretch, membership))) return []
  return [
    issue('effectiveOn', 'MEMBER_NOT_OPEN', {
      institution: institutionName,
      period: periodText(membership),
      life: periodsText(life),
    }),
  ]
}
