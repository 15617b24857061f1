import { ALLIANCE_POLICY } from './policies/alliance.ts'
import { API_TOKEN_POLICY } from './policies/api-token.ts'
import { AUDIT_POLICY } from './policies/audit.ts'
import { CONSTRUCTION_POLICY } from './policies/construction.ts'
import { DEPARTMENT_POLICY } from './policies/department.ts'
import { IMPORT_RUN_POLICY } from './policies/import-run.ts'
import { INSTITUTION_POLICY } from './policies/institution.ts'
import { POLICY_DOCUMENT_POLICY } from './policies/policy-document.ts'
import { ROLE_GRANT_POLICY } from './policies/role-grant.ts'
import { STAFF_POLICY } from './policies/staff.ts'
import { USER_POLICY } from './policies/user.ts'
import type { Policy, Rule } from './policy.ts'

/** Every policy by the thing it is about. A thing that is not here is closed to everybody. */
export const POLICIES = {
  institution: INSTITUTION_POLICY,
  alliance: ALLIANCE_POLICY,
  construction: CONSTRUCTION_POLICY,
  staff: STAFF_POLICY,
  policyDocument: POLICY_DOCUMENT_POLICY,
  importRun: IMPORT_RUN_POLICY,
  user: USER_POLICY,
  roleGrant: ROLE_GRANT_POLICY,
  department: DEPARTMENT_POLICY,
  audit: AUDIT_POLICY,
  apiToken: API_TOKEN_POLICY,
} as const satisfies Record<string, Policy>

type Policies = typeof POLICIES
/** One thing that may be done, `alliance.change`. */
export type Permission = { [Thing in keyof Policies & string]: `${Thing}.${keyof Policies[Thing] & string}` }[keyof Policies & string]

/** Every permission with its rule, in the order of the policies. */
export const PERMISSIONS: ReadonlyMap<Permission, Rule> = new Map(
  Object.entries<Policy>(POLICIES).flatMap(([thing, policy]) =>
    Object.entries(policy).map(([action, rule]) => [`${thing}.${action}` as Permission, rule] as const),
  ),
)

/** The rule of a permission. */
export function ruleOf(permission: Permission): Rule {
  return PERMISSIONS.get(permission)!
}
