import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { FieldControl } from '../command/CommandField.tsx'
import { useFrame } from '../shell/frame-data.ts'

interface CountySelectProps {
  readonly control: FieldControl
  readonly value: string | null
  readonly onChange: (code: string) => void
}

/** One of the counties kept here, for what belongs to exactly one. */
export function CountySelect({ control, value, onChange }: CountySelectProps): ReactNode {
  const { counties } = useFrame()
  return (
    <Select<string>
      {...control}
      style={{ width: '100%' }}
      value={value}
      onChange={onChange}
      options={counties.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}
