import { Link } from '@tanstack/react-router'
import { Empty, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import page from '../alliance/AlliancePage.module.css'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, RowCommands } from '../construction-project/CommandButton.tsx'
import { NoRecords } from '../construction-project/NoRecords.tsx'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import { StateTag } from '../theme/StateTag.tsx'
import { LendQuotaDialog, ReturnQuotaDialog, SetQuotaPoolDialog } from './dialogs/PoolDialogs.tsx'
import { SetQuotaDialog } from './dialogs/QuotaDialogs.tsx'
import { QuotaPoolsDocument, type LoanRow, type PoolRow } from './quota-board.ts'
import own from './Quota.module.css'

/** 编制周转池: what is in each pool on the day shown, and what is lent to whom. */
export function PoolsView(): ReactNode {
  const { t } = useTranslation('quota')
  const { asOf, asKnownAt, county } = useMoment()
  const query = useQuery({ query: QuotaPoolsDocument, variables: { countyCode: county, asOf, asKnownAt } })
  return (
    <div className={styles.scroll} data-print="flow">
      <QueryView query={query}>
        {({ quotaPools }) =>
          quotaPools.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('emptyPools')} style={{ padding: 48 }} />
          ) : (
            <div className={page.tab}>
              {quotaPools.map((pool) => (
                <Pool key={pool.id} pool={pool} />
              ))}
            </div>
          )
        }
      </QueryView>
    </div>
  )
}

function Pool({ pool }: { readonly pool: PoolRow }): ReactNode {
  const { t } = useTranslation('quota')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const { dialog, show } = useDialog()
  const share = pool.total === 0 ? 0 : Math.min(1, pool.lent / pool.total)
  return (
    <section className={page.panel} aria-label={pool.name}>
      <h2>
        {pool.name}
        <span className={styles.quiet}>{pool.region.name}</span>
        <span className={styles.end}>
          <CommandButton
            command="setQuotaPool"
            small
            of={pool.name}
            onClick={() => show((close) => <SetQuotaPoolDialog pool={pool} onClose={close} />)}
          />
          <CommandButton
            command="setQuota"
            small
            of={pool.name}
            onClick={() => show((close) => <SetQuotaDialog pool={pool} onClose={close} />)}
          />
          <CommandButton
            command="lendQuota"
            small
            primary
            of={pool.name}
            onClick={() => show((close) => <LendQuotaDialog pool={pool} onClose={close} />)}
          />
        </span>
      </h2>
      <p style={{ margin: '0 0 6px' }}>
        {t('poolStands', { total: countText(pool.total), lent: countText(pool.lent), left: countText(pool.total - pool.lent) })}
        {pool.document && <span className={styles.quiet}> {pool.document.number ?? pool.document.title}</span>}
      </p>
      <span className={own.bar} aria-hidden style={{ maxWidth: 420, marginBottom: 10 }}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {pool.classes.length > 0 && (
        <p className={styles.quiet} style={{ marginTop: 0 }}>
          {shell('colon', {
            label: t('field.setAside'),
            text: pool.classes.map(({ postClass, count }) => `${label('postClass', postClass)} ${countText(count)}`).join(shell('list')),
          })}
        </p>
      )}
      <Loans pool={pool} onReturn={(loan) => show((close) => <ReturnQuotaDialog loan={loan} onClose={close} />)} />
      {dialog}
    </section>
  )
}

function Loans({ pool, onReturn }: { readonly pool: PoolRow; readonly onReturn: (loan: LoanRow) => void }): ReactNode {
  const { t } = useTranslation('quota')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const { today } = useFrame()
  const { asOf } = useMoment()
  return (
    <Table<LoanRow>
      size="small"
      rowKey="id"
      dataSource={[...pool.loans]}
      pagination={false}
      scroll={{ x: 780 }}
      locale={{ emptyText: <NoRecords text={t('noLoans')} /> }}
      columns={[
        {
          key: 'to',
          title: t('field.to'),
          width: 200,
          rowScope: 'row',
          render: (_, { institution }) =>
            institution ? (
              <Link to="/institutions/$id" params={{ id: institution.id }}>
                {institution.name}
              </Link>
            ) : (
              MISSING
            ),
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
            <RowCommands of={loan.institution?.name ?? MISSING} commands={[{ command: 'returnQuota', onClick: () => onReturn(loan) }]} />
          ),
        },
      ]}
    />
  )
}
