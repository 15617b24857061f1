import type { IsoDate } from '@yilian/domain/day.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { stretchState, type TimelineLane, type TimelineStretch } from './lanes.ts'
import { extentOf, type Range } from './scale.ts'
import styles from './Timeline.module.css'
import { TONES } from './tones.ts'
import { usePeriodText } from './usePeriodText.ts'

interface BarProps {
  readonly lane: TimelineLane
  readonly stretch: TimelineStretch
  readonly range: Range
  readonly today: IsoDate
  readonly tabbable: boolean
  readonly onFocus: () => void
  readonly onOpen: (() => void) | undefined
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One stretch: hatched while it is to come, dashed and struck through when a correction superseded it. */
export function TimelineBar({ lane, stretch, range, today, tabbable, onFocus, onOpen, onKeyDown }: BarProps): ReactNode {
  const { t } = useTranslation('dated')
  const period = usePeriodText()
  const state = stretchState(stretch, today)
  const { left, width } = extentOf(stretch, range)
  const { fill, edge, text } = TONES[stretch.tone]
  const look = [
    styles.bar,
    stretch.validTo === null && styles.open,
    stretch.validFrom === UNKNOWN_START && styles.unknown,
    state !== 'current' && styles[state],
    stretch.changed && styles.changed,
    onOpen && styles.clickable,
  ]
  const words = [lane.label, stretch.label, period(stretch), state === 'current' ? '' : t(`state.${state}`)].filter(Boolean).join(', ')
  return (
    <button
      type="button"
      data-stretch={stretch.key}
      onKeyDown={onKeyDown}
      className={look.filter(Boolean).join(' ')}
      style={{ left: `${left * 100}%`, width: `${width * 100}%`, '--fill': fill, '--edge': edge, '--text': text } as CSSProperties}
      tabIndex={tabbable ? 0 : -1}
      aria-label={words}
      title={words}
      onFocus={onFocus}
      onMouseEnter={onFocus}
      onClick={onOpen}
    >
      <span className={styles.barText}>{stretch.label}</span>
    </button>
  )
}
