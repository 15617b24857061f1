import type { TFunction } from 'i18next'
import { MISSING } from './format.ts'
import type { resources } from './resources.ts'

/** A period as a report was recorded for (`2023`, `2023H1`, `2023Q2`, `2023-07`), in words; what is written otherwise stays as it is. */
export function reportedPeriodText(written: string | null, t: TFunction<'shell'>): string {
  if (written === null) return MISSING
  const [, year, kind, number] = /^(\d{4})(?:(H[12]|Q|-)(\d{1,2})?)?$/.exec(written) ?? []
  if (year === undefined) return written
  if (kind === undefined) return t('reported.year', { year })
  if (kind === 'H1') return t('reported.firstHalf', { year })
  if (kind === 'H2') return t('reported.secondHalf', { year })
  const value = Number(number)
  if (kind === 'Q') return value >= 1 && value <= 4 ? t('reported.quarter', { year, number: value }) : written
  return value >= 1 && value <= 12 ? monthText(written, t) : written
}

type Months = typeof resources.zh.shell.reported.months

/** A month, `2026-12`, in words. */
export function monthText(month: string, t: TFunction<'shell'>): string {
  const key = `m${month.slice(5)}` as keyof Months
  return t('reported.month', { year: month.slice(0, 4), month: t(`reported.months.${key}`) })
}
