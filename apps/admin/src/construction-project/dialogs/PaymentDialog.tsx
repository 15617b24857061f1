import { lineLabel, paymentIssues } from '@yilian/domain/construction/funding.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useFrame } from '../../shell/frame-data.ts'
import { moneyText } from '../money.ts'
import type { PaymentRow, ProjectDialogProps } from '../project-page.ts'
import { Choice, Day, orNull, TextField, Tick } from '../../command/fields.tsx'
import { moneyIssues, moneyOf, MoneyField, yuanIn, type Money } from './money-field.tsx'
import { RecordDialog } from './RecordDialog.tsx'

const RecordPaymentDocument = graphql(`
  mutation RecordPayment($input: RecordPaymentInput!, $locale: Locale!) {
    result: recordPayment(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectPaymentDocument = graphql(`
  mutation CorrectPayment($input: CorrectPaymentInput!, $locale: Locale!) {
    result: correctPayment(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly fundingLineId: string | null
  readonly contractId: string | null
  readonly paidOn: IsoDate | null
  readonly dayKnown: boolean
  readonly amount: Money
  readonly advance: boolean
  readonly payee: string
  readonly purpose: string
}

/** 登记支付: what was paid, of which money, under which contract; more than arrived only as an advance. */
export function PaymentDialog({ project, existing, onClose }: ProjectDialogProps & { readonly existing: PaymentRow | null }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const locale = useLocale()
  const { today } = useFrame()
  const initial: Draft = {
    fundingLineId: existing?.fundingLineId ?? null,
    contractId: existing?.contractId ?? null,
    paidOn: existing?.paidOn ?? today,
    dayKnown: existing?.dayKnown ?? true,
    amount: moneyOf(existing?.amount),
    advance: existing?.advance ?? false,
    payee: existing?.payee ?? '',
    purpose: existing?.purpose ?? '',
  }
  const fieldsOf = ({ fundingLineId, contractId, paidOn, dayKnown, amount: typed, advance, payee, purpose }: Draft) => {
    const amount = yuanIn(typed)
    return paidOn === null || amount === null
      ? null
      : { fundingLineId, contractId, paidOn, dayKnown, amount, advance, payee: orNull(payee), purpose: orNull(purpose) }
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
          ...(draft.paidOn === null ? [issue('paidOn', 'REQUIRED')] : []),
          ...(fields ? paymentIssues({ ...fields, documentId: null, source: null, sourceNote: null }, today) : []),
          ...moneyIssues('amount', draft.amount, true),
        ]
      }}
      record={{ command: 'recordPayment', document: RecordPaymentDocument, input: (fields) => ({ ...fields, projectId: project.id }) }}
      correct={{
        command: 'correctPayment',
        document: CorrectPaymentDocument,
        input: (fields, paymentId, baseVersion) => ({ ...fields, paymentId, baseVersion }),
      }}
      confirm={(draft) =>
        whenKnown({ amount: yuanIn(draft.amount), day: draft.paidOn }, ({ amount, day }) =>
          t('paymentSaid', { amount: moneyText(amount, 'WAN'), day }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Day name="paidOn" label={t('paidOn')} required value={draft.paidOn} onChange={(paidOn) => set({ paidOn })} />
          <Tick label={t('dayUnknown')} value={!draft.dayKnown} onChange={(unknown) => set({ dayKnown: !unknown })} />
          <MoneyField name="amount" label={t('paidAmount')} required value={draft.amount} onChange={(amount) => set({ amount })} />
          <Tick label={t('advance')} value={draft.advance} onChange={(advance) => set({ advance })} />
          <Choice
            name="fundingLineId"
            label={t('ofLine')}
            value={draft.fundingLineId}
            choices={project.fundingLines.map((line) => ({ value: line.id, label: lineLabel(line)[locale] }))}
            onChange={(fundingLineId) => set({ fundingLineId })}
          />
          <Choice
            name="contractId"
            label={t('underContract')}
            value={draft.contractId}
            choices={project.contracts.map(({ id, party, number }) => ({ value: id, label: [party, number].filter(Boolean).join(' ') }))}
            onChange={(contractId) => set({ contractId })}
          />
          <TextField name="payee" label={t('payee')} value={draft.payee} onChange={(payee) => set({ payee })} />
          <TextField name="purpose" label={t('purpose')} value={draft.purpose} onChange={(purpose) => set({ purpose })} />
        </>
      )}
    </RecordDialog>
  )
}
