import { approvalIssues } from '@yilian/domain/construction/approval.ts'
import { GATES, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import { areaIssues, asArea } from '@yilian/domain/construction/project.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useFrame } from '../../shell/frame-data.ts'
import type { ApprovalRow, ProjectDialogProps } from '../project-page.ts'
import { Choice, Count, Day, orNull, TextField } from '../../command/fields.tsx'
import { moneyIssues, moneyOf, MoneyField, yuanIn, type Money } from './money-field.tsx'
import { RecordDialog } from './RecordDialog.tsx'

const RecordApprovalDocument = graphql(`
  mutation RecordApproval($input: RecordApprovalInput!, $locale: Locale!) {
    result: recordApproval(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectApprovalDocument = graphql(`
  mutation CorrectApproval($input: CorrectApprovalInput!, $locale: Locale!) {
    result: correctApproval(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly stage: ProjectStage | null
  readonly number: string
  readonly authority: string
  readonly approvedOn: IsoDate | null
  readonly investment: Money
  readonly area: string
  readonly beds: number | null
}

/** 登记批复: an approval, permit or acceptance at a gate; at 结算 the final account. */
export function ApprovalDialog({ project, existing, onClose }: ProjectDialogProps & { readonly existing: ApprovalRow | null }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const label = useCodeLabel()
  const { today } = useFrame()
  const initial: Draft = {
    stage: existing?.stage ?? null,
    number: existing?.number ?? '',
    authority: existing?.authority ?? '',
    approvedOn: existing?.approvedOn ?? null,
    investment: moneyOf(existing?.investment),
    area: existing?.area ?? '',
    beds: existing?.beds ?? null,
  }
  const fieldsOf = ({ stage, number, authority, approvedOn, investment, area, beds }: Draft) =>
    stage && {
      stage,
      number: orNull(number),
      authority: orNull(authority),
      approvedOn,
      investment: yuanIn(investment),
      area: asArea(orNull(area)),
      beds,
    }
  return (
    <RecordDialog
      project={project}
      existing={existing}
      initial={initial}
      fieldsOf={fieldsOf}
      issues={(draft) => {
        const fields = fieldsOf(draft)
        return [
          ...(fields
            ? approvalIssues({ ...fields, documentId: null, source: null, sourceNote: null }, today)
            : [issue('stage', 'REQUIRED'), ...areaIssues('area', asArea(orNull(draft.area)))]),
          ...moneyIssues('investment', draft.investment),
        ]
      }}
      record={{ command: 'recordApproval', document: RecordApprovalDocument, input: (fields) => ({ ...fields, projectId: project.id }) }}
      correct={{
        command: 'correctApproval',
        document: CorrectApprovalDocument,
        input: (fields, approvalId, baseVersion) => ({ ...fields, approvalId, baseVersion }),
      }}
      confirm={({ stage, number }) => stage && [label('projectStage', stage), number.trim()].filter(Boolean).join(' ')}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Choice
            name="stage"
            label={t('gate')}
            required
            help={t('gateHelp')}
            value={draft.stage}
            choices={GATES.map((value) => ({ value, label: label('projectStage', value) }))}
            onChange={(stage) => set({ stage })}
          />
          <TextField name="number" label={t('approvalNumber')} value={draft.number} onChange={(number) => set({ number })} />
          <TextField name="authority" label={t('authority')} value={draft.authority} onChange={(authority) => set({ authority })} />
          <Day name="approvedOn" label={t('approvedOn')} value={draft.approvedOn} onChange={(approvedOn) => set({ approvedOn })} />
          <MoneyField
            name="investment"
            label={t(draft.stage === 'SETTLEMENT' ? 'spent' : 'investment')}
            value={draft.investment}
            onChange={(investment) => set({ investment })}
          />
          <TextField name="area" label={t('approvedArea')} value={draft.area} onChange={(area) => set({ area })} />
          <Count name="beds" label={t('beds')} value={draft.beds} onChange={(beds) => set({ beds })} />
        </>
      )}
    </RecordDialog>
  )
}
