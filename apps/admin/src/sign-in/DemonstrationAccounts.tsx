import { Button, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import type { DemonstrationAccount } from '../session/session.ts'
import styles from './SignIn.module.css'

interface DemonstrationAccountsProps {
  readonly accounts: readonly DemonstrationAccount[]
  readonly onUse: (account: DemonstrationAccount) => void
}

/** One account per role; a press fills it in. */
export function DemonstrationAccounts({ accounts, onUse }: DemonstrationAccountsProps): ReactNode {
  const { t } = useTranslation('signIn')
  const locale = useLocale()
  const columns: TableColumnsType<DemonstrationAccount> = [
    { title: t('demonstration.role'), render: (_, { role }) => role[locale] },
    { title: t('demonstration.name'), dataIndex: 'name', width: 64 },
    { title: t('demonstration.username'), dataIndex: 'username', width: 112, responsive: ['sm'] },
    {
      key: 'use',
      width: 68,
      align: 'end',
      render: (_, account) => (
        <Button
          size="small"
          aria-label={t('demonstration.useOf', { name: account.name, role: account.role[locale] })}
          onClick={() => onUse(account)}
        >
          {t('demonstration.use')}
        </Button>
      ),
    },
  ]
  return (
    <section className={`${styles.card} ${styles.wide}`} aria-labelledby="demonstration-accounts">
      <h2 id="demonstration-accounts">{t('demonstration.title')}</h2>
      <p className={styles.explain}>{t('demonstration.explain')}</p>
      <Table<DemonstrationAccount>
        size="small"
        rowKey={({ username }) => username}
        columns={columns}
        dataSource={[...accounts]}
        pagination={false}
        onRow={(account) => ({ onDoubleClick: () => onUse(account), className: styles.row ?? '' })}
      />
    </section>
  )
}
