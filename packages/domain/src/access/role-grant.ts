import type { DatedRow } from '../dated.ts'
import { issue, type Issue } from '../issue.ts'
import { overlaps, type Period } from '../period.ts'
import { roleRules, SCOPE_KINDS, type Role, type ScopeKind } from './role.ts'
import { WORK_AREAS, type WorkArea } from './work-area.ts'

/** What may change about a grant while it stays the same grant. */
export interface RoleGrantValue {
  /** Why it was given; shown in the audit. */
  readonly reason: string
  readonly documentId: string | null
}

/** What never changes about a grant: who may do what, over what. */
export interface RoleGrantKey {
  readonly userId: string
  readonly role: Role
  readonly scopeKind: ScopeKind
  /** The county's code, or the id of the department, alliance or institution; `*` for the whole installation. */
  readonly scopeId: string
  /** Bureau operators only: the line of work. */
  readonly workArea: WorkArea | null
}

/** A stretch of days in which a user has a role over something. */
export interface RoleGrant extends DatedRow, RoleGrantKey, RoleGrantValue {}

/** The scope of roles over the whole installation. */
export const WHOLE_INSTALLATION = '*'

/** A grant to be judged, or one beside it. */
export interface RoleGrantDraft extends RoleGrantKey, Period {
  /** `null` for a new one. */
  readonly id: string | null
}

/** Every rule of one grant against the user's others: scope and line of work fit the role, not twice, and the three administrators apart. */
export function roleGrantIssues(draft: RoleGrantDraft, others: readonly RoleGrantDraft[], reason: string): Issue[] {
  const issues: Issue[] = []
  const { label, scopes, apart } = roleRules(draft.role)
  if (!scopes.includes(draft.scopeKind))
    issues.push(issue('scopeKind', 'SCOPE_NOT_FOR_ROLE', { role: label, scope: SCOPE_KINDS[draft.scopeKind] }))
  if (draft.scopeKind !== 'INSTALLATION' && draft.scopeId === '') issues.push(issue('scopeId', 'REQUIRED'))
  const needsWorkArea = draft.role === 'BUREAU_OPERATOR'
  if (needsWorkArea && draft.workArea === null) issues.push(issue('workArea', 'REQUIRED'))
  if (!needsWorkArea && draft.workArea !== null)
    issues.push(issue('workArea', 'WORK_AREA_NOT_FOR_ROLE', { role: label, workArea: WORK_AREAS[draft.workArea] }))
  if (draft.validTo !== null && draft.validTo <= draft.validFrom)
    issues.push(issue('until', 'END_BEFORE_START', { validFrom: draft.validFrom, validTo: draft.validTo }))
  if (reason.trim() === '') issues.push(issue('reason', 'REQUIRED'))
  if (reason.length > 500) issues.push(issue('reason', 'TOO_LONG', { max: 500 }))
  for (const other of others) {
    if (other.id === draft.id || other.userId !== draft.userId || !overlaps(other, draft)) continue
    const held = roleRules(other.role)
    if (isSameGrant(other, draft)) issues.push(issue('role', 'ALREADY_GRANTED', { role: label, since: other.validFrom }))
    else if (apart || held.apart) issues.push(issue('role', 'ROLES_APART', { role: label, other: held.label, since: other.validFrom }))
  }
  return issues
}

function isSameGrant(a: RoleGrantKey, b: RoleGrantKey): boolean {
  return a.role === b.role && a.scopeKind === b.scopeKind && a.scopeId === b.scopeId && a.workArea === b.workArea
}
