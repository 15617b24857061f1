import { Button, Checkbox, Typography } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import type { Stretch } from '@yilian/domain/dated.ts'
import { lastDay } from '@yilian/domain/period.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../fields/DayField.tsx'
import styles from './StretchEditor.module.css'

interface StretchEditorProps<V> {
  readonly stretches: readonly Stretch<V>[]
  readonly onChange: (stretches: readonly Stretch<V>[]) => void
  /** A new row: starts where the last one ends. */
  readonly fresh: (validFrom: IsoDate) => Stretch<V>
  readonly today: IsoDate
  readonly children: (stretch: Stretch<V>, set: (patch: Partial<V>) => void, row: number) => ReactNode
  /** What is wrong in a row, already in words. */
  readonly issuesOf: (row: number) => readonly string[]
  readonly invalid: (row: number, field: 'validFrom' | 'validTo') => boolean
  /** What an empty list means; where it means nothing, the last row cannot be deleted. */
  readonly none?: string | undefined
}

/** The whole timeline of one fact, row by row, for corrections. Ends are shown and typed as the last day in force. */
export function StretchEditor<V extends object>({
  stretches,
  onChange,
  fresh,
  today,
  children,
  issuesOf,
  invalid,
  none,
}: StretchEditorProps<V>): ReactNode {
  const { t } = useTranslation('dated')
  const set = (row: number, patch: Partial<V> | { validFrom?: IsoDate; validTo?: IsoDate | null }) =>
    onChange(stretches.map((one, index) => (index === row ? { ...one, ...patch } : one)))
  return (
    <div className={styles.editor}>
      {stretches.length === 0 && none !== undefined && <Typography.Text type="warning">{none}</Typography.Text>}
      {stretches.map((stretch, row) => {
        const last = lastDay(stretch)
        const name = t('editor.row', { row: row + 1 })
        return (
          <fieldset key={row} className={styles.stretch}>
            <legend className="visually-hidden">{name}</legend>
            <div className={styles.days}>
              <label>
                <span>{t('editor.from')}</span>
                <DayField
                  aria-label={`${name} ${t('editor.from')}`}
                  value={stretch.validFrom === UNKNOWN_START ? null : stretch.validFrom}
                  placeholder={t('editor.unknown')}
                  allowClear={false}
                  status={invalid(row, 'validFrom') ? 'error' : ''}
                  aria-invalid={invalid(row, 'validFrom')}
                  onChange={(day) => day && set(row, { validFrom: day })}
                />
              </label>
              <label>
                <span>{t('editor.last')}</span>
                <DayField
                  aria-label={`${name} ${t('editor.last')}`}
                  value={last}
                  placeholder={t('editor.open')}
                  allowClear={false}
                  disabled={last === null}
                  status={invalid(row, 'validTo') ? 'error' : ''}
                  aria-invalid={invalid(row, 'validTo')}
                  onChange={(day) => day && set(row, { validTo: addDays(day, 1) })}
                />
              </label>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('editor.remove', { row: row + 1 })}
                title={t('editor.remove', { row: row + 1 })}
                disabled={none === undefined && stretches.length === 1}
                onClick={() => onChange(stretches.filter((_, index) => index !== row))}
              />
            </div>
            <Checkbox
              checked={last === null}
              onChange={({ target }) =>
                set(row, { validTo: target.checked ? null : addDays(stretch.validFrom > today ? stretch.validFrom : today, 1) })
              }
            >
              {t('editor.open')}
            </Checkbox>
            <div className={styles.value}>{children(stretch, (patch) => set(row, patch), row)}</div>
            {issuesOf(row).map((words) => (
              <div key={words} className={styles.issue} role="alert">
                {words}
              </div>
            ))}
          </fieldset>
        )
      })}
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        block
        onClick={() => onChange([...stretches, fresh(stretches.at(-1)?.validTo ?? today)])}
      >
        {t('editor.add')}
      </Button>
    </div>
  )
}
