import { Button, Space, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { usePasswordRules } from '../session/page-session.ts'
import { PasswordInput } from '../sign-in/PasswordInput.tsx'
import { generatePassword } from './generate-password.ts'

interface NewPasswordFieldProps {
  readonly name: string
  readonly label: string
  readonly username: string
  readonly value: string
  readonly onChange: (password: string) => void
}

/** A password for somebody else: typed, or generated and copied to be handed over. */
export function NewPasswordField({ name, label, username, value, onChange }: NewPasswordFieldProps): ReactNode {
  const { t } = useTranslation('user')
  const rules = usePasswordRules()
  return (
    <CommandField name={name} label={label} required help={t('field.passwordHint')}>
      {(control) => (
        <>
          <PasswordInput control={control} autoComplete="new-password" value={value} onChange={onChange} />
          <Space size={4} style={{ marginTop: 4 }}>
            <Button size="small" onClick={() => onChange(generatePassword(username, rules))}>
              {t('field.generate')}
            </Button>
            {value !== '' && <Typography.Text copyable={{ text: value, tooltips: [t('reveal.copy'), t('reveal.copied')] }} />}
          </Space>
        </>
      )}
    </CommandField>
  )
}
