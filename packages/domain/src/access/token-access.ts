import { accessOf, type Access } from './access.ts'
import type { HeldGrant } from './own.ts'
import type { Permission } from './permission.ts'

/** What a person does at a screen only, never a token: whoever finds a token must not make more of it. */
export const IN_PERSON: readonly Permission[] = [
  'user.change',
  'user.reveal',
  'staff.reveal',
  'roleGrant.change',
  'department.change',
  'apiToken.oversee',
]

/** The access of a token with these grants, all in force. */
export function tokenAccessOf(grants: readonly HeldGrant[]): Access {
  const access = accessOf(grants)
  return { grants, own: (permission) => (IN_PERSON.includes(permission) ? null : access.own(permission)) }
}
