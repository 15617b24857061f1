import { Select } from 'antd'
import type { ReactNode } from 'react'

interface SeveralProps<C extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: C; readonly label: string }[]
  readonly value: readonly C[] | undefined
  readonly onChange: (value: C[] | undefined) => void
}

/** A filter: any of these codes. */
export function Several<C extends string>({ label, choices, value, onChange }: SeveralProps<C>): ReactNode {
  return (
    <Select<C[]>
      aria-label={label}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label}
      value={[...(value ?? [])]}
      options={[...choices]}
      popupMatchSelectWidth={220}
      style={{ width: 136 }}
      onChange={(values) => onChange(values.length === 0 ? undefined : values)}
    />
  )
}
