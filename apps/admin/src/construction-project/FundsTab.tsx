import { Grid, Table, type TableColumnsType } from 'antd'
import { lineLabel } from '@yilian/domain/construction/funding.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useDialog } from '../command/useDialog.tsx'
import { decimalText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { FundingLineDialog } from './dialogs/FundingLineDialog.tsx'
import { FundingYearsDialog } from './dialogs/FundingYearsDialog.tsx'
import { PaymentDialog } from './dialogs/PaymentDialog.tsx'
import { ReceiptDialog } from './dialogs/ReceiptDialog.tsx'
import { WithdrawDialog } from './dialogs/WithdrawDialog.tsx'
import { fundingRows, type FundingRow } from './funding-rows.ts'
import { MoneyFlows } from './MoneyFlows.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import type { FundingLineRow, ProjectOnPage } from './project-page.ts'
import { isDrawn, SourcesPicture } from './SourcesPicture.tsx'
import { AmountHead, MoneyUnitSwitch, useMoney } from './useMoney.tsx'

type Row = FundingRow<FundingLineRow>

/** 资金: source by source what is planned, arrived, owed and paid, then by year, and every receipt and payment. */
export function FundsTab({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { dialog, show } = useDialog()
  const { linesWithoutAmount, years } = project.money
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('funds.lines')}>
        <h2>
          {t('funds.lines')}
          {linesWithoutAmount > 0 && <StateTag tone="amber">{t('funds.withoutAmount', { count: linesWithoutAmount })}</StateTag>}
          <span className={styles.end}>
            <MoneyUnitSwitch />
            <CommandButton
              command="recordFundingLine"
              small
              onClick={() => show((close) => <FundingLineDialog project={project} existing={null} onClose={close} />)}
            />
          </span>
        </h2>
        <Lines project={project} show={show} />
      </section>
      <div className={styles.pair}>
        {isDrawn(project) && (
          <section className={page.panel} aria-label={t('funds.picture')}>
            <h2>{t('funds.picture')}</h2>
            <SourcesPicture project={project} />
          </section>
        )}
        {years.length > 0 && (
          <section className={page.panel} aria-label={t('funds.byYear')}>
            <h2>{t('funds.byYear')}</h2>
            <Years project={project} />
          </section>
        )}
      </div>
      <MoneyFlows
        project={project}
        onReceipt={(existing) => show((close) => <ReceiptDialog project={project} existing={existing} onClose={close} />)}
        onPayment={(existing) => show((close) => <PaymentDialog project={project} existing={existing} onClose={close} />)}
        onWithdraw={(record) => show((close) => <WithdrawDialog project={project} record={record} onClose={close} />)}
      />
      {dialog}
    </div>
  )
}

interface LinesProps {
  readonly project: ProjectOnPage
  readonly show: (render: (close: () => void) => ReactNode) => void
}

function Lines({ project, show }: LinesProps): ReactNode {
  const { t } = useTranslation('project')
  const locale = useLocale()
  const { money } = useMoney()
  const rows = fundingRows(project)
  // On a phone the share stands below its source, so that amounts are in sight.
  const { md = true } = Grid.useBreakpoint()
  const heads = md ? 2 : 1
  const amount = (key: string, title: string, of: (row: Row) => string | null): TableColumnsType<Row>[number] => ({
    key,
    title: <AmountHead title={title} />,
    align: 'end',
    width: md ? 140 : 112,
    render: (_, row) => money(of(row)),
  })
  const { planned, arrived, owed, paid, arrivalRate, sources } = project.money
  const unnamed = sources.find(({ source }) => source === null)?.paid ?? null
  return (
    <Table<Row>
      aria-label={t('funds.lines')}
      size="small"
      rowKey={({ line }) => line.id}
      dataSource={rows}
      pagination={false}
      scroll={{ x: md ? 1080 : 720 }}
      locale={{ emptyText: <NoRecords text={t('funds.none')} /> }}
      columns={[
        {
          key: 'source',
          title: t('funds.source'),
          rowScope: 'row',
          render: (_, { line }) => (
            <>
              {lineLabel(line)[locale]}
              {!md && line.shareGroup !== null && (
                <div className={styles.small}>{t('funds.shareOf', { group: line.shareGroup, part: line.sharePart ?? MISSING })}</div>
              )}
              {line.sourceNote && <div className={styles.small}>{line.sourceNote}</div>}
            </>
          ),
        },
        ...(md
          ? [
              {
                key: 'share',
                title: t('funds.share'),
                width: 200,
                render: (_: unknown, { line }: Row) =>
                  line.shareGroup === null ? MISSING : t('funds.shareOf', { group: line.shareGroup, part: line.sharePart ?? MISSING }),
              },
            ]
          : []),
        amount('planned', t('funds.planned'), ({ line }) => line.planned),
        amount('arrived', t('funds.arrived'), (row) => row.arrived),
        {
          key: 'rate',
          title: `${t('funds.rate')} %`,
          align: 'end',
          width: 90,
          render: (_, row) => decimalText(row.arrivalRate),
        },
        amount('owed', t('funds.owed'), (row) => row.owed),
        amount('paid', t('funds.paid'), (row) => row.paid),
        {
          key: 'commands',
          width: 44,
          render: (_, { line }) => (
            <RowCommands
              of={lineLabel(line)[locale]}
              commands={[
                {
                  command: 'recordFundReceipt',
                  onClick: () =>
                    show((close) => <ReceiptDialog project={project} existing={null} fundingLineId={line.id} onClose={close} />),
                },
                {
                  command: 'planFundingYears',
                  onClick: () => show((close) => <FundingYearsDialog project={project} line={line} onClose={close} />),
                },
                {
                  command: 'correctFundingLine',
                  onClick: () => show((close) => <FundingLineDialog project={project} existing={line} onClose={close} />),
                },
                {
                  command: 'withdrawProjectRecord',
                  danger: true,
                  onClick: () =>
                    show((close) => (
                      <WithdrawDialog
                        project={project}
                        record={{ id: line.id, version: line.version, name: lineLabel(line)[locale] }}
                        onClose={close}
                      />
                    )),
                },
              ]}
            />
          ),
        },
      ]}
      {...(rows.length > 0
        ? {
            summary: () => (
              <>
                {unnamed !== null && (
                  <Table.Summary.Row>
                    <Table.Summary.Cell index={0} colSpan={heads + 4}>
                      {t('funds.unnamed')}
                    </Table.Summary.Cell>
                    <Table.Summary.Cell index={heads + 4} align="right">
                      {money(unnamed)}
                    </Table.Summary.Cell>
                    <Table.Summary.Cell index={heads + 5} />
                  </Table.Summary.Row>
                )}
                <Table.Summary.Row>
                  <Table.Summary.Cell index={0} colSpan={heads}>
                    <strong>{t('total')}</strong>
                  </Table.Summary.Cell>
                  {[money(planned), money(arrived), decimalText(arrivalRate), money(owed), money(paid)].map((text, at) => (
                    <Table.Summary.Cell key={at} index={at + heads} align="right">
                      <strong>{text}</strong>
                    </Table.Summary.Cell>
                  ))}
                  <Table.Summary.Cell index={heads + 5} />
                </Table.Summary.Row>
              </>
            ),
          }
        : {})}
    />
  )
}

function Years({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { money } = useMoney()
  return (
    <Table
      aria-label={t('funds.byYear')}
      size="small"
      rowKey="period"
      dataSource={project.money.years}
      pagination={false}
      scroll={{ x: 480 }}
      columns={[
        { title: t('funds.year'), dataIndex: 'period', width: 72, rowScope: 'row' },
        ...(['planned', 'arrived', 'paid', 'completed'] as const).map((key) => ({
          key,
          title: <AmountHead title={t(`funds.${key}`)} />,
          align: 'end' as const,
          render: (_: unknown, row: ProjectOnPage['money']['years'][number]) => money(row[key]),
        })),
      ]}
    />
  )
}
