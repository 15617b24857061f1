import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../alliance/download.ts'
import styles from './Account.module.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly username: string
  readonly onSaved: () => void
}

/** The recovery codes, shown this once: to copy, to keep as a file. */
export function RecoveryCodes({ codes, username, onSaved }: RecoveryCodesProps): ReactNode {
  const { t } = useTranslation('account')
  const text = codes.join('\n')
  const save = () =>
    download(
      new Blob([`${t('second.fileHead', { username })}\n\n${text}\n`], { type: 'text/plain;charset=utf-8' }),
      t('second.file', { username }),
    )
  return (
    <>
      <Alert type="warning" showIcon title={t('second.codesExplain')} style={{ marginBottom: 12 }} />
      <ol className={styles.codes} aria-label={t('second.codesOf')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Typography.Text copyable={{ text, icon: [t('second.copy'), t('second.copied')], tooltips: false }} />
        <Button icon={<DownloadOutlined />} onClick={save}>
          {t('second.download')}
        </Button>
        <Button type="primary" className={styles.end ?? ''} onClick={onSaved}>
          {t('second.saved')}
        </Button>
      </div>
    </>
  )
}
