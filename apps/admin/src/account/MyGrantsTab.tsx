import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeriodText } from '../dated/usePeriodText.ts'
import type { Grant } from '../role-grant/grant.ts'
import { GrantsPanel } from '../role-grant/GrantsPanel.tsx'
import { MayDo } from '../role-grant/MayDo.tsx'
import { useGrantName } from '../role-grant/useGrantName.ts'
import { FactCard, FactRow } from '../shell/FactCard.tsx'
import cards from '../shell/FactCard.module.css'
import styles from './Account.module.css'

interface MyGrantsTabProps {
  /** In force today. */
  readonly grants: readonly Grant[]
  /** Every one, past and future. */
  readonly timeline: readonly Grant[]
  readonly user: { readonly id: string; readonly name: string }
}

/** 我的授权: what one may do, over what, until when; and how it came about. */
export function MyGrantsTab({ grants, timeline, user }: MyGrantsTabProps): ReactNode {
  const { t } = useTranslation('account')
  const name = useGrantName()
  const period = usePeriodText()
  return (
    <>
      {grants.length === 0 ? (
        <div className={styles.tab}>
          <Alert type="info" showIcon title={t('grants.empty')} />
        </div>
      ) : (
        <div className={cards.cards}>
          {grants.map((grant) => (
            <FactCard key={grant.rowId} title={name.role(grant)} wide={grants.length === 1}>
              <FactRow label={t('grants.scope')} value={name.scope(grant)} />
              <FactRow label={t('grants.since')} value={period({ validFrom: grant.validFrom, validTo: grant.validTo ?? null })} />
              <FactRow label={t('grants.reason')} value={grant.reason} />
              <FactRow label={t('grants.allowed')} value={<MayDo role={grant.role} workArea={grant.workArea ?? null} />} />
            </FactCard>
          ))}
        </div>
      )}
      {timeline.length > 0 && <GrantsPanel grants={timeline} user={user} mayChange={false} />}
    </>
  )
}
