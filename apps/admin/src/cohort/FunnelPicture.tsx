import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../i18n/format.ts'
import styles from './Cohort.module.css'
import { funnelOf, type FunnelOf } from './funnel.ts'

/** From plan to placement, a bar for each stage with its number; what is not known is a dotted line. */
export function FunnelPicture({ cohort }: { readonly cohort: FunnelOf }): ReactNode {
  const { t } = useTranslation('cohort')
  const { steps, counted, left } = funnelOf(cohort)
  return (
    <dl className={styles.funnel}>
      {steps.map(({ stage, count, share }) => (
        <div key={stage}>
          <dt>{t(`stage.${stage}`)}</dt>
          <dd>
            <span className={styles.track} data-known={count !== null}>
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <b>{countText(count)}</b>
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
