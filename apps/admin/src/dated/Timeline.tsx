import { Button, Empty, Segmented } from 'antd'
import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import type { IsoDate } from '@yilian/domain/day.ts'
import { useId, useMemo, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { instantText } from '../i18n/format.ts'
import { COLORS } from '../theme/theme.ts'
import { laneRows, moveFocus, type TimelineLane, type TimelineStretch } from './lanes.ts'
import { positionOf, rangeOf, ticksOf, type Range } from './scale.ts'
import styles from './Timeline.module.css'
import { TimelineBar } from './TimelineBar.tsx'
import { TimelineTable } from './TimelineTable.tsx'
import { usePeriodText } from './usePeriodText.ts'
import { useWidth } from './useWidth.ts'

export interface TimelineProps {
  /** What the picture is of, for those who cannot see it. */
  readonly label: string
  readonly lanes: readonly TimelineLane[]
  readonly today: IsoDate
  /** The day the screen shows, when it is not today. */
  readonly asOf?: IsoDate | undefined
  /** Rows that a correction superseded, drawn under the row that holds now. */
  readonly histories?: boolean | undefined
  /** Shared by several timelines that are compared; else the range of the lanes. */
  readonly range?: Range | undefined
  /** Neither tools nor a line of detail: for the effect of a command. */
  readonly compact?: boolean | undefined
  readonly labelWidth?: number | undefined
  readonly maxHeight?: number | string | undefined
  readonly tools?: ReactNode
  readonly legend?: ReactNode
  readonly onOpen?: ((lane: TimelineLane, stretch: TimelineStretch) => void) | undefined
}

/** Up to this many lanes each has a second line under its name. */
const ROOMY = 15
/** Where on the axis a badge stands wholly on one side of its line, so as not to be cut off. */
const [EARLY, LATE] = [0.08, 0.9]
/** The width of a label of the axis, in pixels. */
const TICK_LABEL = 34

const ZOOMS = [1, 2, 4, 8, 16]

/** What held when: a lane per subject, its stretches over the years, today's line and the line of the day shown. */
export function Timeline(props: TimelineProps): ReactNode {
  const { label, lanes, today, asOf, histories = false, compact = false, tools, legend } = props
  const { t } = useTranslation('dated')
  const [zoom, setZoom] = useState(1)
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const rows = useMemo(() => laneRows(lanes, histories), [lanes, histories])
  const shown = useMemo(() => rows.flatMap(({ current, superseded }) => [...current, ...superseded.flat()]), [rows])
  const range = useMemo(() => props.range ?? rangeOf(shown, asOf ? [today, asOf] : [today]), [props.range, shown, today, asOf])
  if (lanes.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />
  const step = (by: 1 | -1) => setZoom((now) => ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(now) + by))]!)
  return (
    <div className={styles.root}>
      {!compact && (
        <div className={styles.tools}>
          <div className={styles.legend}>{legend}</div>
          {tools}
          {view === 'picture' && (
            <span>
              <Button type="text" icon={<MinusOutlined />} aria-label={t('zoomOut')} disabled={zoom === 1} onClick={() => step(-1)} />
              <Button type="text" disabled={zoom === 1} onClick={() => setZoom(1)}>
                {t('zoomFit')}
              </Button>
              <Button
                type="text"
                icon={<PlusOutlined />}
                aria-label={t('zoomIn')}
                disabled={zoom === ZOOMS.at(-1)}
                onClick={() => step(1)}
              />
            </span>
          )}
          <Segmented
            aria-label={t('view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'picture', label: t('asPicture') },
              { value: 'table', label: t('asTable') },
            ]}
          />
        </div>
      )}
      {view === 'table' ? (
        <TimelineTable label={label} rows={rows} today={today} />
      ) : (
        <Picture {...props} rows={rows} range={range} zoom={zoom} />
      )}
    </div>
  )
}

interface PictureProps extends TimelineProps {
  readonly rows: ReturnType<typeof laneRows>
  readonly range: Range
  readonly zoom: number
}

function Picture({
  label,
  rows,
  today,
  asOf,
  range,
  zoom,
  compact = false,
  labelWidth: wanted = 184,
  maxHeight,
  onOpen,
}: PictureProps): ReactNode {
  const { t } = useTranslation('dated')
  const hint = useId()
  const { ref, width } = useWidth<HTMLDivElement>(900)
  const labelWidth = Math.min(wanted, Math.round(width * 0.36))
  const lines = useMemo(() => rows.flatMap(({ current, superseded }) => [current, ...superseded]), [rows])
  const [active, setActive] = useState<string | null>(null)
  const tabStop = lines.flat().some(({ key }) => key === active) ? active : (lines.flat()[0]?.key ?? null)
  const ticks = ticksOf(range, Math.max(2, Math.floor(((width - labelWidth) * zoom) / 68)))
  const at = (day: IsoDate) => `calc(${labelWidth}px + (100% - ${labelWidth}px) * ${positionOf(day, range)})`
  const bar = compact ? 20 : rows.length > 40 ? 17 : rows.length > ROOMY ? 20 : 24
  const marks =
    asOf !== undefined && asOf !== today
      ? [
          { day: today, word: t('today'), own: false },
          { day: asOf, word: `${t('asOf')} ${asOf}`, own: true },
        ]
      : [{ day: today, word: t('today'), own: false }]
  // A label under the badge of today or of the day shown would be cut in half.
  const hides = ({ day, own }: { readonly day: IsoDate; readonly own: boolean }, tick: IsoDate) => {
    const place = positionOf(day, range)
    const distance = (positionOf(tick, range) - place) * (width - labelWidth) * zoom
    const badge = own ? 112 : 40
    const start = place > LATE ? -badge : place < EARLY ? 0 : -badge / 2
    return distance > start - TICK_LABEL && distance < start + badge
  }
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = active === null ? null : moveFocus(lines, active, event.key)
    if (next === null) return
    event.preventDefault()
    ref.current?.querySelector<HTMLElement>(`[data-stretch="${CSS.escape(next)}"]`)?.focus()
  }
  return (
    <>
      <div
        ref={ref}
        className={styles.frame}
        style={{ maxHeight: maxHeight ?? (compact ? 'none' : 'min(62vh, 560px)'), '--line': COLORS.line } as CSSProperties}
      >
        <div
          className={styles.grid}
          role="group"
          aria-label={label}
          aria-describedby={hint}
          style={
            {
              gridTemplateColumns: `${labelWidth}px 1fr`,
              width: `calc(${labelWidth}px + (100% - ${labelWidth}px) * ${zoom})`,
              '--bar': `${bar}px`,
              '--label': `${labelWidth}px`,
            } as CSSProperties
          }
        >
          <span id={hint} className="visually-hidden">
            {t('hint')}
          </span>
          <div className={styles.grids}>
            {ticks.map((tick) => (
              <i
                key={tick.day}
                className={styles.gridline}
                style={{ left: at(tick.day), borderColor: tick.year ? '#e3e8ed' : undefined }}
              />
            ))}
          </div>
          <div className={styles.head} aria-hidden>
            <div className={styles.corner} />
            <div className={styles.axis}>
              {ticks.map((tick) => (
                <span key={tick.day} className={styles.tick} style={{ left: `${positionOf(tick.day, range) * 100}%` }}>
                  {marks.some((mark) => hides(mark, tick.day)) ? '' : tick.label}
                </span>
              ))}
              {marks.map(({ day, word, own }) => {
                const place = positionOf(day, range)
                return (
                  <span
                    key={day}
                    className={`${styles.markLabel} ${own ? styles.markLabelAsOf : ''} ${place > LATE ? styles.markLabelLeft : place < EARLY ? styles.markLabelRight : ''}`}
                    style={{ left: `${place * 100}%` }}
                  >
                    {word}
                  </span>
                )
              })}
            </div>
          </div>
          {rows.map(({ lane, current, superseded }) => (
            <div key={lane.key} className={styles.row} role="group" aria-label={lane.label}>
              <div className={styles.laneLabel} title={lane.label}>
                <span>{lane.label}</span>
                {lane.hint !== undefined && rows.length <= ROOMY && <span className={styles.laneHint}>{lane.hint}</span>}
              </div>
              <div className={styles.track}>
                {[current, ...superseded].map((line, index) => (
                  <div key={index} className={styles.line}>
                    {line.map((stretch) => (
                      <TimelineBar
                        key={stretch.key}
                        lane={lane}
                        stretch={stretch}
                        range={range}
                        today={today}
                        tabbable={stretch.key === tabStop}
                        onFocus={() => setActive(stretch.key)}
                        onOpen={onOpen && (() => onOpen(lane, stretch))}
                        onKeyDown={move}
                      />
                    ))}
                  </div>
                ))}
              </div>
            </div>
          ))}
          {marks.map(({ day, own }) => (
            <i key={day} className={`${styles.mark} ${own ? styles.markAsOf : ''}`} style={{ left: at(day) }} />
          ))}
        </div>
      </div>
      {!compact && <Detail rows={rows} active={active} />}
    </>
  )
}

/** What the focused or touched stretch says in full, so that nothing is hidden in a hover. */
function Detail({ rows, active }: { readonly rows: ReturnType<typeof laneRows>; readonly active: string | null }): ReactNode {
  const { t } = useTranslation('dated')
  const period = usePeriodText()
  const found = rows
    .flatMap(({ lane, current, superseded }) => [...current, ...superseded.flat()].map((stretch) => ({ lane, stretch })))
    .find(({ stretch }) => stretch.key === active)
  return (
    <div className={styles.detail} aria-live="polite">
      {found && (
        <>
          <strong>{found.lane.label}</strong>
          <span>{found.stretch.label}</span>
          <span>{period(found.stretch)}</span>
          {found.stretch.recordedFrom && <span>{t('recordedAt', { at: instantText(found.stretch.recordedFrom) })}</span>}
          {found.stretch.recordedTo && <span>{t('closedAt', { at: instantText(found.stretch.recordedTo) })}</span>}
          {found.stretch.detail && <span>{found.stretch.detail}</span>}
        </>
      )}
    </div>
  )
}
