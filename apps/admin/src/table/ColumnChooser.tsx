import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inChosenOrder, moved, toggled, type ColumnChoice } from './column-choice.ts'
import type { TableColumn } from './columns.ts'
import styles from './DataTable.module.css'
import type { Density } from './useColumnChoice.ts'

interface ColumnChooserProps {
  readonly columns: readonly TableColumn<never, string>[]
  readonly choice: ColumnChoice
  readonly onChoice: (choice: ColumnChoice | null) => void
  readonly density: Density
  readonly onDensity: (density: Density) => void
}

/** Which columns, in which order, and how close the rows stand. */
export function ColumnChooser({ columns, choice, onChoice, density, onDensity }: ColumnChooserProps): ReactNode {
  const { t } = useTranslation('table')
  const ordered = inChosenOrder(columns, choice)
  const content = (
    <div className={styles.chooser}>
      <div className={styles.chooserHead}>
        <strong>{t('chooser.title')}</strong>
        <Button type="link" size="small" onClick={() => onChoice(null)}>
          {t('chooser.reset')}
        </Button>
      </div>
      <ul className={styles.chooserList}>
        {ordered.map((column, index) => (
          <li key={column.key}>
            <Checkbox
              checked={column.pinned || !choice.hidden.includes(column.key)}
              disabled={column.pinned ?? false}
              onChange={() => onChoice(toggled(choice, column.key))}
            >
              {column.title}
              {column.pinned && <span className={styles.faint}> {t('chooser.pinned')}</span>}
            </Checkbox>
            {!column.pinned && (
              <span className={styles.chooserMove}>
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  aria-label={t('chooser.up', { column: column.title })}
                  disabled={index === 0 || ordered[index - 1]?.pinned === true}
                  onClick={() => onChoice(moved(columns, choice, column.key, -1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  aria-label={t('chooser.down', { column: column.title })}
                  disabled={index === ordered.length - 1}
                  onClick={() => onChoice(moved(columns, choice, column.key, 1))}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.chooserHead}>
        <strong>{t('chooser.density')}</strong>
        <Segmented
          size="small"
          value={density}
          onChange={onDensity}
          options={[
            { value: 'normal', label: t('chooser.normal') },
            { value: 'compact', label: t('chooser.compact') },
          ]}
        />
      </div>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<SettingOutlined />} aria-label={t('columns')} title={t('columns')} />
    </Popover>
  )
}
