import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../command/CommandField.tsx'
import { graphql } from '../graphql/gql.ts'
import { useFrame } from '../shell/frame-data.ts'

const DepartmentChoicesDocument = graphql(`
  query DepartmentChoices($countyCode: String) {
    departments(countyCode: $countyCode) {
      id
      name
      countyCode
      closedOn
    }
  }
`)

interface DepartmentSelectProps {
  readonly control: FieldControl
  /** Its id. */
  readonly value: string | null
  readonly onChange: (id: string | null, name: string | null) => void
  readonly allowClear?: boolean | undefined
}

/** One of the departments that are not closed. */
export function DepartmentSelect({ control, value, onChange, allowClear = true }: DepartmentSelectProps): ReactNode {
  const { t } = useTranslation('user')
  const { today } = useFrame()
  const [{ data, fetching }] = useQuery({ query: DepartmentChoicesDocument, variables: { countyCode: null } })
  const all = data?.departments ?? []
  const several = new Set(all.map(({ countyCode }) => countyCode)).size > 1
  const open = all.filter(({ id, closedOn }) => id === value || closedOn === null || closedOn === undefined || closedOn > today)
  const labelOf = ({ name, countyCode }: (typeof all)[number]) => (several ? `${name} · ${countyCode}` : name)
  return (
    <Select<string, { value: string; label: string; name: string }>
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={allowClear}
      loading={fetching}
      value={value}
      placeholder={t('field.departmentHint')}
      notFoundContent={fetching ? null : t('field.departmentNone')}
      options={open.map((one) => ({ value: one.id, label: labelOf(one), name: one.name }))}
      onChange={(id, option) => onChange(id ?? null, option && !Array.isArray(option) ? option.name : null)}
      style={{ width: '100%' }}
    />
  )
}
