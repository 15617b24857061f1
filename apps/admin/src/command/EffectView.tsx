import { Alert, Button } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineLane, TimelineStretch } from '../dated/lanes.ts'
import { rangeOf } from '../dated/scale.ts'
import { Timeline } from '../dated/Timeline.tsx'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { EffectWords } from './EffectWords.tsx'
import styles from './CommandDialog.module.css'
import { sideOf, type EffectShown } from './outcome.ts'
import type { Preview } from './useCommand.ts'

const AT_FIRST = 6

interface EffectViewProps {
  readonly preview: Preview
  readonly correction: boolean
  readonly today: IsoDate
  readonly onRetry: () => void
}

/** The right half of a command: each fact it touches, before and after, exactly as the server would write it. */
export function EffectView({ preview: { state, effects }, correction, today, onRetry }: EffectViewProps): ReactNode {
  const { t } = useTranslation('command')
  const [all, setAll] = useState(false)
  const shown = all ? effects : effects?.slice(0, AT_FIRST)
  return (
    <section aria-label={t(correction ? 'effectCorrection' : 'effect')} aria-busy={state === 'computing'}>
      <div className={styles.effectHead}>
        <h3>{t(correction ? 'effectCorrection' : 'effect')}</h3>
        {state === 'computing' && effects !== null && <span className={styles.help}>{t('computing')}</span>}
      </div>
      {state === 'failed' && (
        <Alert
          type="warning"
          showIcon
          title={t('previewFailed')}
          action={
            <Button size="small" onClick={onRetry}>
              {t('retry')}
            </Button>
          }
        />
      )}
      {state === 'incomplete' && <p className={styles.waiting}>{t('incomplete')}</p>}
      {state === 'blocked' && effects === null && <p className={styles.waiting}>{t('blocked')}</p>}
      {state === 'computing' && effects === null && <p className={styles.waiting}>{t('computing')}</p>}
      {state === 'shown' && effects?.length === 0 && <p className={styles.waiting}>{t('noEffect')}</p>}
      {state !== 'incomplete' && shown && (
        <div className={`${styles.effects} ${state === 'shown' ? '' : styles.dimmed}`}>
          {shown.map((effect) => (
            <OneEffect key={`${effect.fact} ${effect.factId}`} effect={effect} correction={correction} today={today} />
          ))}
        </div>
      )}
      {effects && !all && effects.length > AT_FIRST && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('more', { count: effects.length - AT_FIRST })}
        </Button>
      )}
    </section>
  )
}

function OneEffect({
  effect,
  correction,
  today,
}: {
  readonly effect: EffectShown
  readonly correction: boolean
  readonly today: IsoDate
}): ReactNode {
  const { t } = useTranslation('command')
  const period = usePeriodText()
  const lane = (key: 'before' | 'after', label: string): TimelineLane => ({
    key,
    label,
    stretches: sideOf(effect, key).flatMap(({ validFrom, validTo, label: words, changed }, index): TimelineStretch[] =>
      validFrom
        ? [
            {
              key: `${key}${index}`,
              label: words,
              tone: changed ? (key === 'before' ? 'quiet' : 'strong') : 'normal',
              changed,
              validFrom,
              validTo: validTo ?? null,
            },
          ]
        : [],
    ),
  })
  const lanes = [lane('before', t(correction ? 'beforeCorrection' : 'before')), lane('after', t(correction ? 'afterCorrection' : 'after'))]
  const stretches = lanes.flatMap(({ stretches: list }) => list)
  return (
    <article className={styles.one}>
      <h4>
        <span className={styles.kind}>{t(`fact.${effect.fact}`)}</span>
        {effect.subject}
      </h4>
      {stretches.length > 0 && (
        <Timeline compact label={effect.subject} lanes={lanes} today={today} range={rangeOf(stretches, [today])} labelWidth={68} />
      )}
      <EffectWords effect={effect} correction={correction} today={today} period={period} />
    </article>
  )
}
