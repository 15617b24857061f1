import { fundReceiptIssues, lineLabel } from '@yilian/domain/construction/funding.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useFrame } from '../../shell/frame-data.ts'
import { moneyText } from '../money.ts'
import type { ProjectDialogProps, ReceiptRow } from '../project-page.ts'
import { Choice, Day, Tick } from '../../command/fields.tsx'
import { moneyIssues, moneyOf, MoneyField, yuanIn, type Money } from './money-field.tsx'
import { RecordDialog } from './RecordDialog.tsx'

const RecordFundReceiptDocument = graphql(`
  mutation RecordFundReceipt($input: RecordFundReceiptInput!, $locale: Locale!) {
    result: recordFundReceipt(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectFundReceiptDocument = graphql(`
  mutation CorrectFundReceipt($input: CorrectFundReceiptInput!, $locale: Locale!) {
    result: correctFundReceipt(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly fundingLineId: string | null
  readonly receivedOn: IsoDate | null
  readonly dayKnown: boolean
  readonly amount: Money
}

interface ReceiptDialogProps extends ProjectDialogProps {
  readonly existing: ReceiptRow | null
  /** The line proposed. */
  readonly fundingLineId?: string
}

/** 登记资金到位: what arrived of a line; zero says that by the day nothing had. */
export function ReceiptDialog({ project, existing, fundingLineId, onClose }: ReceiptDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const locale = useLocale()
  const { today } = useFrame()
  const only = project.fundingLines.length === 1 ? project.fundingLines[0]!.id : null
  const initial: Draft = {
    fundingLineId: existing?.fundingLineId ?? fundingLineId ?? only,
    receivedOn: existing?.receivedOn ?? today,
    dayKnown: existing?.dayKnown ?? true,
    amount: moneyOf(existing?.amount),
  }
  const fieldsOf = (draft: Draft) => {
    const amount = yuanIn(draft.amount)
    return draft.fundingLineId === null || draft.receivedOn === null || amount === null
      ? null
      : { fundingLineId: draft.fundingLineId, receivedOn: draft.receivedOn, dayKnown: draft.dayKnown, amount }
  }
  const nameOf = (id: string | null) => {
    const line = project.fundingLines.find((one) => one.id === id)
    return line ? lineLabel(line)[locale] : null
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
          ...(draft.fundingLineId === null ? [issue('fundingLineId', 'REQUIRED')] : []),
          ...(draft.receivedOn === null ? [issue('receivedOn', 'REQUIRED')] : []),
          ...(fields ? fundReceiptIssues({ ...fields, documentId: null, source: null, sourceNote: null }, today) : []),
          ...moneyIssues('amount', draft.amount, true),
        ]
      }}
      record={{
        command: 'recordFundReceipt',
        document: RecordFundReceiptDocument,
        input: (fields) => ({ ...fields, projectId: project.id }),
      }}
      correct={{
        command: 'correctFundReceipt',
        document: CorrectFundReceiptDocument,
        input: (fields, fundReceiptId, baseVersion) => ({ ...fields, fundReceiptId, baseVersion }),
      }}
      confirm={(draft) =>
        whenKnown({ source: nameOf(draft.fundingLineId), amount: yuanIn(draft.amount), day: draft.receivedOn }, ({ source, amount, day }) =>
          t('receiptSaid', { source, amount: moneyText(amount, 'WAN'), day }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Choice
            name="fundingLineId"
            label={t('fundingLine')}
            required
            value={draft.fundingLineId}
            choices={project.fundingLines.map((line) => ({ value: line.id, label: lineLabel(line)[locale] }))}
            onChange={(next) => set({ fundingLineId: next })}
          />
          <Day name="receivedOn" label={t('receivedOn')} required value={draft.receivedOn} onChange={(receivedOn) => set({ receivedOn })} />
          <Tick label={t('dayUnknown')} value={!draft.dayKnown} onChange={(unknown) => set({ dayKnown: !unknown })} />
          <MoneyField
            name="amount"
            label={t('arrivedAmount')}
            required
            help={t('arrivedHelp')}
            value={draft.amount}
            onChange={(amount) => set({ amount })}
          />
        </>
      )}
    </RecordDialog>
  )
}
