import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UseQueryResponse } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { countText } from '../i18n/format.ts'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import { AllianceFilterField, InstitutionFilterField } from '../staffing/PlaceFilters.tsx'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE, type PageInfo } from '../table/table-search.ts'
import { NO_FILTERS, type StaffList, type StaffListProps, type StaffListSearch } from './staff-list-search.ts'
import styles from './StaffList.module.css'

/** How many rows have a code; none where nothing is recorded. */
export interface ListCount {
  readonly code: string | null
  readonly count: number
  readonly label: string
}

interface Listed<Row> {
  readonly list: {
    readonly totalCount: number
    readonly pageInfo: PageInfo
    readonly nodes: Row[]
    readonly counts?: readonly ListCount[]
  }
}

interface ListTableProps<Row extends object, Variables extends object> extends StaffListProps {
  readonly list: StaffList
  /** The table's name at the server. */
  readonly name: string
  readonly columns: readonly TableColumn<Row, never>[]
  readonly rowKey: (row: Row) => string
  readonly query: UseQueryResponse<Listed<Row>, Variables>
  readonly filter: object
  /** What the rows are counted by, in words. */
  readonly countedBy?: string
  /** Where to go from an empty list. */
  readonly instead?: ReactNode
}

/** A list as a table: filters by place, how many there are of each kind, paging, the file. */
export function ListTable<Row extends object, Variables extends object>(props: ListTableProps<Row, Variables>): ReactNode {
  const { list, name, columns, rowKey, query, filter, countedBy, instead, search, onSearch } = props
  const { t } = useTranslation('staffList')
  const [{ data, error, fetching, stale }, read] = query
  const change = (patch: StaffListSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const counts = data?.list.counts ?? []
  const chips = useListChips(search, change, countedBy, counts)
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<Row, never>
        name={name}
        label={t(`list.${list}`)}
        columns={columns}
        rowKey={rowKey}
        rows={data?.list.nodes}
        total={data?.list.totalCount}
        pageInfo={data?.list.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        toolbar={
          <>
            <AllianceFilterField value={search.alliance} onChange={(alliance) => change({ alliance })} />
            <InstitutionFilterField
              label={t('institution')}
              value={search.institution}
              onChange={(institution) => change({ institution })}
            />
            {countedBy && search.code === undefined && counts.length > 1 && (
              <span className={styles.counts}>
                {countedBy}
                {counts.map(({ code, count, label }) =>
                  code === null ? (
                    <span key="none">
                      {label} {countText(count)}
                    </span>
                  ) : (
                    <Button key={code} size="small" onClick={() => change({ code })}>
                      {label} {countText(count)}
                    </Button>
                  ),
                )}
              </span>
            )}
          </>
        }
        chips={chips}
        onClearFilters={() => change(NO_FILTERS)}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`none.${list}`)}>
            {instead}
          </Empty>
        }
      />
    </>
  )
}

function useListChips(
  { alliance, institution, code }: StaffListSearch,
  change: (patch: StaffListSearch) => void,
  countedBy: string | undefined,
  counts: readonly ListCount[],
): FilterChip[] {
  const { t } = useTranslation('staffList')
  const { t: shell } = useTranslation('shell')
  const { t: staffing } = useTranslation('staffing')
  const chosen = useChosenPlaces({ alliance, institution })
  const chip = (key: 'alliance' | 'institution' | 'code', label: string, text: string): FilterChip => ({
    key,
    text: shell('colon', { label, text }),
    onRemove: () => change({ [key]: undefined }),
  })
  return [
    ...(alliance ? [chip('alliance', staffing('column.alliance'), chosen.alliance?.name ?? '…')] : []),
    ...(institution ? [chip('institution', t('institution'), chosen.institution?.name ?? '…')] : []),
    ...(code && countedBy ? [chip('code', countedBy, counts.find((one) => one.code === code)?.label ?? code)] : []),
  ]
}
