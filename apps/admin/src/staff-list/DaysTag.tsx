import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../theme/StateTag.tsx'

/** How soon is soon. */
const SOON = 30

/** Days until something is due; what is late is red, what is due within a month amber. */
export function DaysTag({ days }: { readonly days: number }): ReactNode {
  const { t } = useTranslation('staffList')
  if (days < 0) return <StateTag tone="red">{t('late', { count: -days })}</StateTag>
  if (days <= SOON) return <StateTag tone="amber">{t('left', { count: days })}</StateTag>
  return t('left', { count: days })
}
