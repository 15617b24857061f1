import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { FieldControl } from '../command/CommandField.tsx'
import { useFrame } from '../shell/frame-data.ts'
import { InstitutionSelect, type InstitutionChoice } from './InstitutionSelect.tsx'

interface InstitutionsSelectProps<One extends { readonly id: string; readonly name: string }> {
  readonly control: FieldControl
  readonly value: readonly One[]
  readonly onChange: (institutions: readonly (One | InstitutionChoice)[]) => void
  readonly countyCode: string | undefined
  readonly placeholder?: string
  /** What the button says that takes one of them out. */
  readonly remove: (name: string) => string
}

/** Several institutions, chosen one after the other. */
export function InstitutionsSelect<One extends { readonly id: string; readonly name: string }>({
  control,
  value,
  onChange,
  countyCode,
  placeholder,
  remove,
}: InstitutionsSelectProps<One>): ReactNode {
  const { today } = useFrame()
  return (
    <>
      <InstitutionSelect
        control={control}
        value={null}
        asOf={today}
        filter={{ countyCode }}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(one) => one && !value.some(({ id }) => id === one.id) && onChange([...value, one])}
      />
      {value.length > 0 && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 6 }}>
          {value.map((one) => (
            <Tag
              key={one.id}
              closable={{ 'aria-label': remove(one.name) }}
              onClose={(event) => {
                event.preventDefault()
                onChange(value.filter(({ id }) => id !== one.id))
              }}
            >
              {one.name}
            </Tag>
          ))}
        </div>
      )}
    </>
  )
}
