import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../account/Account.module.css'
import { useDialog } from '../command/useDialog.tsx'
import type { Grant } from '../role-grant/grant.ts'
import { CreateTokenDialog } from './CreateTokenDialog.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import type { Token } from './token.ts'
import { useTokenColumns } from './useTokenColumns.tsx'

interface TokensPanelProps {
  readonly tokens: readonly Token[]
  /** The grants of their owner that are in force. */
  readonly grants: readonly Pick<Grant, 'id' | 'role' | 'workArea' | 'scopeKind' | 'scopeName'>[]
  /** Another account than one's own. */
  readonly owner?: { readonly id: string; readonly name: string } | undefined
  readonly mayCreate: boolean
}

/** The tokens of one account: made, shown once, revoked. */
export function TokensPanel({ tokens, grants, owner, mayCreate }: TokensPanelProps): ReactNode {
  const { t } = useTranslation('apiToken')
  const { dialog, show } = useDialog()
  const columns = useTokenColumns()
  const secret = (created: { readonly name: string; readonly secret: string }) =>
    // After the form has gone: one dialog at a time.
    show((close) => <SecretDialog {...created} onClose={close} />)
  const create = () => {
    let created: { readonly name: string; readonly secret: string } | null = null
    show((close) => (
      <CreateTokenDialog
        grants={grants}
        owner={owner}
        onCreated={(one) => (created = one)}
        onClose={() => (created ? secret(created) : close())}
      />
    ))
  }
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('title')}>
        <div className={styles.head}>
          <h2>{owner ? t('title') : t('mine')}</h2>
          {mayCreate && (
            <Button type="primary" icon={<PlusOutlined />} className={styles.end ?? ''} onClick={create}>
              {t('create')}
            </Button>
          )}
        </div>
        {!owner && <p className={styles.explain}>{t('explain')}</p>}
        <Table<Token>
          size="small"
          rowKey="id"
          columns={columns.map(({ key, title, width, render }) => ({ key, title, width, render: (_, row) => render(row) }))}
          dataSource={[...tokens]}
          pagination={false}
          scroll={{ x: columns.reduce((sum, { width }) => sum + width, 0) }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
        />
      </section>
      {dialog}
    </div>
  )
}
