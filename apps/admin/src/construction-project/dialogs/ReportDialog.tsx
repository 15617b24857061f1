import { monthBefore } from '@yilian/domain/construction/alert.ts'
import { completedToDate } from '@yilian/domain/construction/money-standing.ts'
import { monthIssues, progressReportIssues, submissionIssues } from '@yilian/domain/construction/progress-report.ts'
import { reportsThatCount } from '@yilian/domain/construction/standing.ts'
import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import { sumYuan, type Yuan } from '@yilian/domain/money.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { MonthField } from '../../fields/MonthField.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useFrame } from '../../shell/frame-data.ts'
import { moneyText } from '../money.ts'
import styles from '../Project.module.css'
import type { ProjectDialogProps, ProjectOnPage, ReportRow } from '../project-page.ts'
import { Choice, cited, Count, LongTextField, orNull, TextField } from '../../command/fields.tsx'
import { moneyIssues, moneyOf, MoneyField, NO_MONEY, yuanIn, type Money } from './money-field.tsx'
import { stageChoices } from './StageFields.tsx'

const SaveProgressReportDocument = graphql(`
  mutation SaveProgressReport($input: SaveProgressReportInput!, $locale: Locale!) {
    result: saveProgressReport(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly month: string
  readonly stage: ProjectStage | null
  readonly wording: string
  readonly percent: string
  readonly investmentMonth: Money
  readonly investmentToDate: Money
  readonly unitsDone: number | null
  readonly workers: number | null
  readonly safety: string
  readonly nextSteps: string
}

/** The month to report: the one before this, unless that is reported already. */
function monthDue({ progressReports }: ProjectOnPage, today: string): string {
  const last = monthBefore(today.slice(0, 7))
  return progressReports.some(({ month, state }) => month === last && state !== 'DRAFT' && state !== 'RETURNED') ? today.slice(0, 7) : last
}

interface ReportDialogProps extends ProjectDialogProps {
  /** The draft to go on with. */
  readonly existing?: ReportRow
}

/** 填写项目月报: the month before beside what is typed, in one column that fits a phone. Saved as a draft, and submitted from the list. */
export function ReportDialog({ project, existing, onClose }: ReportDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const label = useCodeLabel()
  const locale = useLocale()
  const { today } = useFrame()
  const due = existing?.month ?? monthDue(project, today)
  const begun = existing ?? project.progressReports.find(({ month, state }) => month === due && (state === 'DRAFT' || state === 'RETURNED'))
  const initial: Draft = {
    month: due,
    stage: begun ? begun.stage : (project.stage?.stage ?? null),
    wording: begun?.wording ?? '',
    percent: begun?.percent ?? '',
    investmentMonth: begun ? moneyOf(begun.investmentMonth) : NO_MONEY,
    investmentToDate: begun ? moneyOf(begun.investmentToDate) : NO_MONEY,
    unitsDone: begun?.unitsDone ?? null,
    workers: begun?.workers ?? null,
    safety: begun?.safety ?? '',
    nextSteps: begun?.nextSteps ?? '',
  }
  const fieldsOf = (draft: Draft) => ({
    stage: draft.stage,
    wording: orNull(draft.wording),
    percent: orNull(draft.percent),
    investmentMonth: yuanIn(draft.investmentMonth),
    investmentToDate: yuanIn(draft.investmentToDate),
    unitsDone: draft.unitsDone,
    workers: draft.workers,
    safety: orNull(draft.safety),
    nextSteps: orNull(draft.nextSteps),
  })
  const before = (month: string) => project.progressReports.findLast((one) => one.month < month && one.state !== 'DRAFT')
  const toDateHelp = (sum: Yuan | null, added: Yuan | null) => {
    if (sum === null) return null
    if (added === null) return t('toDateBefore', { amount: moneyText(sum, 'WAN') })
    return t('toDateWith', { amount: moneyText(sum, 'WAN'), total: moneyText(sumYuan([sum, added]), 'WAN') })
  }
  const toDate = (month: string) => completedToDate(reportsThatCount(project.progressReports).filter((one) => one.month < month))
  return (
    <CommandDialog
      title={`${name('saveProgressReport')} · ${project.name}`}
      effect={false}
      dated={false}
      document={SaveProgressReportDocument}
      initial={initial}
      countyCode={project.countyCode}
      issues={(draft) => {
        const said = { ...fieldsOf(draft), documentId: null, source: null }
        return [
          ...monthIssues(draft.month, today.slice(0, 7)),
          ...progressReportIssues(said, project.unitCount),
          ...submissionIssues(said).filter(({ code }) => code !== 'REQUIRED'),
          ...moneyIssues('investmentMonth', draft.investmentMonth),
          ...moneyIssues('investmentToDate', draft.investmentToDate),
        ]
      }}
      toInput={(draft, common) => {
        const version = project.progressReports.find(({ month }) => month === draft.month)?.version
        return {
          projectId: project.id,
          month: draft.month,
          ...fieldsOf(draft),
          ...(version === undefined ? {} : { baseVersion: version }),
          ...cited(common),
        }
      }}
      confirm={({ month }) => t('saveReportSaid', { month })}
      onClose={onClose}
    >
      {({ draft, set }) => {
        const last = before(draft.month)
        const sum = toDate(draft.month)
        return (
          <>
            <CommandField name="month" label={t('month')} required>
              {(control) => (
                <MonthField
                  {...control}
                  allowClear={false}
                  disabled={existing !== undefined}
                  value={draft.month}
                  max={today.slice(0, 7)}
                  style={{ width: '100%' }}
                  onChange={(month) => month && set({ month })}
                />
              )}
            </CommandField>
            {begun?.returnReason && begun.state === 'RETURNED' && (
              <p className={styles.quiet}>{t('returnedBecause', { reason: begun.returnReason })}</p>
            )}
            <LongTextField
              name="wording"
              label={t('progress')}
              help={last?.wording ? t('lastMonth', { month: last.month, text: last.wording }) : null}
              rows={3}
              value={draft.wording}
              onChange={(wording) => set({ wording })}
            />
            <Choice
              name="stage"
              label={t('stage')}
              placeholder={t('stageUnknown')}
              value={draft.stage}
              choices={stageChoices(label, locale)}
              onChange={(stage) => set({ stage })}
            />
            <TextField
              name="percent"
              inputMode="decimal"
              label={t('percent')}
              help={last?.percent ? t('lastMonth', { month: last.month, text: `${last.percent}%` }) : null}
              value={draft.percent}
              onChange={(percent) => set({ percent })}
            />
            <MoneyField
              name="investmentMonth"
              label={t('investmentMonth')}
              value={draft.investmentMonth}
              onChange={(investmentMonth) => set({ investmentMonth })}
            />
            <MoneyField
              name="investmentToDate"
              label={t('investmentToDate')}
              help={toDateHelp(sum, yuanIn(draft.investmentMonth))}
              value={draft.investmentToDate}
              onChange={(investmentToDate) => set({ investmentToDate })}
            />
            {project.unitCount > 1 && (
              <Count
                name="unitsDone"
                label={t('unitsDone', { count: project.unitCount })}
                value={draft.unitsDone}
                onChange={(unitsDone) => set({ unitsDone })}
              />
            )}
            <Count name="workers" label={t('workers')} value={draft.workers} onChange={(workers) => set({ workers })} />
            <LongTextField name="safety" label={t('safety')} value={draft.safety} onChange={(safety) => set({ safety })} />
            <LongTextField name="nextSteps" label={t('nextSteps')} value={draft.nextSteps} onChange={(nextSteps) => set({ nextSteps })} />
          </>
        )
      }}
    </CommandDialog>
  )
}
