import { SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Empty, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { COMMANDS } from '@yilian/domain/commands.ts'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useDebounced } from '../fields/useDebounced.ts'
import type { InstitutionOrderBy } from '../graphql/graphql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay } from '../session/use-may.ts'
import { useMoment } from '../shell/moment.ts'
import { DataTable } from '../table/DataTable.tsx'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { InstitutionListDocument, type InstitutionRow } from './institution-list.ts'
import { institutionFilter, NO_FILTERS, type InstitutionSearch } from './institution-search.ts'
import { useInstitutionColumns } from './useInstitutionColumns.tsx'

interface InstitutionTableProps {
  readonly label: string
  readonly search: InstitutionSearch
  readonly onSearch: (patch: InstitutionSearch, replace?: boolean) => void
  /** What else stands left of the search box, e.g. a choice of region. */
  readonly toolbar?: ReactNode
  readonly chips?: readonly FilterChip[]
  readonly regionFixed?: boolean
  readonly onCreate: (() => void) | null
}

/** The list of institutions, as a page of its own and beside the tree of regions. */
export function InstitutionTable({
  label,
  search,
  onSearch,
  toolbar,
  chips = [],
  regionFixed = false,
  onCreate,
}: InstitutionTableProps): ReactNode {
  const { t } = useTranslation('institution')
  const { asOf, asKnownAt, county } = useMoment()
  const filter = institutionFilter(search, county)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: InstitutionListDocument,
    variables: { filter, ...pageArguments<InstitutionOrderBy>(search), asOf, asKnownAt },
  })
  const change = (patch: InstitutionSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const columns = useInstitutionColumns(search, change)
  const retry = () => read({ requestPolicy: 'network-only' })
  const [typed, setTyped] = useTypedSearch(search.q, (q) => onSearch({ ...FIRST_PAGE, q }, true))
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const clear = () => {
    setTyped('')
    change(regionFixed ? { ...NO_FILTERS, region: search.region } : NO_FILTERS)
  }
  const searchChip: FilterChip[] = search.q
    ? [{ key: 'q', text: t('list.chipSearch', { text: search.q }), onRemove: () => setTyped('') }]
    : []
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<InstitutionRow, InstitutionOrderBy>
        name="institutions"
        label={label}
        columns={columns}
        rowKey={({ id }) => id}
        rows={data?.institutions.nodes}
        total={data?.institutions.totalCount}
        pageInfo={data?.institutions.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        toolbar={
          <>
            <Input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              allowClear
              prefix={<SearchOutlined />}
              placeholder={t('list.search')}
              aria-label={t('list.searchLabel')}
              style={{ width: 260 }}
            />
            {toolbar}
          </>
        }
        chips={[...searchChip, ...chips]}
        onClearFilters={clear}
        empty={<NoInstitutions onCreate={onCreate} />}
      />
    </>
  )
}

/** The text in the box at once, in the address once typing rests; the box follows when the address changes otherwise. */
function useTypedSearch(inAddress: string | undefined, onSettled: (text: string | undefined) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(inAddress ?? '')
  const settled = useDebounced(typed.trim(), 250)
  useEffect(() => {
    if (settled === typed.trim() && settled !== (inAddress ?? '')) onSettled(settled === '' ? undefined : settled)
    // oxlint-disable-next-line react/exhaustive-deps -- only what was typed settles; the address is compared, not followed
  }, [settled])
  useEffect(() => {
    setTyped((now) => (now.trim() === (inAddress ?? '') ? now : (inAddress ?? '')))
  }, [inAddress])
  return [typed, setTyped]
}

function NoInstitutions({ onCreate }: { readonly onCreate: (() => void) | null }): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  const mayImport = useMay('institution.change')
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{t('list.empty')}</div>
          {onCreate && <div style={{ color: '#55606d', maxWidth: 440, margin: '4px auto 0' }}>{t('list.emptyAdvice')}</div>}
        </>
      }
    >
      {onCreate && (
        <Button type="primary" onClick={onCreate}>
          {COMMANDS.createInstitution[locale]}
        </Button>
      )}{' '}
      {mayImport && (
        <Link to="/import">
          <Button>{t('import')}</Button>
        </Link>
      )}
    </Empty>
  )
}
