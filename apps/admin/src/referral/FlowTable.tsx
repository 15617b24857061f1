import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import type { FlowRow } from './flows.ts'

/** The figures behind the picture: a row per flow, a column per month, totals at the right and below. */
export function FlowTable({
  rows,
  months,
  label: name,
}: {
  readonly rows: readonly FlowRow[]
  readonly months: readonly string[]
  readonly label: string
}): ReactNode {
  const { t } = useTranslation('referral')
  const label = useCodeLabel()
  const columns: TableColumnsType<FlowRow> = [
    { title: t('column.from'), width: 190, fixed: 'start', render: (_, { from }) => from.name },
    { title: t('column.to'), width: 190, fixed: 'start', render: (_, { to }) => to.name },
    { title: t('column.direction'), width: 72, render: (_, { direction }) => label('referralDirection', direction) },
    ...months.map((month) => ({
      title: month,
      key: month,
      width: 84,
      align: 'end' as const,
      render: (_: unknown, row: FlowRow) => countText(row.months.get(month)),
    })),
    { title: t('column.total'), width: 88, align: 'end', fixed: 'end', render: (_, { total }) => <strong>{countText(total)}</strong> },
  ]
  return (
    <Table<FlowRow>
      size="small"
      aria-label={name}
      rowKey="key"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 540 + months.length * 84, y: 420 }}
      summary={() => (
        <Table.Summary fixed>
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={3}>
              {t('sum')}
            </Table.Summary.Cell>
            {months.map((month, index) => (
              <Table.Summary.Cell key={month} index={index + 3} align="right">
                {countText(rows.reduce((sum, row) => sum + (row.months.get(month) ?? 0), 0))}
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={months.length + 3} align="right">
              <strong>{countText(rows.reduce((sum, { total }) => sum + total, 0))}</strong>
            </Table.Summary.Cell>
          </Table.Summary.Row>
        </Table.Summary>
      )}
    />
  )
}
