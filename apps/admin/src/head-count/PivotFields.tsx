import { Segmented, Select } from 'antd'
import { HEAD_COUNT_DIMENSIONS, type CountingRule, type HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextChoices } from '../i18n/useTextChoices.ts'
import { FIRST_ROWS, type CountViewProps } from './count-search.ts'
import styles from './HeadCount.module.css'

/** What stands in the rows, what in the columns, and by which rules. */
export function PivotFields({ search, onSearch }: CountViewProps): ReactNode {
  const { t } = useTranslation('headCount')
  const texts = useTextChoices()
  const dimensions = texts(HEAD_COUNT_DIMENSIONS)
  const { rows = FIRST_ROWS, columns, rule } = search
  return (
    <>
      <label className={styles.field}>
        {t('rows')}
        <Select<HeadCountDimension>
          aria-label={t('rows')}
          value={rows}
          options={dimensions}
          style={{ width: 172 }}
          onChange={(next) =>
            onSearch({ rows: next === FIRST_ROWS ? undefined : next, ...(next === columns ? { columns: undefined } : {}) })
          }
        />
      </label>
      <label className={styles.field}>
        {t('columns')}
        <Select<HeadCountDimension>
          aria-label={t('columns')}
          allowClear
          placeholder={t('noColumns')}
          value={columns ?? null}
          options={dimensions.filter(({ value }) => value !== rows)}
          style={{ width: 172 }}
          onChange={(next: HeadCountDimension | undefined) => onSearch({ columns: next })}
        />
      </label>
      <Segmented<CountingRule | 'all'>
        aria-label={t('rules')}
        value={rule ?? 'all'}
        options={[
          { value: 'all', label: t('allRules') },
          { value: 'HOME', label: t('short.HOME') },
          { value: 'HOST', label: t('short.HOST') },
          { value: 'FTE', label: t('short.FTE') },
        ]}
        onChange={(next) => onSearch({ rule: next === 'all' ? undefined : next })}
      />
    </>
  )
}
