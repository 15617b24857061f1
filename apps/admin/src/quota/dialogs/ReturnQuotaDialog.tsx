import { issue } from '@yilian/domain/issue.ts'
import type { PostClass } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Count } from '../../command/fields.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useMoment } from '../../shell/moment.ts'
import { InstitutionLoansDocument, type LoanRow } from '../quota-board.ts'

const ReturnQuotaDocument = graphql(`
  mutation ReturnQuota($input: ReturnQuotaInput!, $locale: Locale!) {
    result: returnQuota(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface ReturnDraft {
  readonly loanId: string | null
  readonly count: number | null
}

interface ReturnQuotaDialogProps {
  /** One, or those of which one is chosen. */
  readonly loans: readonly [LoanRow, ...LoanRow[]]
  readonly onClose: () => void
}

/** 归还编制: all of a loan, or some of it, is back with the pool or institution that lent it. */
export function ReturnQuotaDialog({ loans, onClose }: ReturnQuotaDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const label = useCodeLabel()
  const { county } = useMoment()
  const [only, ...others] = loans
  const single = others.length === 0
  const initial: ReturnDraft = single ? { loanId: only.id, count: only.count } : { loanId: null, count: null }
  const loanOf = (loanId: string | null) => loans.find(({ id }) => id === loanId)
  const lenderOf = ({ pool, from }: LoanRow) => pool?.name ?? from?.name ?? t('lenderUnknown')
  const borrowerOf = (loan: LoanRow | undefined) => loan?.institution?.name ?? ''
  return (
    <CommandDialog
      title={[name('returnQuota'), single ? borrowerOf(only) : ''].filter(Boolean).join(' · ')}
      document={ReturnQuotaDocument}
      initial={initial}
      baseVersion={single ? only.version : 0}
      countyCode={county}
      issues={({ loanId, count }) => {
        const loan = loanOf(loanId)
        if (!loan) return [issue('loanId', 'REQUIRED')]
        if (count === null) return [issue('count', 'REQUIRED')]
        return count < 1 || count > loan.count ? [issue('count', 'RETURNS_TOO_MANY', { count: loan.count })] : []
      }}
      toInput={({ loanId, count }, common, baseVersion) => {
        const loan = loanOf(loanId)
        return loan && common.effectiveOn
          ? // Each loan has a version of its own, known once it is chosen.
            { loanId: loan.id, count, effectiveOn: common.effectiveOn, baseVersion: baseVersion || loan.version, ...cited(common) }
          : null
      }}
      confirm={({ loanId, count }, { effectiveOn }) => {
        const loan = loanOf(loanId)
        return whenKnown({ day: effectiveOn, count, lender: loan && lenderOf(loan) }, (known) =>
          t('said.return', { ...known, owner: borrowerOf(loan) }),
        )
      }}
      onClose={onClose}
    >
      {({ draft, set }) => {
        const loan = loanOf(draft.loanId)
        return (
          <>
            {!single && (
              <Choice
                name="loanId"
                label={t('field.loan')}
                required
                value={draft.loanId}
                choices={loans.map((one) => ({
                  value: one.id,
                  label: t('loanSays', {
                    lender: lenderOf(one),
                    owner: borrowerOf(one),
                    postClass: label('postClass', one.postClass),
                    count: one.count,
                  }),
                }))}
                onChange={(loanId) => set({ loanId, count: loanOf(loanId)?.count ?? null })}
              />
            )}
            {single && loan && (
              <p style={{ marginTop: 0 }}>
                {t('returnExplain', {
                  lender: lenderOf(loan),
                  owner: borrowerOf(loan),
                  postClass: label('postClass', loan.postClass),
                  count: loan.count,
                })}
              </p>
            )}
            <Count name="count" label={t('field.back')} required value={draft.count} onChange={(count) => set({ count })} />
          </>
        )
      }}
    </CommandDialog>
  )
}

interface ReturnLoanDialogProps {
  readonly institutionId: string
  readonly postClass: PostClass
  readonly onClose: () => void
}

/** The same for a line of the board: what the institution has borrowed or lent of one class, once that is read. */
export function ReturnLoanDialog({ institutionId, postClass, onClose }: ReturnLoanDialogProps): ReactNode {
  const { asOf, asKnownAt } = useMoment()
  const [{ data }] = useQuery({ query: InstitutionLoansDocument, variables: { id: institutionId, asOf, asKnownAt } })
  const all = [...(data?.institution?.quotaBorrowed ?? []), ...(data?.institution?.quotaGiven ?? [])]
  const [first, ...rest] = all.filter((loan) => loan.postClass === postClass)
  return first ? <ReturnQuotaDialog loans={[first, ...rest]} onClose={onClose} /> : null
}
