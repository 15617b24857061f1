import { Button, Empty } from 'antd'
import { reportStepIssues, type ReportStep } from '@yilian/domain/construction/progress-report.ts'
import { PROGRESS_REPORT_STATES } from '@yilian/domain/construction/terms.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useDialog } from '../command/useDialog.tsx'
import { countText, decimalText, MISSING } from '../i18n/format.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { useFrozen } from '../alliance/useFrozen.ts'
import { useReportPhotos, type Photo } from '../report-photo/report-photo.ts'
import { ReportPhotos } from '../report-photo/ReportPhotos.tsx'
import { CommandButton, RowCommands, useMayDo } from '../command/CommandButton.tsx'
import { ReportDialog } from './dialogs/ReportDialog.tsx'
import { AcceptReportDialog, ReturnReportDialog, SubmitReportDialog } from './dialogs/ReportStepDialogs.tsx'
import { Problems } from './Problems.tsx'
import styles from './Project.module.css'
import type { ProjectOnPage, ReportRow } from './project-page.ts'
import { ProjectStageTag, ReportStateTag } from './tags.tsx'
import { MoneyUnitSwitch, useMoney } from './useMoney.tsx'

/** A year of reports at first: more would only be scrolled over. */
const MONTHS_SHOWN = 12

/** 月报: month by month, newest first, with what can be done with each; beside them the problems. */
export function ReportsTab({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { dialog, show } = useDialog()
  const { asOf } = useMoment()
  const [all, setAll] = useState(false)
  const reports = project.progressReports.toReversed()
  const shown = all ? reports : reports.slice(0, MONTHS_SHOWN)
  const photosOf = useReportPhotos(project.id)
  return (
    <div className={page.tab}>
      <div className={styles.grid}>
        <section className={page.panel} aria-label={t('reports.title')}>
          <h2>
            {t('reports.title')}
            <span className={styles.end}>
              <MoneyUnitSwitch />
              {asOf === undefined && (
                <CommandButton
                  command="saveProgressReport"
                  small
                  onClick={() => show((close) => <ReportDialog project={project} onClose={close} />)}
                />
              )}
            </span>
          </h2>
          {reports.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  <div>{t('reports.none')}</div>
                  <div className={styles.small}>{t('reports.noneAdvice')}</div>
                </>
              }
            />
          ) : (
            <ol className={styles.list} aria-label={t('reports.title')}>
              {shown.map((report) => (
                <Report key={report.id} project={project} report={report} photos={photosOf(report.id)} show={show} />
              ))}
            </ol>
          )}
          {shown.length < reports.length && (
            <Button type="link" size="small" onClick={() => setAll(true)}>
              {t('reports.earlier', { count: reports.length - shown.length })}
            </Button>
          )}
        </section>
        <Problems project={project} show={show} />
      </div>
      {dialog}
    </div>
  )
}

interface ReportProps {
  readonly project: ProjectOnPage
  readonly report: ReportRow
  readonly photos: readonly Photo[]
  readonly show: (render: (close: () => void) => ReactNode) => void
}

function Report({ project, report, photos, show }: ReportProps): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const { money, unit } = useMoney()
  const { month, state, stage, wording, percent, returnReason } = report
  const mayDo = useMayDo()
  const frozen = useFrozen()
  const can = (step: ReportStep) => reportStepIssues(state, step, PROGRESS_REPORT_STATES[state]).length === 0
  const giveBack = () => show((close) => <ReturnReportDialog project={project} report={report} onClose={close} />)
  const contradiction = project.contradictions.find((one) => one.month === month)
  const fact = (label: string, value: string) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
  const text = (label: string, value: string | null) =>
    value === null ? null : <div className={styles.quiet}>{shell('colon', { label, text: value })}</div>
  return (
    <li aria-label={month}>
      <div className={styles.line}>
        <strong>{month}</strong>
        <ReportStateTag state={state} />
        {stage !== null && <ProjectStageTag stage={stage} />}
        <span className={styles.end}>
          {can('SAVE') && (
            <CommandButton
              command="saveProgressReport"
              small
              of={month}
              onClick={() => show((close) => <ReportDialog project={project} existing={report} onClose={close} />)}
            />
          )}
          {can('SUBMIT') && (
            <CommandButton
              command="submitProgressReport"
              small
              primary
              of={month}
              onClick={() => show((close) => <SubmitReportDialog project={project} report={report} onClose={close} />)}
            />
          )}
          {can('ACCEPT') && (
            <CommandButton
              command="acceptProgressReport"
              small
              primary
              of={month}
              onClick={() => show((close) => <AcceptReportDialog project={project} report={report} onClose={close} />)}
            />
          )}
          {can('RETURN') && state !== 'ACCEPTED' && <CommandButton command="returnProgressReport" small of={month} onClick={giveBack} />}
          {can('RETURN') && state === 'ACCEPTED' && (
            <RowCommands of={month} commands={[{ command: 'returnProgressReport', onClick: giveBack }]} />
          )}
        </span>
      </div>
      {returnReason !== null && state === 'RETURNED' && (
        <div>
          <StateTag tone="amber">{t('reports.returned', { reason: returnReason })}</StateTag>
        </div>
      )}
      <div style={{ margin: '4px 0' }}>{wording ?? MISSING}</div>
      <dl className={styles.figures}>
        {fact(t('reports.percent'), percent === null ? MISSING : `${decimalText(percent)}%`)}
        {fact(t('reports.investmentMonth') + shell('bracket', { text: unit }), money(report.investmentMonth))}
        {fact(t('reports.investmentToDate') + shell('bracket', { text: unit }), money(report.investmentToDate))}
        {fact(t('reports.workers'), countText(report.workers))}
        {project.unitCount > 1 && fact(t('reports.units'), `${countText(report.unitsDone)} / ${countText(project.unitCount)}`)}
      </dl>
      {contradiction && (
        <StateTag tone="red">
          {t('reports.contradiction', { stated: money(contradiction.stated), recomputed: money(contradiction.recomputed) })}
        </StateTag>
      )}
      {text(t('reports.safety'), report.safety)}
      {text(t('reports.nextSteps'), report.nextSteps)}
      <ReportPhotos
        reportId={report.id}
        month={month}
        photos={photos}
        editable={can('SAVE') && mayDo('addReportPhoto') && frozen === null}
      />
    </li>
  )
}
