import { Alert, Button, Modal, Typography } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../account/Account.module.css'

interface SecretDialogProps {
  readonly name: string
  readonly secret: string
  readonly onClose: () => void
}

/** The token itself, shown this once. */
export function SecretDialog({ name, secret, onClose }: SecretDialogProps): ReactNode {
  const { t } = useTranslation('apiToken')
  const [open, setOpen] = useState(true)
  return (
    <Modal
      open={open}
      title={t('secretTitle')}
      width={520}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      afterClose={onClose}
      footer={
        <Button type="primary" onClick={() => setOpen(false)}>
          {t('saved')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('secretExplain')} style={{ marginBottom: 12 }} />
      <div className={styles.label}>
        {t('secret')} · {name}
      </div>
      <div className={styles.secretBox}>
        <code data-testid="token-secret">{secret}</code>
        <Typography.Text copyable={{ text: secret, tooltips: [t('copy'), t('copied')] }} />
      </div>
      <div className={styles.label}>{t('usage')}</div>
      <div className={styles.secretBox}>
        <code>Authorization: Bearer {secret.slice(0, 8)}…</code>
      </div>
    </Modal>
  )
}
