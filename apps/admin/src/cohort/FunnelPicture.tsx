import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText, MISSING } from '../i18n/format.ts'
import styles from './Cohort.module.css'
import { funnelOf, type FunnelOf } from './funnel.ts'

/** From plan to placement: each stage with its number above a bar, a dotted line where it is not known; nothing where none is. */
export function FunnelPicture({ cohort }: { readonly cohort: FunnelOf }): ReactNode {
  const { t } = useTranslation('cohort')
  const { steps, counted, left } = funnelOf(cohort)
  if (steps.every(({ count }) => count === null)) return MISSING
  return (
    <dl className={styles.funnel}>
      {steps.map(({ stage, count, share }) => (
        <div key={stage}>
          <dt>{t(`stage.${stage}`)}</dt>
          <dd>
            <b>{countText(count)}</b>
            <span className={styles.track} data-known={count !== null}>
              <span style={{ width: `${share * 100}%` }} />
            </span>
          </dd>
        </div>
      ))}
      {counted && (
        <div className={styles.counted}>
          {t('counted')}
          {left > 0 && ` · ${t('left', { count: left })}`}
        </div>
      )}
    </dl>
  )
}
