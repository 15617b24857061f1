import { Alert, Modal, QRCode, Typography } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { session } from '../session/page-session.ts'
import { AuthForm } from '../sign-in/AuthForm.tsx'
import { CodeInput } from '../sign-in/CodeInput.tsx'
import { PasswordInput } from '../sign-in/PasswordInput.tsx'
import { required } from '../sign-in/required.ts'
import styles from './Account.module.css'
import { RecoveryCodes } from './RecoveryCodes.tsx'

export type TwoFactorTask = 'enable' | 'disable' | 'renew'

interface TwoFactorDialogProps {
  readonly task: TwoFactorTask
  readonly username: string
  readonly onDone: () => void
  readonly onClose: () => void
}

interface Enrolment {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

/** Step by step: who it is, then the code of the app where it is new, then the recovery codes where there are new ones. */
export function TwoFactorDialog({ task, username, onDone, onClose }: TwoFactorDialogProps): ReactNode {
  const { t } = useTranslation('account')
  const [open, setOpen] = useState(true)
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const titles = { enable: t('second.enableTitle'), disable: t('second.disableTitle'), renew: t('second.newCodesTitle') }
  const done = () => {
    setOpen(false)
    onDone()
  }
  const confirmed = async (password: string) => {
    if (task === 'enable') setEnrolment(await session.post<Enrolment>('/two-factor/enable', { password }))
    if (task === 'renew')
      setCodes((await session.post<Pick<Enrolment, 'backupCodes'>>('/two-factor/generate-backup-codes', { password })).backupCodes)
    if (task !== 'disable') return
    await session.post('/two-factor/disable', { password })
    // A new factor is a new session.
    await session.refresh()
    done()
  }
  return (
    <Modal
      open={open}
      title={codes ? t('second.codesTitle') : titles[task]}
      width={440}
      footer={null}
      mask={{ closable: false }}
      // Codes that are shown once are not left by accident.
      closable={codes === null}
      keyboard={codes === null}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
      destroyOnHidden
    >
      {codes ? (
        <RecoveryCodes codes={codes} username={username} onSaved={done} />
      ) : enrolment ? (
        <ScanStep
          uri={enrolment.totpURI}
          onConfirmed={async () => {
            await session.refresh()
            setCodes(enrolment.backupCodes)
          }}
        />
      ) : (
        <PasswordStep task={task} username={username} onConfirmed={confirmed} />
      )}
    </Modal>
  )
}

interface PasswordStepProps {
  readonly task: TwoFactorTask
  readonly username: string
  readonly onConfirmed: (password: string) => Promise<void>
}

function PasswordStep({ task, username, onConfirmed }: PasswordStepProps): ReactNode {
  const { t } = useTranslation('account')
  const locale = useLocale()
  const [password, setPassword] = useState('')
  return (
    <>
      {task !== 'enable' && (
        <Alert
          type="warning"
          showIcon
          title={task === 'disable' ? t('second.disableWarn') : t('second.newCodesWarn')}
          style={{ marginBottom: 12 }}
        />
      )}
      <p>{t('second.passwordWhy')}</p>
      <AuthForm
        danger={task === 'disable'}
        submit={{ enable: t('second.next'), disable: t('second.disable'), renew: t('second.newCodes') }[task]}
        issues={required({ password }, locale)}
        words={{ WRONG_PASSWORD: t('password.wrong'), WRONG_CREDENTIALS: t('password.wrong') }}
        onSubmit={() => onConfirmed(password)}
      >
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        <CommandField name="password" label={t('password.current')} required>
          {(control) => (
            <PasswordInput control={control} autoComplete="current-password" autoFocus value={password} onChange={setPassword} />
          )}
        </CommandField>
      </AuthForm>
    </>
  )
}

function ScanStep({ uri, onConfirmed }: { readonly uri: string; readonly onConfirmed: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('account')
  const { t: signIn } = useTranslation('signIn')
  const locale = useLocale()
  const [code, setCode] = useState('')
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <>
      <p>{t('second.scan')}</p>
      <div className={styles.scan}>
        <div role="img" aria-label={t('second.qr')}>
          <QRCode value={uri} type="svg" size={168} />
        </div>
        <div>
          <div className={styles.label}>{t('second.secret')}</div>
          <Typography.Text
            data-testid="totp-key"
            className={styles.secret ?? ''}
            copyable={{ text: secret, tooltips: [t('second.copy'), t('second.copied')] }}
          >
            {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </Typography.Text>
        </div>
      </div>
      <AuthForm
        submit={t('second.confirm')}
        issues={[
          ...required({ code }, locale),
          ...(code === '' || code.length === 6 ? [] : [{ path: 'code', code: 'CODE_LENGTH', text: signIn('second.codeLength') }]),
        ]}
        words={{ WRONG_CODE: signIn('failure.WRONG_CODE') }}
        onSubmit={async () => {
          await session.post('/two-factor/verify-totp', { code })
          await onConfirmed()
        }}
      >
        <CommandField name="code" label={t('second.confirmCode')} required>
          {(control) => <CodeInput control={control} value={code} onChange={setCode} />}
        </CommandField>
      </AuthForm>
    </>
  )
}
