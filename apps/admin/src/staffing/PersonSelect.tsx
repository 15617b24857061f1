import { Select } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../command/CommandField.tsx'
import { useDebounced } from '../fields/useDebounced.ts'
import { graphql } from '../graphql/gql.ts'
import { useMoment } from '../shell/moment.ts'

const PersonChoicesDocument = graphql(`
  query PersonChoices($filter: PersonFilter, $asOf: Date) {
    people(filter: $filter, first: 20, asOf: $asOf) {
      nodes {
        id
        name
        code
        home {
          id
          institution {
            id
            name
          }
        }
      }
    }
  }
`)

export interface PersonChoice {
  readonly id: string
  readonly name: string
}

interface PersonSelectProps {
  readonly control: FieldControl
  readonly value: PersonChoice | null
  readonly asOf: IsoDate | null
  readonly onChange: (person: PersonChoice | null) => void
}

/** Finds somebody by part of the name, pinyin or code; under each name the home institution. */
export function PersonSelect({ control, value, asOf, onChange }: PersonSelectProps): ReactNode {
  const { t } = useTranslation('staffing')
  const { county } = useMoment()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const search = useDebounced(typed.trim(), 200)
  const [{ data, fetching }] = useQuery({
    query: PersonChoicesDocument,
    variables: { filter: { countyCode: county, search: search === '' ? null : search }, asOf },
    pause: !open,
  })
  const found = data?.people.nodes ?? []
  const all = value && !found.some(({ id }) => id === value.id) ? [{ ...value, code: '', home: null }, ...found] : found
  return (
    <Select<string>
      {...control}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      open={open}
      onOpenChange={setOpen}
      loading={fetching}
      allowClear
      value={value?.id ?? null}
      placeholder={t('search')}
      notFoundContent={fetching ? null : t('noneFound')}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ width: '100%' }}
      onChange={(id: string | undefined) => onChange(all.find((one) => one.id === id) ?? null)}
      optionRender={({ value: id, label }) => {
        const one = all.find((each) => each.id === id)
        return (
          <div style={{ whiteSpace: 'normal' }}>
            {label}
            <div style={{ fontSize: 12, lineHeight: 1.4, color: 'var(--ant-color-text-secondary)' }}>
              {[one?.home?.institution?.name ?? t('noHome'), one?.code].filter(Boolean).join(' · ')}
            </div>
          </div>
        )
      }}
    />
  )
}
