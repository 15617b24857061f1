import { Button, Input, Select } from 'antd'
import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssuesAt } from '../../command/form.ts'
import form from '../../command/CommandDialog.module.css'
import { DayField } from '../../fields/DayField.tsx'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import styles from '../Project.module.css'
import { stageChoices } from './StageFields.tsx'

/** A stage and its day, as they are typed. */
export interface MilestoneDraft {
  readonly stage: ProjectStage | null
  readonly day: IsoDate | null
  readonly wording: string
}

interface MilestoneRowsProps {
  readonly rows: readonly MilestoneDraft[]
  readonly onChange: (rows: readonly MilestoneDraft[]) => void
  /** Only these stages can be chosen; all where it is left out. */
  readonly among?: readonly ProjectStage[] | undefined
}

/** Stages and days, row by row, with what is wrong in each row under it. */
export function MilestoneRows({ rows, onChange, among }: MilestoneRowsProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const label = useCodeLabel()
  const locale = useLocale()
  const fields = ['stage', 'day', 'wording']
  const at = useIssuesAt(['milestones', ...rows.flatMap((_, row) => fields.map((field) => `milestones.${row}.${field}`))])
  const set = (row: number, patch: Partial<MilestoneDraft>) =>
    onChange(rows.map((one, index) => (index === row ? { ...one, ...patch } : one)))
  const choices = stageChoices(label, locale).filter(({ value }) => !among || among.includes(value))
  return (
    <div className={styles.rows}>
      {at('milestones').map(({ code, text }) => (
        <div key={code} className={form.issue}>
          {text}
        </div>
      ))}
      {rows.map((one, row) => (
        <div key={row}>
          <div className={styles.rowLine}>
            <Select<ProjectStage>
              aria-label={t('stageOfRow', { row: row + 1 })}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('stage')}
              value={one.stage}
              options={choices}
              onChange={(stage) => set(row, { stage })}
            />
            <DayField aria-label={t('dayOfRow', { row: row + 1 })} value={one.day} onChange={(day) => set(row, { day })} />
            <Button disabled={rows.length === 1} onClick={() => onChange(rows.filter((_, index) => index !== row))}>
              {t('removeRow')}
            </Button>
          </div>
          <Input
            aria-label={t('wordingOfRow', { row: row + 1 })}
            placeholder={t('planWording')}
            value={one.wording}
            style={{ marginTop: 4 }}
            onChange={({ target }) => set(row, { wording: target.value })}
          />
          {fields.flatMap((field) =>
            at(`milestones.${row}.${field}`).map(({ code, text }) => (
              <div key={field + code} className={form.issue}>
                {text}
              </div>
            )),
          )}
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...rows, { stage: null, day: null, wording: '' }])}>
          {t('addMilestone')}
        </Button>
      </div>
    </div>
  )
}
