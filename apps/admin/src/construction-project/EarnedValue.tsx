import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../i18n/format.ts'
import { FactRow } from '../shell/FactCard.tsx'
import styles from './Project.module.css'
import type { ProjectOnPage } from './project-page.ts'
import { useMoney } from './useMoney.tsx'

/** 挣值: planned, earned and spent at the end of the last accepted month; where one is missing it says why. */
export function EarnedValue({ project: { earnedValue } }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { money, unit } = useMoney()
  const figure = (key: 'plannedValue' | 'earnedValue' | 'actualCost') => {
    const { value, missing } = earnedValue[key]
    return (
      <FactRow
        label={t(`schedule.${key}`)}
        value={value === null ? <span className={styles.quiet}>{missing?.message ?? MISSING}</span> : `${money(value)} ${unit}`}
      />
    )
  }
  const missing = [earnedValue.plannedValue, earnedValue.earnedValue, earnedValue.actualCost].map((one) => one.missing?.message)
  const [reason] = missing
  if (reason !== undefined && missing.every((message) => message === reason))
    return <p className={styles.quiet}>{t('schedule.noEarned', { reason })}</p>
  return (
    <>
      {earnedValue.month !== null && <p className={styles.small}>{t('schedule.earnedMonth', { month: earnedValue.month })}</p>}
      {figure('plannedValue')}
      {figure('earnedValue')}
      {figure('actualCost')}
      <FactRow label={t('schedule.spi')} value={earnedValue.schedulePerformance ?? MISSING} />
      <FactRow label={t('schedule.cpi')} value={earnedValue.costPerformance ?? MISSING} />
      <p className={styles.small}>{t('schedule.indexHelp')}</p>
    </>
  )
}
