import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useDebounced } from './useDebounced.ts'

interface SearchBoxProps {
  readonly label: string
  /** The text in the address. */
  readonly value: string | undefined
  /** Called once typing rests; `undefined` when nothing is searched. */
  readonly onChange: (text: string | undefined) => void
  readonly width?: number | undefined
}

/** A search above a table: the text in the box at once, in the address once typing rests. */
export function SearchBox({ label, value, onChange, width = 260 }: SearchBoxProps): ReactNode {
  const [typed, setTyped] = useState(value ?? '')
  const settled = useDebounced(typed.trim(), 250)
  useEffect(() => {
    if (settled === typed.trim() && settled !== (value ?? '')) onChange(settled === '' ? undefined : settled)
    // oxlint-disable-next-line react/exhaustive-deps -- only what was typed settles; the address is compared, not followed
  }, [settled])
  useEffect(() => setTyped((now) => (now.trim() === (value ?? '') ? now : (value ?? ''))), [value])
  return (
    <Input
      allowClear
      prefix={<SearchOutlined />}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      style={{ width }}
    />
  )
}
