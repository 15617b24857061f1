import { useTranslation } from 'react-i18next'
import type { FilterChip } from '../table/FilterChips.tsx'
import type { AuditSearch } from './audit-search.ts'

/** The filters in force that are in no column's head. */
export function useAuditChips(search: AuditSearch, onFilter: (patch: AuditSearch) => void): FilterChip[] {
  const { t } = useTranslation('audit')
  const { q, since, until, actor, subject, request, outside } = search
  const range =
    since && until ? t('range.both', { from: since, until }) : since ? t('range.since', { from: since }) : until && t('range.to', { until })
  const chips: FilterChip[] = []
  if (q) chips.push({ key: 'q', text: t('chip.search', { text: q }), onRemove: () => onFilter({ q: undefined }) })
  if (range)
    chips.push({ key: 'range', text: t('chip.range', { range }), onRemove: () => onFilter({ since: undefined, until: undefined }) })
  if (actor)
    chips.push({
      key: 'actor',
      text: t('chip.actor', { name: search.actorName ?? actor }),
      onRemove: () => onFilter({ actor: undefined, actorName: undefined }),
    })
  if (subject)
    chips.push({
      key: 'subject',
      text: t('chip.subject', { name: search.subjectName ?? subject }),
      onRemove: () => onFilter({ subject: undefined, subjectName: undefined }),
    })
  if (request) chips.push({ key: 'request', text: t('chip.request', { id: request }), onRemove: () => onFilter({ request: undefined }) })
  if (outside) chips.push({ key: 'outside', text: t('chip.outside'), onRemove: () => onFilter({ outside: undefined }) })
  return chips
}
