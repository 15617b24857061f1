import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { CountFilters, useCountChips } from './CountFilters.tsx'
import { countFilter, NO_FILTERS, type CountViewProps } from './count-search.ts'
import { HeadCountExclusionsDocument, type ExclusionRow } from './head-count.ts'
import { PersonName } from './PersonName.tsx'

/** Everybody with an appointment on the day shown who is not counted, and why. */
export function ExclusionsView({ search, onSearch }: CountViewProps): ReactNode {
  const { t } = useTranslation('headCount')
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const filter = countFilter(search, county)
  const { orderBy: _order, direction: _direction, ...page } = pageArguments<never>(search)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: HeadCountExclusionsDocument,
    variables: { filter, ...page, asOf, asKnownAt, locale },
  })
  const chips = useCountChips({ search, onSearch })
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.headCountExclusions
  const columns: TableColumn<ExclusionRow, never>[] = [
    { key: 'person', title: t('person'), width: 200, pinned: true, render: (row) => <PersonName row={row} /> },
    { key: 'reason', title: t('whyNot'), width: 520, render: ({ says }) => says },
  ]
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<ExclusionRow, never>
        name="headCountExclusions"
        label={t('view.left')}
        columns={columns}
        rowKey={({ personId }) => personId}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        toolbar={<CountFilters search={search} onSearch={onSearch} statistical={false} />}
        chips={chips}
        onClearFilters={() => onSearch({ ...FIRST_PAGE, ...NO_FILTERS })}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('nobodyLeft')} />}
      />
    </>
  )
}
