import { AUDIT_KINDS, ROW_KINDS } from '@yilian/domain/audit.ts'
import { useTranslation } from 'react-i18next'
import { instantText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf, useTextChoices } from '../i18n/useTextChoices.ts'
import { someOf } from '../shell/address.ts'
import type { TableColumn } from '../table/columns.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { toneOf, type AuditEntry } from './audit-entry.ts'
import type { AuditSearch } from './audit-search.ts'

export function useAuditColumns(search: AuditSearch, onFilter: (patch: AuditSearch) => void): TableColumn<AuditEntry, never>[] {
  const { t } = useTranslation('audit')
  const locale = useLocale()
  const choices = useTextChoices()
  return [
    { key: 'at', title: t('column.at'), width: 148, pinned: true, render: ({ at }) => instantText(at) },
    {
      key: 'kind',
      title: t('column.kind'),
      width: 132,
      filter: {
        choices: choices(AUDIT_KINDS),
        chosen: search.kind,
        onChoose: (values) => onFilter({ kind: someOf(values, keysOf(AUDIT_KINDS)) }),
      },
      render: ({ kind, outsideApplication }) => (
        <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
          <StateTag tone={toneOf(kind)}>{AUDIT_KINDS[kind][locale]}</StateTag>
          {outsideApplication && <StateTag tone="red">{t('outside')}</StateTag>}
        </span>
      ),
    },
    { key: 'actor', title: t('column.actor'), width: 120, render: (entry) => entry.actor?.name ?? t(isOfRow(entry) ? 'system' : 'nobody') },
    { key: 'summary', title: t('column.summary'), width: 420, render: ({ summary }) => summary },
    { key: 'subject', title: t('column.subject'), width: 200, render: ({ subject }) => subject ?? MISSING },
    { key: 'table', title: t('column.table'), width: 120, optional: true, render: ({ table }) => table ?? MISSING },
    { key: 'address', title: t('column.address'), width: 130, render: ({ address }) => address ?? MISSING },
    { key: 'before', title: t('column.before'), width: 300, optional: true, render: ({ before }) => before ?? MISSING },
    { key: 'after', title: t('column.after'), width: 300, optional: true, render: ({ after }) => after ?? MISSING },
    { key: 'reason', title: t('column.reason'), width: 180, optional: true, render: ({ reason }) => reason ?? MISSING },
    { key: 'request', title: t('column.request'), width: 200, optional: true, render: ({ requestId }) => requestId ?? MISSING },
  ]
}

/** Written by the database of its own rows; who did it is known unless a program of ours did. */
function isOfRow({ kind }: AuditEntry): boolean {
  return ROW_KINDS.some((one) => one === kind)
}
