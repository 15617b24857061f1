import type { HeldGrant } from './own.ts'
import type { Role } from './role.ts'

/** Values that somebody may ask for in an hour, by role: the highest of the roles held counts. Screens need a small part of it. */
export const HOURLY_BUDGET: Readonly<Record<Role, number>> = {
  SYSTEM_ADMINISTRATOR: 50_000_000,
  SECURITY_ADMINISTRATOR: 50_000_000,
  AUDIT_ADMINISTRATOR: 50_000_000,
  BUREAU_OPERATOR: 100_000_000,
  LEADER: 100_000_000,
  LEAD_OPERATOR: 100_000_000,
  REPORTER: 50_000_000,
  ANALYST: 200_000_000,
}

/** Who has no role may still look at the own account. */
const WITHOUT_ROLE = 5_000_000

/** The budget that these grants, all in force, give for an hour. */
export function hourlyBudget(grants: readonly HeldGrant[]): number {
  return Math.max(WITHOUT_ROLE, ...grants.map(({ role }) => HOURLY_BUDGET[role]))
}
