import type { Period } from '@yilian/domain/period.ts'
import { useTranslation } from 'react-i18next'
import { periodText } from '../i18n/format.ts'

/** Writes periods in the reader's language, with the last day in force. */
export function usePeriodText(): (period: Period) => string {
  const { t } = useTranslation('shell')
  return (period) => periodText(period, t)
}
