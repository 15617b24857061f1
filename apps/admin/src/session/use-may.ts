import type { Permission } from '@yilian/domain/access/permission.ts'
import { useCallback } from 'react'
import { useFrame } from '../shell/frame-data.ts'

/** Whether the one who is signed in may do something at all: `may('alliance.change')`. Over what exactly, the server judges. */
export function usePermissions(): (permission: Permission) => boolean {
  const { viewer } = useFrame()
  return useCallback((permission) => viewer?.permissions.includes(permission) ?? false, [viewer])
}

/** `const may = useMay('alliance.change')`: what may not be done is not offered. */
export function useMay(permission: Permission): boolean {
  return usePermissions()(permission)
}

/** Whether anything of a county's records is seen: not by administrators, nor by those without a grant. */
export function useMayRead(): boolean {
  return useMay('institution.read')
}
