import { accessOf } from '@yilian/domain/access/access.ts'
import type { HeldGrant } from '@yilian/domain/access/own.ts'
import { ruleOf, type Permission } from '@yilian/domain/access/permission.ts'
import type { Role } from '@yilian/domain/access/role.ts'
import type { WorkArea } from '@yilian/domain/access/work-area.ts'

import type { Asker } from '../src/access/identify.ts'

/** Somebody with these grants, all in force. */
export function askerWith(...grants: readonly HeldGrant[]): Asker {
  const id = grants.map(({ role, scopeId }) => `${role.toLowerCase()} ${scopeId}`).join(', ') || 'nobody'
  return { actor: { id, name: id }, access: accessOf(grants), userId: null, via: 'SESSION' }
}

/** Whether a grant gives a permission, by the policies. */
export function holds({ role, workArea }: HeldGrant, permission: Permission | 'SIGNED_IN'): boolean {
  return (
    permission === 'SIGNED_IN' || ruleOf(permission).who.some((who) => who.role === role && (!who.workArea || who.workArea === workArea))
  )
}

/** A role over a county; of operators in a line of work. */
export function overCounty(role: Role, countyCode: string, workArea: WorkArea | null = null): HeldGrant {
  return { role, scopeKind: 'COUNTY', scopeId: countyCode, countyCode, workArea }
}

/** A role over one institution, by its uuid. */
export function overInstitution(role: Role, scopeId: string): HeldGrant {
  return { role, scopeKind: 'INSTITUTION', scopeId, countyCode: null, workArea: null }
}

/** A role over one alliance, by its uuid. */
export function overAlliance(role: Role, scopeId: string): HeldGrant {
  return { role, scopeKind: 'ALLIANCE', scopeId, countyCode: null, workArea: null }
}

/** One of the three administrators. */
export function overAll(role: Role): HeldGrant {
  return { role, scopeKind: 'INSTALLATION', scopeId: '*', countyCode: null, workArea: null }
}
