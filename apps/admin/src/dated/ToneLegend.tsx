import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Timeline.module.css'
import { TONES, type Tone } from './tones.ts'

interface ToneLegendProps {
  readonly entries: readonly { readonly tone: Tone; readonly word: string }[]
  readonly histories?: boolean | undefined
}

/** What the looks of a timeline mean, with the mark of what is still to come. */
export function ToneLegend({ entries, histories = false }: ToneLegendProps): ReactNode {
  const { t } = useTranslation('dated')
  const look = (tone: Tone) => ({ '--fill': TONES[tone].fill, '--edge': TONES[tone].edge }) as CSSProperties
  return (
    <>
      {entries.map(({ tone, word }) => (
        <span key={word}>
          <i className={styles.swatch} style={look(tone)} />
          {word}
        </span>
      ))}
      <span>
        <i className={`${styles.swatch} ${styles.future}`} style={look('outline')} />
        {t('state.future')}
      </span>
      {histories && (
        <span>
          <i className={`${styles.swatch} ${styles.closed}`} style={look('outline')} />
          {t('state.closed')}
        </span>
      )}
    </>
  )
}
