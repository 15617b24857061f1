import { Segmented, Select } from 'antd'
import { HEAD_COUNT_DIMENSIONS, type CountingRule, type HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextChoices } from '../i18n/useTextChoices.ts'
import { distinctDimensions, FIRST_ROWS, ruleShown, type CountViewProps } from './count-search.ts'
import styles from './HeadCount.module.css'

type Place = 'rows' | 'rows2' | 'columns' | 'columns2'

/** What stands in the rows and what in the columns, each within another where that is wanted, and by which rules. */
export function PivotFields({ search, onSearch }: CountViewProps): ReactNode {
  const { t } = useTranslation('headCount')
  const texts = useTextChoices()
  const dimensions = texts(HEAD_COUNT_DIMENSIONS)
  const { rows = FIRST_ROWS, rows2, columns, columns2 } = search
  const change = (patch: Partial<Record<Place, HeadCountDimension | undefined>>) => {
    const next = distinctDimensions({ rows, rows2, columns, columns2, ...patch })
    onSearch({ ...next, rows: next.rows === FIRST_ROWS ? undefined : next.rows })
  }
  const field = (place: Place, value: HeadCountDimension | undefined, others: readonly (HeadCountDimension | undefined)[]) => (
    <Select<HeadCountDimension>
      aria-label={t(place)}
      allowClear={place !== 'rows'}
      placeholder={t(place === 'columns' ? 'noColumns' : 'within')}
      value={value ?? null}
      options={dimensions.filter((one) => !others.includes(one.value))}
      style={{ width: place === 'rows' || place === 'columns' ? 164 : 132 }}
      onChange={(next: HeadCountDimension | undefined) => change({ [place]: next })}
    />
  )
  const rule = ruleShown(search)
  return (
    <>
      <span className={styles.field}>
        <span aria-hidden>{t('rows')}</span>
        {field('rows', rows, [])}
        {field('rows2', rows2, [rows])}
      </span>
      <span className={styles.field}>
        <span aria-hidden>{t('columns')}</span>
        {field('columns', columns, [rows, rows2])}
        {columns !== undefined && field('columns2', columns2, [rows, rows2, columns])}
      </span>
      <Segmented<CountingRule | 'all'>
        aria-label={t('rules')}
        value={rule ?? 'all'}
        options={[
          ...(columns2 === undefined ? [{ value: 'all' as const, label: t('allRules') }] : []),
          { value: 'HOME', label: t('short.HOME') },
          { value: 'HOST', label: t('short.HOST') },
          { value: 'FTE', label: t('short.FTE') },
        ]}
        onChange={(next) => onSearch({ rule: next === 'all' ? undefined : next })}
      />
    </>
  )
}
