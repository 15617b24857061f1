import type { AlertRule } from '@yilian/domain/construction/alert.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { COLORS } from '../theme/theme.ts'
import { AlertTag } from './tags.tsx'
import styles from './Project.module.css'

interface AlertTagsProps {
  /** Those that nobody acknowledged. */
  readonly alerts: readonly { readonly rule: AlertRule }[]
}

/** The rules that found something which nobody acknowledged, each once with how often. */
export function AlertTags({ alerts }: AlertTagsProps): ReactNode {
  const { t } = useTranslation('project')
  if (alerts.length === 0) return <span style={{ color: COLORS.secondary }}>{t('noAlert')}</span>
  const rules = [...Map.groupBy(alerts, ({ rule }) => rule)]
  return (
    <span className={styles.tags}>
      {rules.map(([rule, found]) => (
        <span key={rule} className={styles.tag}>
          <AlertTag rule={rule} />
          {found.length > 1 && ` × ${found.length}`}
        </span>
      ))}
    </span>
  )
}

/** Of several alike units how many are done: “完成 122 / 130 个”. */
export function UnitsDone({ done, count }: { readonly done: number | null | undefined; readonly count: number }): ReactNode {
  const { t } = useTranslation('project')
  if (done === null || done === undefined) return null
  return <div style={{ fontSize: 12, color: COLORS.secondary }}>{t('unitsOf', { done, count })}</div>
}

interface ShareBarProps {
  /** From 0 to 1; beyond it the bar is full. */
  readonly share: number | null
  readonly label: string
}

/** How much of the planned money arrived, as a bar beside its figure; a dotted line where that is not known. */
export function ShareBar({ share, label }: ShareBarProps): ReactNode {
  return (
    <span className={styles.share} role="img" aria-label={label} data-known={share !== null}>
      {share !== null && <span style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />}
    </span>
  )
}
