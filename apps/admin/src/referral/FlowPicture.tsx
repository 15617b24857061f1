import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../chart/Chart.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { COLORS } from '../theme/theme.ts'
import type { FlowRow } from './flows.ts'

interface FlowPictureProps {
  readonly rows: readonly FlowRow[]
  readonly title: string
  readonly fileName: string
  readonly table: ReactNode
}

const BAND = { UP: COLORS.blue, DOWN: '#2f8f83' } as const

/** Who sends how many to whom: the sending side left, the receiving side right, up and down in two colours. */
export function FlowPicture({ rows, title, fileName, table }: FlowPictureProps): ReactNode {
  const { t } = useTranslation('referral')
  const label = useCodeLabel()
  // Each institution stands once on each side: patients go both ways, and a picture of flows must not run in circles.
  const out = new Map(rows.map(({ from }) => [from.id, from.name]))
  const into = new Map(rows.map(({ to }) => [to.id, to.name]))
  const sum = (side: 'from' | 'to', id: string) => rows.reduce((total, row) => (row[side].id === id ? total + row.total : total), 0)
  const option = {
    title: { text: title, left: 0, top: 0 },
    aria: { enabled: true },
    tooltip: {},
    series: [
      {
        type: 'sankey',
        left: 8,
        right: 220,
        top: 34,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 12,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        lineStyle: { opacity: 0.38, curveness: 0.5 },
        label: {
          fontSize: 13,
          formatter: ({ data }: { data: { label_: string; sum: number } }) => `${data.label_}  ${data.sum.toLocaleString('en-US')}`,
        },
        data: [
          ...[...out].map(([id, name]) => ({
            name: `out:${id}`,
            label_: name,
            sum: sum('from', id),
            depth: 0,
            itemStyle: { color: COLORS.grey },
          })),
          ...[...into].map(([id, name]) => ({
            name: `in:${id}`,
            label_: name,
            sum: sum('to', id),
            depth: 1,
            itemStyle: { color: COLORS.grey },
          })),
        ],
        links: rows
          .filter(({ total }) => total > 0)
          .map(({ from, to, direction, total }) => ({
            source: `out:${from.id}`,
            target: `in:${to.id}`,
            value: total,
            lineStyle: { color: BAND[direction] },
            tooltip: {
              formatter: () =>
                `${from.name} → ${to.name}<br>${label('referralDirection', direction)} ${total.toLocaleString('en-US')} ${t('unit')}`,
            },
          })),
        tooltip: {
          formatter: ({ data }: { data: { label_?: string; sum?: number } }) =>
            data.label_ === undefined ? '' : `${data.label_}  ${data.sum?.toLocaleString('en-US') ?? ''}`,
        },
      },
    ],
  }
  const height = Math.min(620, Math.max(260, 34 + Math.max(out.size, into.size) * 46))
  const legend = (
    <span style={{ display: 'inline-flex', gap: 14, fontSize: 12, color: COLORS.secondary }}>
      {(['UP', 'DOWN'] as const).map((direction) => (
        <span key={direction}>
          <i
            style={{
              display: 'inline-block',
              width: 22,
              height: 10,
              marginInlineEnd: 5,
              borderRadius: 2,
              background: BAND[direction],
              opacity: 0.6,
            }}
          />
          {label('referralDirection', direction)}
        </span>
      ))}
    </span>
  )
  return (
    <Chart
      label={`${title}. ${rows.map((row) => `${row.from.name} → ${row.to.name} ${label('referralDirection', row.direction)} ${row.total}`).join('; ')}`}
      fileName={fileName}
      option={option}
      height={height}
      table={table}
      legend={legend}
    />
  )
}
