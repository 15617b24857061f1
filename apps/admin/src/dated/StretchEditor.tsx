import { Button, Checkbox, Typography } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import type { Stretch } from '@yilian/domain/dated.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'
import { lastDay } from '@yilian/domain/period.ts'
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
  /** What is wrong at `stretches.<row>` and below, already in words. */
  readonly issuesAt: (path: string) => readonly string[]
  /** What an empty list means; where it means nothing, the last row cannot be deleted. */
  readonly none?: string | undefined
}

/** The whole timeline of one fact, row by row, for corrections. Ends are shown and typed as the last day in force. */
export function StretchEditor<V extends object>({ stretches, onChange, fresh, today, children, issuesAt, none }: StretchEditorProps<V>): ReactNode {
  const { t } = useTranslation('dated')
  const set = (row: number, patch: Partial<Stretch<V>>) => onChange(stretches.map((one, index) => (index === row ? { ...one, ...patch } : one)))
  const days = (patch: { validFrom?: IsoDate; validTo?: IsoDate | null }) => patch as Partial<Stretch<V>>
  const next = () => {
    const last = stretches.at(-1)
    onChange([...stretches, fresh(last ? (last.validTo ?? today) : today)])
  }
  return (
    <div className={styles.editor}>
      {stretches.length === 0 && none !== undefined && <Typography.Text type="secondary">{none}</Typography.Text>}
      {stretches.map((stretch, row) => {
        const last = lastDay(stretch)
        const own = [`stretches.${row}`, `stretches.${row}.validFrom`, `stretches.${row}.validTo`].flatMap((path) => issuesAt(path))
        return (
          <fieldset key={row} className={styles.stretch}>
            <legend className="visually-hidden">{t('editor.row', { row: row + 1 })}</legend>
            <div className={styles.days}>
              <label>
                <span>{t('editor.from')}</span>
                <DayField
                  aria-label={`${t('editor.row', { row: row + 1 })} ${t('editor.from')}`}
                  value={stretch.validFrom === UNKNOWN_START ? null : stretch.validFrom}
                  placeholder={t('editor.unknown')}
                  allowClear={false}
                  status={issuesAt(`stretches.${row}.validFrom`).length > 0 ? 'error' : ''}
                  onChange={(day) => day && set(row, days({ validFrom: day }))}
                />
              </label>
              <label>
                <span>{t('editor.last')}</span>
                <DayField
                  aria-label={`${t('editor.row', { row: row + 1 })} ${t('editor.last')}`}
                  value={last}
                  allowClear={false}
                  disabled={last === null}
                  status={issuesAt(`stretches.${row}.validTo`).length > 0 ? 'error' : ''}
                  onChange={(day) => day && set(row, days({ validTo: addDays(day, 1) }))}
                />
              </label>
              <Checkbox
                className={styles.open ?? ''}
                checked={last === null}
                onChange={({ target }) => set(row, days({ validTo: target.checked ? null : addDays(stretch.validFrom > today ? stretch.validFrom : today, 1) }))}
              >
                {t('editor.open')}
              </Checkbox>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('editor.remove', { row: row + 1 })}
                disabled={none === undefined && stretches.length === 1}
                onClick={() => onChange(stretches.filter((_, index) => index !== row))}
              />
            </div>
            <div className={styles.value}>{children(stretch, (patch) => set(row, patch as Partial<Stretch<V>>), row)}</div>
            {own.map((words) => <div key={words} className={styles.issue} role="alert">{words}</div>)}
          </fieldset>
        )
      })}
      <Button type="dashed" icon={<PlusOutlined />} onClick={next} block>{t('editor.add')}</Button>
    </div>
  )
}
