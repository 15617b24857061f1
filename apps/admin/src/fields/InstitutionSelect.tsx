import { Select } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../command/CommandField.tsx'
import { graphql } from '../graphql/gql.ts'
import type { InstitutionChoiceFragment, InstitutionFilter } from '../graphql/graphql.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useDebounced } from './useDebounced.ts'

/** An institution as chosen, with what the rules of membership need to judge: to spread where one is proposed. */
export const InstitutionChoiceParts = graphql(`
  fragment InstitutionChoice on Institution {
    id
    name
    code
    category
    region {
      code
      name
    }
    membershipTimeline {
      id
      version
      role
      validFrom
      validTo
      recordedTo
      alliance {
        id
        name
        kind
      }
    }
  }
`)

const InstitutionChoices = graphql(`
  query InstitutionChoices($filter: InstitutionFilter, $asOf: Date) {
    institutions(filter: $filter, asOf: $asOf, first: 20) {
      nodes {
        ...InstitutionChoice
      }
    }
  }
`)

const ChosenInstitution = graphql(`
  query ChosenInstitution($id: ID!, $asOf: Date) {
    institution(id: $id, asOf: $asOf) {
      ...InstitutionChoice
    }
  }
`)

export type InstitutionChoice = InstitutionChoiceFragment
/** An institution that is chosen already, of which no more is needed. */
export type NamedInstitution = Pick<InstitutionChoice, 'id' | 'name'>

interface InstitutionSelectProps {
  readonly control: FieldControl & { readonly 'aria-label'?: string }
  /** Said inside, where there is no room for a label above. */
  readonly prefix?: string | undefined
  readonly value: NamedInstitution | null
  readonly onChange: (institution: InstitutionChoice | null) => void
  /** Only institutions in force on this day are offered. */
  readonly asOf: IsoDate | null
  readonly filter?: InstitutionFilter | undefined
  readonly allowClear?: boolean | undefined
  readonly placeholder?: string | undefined
}

/** Finds one institution by part of its name, pinyin or code; under each name its kind and the alliances it is in. */
export function InstitutionSelect({
  control,
  prefix,
  value,
  onChange,
  asOf,
  filter,
  allowClear = false,
  placeholder,
}: InstitutionSelectProps): ReactNode {
  const { t } = useTranslation('alliance')
  const label = useCodeLabel()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const search = useDebounced(typed.trim(), 200)
  const [{ data, fetching }] = useQuery({
    query: InstitutionChoices,
    variables: { filter: { ...filter, search: search === '' ? null : search, aggregate: false }, asOf },
    pause: !open,
  })
  const found = data?.institutions.nodes ?? []
  const known = value === null || found.some(({ id }) => id === value.id)
  const [chosen] = useQuery({ query: ChosenInstitution, variables: { id: value?.id ?? '', asOf }, pause: !open || known })
  const whole = known || !chosen.data?.institution ? found : [chosen.data.institution, ...found]
  const all = value && !whole.some(({ id }) => id === value.id) ? [value, ...found] : whole
  return (
    <Select<string>
      {...control}
      {...(prefix ? { prefix } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      open={open}
      onOpenChange={setOpen}
      loading={fetching}
      allowClear={allowClear}
      value={value?.id ?? null}
      placeholder={placeholder ?? t('field.institutionHint')}
      notFoundContent={fetching ? null : t('field.institutionNone')}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        if (id !== value?.id) onChange(whole.find((one) => one.id === id) ?? null)
      }}
      optionRender={({ value: id, label: name }) => {
        const one = whole.find((each) => each.id === id)
        const held =
          one?.membershipTimeline.filter(
            (row) => !row.recordedTo && (row.validTo === null || row.validTo === undefined || asOf === null || row.validTo > asOf),
          ) ?? []
        return (
          <div style={{ whiteSpace: 'normal' }}>
            {name}
            {one && (
              <div style={{ fontSize: 12, lineHeight: 1.4, color: 'var(--ant-color-text-secondary)' }}>
                {[
                  label('institutionCategory', one.category),
                  one.region.name,
                  ...held.map((row) => t('field.held', { alliance: row.alliance.name, role: label('membershipRole', row.role) })),
                ].join(' · ')}
              </div>
            )}
          </div>
        )
      }}
      style={{ width: '100%' }}
    />
  )
}
