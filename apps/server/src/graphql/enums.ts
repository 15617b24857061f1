import { ROLES, SCOPE_KINDS, type Role } from '@yilian/domain/access/role.ts'
import { WORK_AREAS } from '@yilian/domain/access/work-area.ts'
import { ALLIANCE_KINDS, type AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { ALLIANCE_STAGES, LEAD_STATES } from '@yilian/domain/alliance.ts'
import { HOSPITAL_GRADES, HOSPITAL_LEVELS } from '@yilian/domain/code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES } from '@yilian/domain/code-lists/institution-category.ts'
import { INSTITUTION_STATUSES } from '@yilian/domain/code-lists/institution-status.ts'
import { LINEAGE_KINDS } from '@yilian/domain/code-lists/lineage-kind.ts'
import { OWNERSHIPS } from '@yilian/domain/code-lists/ownership.ts'
import { MEMBERSHIP_ROLES } from '@yilian/domain/membership-role.ts'

import { codeEnum, listEnum } from './text.ts'

// Codes of the domain as GraphQL enums. Numeric national codes (affiliation, economic type, management class) are no
// enum names and stay text.
const kindLabels = Object.fromEntries(Object.entries(ALLIANCE_KINDS).map(([kind, { label }]) => [kind, label])) as Record<
  AllianceKind,
  { zh: string; en: string }
>

export const AllianceKindEnum = codeEnum('AllianceKind', 'Kinds of alliance.', kindLabels)
export const AllianceStageEnum = codeEnum('AllianceStage', 'How far an alliance has come.', ALLIANCE_STAGES)
export const LeadStateEnum = codeEnum('LeadState', 'Whether an alliance has a lead.', LEAD_STATES)
export const MembershipRoleEnum = codeEnum('MembershipRole', 'What an institution is in an alliance.', MEMBERSHIP_ROLES)
export const InstitutionCategoryEnum = listEnum('InstitutionCategory', INSTITUTION_CATEGORIES)
export const HospitalLevelEnum = listEnum('HospitalLevel', HOSPITAL_LEVELS)
export const HospitalGradeEnum = listEnum('HospitalGrade', HOSPITAL_GRADES)
export const InstitutionStatusEnum = listEnum('InstitutionStatus', INSTITUTION_STATUSES)
export const OwnershipEnum = listEnum('Ownership', OWNERSHIPS)
export const LineageKindEnum = listEnum('LineageKind', LINEAGE_KINDS)

const roleLabels = Object.fromEntries(Object.entries(ROLES).map(([role, { label }]) => [role, label])) as Record<
  Role,
  { zh: string; en: string }
>
export const RoleEnum = codeEnum('Role', 'The roles that can be granted.', roleLabels)
export const ScopeKindEnum = codeEnum('ScopeKind', 'What a role can be granted over.', SCOPE_KINDS)
export const WorkAreaEnum = codeEnum('WorkArea', 'What a bureau operator works on.', WORK_AREAS)
