import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText } from '../i18n/format.ts'
import styles from './Quota.module.css'
import type { QuotaLineRow } from './quota-board.ts'

/** What allows more people than places: since when, the document, and the reason. Nothing where nothing does. */
export function AllowedBy({ line: { allowedBy } }: { readonly line: QuotaLineRow }): ReactNode {
  const { t } = useTranslation('quota')
  const { t: shell } = useTranslation('shell')
  if (!allowedBy) return null
  const { document, reason, validFrom } = allowedBy
  const basis = t('allowedBy', { day: dayText(validFrom, shell), document: document?.number ?? document?.title ?? t('documentUnseen') })
  const why = shell('colon', { label: t('field.reason'), text: reason })
  return (
    <div className={styles.allowed}>
      <div title={basis}>{basis}</div>
      <div title={why}>{why}</div>
    </div>
  )
}
