import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { gaps, type Period } from '../period.ts'
import { roleRules, type Role } from './role.ts'

/** The roles without which nobody could keep accounts, grant roles, or read the audit. */
export const ADMINISTRATORS = ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'] as const satisfies readonly Role[]

/** A stretch of days in which somebody who can sign in has an administrator's role. */
export interface Administration extends Period {
  readonly role: Role
}

/** The first day from `today` on that nobody administers in this role; `null` when there is none. */
function firstDayWithout(role: Role, all: readonly Administration[], today: IsoDate): IsoDate | null {
  const held = all.filter((one) => one.role === role)
  return gaps({ validFrom: today, validTo: null }, held)[0]?.validFrom ?? null
}

/** No command may leave one of these roles without a holder, or sooner without one than it is now. */
export function administratorIssues(
  roles: readonly Role[],
  before: readonly Administration[],
  after: readonly Administration[],
  today: IsoDate,
): Issue[] {
  return roles.flatMap((role) => {
    const [was, is] = [firstDayWithout(role, before, today), firstDayWithout(role, after, today)]
    if (is === null || (was !== null && was <= is)) return []
    return [issue('', 'LAST_ADMINISTRATOR', { role: roleRules(role).label, day: is })]
  })
}
