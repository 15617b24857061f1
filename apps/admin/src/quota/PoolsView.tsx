import { Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import page from '../alliance/AlliancePage.module.css'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton } from '../command/CommandButton.tsx'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import { LendQuotaDialog, SetQuotaPoolDialog } from './dialogs/PoolDialogs.tsx'
import { SetQuotaDialog } from './dialogs/QuotaDialogs.tsx'
import { LoansTable } from './LoansTable.tsx'
import { QuotaPoolsDocument, type PoolRow } from './quota-board.ts'
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
      <LoansTable loans={pool.loans} empty={t('noLoans')} />
      {dialog}
    </section>
  )
}
