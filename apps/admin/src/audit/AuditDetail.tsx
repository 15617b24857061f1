import { Alert, Button, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { AuditEntryDetailDocument, type AuditEntry, type AuditField } from './audit-entry.ts'
import styles from './Audit.module.css'
import type { AuditSearch } from './audit-search.ts'

interface AuditDetailProps {
  readonly entry: AuditEntry
  readonly onFilter: (patch: AuditSearch) => void
}

/** One entry in full: each field before and after, why, and what belongs to it. */
export function AuditDetail({ entry, onFilter }: AuditDetailProps): ReactNode {
  const { t } = useTranslation('audit')
  const { reason, requestId, actor, outsideApplication } = entry
  const locale = useLocale()
  const query = useQuery({ query: AuditEntryDetailDocument, variables: { id: entry.id, locale } })
  const value = (text: string | null | undefined) => text ?? <span className={styles.none}>{t('detail.none')}</span>
  const columns: TableColumnsType<AuditField> = [
    { title: t('detail.field'), width: 180, dataIndex: 'label' },
    { title: t('detail.before'), className: styles.before ?? '', render: (_, { before }) => value(before) },
    { title: t('detail.after'), className: styles.after ?? '', render: (_, { after }) => value(after) },
  ]
  return (
    <div className={styles.detail}>
      {outsideApplication && <Alert type="error" showIcon title={t('detail.outside')} style={{ marginBottom: 8 }} />}
      <QueryView query={query}>
        {({ auditEntry }) => (
          <>
            {(reason || auditEntry?.change) && (
              <p>
                {reason && <span>{t('detail.reason', { reason })}</span>}
                {auditEntry?.change && <span>{t('detail.change', { summary: auditEntry.change.summary })}</span>}
              </p>
            )}
            {auditEntry && auditEntry.fields.length > 0 ? (
              <Table<AuditField>
                size="small"
                bordered
                aria-label={t('detail.fields')}
                rowKey="name"
                columns={columns}
                dataSource={[...auditEntry.fields]}
                pagination={false}
                tableLayout="fixed"
              />
            ) : (
              <p className={styles.none}>{t('detail.noFields')}</p>
            )}
          </>
        )}
      </QueryView>
      <div className={styles.links}>
        {requestId && (
          <Button type="link" size="small" onClick={() => onFilter({ request: requestId })}>
            {t('detail.sameRequest')}
          </Button>
        )}
        {actor && (
          <Button type="link" size="small" onClick={() => onFilter({ actor: actor.id, actorName: actor.name })}>
            {t('detail.sameActor')}
          </Button>
        )}
      </div>
    </div>
  )
}
