import { Table } from 'antd'
import { lineLabel } from '@yilian/domain/construction/funding.ts'
import { fenOf } from '@yilian/domain/money.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { MISSING } from '../i18n/format.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import type { WithdrawnRecord } from './dialogs/WithdrawDialog.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import type { PaymentRow, ProjectOnPage, ReceiptRow } from './project-page.ts'
import { AmountHead, useMoney } from './useMoney.tsx'

interface MoneyFlowsProps {
  readonly project: ProjectOnPage
  readonly onReceipt: (existing: ReceiptRow | null) => void
  readonly onPayment: (existing: PaymentRow | null) => void
  readonly onWithdraw: (record: WithdrawnRecord) => void
}

/** Every receipt and every payment, newest first. */
export function MoneyFlows({ project, onReceipt, onPayment, onWithdraw }: MoneyFlowsProps): ReactNode {
  const { t } = useTranslation('project')
  const name = useCommandName()
  const locale = useLocale()
  const { money } = useMoney()
  const sourceOf = (id: string | null) => {
    const line = project.fundingLines.find((one) => one.id === id)
    return line ? lineLabel(line)[locale] : MISSING
  }
  const dayOf = (day: string, known: boolean) => (known ? day : t('funds.byThen', { day }))
  return (
    <div className={styles.pair}>
      <section className={page.panel} aria-label={t('funds.receipts')}>
        <h2>
          {t('funds.receipts')}
          <span className={styles.end}>
            {project.fundingLines.length > 0 && <CommandButton command="recordFundReceipt" small onClick={() => onReceipt(null)} />}
          </span>
        </h2>
        <Table<ReceiptRow>
          aria-label={t('funds.receipts')}
          size="small"
          rowKey="id"
          dataSource={project.fundReceipts.toReversed()}
          pagination={project.fundReceipts.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          scroll={{ x: 440 }}
          locale={{ emptyText: <NoRecords text={t('funds.noReceipts')} /> }}
          columns={[
            { title: t('funds.day'), width: 130, render: (_, row) => dayOf(row.receivedOn, row.dayKnown) },
            {
              title: t('funds.source'),
              render: (_, { fundingLineId, sourceNote }) => (
                <>
                  {sourceOf(fundingLineId)}
                  {sourceNote && <div className={styles.small}>{sourceNote}</div>}
                </>
              ),
            },
            {
              title: <AmountHead title={t('funds.amount')} />,
              align: 'end',
              width: 130,
              render: (_, { amount }) => (fenOf(amount) === 0n ? <StateTag tone="red">{t('funds.nothing')}</StateTag> : money(amount)),
            },
            {
              key: 'commands',
              width: 44,
              render: (_, row) => {
                const of = `${t('funds.receipts')} ${row.receivedOn}`
                return (
                  <RowCommands
                    of={of}
                    commands={[
                      { command: 'correctFundReceipt', onClick: () => onReceipt(row) },
                      {
                        command: 'withdrawProjectRecord',
                        danger: true,
                        onClick: () => onWithdraw({ id: row.id, version: row.version, name: of }),
                      },
                    ]}
                  />
                )
              },
            },
          ]}
        />
      </section>
      <section className={page.panel} aria-label={t('funds.payments')}>
        <h2>
          {t('funds.payments')}
          <span className={styles.end}>
            <CommandButton command="recordPayment" small onClick={() => onPayment(null)} />
          </span>
        </h2>
        <Table<PaymentRow>
          aria-label={t('funds.payments')}
          size="small"
          rowKey="id"
          dataSource={project.payments.toReversed()}
          pagination={project.payments.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          scroll={{ x: 500 }}
          locale={{ emptyText: <NoRecords text={t('funds.noPayments')} /> }}
          columns={[
            { title: t('funds.day'), width: 130, render: (_, row) => dayOf(row.paidOn, row.dayKnown) },
            {
              title: t('funds.payee'),
              render: (_, { payee, purpose, advance, fundingLineId }) => (
                <>
                  {payee ?? MISSING} {advance && <StateTag tone="amber">{t('funds.advance')}</StateTag>}
                  <div className={styles.small}>{[purpose, fundingLineId && sourceOf(fundingLineId)].filter(Boolean).join(' · ')}</div>
                </>
              ),
            },
            { title: <AmountHead title={t('funds.amount')} />, align: 'end', width: 130, render: (_, { amount }) => money(amount) },
            {
              key: 'commands',
              width: 44,
              render: (_, row) => {
                const of = `${name('recordPayment')} ${row.paidOn}`
                return (
                  <RowCommands
                    of={of}
                    commands={[
                      { command: 'correctPayment', onClick: () => onPayment(row) },
                      {
                        command: 'withdrawProjectRecord',
                        danger: true,
                        onClick: () => onWithdraw({ id: row.id, version: row.version, name: of }),
                      },
                    ]}
                  />
                )
              },
            },
          ]}
        />
      </section>
    </div>
  )
}
