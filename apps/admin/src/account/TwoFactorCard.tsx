import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../command/useDialog.tsx'
import { FactCard } from '../shell/FactCard.tsx'
import cards from '../shell/FactCard.module.css'
import { StateTag } from '../theme/StateTag.tsx'
import styles from './Account.module.css'
import { TwoFactorDialog, type TwoFactorTask } from './TwoFactorDialog.tsx'

interface TwoFactorCardProps {
  readonly username: string
  readonly enabled: boolean
  readonly onChanged: () => void
}

/** 动态口令: on or off, and what can be done with it. */
export function TwoFactorCard({ username, enabled, onChanged }: TwoFactorCardProps): ReactNode {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const { dialog, show } = useDialog()
  const open = (task: TwoFactorTask) =>
    show((close) => (
      <TwoFactorDialog
        task={task}
        username={username}
        onClose={close}
        onDone={() => {
          message.success({ enable: t('second.enabled'), disable: t('second.disabled'), renew: t('second.renewed') }[task])
          onChanged()
        }}
      />
    ))
  return (
    <FactCard
      title={t('second.title')}
      extra={<StateTag tone={enabled ? 'green' : 'grey'}>{enabled ? t('second.on') : t('second.off')}</StateTag>}
    >
      <p className={cards.quiet}>{enabled ? t('second.explainOn') : t('second.explainOff')}</p>
      <div className={styles.buttons}>
        {enabled ? (
          <>
            <Button onClick={() => open('renew')}>{t('second.newCodes')}</Button>
            <Button danger onClick={() => open('disable')}>
              {t('second.disable')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={() => open('enable')}>
            {t('second.enable')}
          </Button>
        )}
      </div>
      {dialog}
    </FactCard>
  )
}
