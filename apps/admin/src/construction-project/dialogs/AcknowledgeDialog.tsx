import type { AlertRule } from '@yilian/domain/construction/alert.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandFrame } from '../../command/CommandFrame.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { graphql } from '../../graphql/gql.ts'
import { LongTextField } from '../../command/fields.tsx'

const AcknowledgeAlertDocument = graphql(`
  mutation AcknowledgeAlert($input: AcknowledgeAlertInput!, $locale: Locale!) {
    result: acknowledgeAlert(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface AcknowledgeDialogProps {
  readonly project: { readonly id: string; readonly name: string; readonly countyCode: string }
  readonly alert: { readonly rule: AlertRule; readonly subject: string; readonly message: string; readonly ruleText: string }
  readonly onClose: () => void
}

/** 确认提醒: it may stand, for a reason; what is found anew is told again. */
export function AcknowledgeDialog({ project, alert, onClose }: AcknowledgeDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandFrame
      title={`${name('acknowledgeAlert')} · ${project.name}`}
      dated={false}
      effect={false}
      document={AcknowledgeAlertDocument}
      initial={{ reason: '' }}
      countyCode={project.countyCode}
      issues={({ reason }) => (reason.trim() === '' ? [issue('reason', 'REQUIRED')] : [])}
      toInput={({ reason }, { note }) => ({
        projectId: project.id,
        rule: alert.rule,
        subject: alert.subject,
        reason: reason.trim(),
        note: note.trim() || null,
      })}
      confirm={() => t('acknowledgeSaid')}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{alert.message}</p>
          <p style={{ color: '#55606d', fontSize: 13 }}>{alert.ruleText}</p>
          <LongTextField
            name="reason"
            label={t('acknowledgeReason')}
            help={t('acknowledgeHelp')}
            required
            rows={3}
            value={draft.reason}
            onChange={(reason) => set({ reason })}
          />
        </>
      )}
    </CommandFrame>
  )
}
