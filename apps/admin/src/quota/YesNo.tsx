import { Select } from 'antd'
import type { ReactNode } from 'react'

interface YesNoProps {
  readonly label: string
  readonly yes: string
  readonly no: string
  readonly value: boolean | undefined
  readonly onChange: (value: boolean | undefined) => void
}

/** A filter by something that is or is not so. */
export function YesNo({ label, yes, no, value, onChange }: YesNoProps): ReactNode {
  return (
    <Select<'true' | 'false'>
      aria-label={label}
      allowClear
      placeholder={label}
      value={value === undefined ? null : value ? 'true' : 'false'}
      options={[
        { value: 'true', label: yes },
        { value: 'false', label: no },
      ]}
      style={{ width: 128 }}
      onChange={(next: 'true' | 'false' | undefined) => onChange(next === undefined ? undefined : next === 'true')}
    />
  )
}
