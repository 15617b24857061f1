import { passwordIssues } from '@yilian/domain/access/password.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { shownIssues } from '../command/issues.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { session, usePasswordRules } from '../session/page-session.ts'
import { AuthForm } from './AuthForm.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { required } from './required.ts'

interface ChangePasswordFormProps {
  readonly username: string
  /** The present password when it was just typed; else it is asked for. */
  readonly known?: string | undefined
  readonly submit: string
  readonly block?: boolean | undefined
  readonly onChanged: () => Promise<void>
  readonly extra?: ReactNode
}

/** Present password, new one, and the new one again; what the new one lacks is said while it is typed. */
export function ChangePasswordForm({ username, known = '', submit, block, onChanged, extra }: ChangePasswordFormProps): ReactNode {
  const { t } = useTranslation('account')
  const locale = useLocale()
  const [current, setCurrent] = useState(known)
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const rules = usePasswordRules()
  const draft = { password: next, username, ...(current === '' ? {} : { previous: current }) }
  const weak = next === '' ? [] : shownIssues(passwordIssues(draft, rules, 'newPassword'), locale)
  const different = again !== '' && !next.startsWith(again) ? [{ path: 'again', code: 'DIFFERENT', text: t('password.different') }] : []
  const unfinished = again !== '' && again !== next && different.length === 0
  return (
    <AuthForm
      block={block ?? false}
      submit={submit}
      live={[...weak, ...different]}
      issues={[
        ...required({ currentPassword: current, newPassword: next, again }, locale),
        ...(unfinished ? [{ path: 'again', code: 'DIFFERENT', text: t('password.different') }] : []),
      ]}
      words={{ WRONG_CREDENTIALS: t('password.wrong') }}
      onSubmit={async () => {
        await session.post('/change-password', { currentPassword: current, newPassword: next, revokeOtherSessions: true })
        setCurrent('')
        setNext('')
        setAgain('')
        await onChanged()
      }}
      extra={extra}
    >
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      {known === '' && (
        <CommandField name="currentPassword" label={t('password.current')} required>
          {(control) => <PasswordInput control={control} autoComplete="current-password" value={current} onChange={setCurrent} />}
        </CommandField>
      )}
      <CommandField
        name="newPassword"
        label={t('password.new')}
        required
        help={t('password.rules', { min: rules.minLength, classes: rules.classes })}
      >
        {(control) => <PasswordInput control={control} autoComplete="new-password" value={next} onChange={setNext} />}
      </CommandField>
      <CommandField name="again" label={t('password.again')} required>
        {(control) => <PasswordInput control={control} autoComplete="new-password" value={again} onChange={setAgain} />}
      </CommandField>
    </AuthForm>
  )
}
