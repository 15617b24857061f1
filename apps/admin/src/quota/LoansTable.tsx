import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../command/useDialog.tsx'
import { RowCommands } from '../command/CommandButton.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { Place } from '../staffing/parts.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { ReturnQuotaDialog } from './dialogs/ReturnQuotaDialog.tsx'
import type { LoanRow } from './quota-board.ts'

interface LoansTableProps {
  readonly loans: readonly LoanRow[]
  readonly empty: string
  /** Who lends is said where the loans are not all of one pool. */
  readonly lender?: boolean
}

/** Places that are lent on the day shown, until when, and the way to return them. */
export function LoansTable({ loans, empty, lender = false }: LoansTableProps): ReactNode {
  const { t } = useTranslation('quota')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const { dialog, show } = useDialog()
  return (
    <>
      <Table<LoanRow>
        size="small"
        rowKey="id"
        dataSource={[...loans]}
        pagination={false}
        scroll={{ x: lender ? 980 : 780 }}
        locale={{ emptyText: <NoRecords text={empty} /> }}
        columns={[
          ...(lender
            ? [
                {
                  key: 'lender',
                  title: t('field.lender'),
                  width: 200,
                  render: (_: unknown, { pool, from }: LoanRow) => pool?.name ?? <Place institution={from} />,
                },
              ]
            : []),
          {
            key: 'to',
            title: t('field.to'),
            width: 200,
            rowScope: 'row',
            render: (_, { institution }) => <Place institution={institution} />,
          },
          { key: 'class', title: t('column.postClass'), width: 130, render: (_, { postClass }) => label('postClass', postClass) },
          { key: 'count', title: t('field.places'), width: 90, align: 'end', render: (_, { count }) => countText(count) },
          { key: 'since', title: t('column.since'), width: 124, render: (_, { validFrom }) => dayText(validFrom, shell) },
          {
            key: 'until',
            title: t('field.plannedUntil'),
            width: 190,
            render: (_, { plannedUntil }) =>
              plannedUntil === null ? (
                MISSING
              ) : plannedUntil < (asOf ?? today) ? (
                <StateTag tone="red">{t('loanLate', { day: plannedUntil })}</StateTag>
              ) : (
                plannedUntil
              ),
          },
          {
            key: 'commands',
            width: 48,
            render: (_, loan) => (
              <RowCommands
                of={loan.institution?.name ?? MISSING}
                commands={[
                  { command: 'returnQuota', onClick: () => show((close) => <ReturnQuotaDialog loans={[loan]} onClose={close} />) },
                ]}
              />
            ),
          },
        ]}
      />
      {dialog}
    </>
  )
}
