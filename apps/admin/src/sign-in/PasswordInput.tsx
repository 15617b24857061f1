import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldControl } from '../command/CommandField.tsx'
import styles from './SignIn.module.css'

interface PasswordInputProps {
  readonly control: FieldControl
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly autoFocus?: boolean | undefined
  readonly name?: string | undefined
  readonly ref?: Ref<InputRef> | undefined
}

/** A password: hidden unless one wants to see it, with a word when Caps Lock is on. */
export function PasswordInput({ control, value, onChange, autoComplete, autoFocus = false, name, ref }: PasswordInputProps): ReactNode {
  const { t } = useTranslation('signIn')
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const label = shown ? t('hide') : t('show')
  return (
    <>
      <Input
        {...control}
        {...(ref ? { ref } : {})}
        {...(name ? { name } : {})}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={watch}
        onKeyUp={watch}
        onBlur={() => setCapsLock(false)}
        suffix={
          <Button
            type="text"
            size="small"
            icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
            aria-label={label}
            title={label}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        }
      />
      <div aria-live="polite" className={styles.capsLock}>
        {capsLock && t('capsLock')}
      </div>
    </>
  )
}
