import type { IsoDate } from '@yilian/domain/day.ts'
import type { Period } from '@yilian/domain/period.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../theme/StateTag.tsx'
import styles from './CommandDialog.module.css'
import { sideOf, type EffectShown } from './outcome.ts'

interface EffectWordsProps {
  readonly effect: Pick<EffectShown, 'stretches'>
  readonly correction: boolean
  readonly today: IsoDate
  readonly period: (period: Period) => string
}

/** An effect in words: what changed before → after, each stretch with its days; what is still to come says so. */
export function EffectWords({ effect, correction, today, period }: EffectWordsProps): ReactNode {
  const { t } = useTranslation('command')
  const side = (key: 'before' | 'after') => {
    const all = sideOf(effect, key)
    const list = all.filter(({ changed }) => changed)
    return (
      <li>
        <span className={styles.side}>{t(`${key}${correction ? 'Correction' : ''}`)}</span>
        <span>
          {list.length === 0 && (all.length === 0 ? t('nothing') : t('unchanged'))}
          {list.map(({ validFrom, validTo, label }, index) => (
            <span key={index} style={{ display: 'block' }}>
              {label}
              {validFrom && ` · ${period({ validFrom, validTo: validTo ?? null })}`}
              {validFrom && validFrom > today && (
                <>
                  {' '}
                  <StateTag tone="future">{t('toCome')}</StateTag>
                </>
              )}
            </span>
          ))}
        </span>
      </li>
    )
  }
  return (
    <ul className={styles.words}>
      {side('before')}
      {side('after')}
    </ul>
  )
}
