import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { Place } from '../staffing/parts.tsx'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { CountFilters, useCountChips } from './CountFilters.tsx'
import { countFilter, NO_FILTERS, type CountViewProps } from './count-search.ts'
import { equivalentsText } from './count-text.ts'
import { HeadCountDifferencesDocument, type DifferenceRow } from './head-count.ts'
import styles from './HeadCount.module.css'
import { PersonName } from './PersonName.tsx'

/** The people of whom the three rules do not say the same, with all their places and why. */
export function DifferencesView({ search, onSearch }: CountViewProps): ReactNode {
  const { t } = useTranslation('headCount')
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const filter = countFilter(search, county)
  const statistical = search.everybody !== true
  const { orderBy: _order, direction: _direction, ...page } = pageArguments<never>(search)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: HeadCountDifferencesDocument,
    variables: { filter, statistical, ...page, asOf, asKnownAt, locale },
  })
  const columns = useColumns()
  const chips = useCountChips({ search, onSearch })
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.headCountDifferences
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<DifferenceRow, never>
        name="headCountDifferences"
        label={t('view.differences')}
        columns={columns}
        rowKey={({ personId }) => personId}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={{ ...filter, statistical }}
        toolbar={<CountFilters search={search} onSearch={onSearch} />}
        chips={chips}
        onClearFilters={() => onSearch({ ...FIRST_PAGE, ...NO_FILTERS })}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noDifferences')} />}
      />
    </>
  )
}

function useColumns(): TableColumn<DifferenceRow, never>[] {
  const { t } = useTranslation('headCount')
  const wide = useLocale() === 'en'
  const lines = ({ spots }: DifferenceRow, of: (spot: DifferenceRow['spots'][number]) => ReactNode) => (
    <div className={styles.lines}>
      {spots.map((spot, at) => (
        <span key={spot.institution?.id ?? at}>{of(spot)}</span>
      ))}
    </div>
  )
  return [
    { key: 'person', title: t('person'), width: 190, pinned: true, render: (row) => <PersonName row={row} /> },
    {
      key: 'institution',
      title: t('institution'),
      width: 240,
      render: (row) =>
        lines(row, ({ institution, outside }) => (
          <Place institution={institution} elsewhere={t(outside ? 'outsideRegister' : 'anotherInstitution')} />
        )),
    },
    { key: 'home', title: t('short.HOME'), width: wide ? 110 : 92, numeric: true, render: (row) => lines(row, ({ home }) => home) },
    { key: 'host', title: t('short.HOST'), width: wide ? 110 : 92, numeric: true, render: (row) => lines(row, ({ host }) => host) },
    {
      key: 'fte',
      title: t('short.FTE'),
      width: wide ? 120 : 92,
      numeric: true,
      render: (row) => lines(row, ({ fte }) => equivalentsText(fte)),
    },
    { key: 'explanation', title: t('why'), width: 460, render: ({ explanation }) => explanation },
  ]
}
