import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../i18n/format.ts'
import { StateTag } from '../theme/StateTag.tsx'
import type { QuotaLineRow } from './quota-board.ts'

/** How the places stand: over the quota with or without an exception, full, with vacancies, or nothing to judge by. */
export function Standing({ line }: { readonly line: QuotaLineRow }): ReactNode {
  const { t } = useTranslation('quota')
  const { quota, over, exception, vacancies, available, filled } = line
  if (quota === null) return <StateTag tone="grey">{t('standing.noQuota')}</StateTag>
  if (over)
    return exception >= over ? (
      <StateTag tone="amber">{t('standing.overAllowed', { count: over, exception })}</StateTag>
    ) : (
      <StateTag tone="red">{t('standing.over', { count: over, exception })}</StateTag>
    )
  if (available === 0 && filled === 0 && exception === 0) return MISSING
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      {vacancies ? (
        <StateTag tone="blue">{t('standing.vacant', { count: vacancies })}</StateTag>
      ) : (
        <StateTag tone="green">{t('standing.full')}</StateTag>
      )}
      {exception > 0 && <StateTag tone="amber">{t('standing.exception', { count: exception })}</StateTag>}
    </span>
  )
}
