import { Checkbox, Input, InputNumber, Select } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { DayField } from '../fields/DayField.tsx'
import { CommandField } from './CommandField.tsx'
import type { CommonInput } from './outcome.ts'

/** What every field of a command takes. */
export interface FieldProps<V> {
  readonly name: string
  readonly label: string
  readonly required?: boolean | undefined
  readonly help?: ReactNode
  readonly value: V
  readonly onChange: (value: V) => void
}

/** A line of text. */
export function TextField({ value, onChange, inputMode, ...field }: FieldProps<string> & { readonly inputMode?: 'decimal' }): ReactNode {
  return (
    <CommandField {...field}>
      {(control) => <Input {...control} inputMode={inputMode} value={value} onChange={({ target }) => onChange(target.value)} />}
    </CommandField>
  )
}

/** Several lines of text. */
export function LongTextField({ value, onChange, rows = 2, ...field }: FieldProps<string> & { readonly rows?: number }): ReactNode {
  return (
    <CommandField {...field}>
      {(control) => (
        <Input.TextArea
          {...control}
          value={value}
          autoSize={{ minRows: rows, maxRows: 8 }}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </CommandField>
  )
}

export function Day({ value, onChange, ...field }: FieldProps<IsoDate | null>): ReactNode {
  return (
    <CommandField {...field}>
      {(control) => (
        <DayField {...control} value={value} allowClear={field.required !== true} style={{ width: '100%' }} onChange={onChange} />
      )}
    </CommandField>
  )
}

interface ChoiceProps<C extends string> extends FieldProps<C | null> {
  readonly choices: readonly { readonly value: C; readonly label: string }[]
  readonly placeholder?: string | undefined
}

export function Choice<C extends string>({ value, onChange, choices, placeholder, ...field }: ChoiceProps<C>): ReactNode {
  return (
    <CommandField {...field}>
      {(control) => (
        <Select<C>
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={field.required !== true}
          value={value}
          placeholder={placeholder}
          options={[...choices]}
          style={{ width: '100%' }}
          onChange={(next: C | undefined) => onChange(next ?? null)}
        />
      )}
    </CommandField>
  )
}

export function Count({ value, onChange, unit, ...field }: FieldProps<number | null> & { readonly unit?: string }): ReactNode {
  return (
    <CommandField {...field}>
      {(control) => (
        <InputNumber<number>
          {...control}
          inputMode="numeric"
          value={value}
          min={0}
          precision={0}
          suffix={unit}
          style={{ width: '100%' }}
          onChange={(next) => onChange(next)}
        />
      )}
    </CommandField>
  )
}

export function Tick({ value, onChange, label }: Pick<FieldProps<boolean>, 'value' | 'onChange' | 'label'>): ReactNode {
  return (
    <div style={{ marginBottom: 12 }}>
      <Checkbox checked={value} onChange={({ target }) => onChange(target.checked)}>
        {label}
      </Checkbox>
    </div>
  )
}

/** Document and note of a command, as its input has them. */
export function cited({ documentId, note }: CommonInput) {
  return { documentId, note: note.trim() || null }
}

/** What was typed, or nothing. */
export function orNull(text: string): string | null {
  return text.trim() || null
}
