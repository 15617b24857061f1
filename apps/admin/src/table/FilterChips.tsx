import { Button, Tag } from 'antd'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableColumn } from './columns.ts'
import styles from './DataTable.module.css'

export interface FilterChip {
  readonly key: string
  readonly text: string
  readonly onRemove: () => void
}

/** One chip for each filter in force, so that no filter is hidden in a head or scrolled away. */
export function chipsOf(columns: readonly TableColumn<never, string>[], more: readonly FilterChip[], t: TFunction<'shell'>): FilterChip[] {
  return [
    ...columns.flatMap(({ key, title, filter }) => {
      const chosen = filter?.chosen
      if (!filter || !chosen || chosen.length === 0) return []
      const labels = chosen.map((value) => filter.choices.find((choice) => choice.value === value)?.label ?? value)
      const shown = labels.slice(0, 3).join(t('list')) + (labels.length > 3 ? ' …' : '')
      return [{ key, text: t('colon', { label: title, text: shown }), onRemove: () => filter.onChoose(undefined) }]
    }),
    ...more,
  ]
}

export function FilterChips({ chips, onClear }: { readonly chips: readonly FilterChip[]; readonly onClear: () => void }): ReactNode {
  const { t } = useTranslation('table')
  if (chips.length === 0) return null
  return (
    <div className={styles.chips} aria-label={t('filter.active')} role="group">
      <span className={styles.faint}>{t('filter.active')}</span>
      {chips.map(({ key, text, onRemove }) => (
        <Tag
          key={key}
          color="blue"
          variant="filled"
          closable={{ 'aria-label': t('filter.remove', { filter: text }) }}
          onClose={(event) => {
            event.preventDefault()
            onRemove()
          }}
        >
          {text}
        </Tag>
      ))}
      <Button type="link" size="small" data-print="no" onClick={onClear}>
        {t('filter.clear')}
      </Button>
    </div>
  )
}
