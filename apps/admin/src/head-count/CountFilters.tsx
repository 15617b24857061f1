import { FilterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Grid } from 'antd'
import { codeLabel, codesOf, type CodeList } from '@yilian/domain/code-list.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import { AllianceFilterField, InstitutionFilterField } from '../staffing/PlaceFilters.tsx'
import { Several } from '../staffing/Several.tsx'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { PEOPLE_KEYS, PEOPLE_LISTS, type CountSearch, type CountViewProps, type PeopleKey } from './count-search.ts'

interface CountFiltersProps extends CountViewProps {
  /** Who statistics leave out is asked where it makes a difference. */
  readonly statistical?: boolean
}

/** What is filtered by most; the rest is one press away. */
const USUAL = ['profession', 'title'] as const satisfies readonly PeopleKey[]

/** Where and who is counted: the same above every view. */
export function CountFilters({ search, onSearch, statistical = true }: CountFiltersProps): ReactNode {
  const { t } = useTranslation('headCount')
  const { t: staffing } = useTranslation('staffing')
  const locale = useLocale()
  const { md = true } = Grid.useBreakpoint()
  const [open, setOpen] = useState(false)
  const change = (patch: CountSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  return (
    <>
      {(md || open) && (
        <>
          <AllianceFilterField value={search.alliance} onChange={(alliance) => change({ alliance })} />
          <InstitutionFilterField label={t('institution')} value={search.institution} onChange={(institution) => change({ institution })} />
          {(open ? PEOPLE_KEYS : USUAL).map((key) => {
            const list: CodeList = PEOPLE_LISTS[key]
            return (
              <Several
                key={key}
                label={list.label[locale]}
                choices={codesOf(list).map((value) => ({ value, label: codeLabel(list, value, locale) }))}
                value={search[key]}
                onChange={(codes) => change({ [key]: codes })}
              />
            )
          })}
        </>
      )}
      <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {md ? t(open ? 'fewer' : 'more') : staffing('filter')}
      </Button>
      {statistical && (
        <Checkbox checked={search.everybody !== true} onChange={({ target }) => change({ everybody: target.checked ? undefined : true })}>
          {t('statistical')}
        </Checkbox>
      )}
    </>
  )
}

const ChosenRegionDocument = graphql(`
  query ChosenCountRegion($code: String!, $asOf: Date) {
    region(code: $code, asOf: $asOf) {
      code
      name
    }
  }
`)

/** One chip for each filter. */
export function useCountChips({ search, onSearch }: CountViewProps): FilterChip[] {
  const { t } = useTranslation('headCount')
  const { t: shell } = useTranslation('shell')
  const { t: staffing } = useTranslation('staffing')
  const locale = useLocale()
  const { asOf } = useMoment()
  const chosen = useChosenPlaces(search)
  const { region } = search
  const [{ data }] = useQuery({ query: ChosenRegionDocument, variables: { code: region ?? '', asOf }, pause: region === undefined })
  const chip = (key: keyof CountSearch, name: string, text: string): FilterChip => ({
    key,
    text: shell('colon', { label: name, text }),
    onRemove: () => onSearch({ ...FIRST_PAGE, [key]: undefined }),
  })
  return [
    ...(search.alliance ? [chip('alliance', staffing('column.alliance'), chosen.alliance?.name ?? '…')] : []),
    ...(search.institution ? [chip('institution', t('institution'), chosen.institution?.name ?? '…')] : []),
    ...(region ? [chip('region', t('region'), data?.region?.name ?? region)] : []),
    ...PEOPLE_KEYS.flatMap((key) => {
      const list: CodeList = PEOPLE_LISTS[key]
      const labels = search[key]?.map((code) => codeLabel(list, code, locale))
      return labels ? [chip(key, list.label[locale], labels.join(shell('list')))] : []
    }),
  ]
}
