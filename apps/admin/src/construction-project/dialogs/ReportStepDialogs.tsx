import { submissionIssues } from '@yilian/domain/construction/progress-report.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { graphql } from '../../graphql/gql.ts'
import type { ProjectDialogProps, ReportRow } from '../project-page.ts'
import { cited, LongTextField, orNull } from '../../command/fields.tsx'

const SubmitProgressReportDocument = graphql(`
  mutation SubmitProgressReport($input: SubmitProgressReportInput!, $locale: Locale!) {
    result: submitProgressReport(input: $input) {
      ...CommandOutcome
    }
  }
`)
const AcceptProgressReportDocument = graphql(`
  mutation AcceptProgressReport($input: AcceptProgressReportInput!, $locale: Locale!) {
    result: acceptProgressReport(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ReturnProgressReportDocument = graphql(`
  mutation ReturnProgressReport($input: ReturnProgressReportInput!, $locale: Locale!) {
    result: returnProgressReport(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface ReportStepProps extends ProjectDialogProps {
  readonly report: ReportRow
}

/** 上报项目月报: what is drafted is said. */
export function SubmitReportDialog({ project, report, onClose }: ReportStepProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandDialog
      title={`${name('submitProgressReport')} · ${project.name}`}
      dated={false}
      document={SubmitProgressReportDocument}
      initial={{}}
      baseVersion={report.version}
      countyCode={project.countyCode}
      issues={() => submissionIssues({ ...report, documentId: null, source: null })}
      toInput={(_, common, baseVersion) => ({ progressReportId: report.id, baseVersion, ...cited(common) })}
      confirm={() => t('submitSaid', { month: report.month })}
      onClose={onClose}
    >
      {() => <p style={{ marginTop: 0 }}>{t('submitExplain')}</p>}
    </CommandDialog>
  )
}

/** 审核项目月报: it counts, and where works stand by it becomes the stage of the project. */
export function AcceptReportDialog({ project, report, onClose }: ReportStepProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandDialog
      title={`${name('acceptProgressReport')} · ${project.name}`}
      dated={false}
      document={AcceptProgressReportDocument}
      initial={{ reason: '' }}
      baseVersion={report.version}
      countyCode={project.countyCode}
      toInput={({ reason }, common, baseVersion) => ({
        progressReportId: report.id,
        reason: orNull(reason),
        baseVersion,
        ...cited(common),
      })}
      confirm={() => t('acceptSaid', { month: report.month })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('acceptExplain')}</p>
          <LongTextField
            name="reason"
            label={t('stageReason')}
            help={t('stageReasonHelp')}
            value={draft.reason}
            onChange={(reason) => set({ reason })}
          />
        </>
      )}
    </CommandDialog>
  )
}

/** 退回项目月报: for a reason, to be put right. */
export function ReturnReportDialog({ project, report, onClose }: ReportStepProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandDialog
      title={`${name('returnProgressReport')} · ${project.name}`}
      dated={false}
      document={ReturnProgressReportDocument}
      initial={{ reason: '' }}
      baseVersion={report.version}
      countyCode={project.countyCode}
      issues={({ reason }) => (reason.trim() === '' ? [issue('reason', 'REQUIRED')] : [])}
      toInput={({ reason }, common, baseVersion) => ({
        progressReportId: report.id,
        reason: reason.trim(),
        baseVersion,
        ...cited(common),
      })}
      confirm={() => t('returnSaid', { month: report.month })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <LongTextField
          name="reason"
          label={t('returnReason')}
          required
          rows={3}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
    </CommandDialog>
  )
}
