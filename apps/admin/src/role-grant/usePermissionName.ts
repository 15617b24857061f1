import type { Permission } from '@yilian/domain/access/permission.ts'
import { useTranslation } from 'react-i18next'

/** What a permission is called: 查看机构. */
export function usePermissionName(): (permission: Permission) => string {
  const { t } = useTranslation('policy')
  return (permission) => t(`can.${permission}`)
}
