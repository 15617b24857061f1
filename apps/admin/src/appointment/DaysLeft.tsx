import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../i18n/format.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { daysLeft, isDueSoon, type Planned } from './returns.ts'

/** How many days until the planned return on the day shown, or how many it is late. */
export function DaysLeft({ row }: { readonly row: Planned }): ReactNode {
  const { t } = useTranslation('appointment')
  const { today } = useFrame()
  const { asOf } = useMoment()
  const day = asOf ?? today
  const left = daysLeft(row, day)
  if (left === null) return MISSING
  if (left < 0) return <StateTag tone="red">{t('late', { count: -left })}</StateTag>
  if (isDueSoon(row, day)) return <StateTag tone="amber">{t('left', { count: left })}</StateTag>
  return t('left', { count: left })
}
