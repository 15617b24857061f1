import { Select } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../command/CommandField.tsx'
import { graphql } from '../graphql/gql.ts'
import type { AllianceChoicesQuery } from '../graphql/graphql.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useDebounced } from './useDebounced.ts'

const AllianceChoices = graphql(`
  query AllianceChoices($filter: AllianceFilter, $asOf: Date) {
    alliances(filter: $filter, asOf: $asOf, first: 30) {
      nodes {
        id
        name
        kind
        stage
        memberCount
      }
    }
  }
`)

export type AllianceChoice = AllianceChoicesQuery['alliances']['nodes'][number]

interface AllianceSelectProps {
  readonly control?: FieldControl | undefined
  readonly label?: string | undefined
  readonly value: AllianceChoice | null
  readonly onChange: (alliance: AllianceChoice | null) => void
  /** Only alliances in force on this day are offered. */
  readonly asOf: IsoDate | null
  readonly countyCode?: string | undefined
  /** Left out: the alliance one is leaving. */
  readonly except?: string | undefined
  readonly allowClear?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly width?: number | string | undefined
}

/** Finds one alliance by part of its name or pinyin. */
export function AllianceSelect({
  control,
  label: name,
  value,
  onChange,
  asOf,
  countyCode,
  except,
  allowClear = false,
  placeholder,
  width = '100%',
}: AllianceSelectProps): ReactNode {
  const { t } = useTranslation('alliance')
  const label = useCodeLabel()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const search = useDebounced(typed.trim(), 200)
  const [{ data, fetching }] = useQuery({
    query: AllianceChoices,
    variables: { filter: { countyCode: countyCode ?? null, search: search === '' ? null : search }, asOf },
    pause: !open,
  })
  const found = (data?.alliances.nodes ?? []).filter(({ id }) => id !== except)
  const all = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  return (
    <Select<string>
      {...control}
      {...(name ? { 'aria-label': name } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      open={open}
      onOpenChange={setOpen}
      loading={fetching}
      allowClear={allowClear}
      value={value?.id ?? null}
      placeholder={placeholder ?? t('field.allianceHint')}
      notFoundContent={fetching ? null : t('field.allianceNone')}
      options={all.map(({ id, name: text }) => ({ value: id, label: text }))}
      onChange={(id) => onChange(all.find((one) => one.id === id) ?? null)}
      optionRender={({ value: id, label: text }) => {
        const one = all.find((each) => each.id === id)
        return (
          <div style={{ whiteSpace: 'normal' }}>
            {text}
            {one && (
              <div style={{ fontSize: 12, lineHeight: 1.4, color: 'var(--ant-color-text-secondary)' }}>
                {[label('allianceKind', one.kind), t('members', { count: one.memberCount })].join(' · ')}
              </div>
            )}
          </div>
        )
      }}
      style={{ width }}
    />
  )
}
