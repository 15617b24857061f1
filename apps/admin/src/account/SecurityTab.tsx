import { App } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { session } from '../session/page-session.ts'
import { FactCard } from '../shell/FactCard.tsx'
import cards from '../shell/FactCard.module.css'
import { ChangePasswordForm } from '../sign-in/ChangePasswordForm.tsx'
import styles from './Account.module.css'
import { TwoFactorCard } from './TwoFactorCard.tsx'

interface SecurityTabProps {
  readonly username: string
  readonly twoFactorEnabled: boolean
  /** The second factor was turned on or off. */
  readonly onChanged: () => void
}

/** 登录安全: the password and the second factor. */
export function SecurityTab({ username, twoFactorEnabled, onChanged }: SecurityTabProps): ReactNode {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  return (
    <div className={cards.cards}>
      <FactCard title={t('password.title')}>
        <p className={cards.quiet}>{t('password.explain')}</p>
        <div className={styles.form}>
          <ChangePasswordForm
            username={username}
            submit={t('password.submit')}
            onChanged={async () => {
              await session.refresh()
              message.success(t('password.done'))
            }}
          />
        </div>
      </FactCard>
      <TwoFactorCard username={username} enabled={twoFactorEnabled} onChanged={onChanged} />
    </div>
  )
}
