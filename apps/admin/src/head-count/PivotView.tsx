import { Link } from '@tanstack/react-router'
import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { countText } from '../i18n/format.ts'
import { ExportMenu } from '../table/ExportMenu.tsx'
import { FilterChips } from '../table/FilterChips.tsx'
import table from '../table/DataTable.module.css'
import { FIRST_PAGE } from '../table/table-search.ts'
import { useBodyHeight } from '../table/useBodyHeight.ts'
import { CountFilters, useCountChips } from './CountFilters.tsx'
import { NO_FILTERS, type CountViewProps } from './count-search.ts'
import { DIMENSION_RULES } from './dimension.ts'
import styles from './HeadCount.module.css'
import { PivotFields } from './PivotFields.tsx'
import { PivotTable } from './PivotTable.tsx'
import { usePivot } from './usePivot.ts'

/** The pivot: rows and columns chosen, the three rules side by side, totals, and the way to whose counts differ. */
export function PivotView({ search, onSearch }: CountViewProps): ReactNode {
  const { t } = useTranslation('headCount')
  const { query, pivot, by, filter } = usePivot(search)
  const [{ data, error, fetching, stale }, read] = query
  const [frame, height] = useBodyHeight()
  const chips = useCountChips({ search, onSearch })
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <section className={table.root} aria-label={t('view.pivot')} data-print="flow">
        <div className={table.toolbar} data-print="no">
          <PivotFields search={search} onSearch={onSearch} />
          <CountFilters search={search} onSearch={onSearch} />
          <span className={table.toolbarEnd}>
            <ExportMenu
              name="headCount"
              samePaper
              columns={[...by.map((one) => DIMENSION_RULES[one].column), 'home', 'host', 'fte']}
              filter={{ ...filter, statistical: search.everybody !== true }}
              order={{ orderBy: undefined, direction: undefined }}
              total={data?.headCount.cells.length}
            />
          </span>
        </div>
        <FilterChips chips={chips} onClear={() => onSearch({ ...FIRST_PAGE, ...NO_FILTERS })} />
        <p className={styles.says}>
          {t('explain')}{' '}
          {data && (
            <>
              <Link from="/head-count" to="/head-count" search={(before) => ({ ...before, ...FIRST_PAGE, view: 'differences' as const })}>
                {t('differing', { count: data.headCountDifferences.totalCount, text: countText(data.headCountDifferences.totalCount) })}
              </Link>
              {t('and')}
              <Link from="/head-count" to="/head-count" search={(before) => ({ ...before, ...FIRST_PAGE, view: 'left' as const })}>
                {t('leftOut', { count: data.headCountExclusions.totalCount, text: countText(data.headCountExclusions.totalCount) })}
              </Link>
            </>
          )}
        </p>
        <div ref={frame} className={table.frame} data-busy={data !== undefined && fetching && !stale} data-print="list">
          {pivot && pivot.lines.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} style={{ padding: 48 }} />
          ) : (
            <PivotTable pivot={pivot} search={search} onSearch={onSearch} height={height} />
          )}
        </div>
      </section>
    </>
  )
}
