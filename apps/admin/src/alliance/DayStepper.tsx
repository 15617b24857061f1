import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { positionOf, rangeOf, ticksOf } from '../dated/scale.ts'
import { useWidth } from '../dated/useWidth.ts'
import styles from './DayStepper.module.css'
import { neighbourDay } from './structure.ts'

interface DayStepperProps {
  /** The days on which the structure changed or will change, in order. */
  readonly days: readonly IsoDate[]
  readonly asOf: IsoDate
  readonly today: IsoDate
  readonly onChange: (day: IsoDate) => void
}

/** Walks the day shown along the days of change: buttons, arrow keys, or a click on a day. */
export function DayStepper({ days, asOf, today, onChange }: DayStepperProps): ReactNode {
  const { t } = useTranslation('alliance')
  const { ref, width } = useWidth<HTMLDivElement>(700)
  const range = rangeOf([], [...days, today, asOf])
  const [before, after] = [neighbourDay(days, asOf, 'before'), neighbourDay(days, asOf, 'after')]
  const index = days.filter((day) => day <= asOf).length
  const words = t(asOf > today ? 'structure.dayFuture' : 'structure.day', { day: asOf, index, total: days.length })
  const left = (day: IsoDate) => `${positionOf(day, range) * 100}%`
  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowLeft: before,
      ArrowDown: before,
      ArrowRight: after,
      ArrowUp: after,
      Home: days[0] ?? null,
      End: days.at(-1) ?? null,
    }[event.key]
    if (target === undefined) return
    event.preventDefault()
    if (target !== null) onChange(target)
  }
  return (
    <div className={styles.root} data-print="no">
      <Button
        icon={<LeftOutlined />}
        disabled={before === null}
        onClick={() => before && onChange(before)}
        aria-label={`${t('structure.before')} ${before ?? ''}`.trim()}
        title={t('structure.before')}
      >
        {before ?? ''}
      </Button>
      <div ref={ref} className={styles.track}>
        <div
          className={styles.slider}
          role="slider"
          tabIndex={0}
          aria-label={t('structure.days')}
          aria-valuemin={0}
          aria-valuemax={days.length}
          aria-valuenow={index}
          aria-valuetext={words}
          onKeyDown={onKeyDown}
        />
        <div className={styles.rail} />
        {ticksOf(range, Math.max(2, Math.floor(width / 64))).map(({ day, label }) => (
          <span key={day} className={styles.tick} style={{ left: left(day) }}>
            {label}
          </span>
        ))}
        <span className={styles.today} style={{ left: left(today) }} title={`${t('structure.today')} ${today}`} />
        {days.map((day) => (
          <button
            key={day}
            type="button"
            tabIndex={-1}
            aria-label={day}
            title={day}
            className={styles.day}
            data-future={day > today}
            data-passed={day <= asOf}
            style={{ left: left(day) }}
            onClick={() => onChange(day)}
          />
        ))}
        <span className={styles.handle} style={{ left: left(asOf) }} aria-hidden />
      </div>
      <Button
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={after === null}
        onClick={() => after && onChange(after)}
        aria-label={`${t('structure.after')} ${after ?? ''}`.trim()}
        title={t('structure.after')}
      >
        {after ?? ''}
      </Button>
    </div>
  )
}
