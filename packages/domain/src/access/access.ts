import { EVERYTHING, ownFor, type HeldGrant, type Own } from './own.ts'
import type { Permission } from './permission.ts'

/** What one who asks may do: asked once per request, passed on as a value. */
export interface Access {
  readonly grants: readonly HeldGrant[]
  /** What is own for a permission; `null` when it is not given at all. */
  readonly own: (permission: Permission) => Own | null
}

/** The access that these grants, all in force, give. */
export function accessOf(grants: readonly HeldGrant[]): Access {
  const known = new Map<Permission, Own | null>()
  return {
    grants,
    own: (permission) => {
      const before = known.get(permission)
      if (before !== undefined) return before
      const own = ownFor(grants, permission)
      known.set(permission, own)
      return own
    },
  }
}

/** Programs of ours that load, generate and test: no limit. Never a person's. */
export const UNLIMITED: Access = { grants: [], own: () => EVERYTHING }
