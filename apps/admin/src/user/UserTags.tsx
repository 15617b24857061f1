import { USER_STATUSES, type UserStatus } from '@yilian/domain/user.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import { StateTag } from '../theme/StateTag.tsx'

interface UserTagsProps {
  readonly user: {
    readonly status: UserStatus
    readonly locked: boolean
    readonly mustChangePassword: boolean
    readonly demonstration: boolean
  }
}

/** Whether an account can be used, and what stands in the way. */
export function UserTags({ user }: UserTagsProps): ReactNode {
  const { t } = useTranslation('user')
  const locale = useLocale()
  const { status, locked, mustChangePassword, demonstration } = user
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      <StateTag tone={status === 'ACTIVE' ? 'green' : 'grey'}>{USER_STATUSES[status][locale]}</StateTag>
      {locked && <StateTag tone="red">{t('state.locked')}</StateTag>}
      {mustChangePassword && <StateTag tone="amber">{t('state.mustChange')}</StateTag>}
      {demonstration && <StateTag tone="blue">{t('state.demonstration')}</StateTag>}
    </span>
  )
}
