import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { FieldControl } from '../command/CommandField.tsx'

interface CodeInputProps {
  readonly control: FieldControl
  readonly value: string
  readonly onChange: (code: string) => void
}

/** Six digits; what is pasted with a gap in the middle loses it. */
export function CodeInput({ control, value, onChange }: CodeInputProps): ReactNode {
  return (
    <Input
      {...control}
      autoFocus
      inputMode="numeric"
      autoComplete="one-time-code"
      value={value}
      onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, '').slice(0, 6))}
      style={{ fontSize: 18, letterSpacing: 6, fontVariantNumeric: 'tabular-nums' }}
    />
  )
}
