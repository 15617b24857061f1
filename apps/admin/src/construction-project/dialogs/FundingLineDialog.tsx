import { fundingLineIssues } from '@yilian/domain/construction/funding.ts'
import { FUNDING_SOURCES, type FundingSource } from '@yilian/domain/construction/funding-source.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import type { FundingLineRow, ProjectDialogProps } from '../project-page.ts'
import { Choice, Count, orNull, TextField } from '../../command/fields.tsx'
import { moneyIssues, moneyOf, MoneyField, yuanIn, type Money } from './money-field.tsx'
import { RecordDialog } from './RecordDialog.tsx'

const RecordFundingLineDocument = graphql(`
  mutation RecordFundingLine($input: RecordFundingLineInput!, $locale: Locale!) {
    result: recordFundingLine(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectFundingLineDocument = graphql(`
  mutation CorrectFundingLine($input: CorrectFundingLineInput!, $locale: Locale!) {
    result: correctFundingLine(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly fundingSource: FundingSource | null
  readonly name: string
  readonly planned: Money
  readonly shareGroup: string
  readonly sharePart: number | null
}

/** 登记资金来源: what one source is to give, and by which rule it shares with others. */
export function FundingLineDialog({
  project,
  existing,
  onClose,
}: ProjectDialogProps & { readonly existing: FundingLineRow | null }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const label = useCodeLabel()
  const choices = useChoices()
  const initial: Draft = {
    fundingSource: existing?.fundingSource ?? null,
    name: existing?.name ?? '',
    planned: moneyOf(existing?.planned),
    shareGroup: existing?.shareGroup ?? '',
    sharePart: existing?.sharePart ?? null,
  }
  const fieldsOf = ({ fundingSource, name, planned, shareGroup, sharePart }: Draft) =>
    fundingSource && { fundingSource, name: orNull(name), planned: yuanIn(planned), shareGroup: orNull(shareGroup), sharePart }
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
            ? fundingLineIssues({ ...fields, documentId: null, source: null, sourceNote: null })
            : [issue('fundingSource', 'REQUIRED')]),
          ...moneyIssues('planned', draft.planned),
        ]
      }}
      record={{
        command: 'recordFundingLine',
        document: RecordFundingLineDocument,
        input: (fields) => ({ ...fields, projectId: project.id }),
      }}
      correct={{
        command: 'correctFundingLine',
        document: CorrectFundingLineDocument,
        input: (fields, fundingLineId, baseVersion) => ({ ...fields, fundingLineId, baseVersion }),
      }}
      confirm={({ fundingSource }) => fundingSource && label('fundingSource', fundingSource)}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Choice
            name="fundingSource"
            label={t('fundingSource')}
            required
            value={draft.fundingSource}
            choices={choices(FUNDING_SOURCES)}
            onChange={(fundingSource) => set({ fundingSource })}
          />
          <TextField name="name" label={t('lineName')} help={t('lineNameHelp')} value={draft.name} onChange={(name) => set({ name })} />
          <MoneyField
            name="planned"
            label={t('planned')}
            help={t('notReportedHelp')}
            value={draft.planned}
            onChange={(planned) => set({ planned })}
          />
          <TextField
            name="shareGroup"
            label={t('shareGroup')}
            help={t('shareGroupHelp')}
            value={draft.shareGroup}
            onChange={(shareGroup) => set({ shareGroup })}
          />
          <Count name="sharePart" label={t('sharePart')} value={draft.sharePart} onChange={(sharePart) => set({ sharePart })} />
        </>
      )}
    </RecordDialog>
  )
}
