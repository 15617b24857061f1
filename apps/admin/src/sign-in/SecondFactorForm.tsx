import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { AuthFailure } from '../session/auth-failure.ts'
import { session } from '../session/page-session.ts'
import { AuthForm } from './AuthForm.tsx'
import { CodeInput } from './CodeInput.tsx'
import { required } from './required.ts'
import styles from './SignIn.module.css'

interface SecondFactorFormProps {
  /** Back to user name and password, for another account. */
  readonly onBack: () => void
}

/** The second step: the code that the authenticator shows, or one of the recovery codes. */
export function SecondFactorForm({ onBack }: SecondFactorFormProps): ReactNode {
  const { t } = useTranslation('signIn')
  const locale = useLocale()
  const [recovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const short = !recovery && code !== '' && !/^\d{6}$/.test(code)
  return (
    <>
      <p className={styles.explain}>{recovery ? t('second.recoveryExplain') : t('second.explain')}</p>
      <AuthForm
        key={String(recovery)}
        block
        submit={t('second.submit')}
        issues={[
          ...required({ code: code.trim() }, locale),
          ...(short ? [{ path: 'code', code: 'CODE_LENGTH', text: t('second.codeLength') }] : []),
        ]}
        words={{ WRONG_CODE: t(recovery ? 'failure.WRONG_RECOVERY_CODE' : 'failure.WRONG_CODE') }}
        onSubmit={async () => {
          try {
            await session.post(`/two-factor/${recovery ? 'verify-backup-code' : 'verify-totp'}`, { code: code.trim() })
          } catch (error) {
            // The first step has run out meanwhile: it begins again.
            if (error instanceof AuthFailure && error.code === 'SIGN_IN_AGAIN') await session.refresh()
            throw error
          }
          await session.refresh()
        }}
        extra={
          <div className={styles.links}>
            <Button
              type="link"
              size="small"
              onClick={() => {
                setCode('')
                setRecovery(!recovery)
              }}
            >
              {recovery ? t('second.useCode') : t('second.useRecovery')}
            </Button>
            <Button type="link" size="small" onClick={onBack}>
              {t('second.back')}
            </Button>
          </div>
        }
      >
        <CommandField name="code" label={recovery ? t('second.recoveryCode') : t('second.code')} required>
          {(control) =>
            recovery ? (
              <Input
                {...control}
                autoFocus
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
            ) : (
              <CodeInput control={control} value={code} onChange={setCode} />
            )
          }
        </CommandField>
      </AuthForm>
    </>
  )
}
