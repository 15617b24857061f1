import { ruleOf } from '@yilian/domain/access/permission.ts'
import type { Role } from '@yilian/domain/access/role.ts'
import type { WorkArea } from '@yilian/domain/access/work-area.ts'
import type { ReactNode } from 'react'
import { useLocale } from '../i18n/useLocale.ts'
import styles from './Grants.module.css'
import { permissionsOf } from './may-do.ts'
import { usePermissionName } from './usePermissionName.ts'

/** What a role allows, in the sentences of the policies. */
export function MayDo({ role, workArea }: { readonly role: Role; readonly workArea: WorkArea | null }): ReactNode {
  const locale = useLocale()
  const name = usePermissionName()
  return (
    <ul className={styles.may}>
      {permissionsOf(role, workArea).map((permission) => (
        <li key={permission}>
          <strong>{name(permission)}</strong> {ruleOf(permission).says[locale]}
        </li>
      ))}
    </ul>
  )
}
