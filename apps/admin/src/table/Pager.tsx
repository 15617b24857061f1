import { LeftOutlined, RightOutlined, VerticalRightOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../i18n/format.ts'
import styles from './DataTable.module.css'
import { FIRST_PAGE, PAGE_SIZES, type Page, type TableSearch } from './table-search.ts'

interface PagerProps {
  readonly page: Page
  readonly total: number | undefined
  readonly size: number | undefined
  readonly onSearch: (patch: TableSearch<never>) => void
}

/** First, previous, next, and how many rows a page has; rows are counted, pages are not. */
export function Pager({ page, total, size, onSearch }: PagerProps): ReactNode {
  const { t } = useTranslation('table')
  const go = (place: TableSearch<string> | null) => place && onSearch({ after: place.after, before: place.before, from: place.from })
  return (
    <div className={styles.pager} role="navigation" aria-label={t('pager.label')} data-print="no">
      <span className={styles.pagerRows}>
        {total === undefined
          ? ''
          : page.lastRow === 0
            ? t('pager.none')
            : t('pager.rows', { first: countText(page.firstRow), last: countText(page.lastRow), total: countText(total) })}
      </span>
      <span className={styles.pagerSize}>
        <Select
          size="small"
          variant="borderless"
          aria-label={t('pager.sizeLabel')}
          value={size ?? PAGE_SIZES[0]}
          options={PAGE_SIZES.map((value) => ({ value, label: t('pager.size', { size: value }) }))}
          onChange={(next) => onSearch({ ...FIRST_PAGE, size: next === PAGE_SIZES[0] ? undefined : next })}
        />
      </span>
      <Button
        size="small"
        type="text"
        icon={<VerticalRightOutlined />}
        aria-label={t('pager.start')}
        title={t('pager.start')}
        disabled={!page.previous}
        onClick={() => onSearch(FIRST_PAGE)}
      />
      <Button size="small" type="text" icon={<LeftOutlined />} disabled={!page.previous} onClick={() => go(page.previous)}>
        {t('pager.previous')}
      </Button>
      <Button size="small" type="text" icon={<RightOutlined />} iconPlacement="end" disabled={!page.next} onClick={() => go(page.next)}>
        {t('pager.next')}
      </Button>
    </div>
  )
}
