import { Button, Input, Select } from 'antd'
import { planIssues, plannedOn } from '@yilian/domain/construction/milestone.ts'
import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import form from '../../command/CommandDialog.module.css'
import { useIssuesAt } from '../../command/form.ts'
import { useCommandName } from '../../command/useCommandName.ts'
import { DayField } from '../../fields/DayField.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import styles from '../Project.module.css'
import type { ProjectDialogProps } from '../project-page.ts'
import { cited, orNull } from '../../command/fields.tsx'
import { stageChoices } from './StageFields.tsx'

const CorrectMilestonesDocument = graphql(`
  mutation CorrectMilestones($input: CorrectMilestonesInput!, $locale: Locale!) {
    result: correctMilestones(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Row {
  readonly stage: ProjectStage | null
  readonly baselineOn: IsoDate | null
  readonly replannedOn: IsoDate | null
  readonly forecastOn: IsoDate | null
  readonly wording: string
  readonly reason: string
}
interface Draft {
  readonly rows: readonly Row[]
}
const DAYS = ['baselineOn', 'replannedOn', 'forecastOn'] as const

/** 更正项目计划: all milestones as they truly were planned; one that is taken out there never was. */
export function CorrectMilestonesDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const initial: Draft = {
    rows: project.milestones.map(({ stage, baselineOn, replannedOn, forecastOn, wording, reason }) => ({
      stage,
      baselineOn,
      replannedOn,
      forecastOn,
      wording: wording ?? '',
      reason: reason ?? '',
    })),
  }
  return (
    <CommandDialog
      title={`${name('correctMilestones')} · ${project.name}`}
      correction
      wide
      dated={false}
      document={CorrectMilestonesDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ rows }) => {
        const missing = rows.flatMap(({ stage }, row) => (stage === null ? [issue(`milestones.${row}.stage`, 'REQUIRED')] : []))
        if (missing.length > 0) return missing
        return planIssues(rows.flatMap((row) => (row.stage === null ? [] : [{ stage: row.stage, day: plannedOn(row) }])))
      }}
      toInput={({ rows }, common, baseVersion) => ({
        projectId: project.id,
        milestones: rows.flatMap(({ stage, wording, reason, ...days }) =>
          stage === null ? [] : [{ stage, ...days, wording: orNull(wording), reason: orNull(reason) }],
        ),
        baseVersion,
        ...cited(common),
      })}
      confirm={() => t('correctPlanSaid', { project: project.name })}
      onClose={onClose}
    >
      {({ draft, set }) => <Rows rows={draft.rows} onChange={(rows) => set({ rows })} />}
    </CommandDialog>
  )
}

function Rows({ rows, onChange }: { readonly rows: readonly Row[]; readonly onChange: (rows: readonly Row[]) => void }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const label = useCodeLabel()
  const locale = useLocale()
  const fields = ['stage', 'day', 'wording', 'reason']
  const at = useIssuesAt(rows.flatMap((_, row) => fields.map((field) => `milestones.${row}.${field}`)))
  const set = (row: number, patch: Partial<Row>) => onChange(rows.map((one, index) => (index === row ? { ...one, ...patch } : one)))
  return (
    <>
      <p style={{ marginTop: 0 }}>{t('correctPlanExplain')}</p>
      <div className={styles.rows}>
        {rows.map((one, row) => (
          <div key={row} className={styles.rows} style={{ paddingBottom: 8, borderBottom: '1px solid #e2e6eb' }}>
            <div style={{ display: 'flex', gap: 6 }}>
              <Select<ProjectStage>
                aria-label={t('stageOfRow', { row: row + 1 })}
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('stage')}
                value={one.stage}
                options={stageChoices(label, locale)}
                style={{ flex: 1 }}
                onChange={(stage) => set(row, { stage })}
              />
              <Button onClick={() => onChange(rows.filter((_, index) => index !== row))}>{t('removeRow')}</Button>
            </div>
            <div className={styles.three}>
              {DAYS.map((day) => (
                <label key={day}>
                  <span className={form.label}>{t(day)}</span>
                  <DayField
                    aria-label={`${t(day)} ${row + 1}`}
                    value={one[day]}
                    style={{ width: '100%' }}
                    onChange={(value) => set(row, { [day]: value })}
                  />
                </label>
              ))}
            </div>
            <Input
              aria-label={t('wordingOfRow', { row: row + 1 })}
              placeholder={t('planWording')}
              value={one.wording}
              onChange={({ target }) => set(row, { wording: target.value })}
            />
            <Input
              aria-label={t('reasonOfRow', { row: row + 1 })}
              placeholder={t('replanReason')}
              value={one.reason}
              onChange={({ target }) => set(row, { reason: target.value })}
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
          <Button
            size="small"
            onClick={() =>
              onChange([...rows, { stage: null, baselineOn: null, replannedOn: null, forecastOn: null, wording: '', reason: '' }])
            }
          >
            {t('addMilestone')}
          </Button>
        </div>
      </div>
    </>
  )
}
