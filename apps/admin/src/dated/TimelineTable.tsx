import { Table, type TableColumnsType } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import { lastDay } from '@yilian/domain/period.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText, instantText, MISSING } from '../i18n/format.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { stretchState, type LaneRows, type TimelineStretch } from './lanes.ts'
import type { StretchState } from './tones.ts'

interface Line extends TimelineStretch {
  readonly lane: string
  readonly state: StretchState
}

/** The same as the picture, in rows: for reading aloud, copying and printing. */
export function TimelineTable({
  label,
  rows,
  today,
}: {
  readonly label: string
  readonly rows: readonly LaneRows[]
  readonly today: IsoDate
}): ReactNode {
  const { t } = useTranslation('dated')
  const { t: shell } = useTranslation('shell')
  const lines: Line[] = rows.flatMap(({ lane, current, superseded }) =>
    [...current, ...superseded.flat()].map((stretch) => ({ ...stretch, lane: lane.label, state: stretchState(stretch, today) })),
  )
  const columns: TableColumnsType<Line> = [
    { title: t('column.lane'), dataIndex: 'lane', onCell: (line, index) => ({ rowSpan: spanOf(lines, line, index ?? 0) }) },
    { title: t('column.value'), dataIndex: 'label' },
    { title: t('column.from'), width: 110, render: (_, { validFrom }) => dayText(validFrom, shell) },
    { title: t('column.last'), width: 110, render: (_, line) => lastDay(line) ?? t('openEnd') },
    {
      title: t('column.state'),
      width: 110,
      render: (_, { state }) => (
        <StateTag tone={state === 'future' ? 'future' : state === 'current' ? 'blue' : 'grey'}>{t(`state.${state}`)}</StateTag>
      ),
    },
    {
      title: t('column.recorded'),
      width: 260,
      render: (_, { recordedFrom, recordedTo }) =>
        [recordedFrom && instantText(recordedFrom), recordedTo && t('closedAt', { at: instantText(recordedTo) })]
          .filter(Boolean)
          .join(' · ') || MISSING,
    },
  ]
  return (
    <Table<Line>
      size="small"
      bordered
      aria-label={label}
      rowKey="key"
      columns={columns}
      dataSource={lines}
      pagination={false}
      scroll={{ y: 440 }}
    />
  )
}

/** The first line of a subject spans all of its lines. */
function spanOf(lines: readonly Line[], { lane }: Line, index: number): number {
  if (lines[index - 1]?.lane === lane) return 0
  let span = 1
  while (lines[index + span]?.lane === lane) span++
  return span
}
