import { PERMISSIONS, type Permission } from '@yilian/domain/access/permission.ts'
import type { Role } from '@yilian/domain/access/role.ts'
import type { WorkArea } from '@yilian/domain/access/work-area.ts'

/** What a role (and of bureau operators the line of work) allows, in the order of the policies. */
export function permissionsOf(role: Role, workArea: WorkArea | null): Permission[] {
  return [...PERMISSIONS].flatMap(([permission, { who }]) =>
    who.some((one) => one.role === role && (one.workArea === undefined || one.workArea === workArea)) ? [permission] : [],
  )
}
