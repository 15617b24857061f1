import { Input, type InputRef } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { required } from './required.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { session } from '../session/page-session.ts'
import { AuthForm } from './AuthForm.tsx'
import { PasswordInput } from './PasswordInput.tsx'

export interface Credentials {
  readonly username: string
  readonly password: string
}

interface CredentialsFormProps {
  readonly value: Credentials
  readonly onChange: (value: Credentials) => void
  /** Whose session it is, when they only have to sign in again. */
  readonly fixedUser?: boolean | undefined
  readonly onSent: () => void
}

/** User name and password. */
export function CredentialsForm({ value, onChange, fixedUser = false, onSent }: CredentialsFormProps): ReactNode {
  const { t } = useTranslation('signIn')
  const locale = useLocale()
  const password = useRef<InputRef>(null)
  useEffect(() => {
    // After a page came or an account was filled in, one goes on typing where something is missing.
    if (value.username !== '' && value.password === '') password.current?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- only once, when the form comes
  }, [])
  return (
    <AuthForm
      block
      submit={t('submit')}
      issues={required({ username: value.username.trim(), password: value.password }, locale)}
      onSubmit={async () => {
        await session.post('/sign-in/username', { username: value.username.trim(), password: value.password })
        onSent()
        await session.refresh()
      }}
    >
      <CommandField name="username" label={t('username')} required>
        {(control) => (
          <Input
            {...control}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={value.username === ''}
            readOnly={fixedUser}
            value={value.username}
            onChange={({ target }) => onChange({ ...value, username: target.value })}
          />
        )}
      </CommandField>
      <CommandField name="password" label={t('password')} required>
        {(control) => (
          <PasswordInput
            control={control}
            ref={password}
            name="password"
            autoComplete="current-password"
            value={value.password}
            onChange={(next) => onChange({ ...value, password: next })}
          />
        )}
      </CommandField>
    </AuthForm>
  )
}
