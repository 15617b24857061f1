import type { ScopeKind } from '@yilian/domain/access/role.ts'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../command/CommandField.tsx'
import { useDebounced } from '../fields/useDebounced.ts'
import { graphql } from '../graphql/gql.ts'

const GrantScopesDocument = graphql(`
  query GrantScopes($kind: ScopeKind!, $search: String) {
    grantScopes(kind: $kind, search: $search) {
      id
      name
      within
    }
  }
`)

export interface Scope {
  readonly id: string
  readonly name: string
}

interface ScopeSelectProps {
  readonly control: FieldControl
  readonly kind: ScopeKind
  readonly value: Scope | null
  readonly disabled?: boolean | undefined
  readonly onChange: (scope: Scope | null) => void
}

/** What a role is granted over, found by name: whoever grants roles sees the names and nothing else of it. */
export function ScopeSelect({ control, kind, value, disabled = false, onChange }: ScopeSelectProps): ReactNode {
  const { t } = useTranslation('roleGrant')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const search = useDebounced(typed.trim(), 200)
  const [{ data, fetching }] = useQuery({
    query: GrantScopesDocument,
    variables: { kind, search: search === '' ? null : search },
    pause: !open,
  })
  const found = data?.grantScopes ?? []
  const all = value && !found.some(({ id }) => id === value.id) ? [{ ...value, within: null }, ...found] : found
  return (
    <Select<string, { value: string; label: string; within: string | null | undefined }>
      {...control}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      open={open}
      onOpenChange={setOpen}
      loading={fetching}
      disabled={disabled}
      value={value?.id ?? null}
      placeholder={t('field.scopeHint')}
      notFoundContent={fetching ? null : t('field.scopeNone')}
      options={all.map(({ id, name, within }) => ({ value: id, label: name, within }))}
      optionRender={({ data: one }) => (
        <div style={{ whiteSpace: 'normal' }}>
          {one.label}
          {one.within && <div style={{ fontSize: 12, color: 'var(--ant-color-text-secondary)' }}>{one.within}</div>}
        </div>
      )}
      onChange={(id) => onChange(all.find((one) => one.id === id) ?? null)}
      style={{ width: '100%' }}
    />
  )
}
