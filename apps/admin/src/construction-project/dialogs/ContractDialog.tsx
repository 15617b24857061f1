import { Button, Input, InputNumber, Select } from 'antd'
import { asSignedYuan, contractIssues } from '@yilian/domain/construction/contract.ts'
import {
  CONTRACT_CHANGE_KINDS,
  PROJECT_PARTY_ROLES,
  type ContractChangeKind,
  type ProjectPartyRole,
} from '@yilian/domain/construction/terms.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { wanOf, yuanOf } from '@yilian/domain/money.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssuesAt } from '../../command/form.ts'
import { whenKnown } from '../../command/when-known.ts'
import form from '../../command/CommandDialog.module.css'
import { DayField } from '../../fields/DayField.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import styles from '../Project.module.css'
import type { ContractRow, ProjectDialogProps } from '../project-page.ts'
import { Choice, Day, orNull, TextField } from '../../command/fields.tsx'
import { moneyIssues, moneyOf, MoneyField, yuanIn, type Money } from './money-field.tsx'
import { RecordDialog } from './RecordDialog.tsx'

const RecordContractDocument = graphql(`
  mutation RecordContract($input: RecordContractInput!, $locale: Locale!) {
    result: recordContract(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectContractDocument = graphql(`
  mutation CorrectContract($input: CorrectContractInput!, $locale: Locale!) {
    result: correctContract(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface ChangeDraft {
  readonly changedOn: IsoDate | null
  readonly kind: ContractChangeKind
  /** 万元, with a sign where it is less. */
  readonly amount: string
  readonly days: number | null
  readonly reason: string
}
interface Draft {
  readonly role: ProjectPartyRole | null
  readonly party: string
  readonly number: string
  readonly signedOn: IsoDate | null
  readonly amount: Money
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly changes: readonly ChangeDraft[]
}

/** 登记参建单位: who is in charge of what, and what was agreed, with its changes. */
export function ContractDialog({ project, existing, onClose }: ProjectDialogProps & { readonly existing: ContractRow | null }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const label = useCodeLabel()
  const texts = useTextChoices()
  const initial: Draft = {
    role: existing?.role ?? null,
    party: existing?.party ?? '',
    number: existing?.number ?? '',
    signedOn: existing?.signedOn ?? null,
    amount: moneyOf(existing?.amount),
    startsOn: existing?.startsOn ?? null,
    endsOn: existing?.endsOn ?? null,
    changes: (existing?.changes ?? []).map(({ changedOn, kind, amount, days, reason }) => ({
      changedOn,
      kind,
      amount: amount === null ? '' : wanOf(amount),
      days,
      reason: reason ?? '',
    })),
  }
  const fieldsOf = ({ role, party, number, signedOn, amount, startsOn, endsOn, changes }: Draft) =>
    role && {
      role,
      party: party.trim(),
      number: orNull(number),
      signedOn,
      amount: yuanIn(amount),
      startsOn,
      endsOn,
      changes: changes.map((one) => ({
        changedOn: one.changedOn,
        kind: one.kind,
        amount: signedYuan(one.amount),
        days: one.days,
        reason: orNull(one.reason),
      })),
    }
  return (
    <RecordDialog
      project={project}
      existing={existing}
      initial={initial}
      fieldsOf={fieldsOf}
      wide
      issues={(draft) => {
        const fields = fieldsOf(draft)
        return [
          ...(fields
            ? contractIssues({ ...fields, documentId: null, source: null, sourceNote: null })
            : [issue('role', 'REQUIRED'), ...(draft.party.trim() === '' ? [issue('party', 'REQUIRED')] : [])]),
          ...moneyIssues('amount', draft.amount),
        ]
      }}
      record={{ command: 'recordContract', document: RecordContractDocument, input: (fields) => ({ ...fields, projectId: project.id }) }}
      correct={{
        command: 'correctContract',
        document: CorrectContractDocument,
        input: (fields, contractId, baseVersion) => ({ ...fields, contractId, baseVersion }),
      }}
      confirm={({ role, party }) =>
        whenKnown({ role, party: party.trim() }, (known) => `${label('projectPartyRole', known.role)} ${known.party}`)
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Choice
            name="role"
            label={t('partyRole')}
            required
            value={draft.role}
            choices={texts(PROJECT_PARTY_ROLES)}
            onChange={(role) => set({ role })}
          />
          <TextField name="party" label={t('party')} required value={draft.party} onChange={(party) => set({ party })} />
          <TextField name="number" label={t('contractNumber')} value={draft.number} onChange={(number) => set({ number })} />
          <MoneyField name="amount" label={t('contractAmount')} value={draft.amount} onChange={(amount) => set({ amount })} />
          <Day name="signedOn" label={t('signedOn')} value={draft.signedOn} onChange={(signedOn) => set({ signedOn })} />
          <div className={styles.two}>
            <Day name="startsOn" label={t('startsOn')} value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
            <Day name="endsOn" label={t('endsOn')} value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />
          </div>
          <Changes changes={draft.changes} onChange={(changes) => set({ changes })} />
        </>
      )}
    </RecordDialog>
  )
}

/** 万元 with a sign as yuan; text that is no amount stays as it is, for the rules to refuse. */
function signedYuan(text: string): string | null {
  const plain = text.trim().replaceAll(',', '')
  if (plain === '') return null
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(plain)
  if (!match) return asSignedYuan(plain)
  const fen = BigInt(match[2]! + (match[3] ?? '').padEnd(6, '0'))
  return yuanOf(match[1] === '-' ? -fen : fen)
}

interface ChangesProps {
  readonly changes: readonly ChangeDraft[]
  readonly onChange: (changes: readonly ChangeDraft[]) => void
}

function Changes({ changes, onChange }: ChangesProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const texts = useTextChoices()
  const fields = ['changedOn', 'amount', 'days', 'reason']
  const at = useIssuesAt(changes.flatMap((_, row) => fields.map((field) => `changes.${row}.${field}`)))
  const set = (row: number, patch: Partial<ChangeDraft>) =>
    onChange(changes.map((one, index) => (index === row ? { ...one, ...patch } : one)))
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className={form.label}>{t('contractChanges')}</legend>
      <div className={styles.rows}>
        {changes.map((one, row) => (
          <div key={row} className={styles.rows}>
            <div className={styles.rowLine}>
              <Select<ContractChangeKind>
                aria-label={t('changeKind', { row: row + 1 })}
                value={one.kind}
                options={texts(CONTRACT_CHANGE_KINDS)}
                onChange={(kind) => set(row, { kind })}
              />
              <DayField
                aria-label={t('changedOn', { row: row + 1 })}
                placeholder={t('changedOnHint')}
                value={one.changedOn}
                onChange={(changedOn) => set(row, { changedOn })}
              />
              <Button onClick={() => onChange(changes.filter((_, index) => index !== row))}>{t('removeRow')}</Button>
            </div>
            <div className={styles.rowLine}>
              <Input
                aria-label={t('changeAmount', { row: row + 1 })}
                placeholder={t('changeAmountHint')}
                inputMode="decimal"
                value={one.amount}
                onChange={({ target }) => set(row, { amount: target.value })}
              />
              <InputNumber<number>
                aria-label={t('changeDays', { row: row + 1 })}
                placeholder={t('changeDaysHint')}
                precision={0}
                value={one.days}
                style={{ width: '100%' }}
                onChange={(days) => set(row, { days })}
              />
              <span />
            </div>
            <Input
              aria-label={t('changeReason', { row: row + 1 })}
              placeholder={t('changeReasonHint')}
              value={one.reason}
              onChange={({ target }) => set(row, { reason: target.value })}
            />
            {fields.flatMap((field) =>
              at(`changes.${row}.${field}`).map(({ code, text }) => (
                <div key={field + code} className={form.issue}>
                  {text}
                </div>
              )),
            )}
          </div>
        ))}
      </div>
      <Button size="small" onClick={() => onChange([...changes, { changedOn: null, kind: 'VALUE', amount: '', days: null, reason: '' }])}>
        {t('addChange')}
      </Button>
    </fieldset>
  )
}
