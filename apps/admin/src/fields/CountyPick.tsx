import { countyCodeOf } from '@yilian/domain/region.ts'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../command/CommandField.tsx'
import { graphql } from '../graphql/gql.ts'
import { useDebounced } from './useDebounced.ts'

const KnownCountiesDocument = graphql(`
  query KnownCounties {
    counties {
      code
      name
    }
  }
`)

const CountyByCodeDocument = graphql(`
  query CountyByCode($code: String!) {
    region(code: $code) {
      code
      name
      level
    }
  }
`)

interface CountyPickProps {
  readonly control: FieldControl
  /** Six digits. */
  readonly value: string | null
  readonly onChange: (code: string, name: string) => void
  readonly disabled?: boolean | undefined
}

/** Any county, whether anything of it is kept here yet or not: those that are known by name, all others by their six digits. */
export function CountyPick({ control, value, onChange, disabled = false }: CountyPickProps): ReactNode {
  const { t } = useTranslation('user')
  const [typed, setTyped] = useState('')
  const settled = useDebounced(typed.trim(), 200)
  const wanted = /^\d{6}$/.test(settled) ? settled : value
  const [{ data: known }] = useQuery({ query: KnownCountiesDocument, variables: {} })
  const [{ data: found }] = useQuery({ query: CountyByCodeDocument, variables: { code: `${wanted}000000` }, pause: wanted === null })
  const counties = new Map((known?.counties ?? []).map(({ code, name }) => [countyCodeOf(code), name]))
  if (found?.region?.level === 'COUNTY') counties.set(countyCodeOf(found.region.code), found.region.name)
  return (
    <Select<string, { value: string; label: string; name: string }>
      {...control}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      style={{ width: '100%' }}
      value={value}
      disabled={disabled}
      placeholder={t('field.countyHint')}
      notFoundContent={t('field.countyNone')}
      options={[...counties].map(([code, name]) => ({ value: code, label: `${name} ${code}`, name }))}
      onChange={(code) => onChange(code, counties.get(code) ?? code)}
    />
  )
}
