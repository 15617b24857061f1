import { Empty } from 'antd'
import { COUNTING_RULES, HEAD_COUNT_DIMENSIONS } from '@yilian/domain/staffing/counting/head-count.ts'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { Chart } from '../chart/Chart.tsx'
import { QueryView } from '../client/QueryView.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import styles from '../staffing/Staffing.module.css'
import { FilterChips } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { countChart, ROWS_DRAWN } from './count-chart.ts'
import { CountFilters, useCountChips } from './CountFilters.tsx'
import { NO_FILTERS, ruleShown, type CountViewProps } from './count-search.ts'
import { PivotFields } from './PivotFields.tsx'
import { leavesOf } from './pivot.ts'
import { PivotTable } from './PivotTable.tsx'
import { usePivot } from './usePivot.ts'

/** The pivot as bars. */
export function CountChartView({ search, onSearch }: CountViewProps): ReactNode {
  const { t } = useTranslation('headCount')
  const locale = useLocale()
  const { query, pivot } = usePivot(search)
  const chips = useCountChips({ search, onSearch })
  const asOf = query[0].data?.headCount.asOf
  const rule = ruleShown(search)
  const divided = search.columns !== undefined
  const option = useMemo(() => {
    if (!pivot) return null
    const by = [...pivot.rows, ...pivot.columns].map((one) => HEAD_COUNT_DIMENSIONS[one][locale]).join(' × ')
    const ruled = pivot.columns.length === 0 ? [] : [COUNTING_RULES[rule ?? 'HOME'][locale]]
    const count = leavesOf(pivot.lines).length
    const cut = count > ROWS_DRAWN ? [t('chartCut', { shown: ROWS_DRAWN, count })] : []
    return countChart(pivot, rule, {
      subtext: [t('chartTitle', { by }), ...ruled, asOf, ...cut].join(' · '),
      rule: (one) => COUNTING_RULES[one][locale],
      others: t('otherColumns'),
    })
  }, [pivot, rule, asOf, locale, t])
  const drawn = Math.min(leavesOf(pivot?.lines ?? []).length, ROWS_DRAWN)
  const perRow = !divided && rule === undefined ? 44 : 26
  return (
    <>
      <div className={styles.tools}>
        <PivotFields search={search} onSearch={onSearch} />
        <CountFilters search={search} onSearch={onSearch} />
      </div>
      <FilterChips chips={chips} onClear={() => onSearch({ ...FIRST_PAGE, ...NO_FILTERS })} />
      <div className={styles.scroll} data-print="flow">
        <QueryView query={query}>
          {() =>
            !pivot || !option || drawn === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} style={{ padding: 48 }} />
            ) : (
              <div className={page.tab}>
                <section className={page.panel} aria-label={t('view.chart')}>
                  <Chart
                    label={t('view.chart')}
                    fileName={`${t('title')}-${asOf}`}
                    option={option}
                    height={96 + drawn * perRow}
                    table={<PivotTable pivot={pivot} search={search} onSearch={onSearch} height={480} />}
                  />
                </section>
              </div>
            )
          }
        </QueryView>
      </div>
    </>
  )
}
