import { Button } from 'antd'
import { FileImageOutlined } from '@ant-design/icons'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useWidth } from '../dated/useWidth.ts'
import { COLORS } from '../theme/theme.ts'
import styles from './Appointment.module.css'
import { savePicture } from './save-picture.ts'
import { flowLayout, type FlowBand, type FlowNode, type StaffFlow } from './staff-flows.ts'

/** Colours of kinds in the picture; each band also says its kind in words. */
const KIND_COLORS: Partial<Record<AppointmentKind, string>> = {
  POSTED_DOWN: COLORS.blue,
  SUPPORTING: '#2f8f83',
  LOANED: '#b7791f',
  SECONDED_LEADERSHIP: '#5b3f8c',
  STUDYING: '#6b8e23',
  ROTATION: '#8a5a44',
}
const colorOf = (kind: AppointmentKind) => KIND_COLORS[kind] ?? COLORS.grey
const HEAD = 26
/** The width of a place's bar. */
const BAR = 8

interface FlowPictureProps {
  readonly flows: readonly StaffFlow[]
  readonly title: string
}

/** Homes at the left, hosts at the right, bands as thick as people are many. What a band says in full stands below. */
export function FlowPicture({ flows, title }: FlowPictureProps): ReactNode {
  const { t } = useTranslation('appointment')
  const label = useCodeLabel()
  const svg = useRef<SVGSVGElement>(null)
  const { ref, width: measured } = useWidth<HTMLDivElement>(1000)
  const [active, setActive] = useState<FlowBand | null>(null)
  const { height, sources, hosts, bands } = flowLayout(flows)
  const width = Math.max(720, measured)
  const side = Math.min(290, width * 0.3)
  const [left, right] = [side, width - side]
  const kinds = [...new Set(flows.map(({ kind }) => kind))]
  const said = ({ from, to, kind, count, overdue }: StaffFlow) =>
    t(overdue > 0 ? 'flowLate' : 'flow', { from: from.name, to: to.name, kind: label('appointmentKind', kind), count, overdue })
  const middle = (left + right) / 2
  const path = ({ left: y0, right: y1, thickness }: FlowBand) =>
    `M${left + BAR} ${y0} C${middle} ${y0} ${middle} ${y1} ${right - BAR} ${y1} L${right - BAR} ${y1 + thickness} ` +
    `C${middle} ${y1 + thickness} ${middle} ${y0 + thickness} ${left + BAR} ${y0 + thickness} Z`
  return (
    <>
      <div className={styles.legend}>
        {kinds.map((kind) => (
          <span key={kind}>
            <i className={styles.swatch} style={{ background: colorOf(kind) }} />
            {label('appointmentKind', kind)}
          </span>
        ))}
        <span style={{ marginInlineStart: 'auto' }} data-print="no">
          <Button size="small" type="text" icon={<FileImageOutlined />} onClick={() => svg.current && void savePicture(svg.current, title)}>
            {t('png')}
          </Button>
        </span>
      </div>
      <div ref={ref} className={styles.picture}>
        <svg
          ref={svg}
          className={styles.svg}
          width={width}
          height={height + HEAD}
          viewBox={`0 0 ${width} ${height + HEAD}`}
          role="group"
          aria-label={title}
        >
          <text x={left} y={14} textAnchor="end" fontSize={12} fill={COLORS.secondary}>
            {t('column.home')}
          </text>
          <text x={right} y={14} fontSize={12} fill={COLORS.secondary}>
            {t('column.host')}
          </text>
          <g transform={`translate(0 ${HEAD})`}>
            {bands.map((band) => (
              <path
                key={band.key}
                d={path(band)}
                className={styles.band}
                fill={colorOf(band.kind)}
                fillOpacity={0.42}
                role="img"
                aria-label={said(band)}
                tabIndex={0}
                onFocus={() => setActive(band)}
                onMouseEnter={() => setActive(band)}
              >
                <title>{said(band)}</title>
              </path>
            ))}
            {sources.map((node) => (
              <Node key={node.key} node={node} x={left} text={left - 6} anchor="end" room={side} />
            ))}
            {hosts.map((node) => (
              <Node key={node.key} node={node} x={right - BAR} text={right + 6} anchor="start" room={side} />
            ))}
          </g>
        </svg>
      </div>
      <div aria-live="polite" style={{ minHeight: 22, fontSize: 13, color: COLORS.secondary }}>
        {active ? said(active) : t('flowHint')}
      </div>
    </>
  )
}

interface NodeProps {
  readonly node: FlowNode
  readonly x: number
  readonly text: number
  readonly anchor: 'start' | 'end'
  readonly room: number
}

function Node({ node: { name, count, y, height }, x, text, anchor, room }: NodeProps): ReactNode {
  // Both scripts fit where the wider one does: a Chinese character is as wide as the type is high.
  const most = Math.max(6, Math.floor((room - 44) / (/[\u3400-\u9fff]/.test(name) ? 13 : 7)))
  const shown = name.length > most ? `${name.slice(0, most - 1)}…` : name
  return (
    <g>
      <title>{name}</title>
      <rect x={x} y={y} width={BAR} height={height} rx={2} fill={COLORS.grey} />
      <text x={text} y={y + height / 2 + 4.5} textAnchor={anchor} className={styles.name} fontSize={13} fill={COLORS.text}>
        {anchor === 'end' ? `${shown}  ${count}` : `${count}  ${shown}`}
      </text>
    </g>
  )
}
