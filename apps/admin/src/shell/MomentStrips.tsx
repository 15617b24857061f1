import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { instantText } from '../i18n/format.ts'
import { useFrame } from './frame-data.ts'
import { useMoment, useSetRootSearch } from './moment.ts'
import styles from './Shell.module.css'

/** Says, in words and colour, that what is shown is not the structure of today or not what is known now. Printed too. */
export function MomentStrips(): ReactNode {
  const { t } = useTranslation('shell')
  const { asOf, asKnownAt } = useMoment()
  const { today } = useFrame()
  const setRootSearch = useSetRootSearch()
  const strip = asOf === undefined || asOf === today ? null : ({ kind: asOf < today ? 'past' : 'future', day: asOf } as const)
  return (
    <>
      {strip && (
        <div className={styles.strip} data-kind={strip.kind} role="status">
          <strong>{t(`asOf.${strip.kind}`, { day: strip.day })}</strong>
          <Button type="link" size="small" data-print="no" onClick={() => setRootSearch({ asOf: undefined })}>
            {t('asOf.back')}
          </Button>
        </div>
      )}
      {asKnownAt && (
        <div className={styles.strip} data-kind="known" role="status">
          <strong>{t('knownAt.strip', { instant: instantText(asKnownAt) })}</strong>
          <Button type="link" size="small" data-print="no" onClick={() => setRootSearch({ knownAt: undefined })}>
            {t('knownAt.back')}
          </Button>
        </div>
      )}
    </>
  )
}
