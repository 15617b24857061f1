import { Grid, Skeleton, Table, type TableProps } from 'antd'
import { HEAD_COUNT_DIMENSIONS, type CountingRule, type HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import type { CountViewProps } from './count-search.ts'
import type { CellKey } from './dimension.ts'
import { DifferenceLink, Figure, RowLabel } from './PivotCells.tsx'
import type { Figures, Pivot, PivotRow } from './pivot.ts'

type Columns = NonNullable<TableProps<PivotRow>['columns']>

const RULES: readonly CountingRule[] = ['HOME', 'HOST', 'FTE']

/** Cells beyond this are drawn only while they are in sight. */
const VIRTUAL_FROM = 1500

interface PivotTableProps extends CountViewProps {
  readonly pivot: Pivot | null
  /** Of the rows, and of the columns. */
  readonly by: readonly HeadCountDimension[]
  readonly height: number
}

/** One figure of a row: which rule, or the difference, and what it is of. */
interface Leaf {
  readonly key: string
  readonly title: string
  readonly what: CountingRule | 'difference'
  /** Of a column; undefined: of all together. */
  readonly column?: Pivot['columns'][number]
}

/** Rows by columns with every rule, the sum of all at the end, and a row of totals that stays. */
export function PivotTable({ pivot, by, search, onSearch, height }: PivotTableProps): ReactNode {
  const { t } = useTranslation('headCount')
  const locale = useLocale()
  const { md = true } = Grid.useBreakpoint()
  const [rows, columns] = by
  const groups = pivot?.columns.map((column) => ({
    column,
    leaves: [...rulesShown(search.rule), ...(search.rule === undefined ? (['difference'] as const) : [])].map((what): Leaf => ({
      key: `${column.id}.${what}`,
      title: search.rule === undefined ? t(`short.${what}`) : column.label,
      what,
      column,
    })),
  }))
  const totals = [...RULES, 'difference' as const].map((what): Leaf => ({ key: `all.${what}`, title: t(`short.${what}`), what }))
  const leaves = [...(groups ?? []).flatMap((group) => group.leaves), ...totals]
  const width = locale === 'en' ? 104 : 92
  const figures = (row: PivotRow | null, { column }: Leaf): Figures | undefined => {
    if (column === undefined) return row === null ? pivot?.total : row.total
    return row === null ? column.total : row.cells.get(column.id)
  }
  const keysOfCell = (row: PivotRow | null, { column }: Leaf): CellKey[] => [
    ...(row === null ? [] : [{ dimension: rows!, code: row.code }]),
    ...(column === undefined || columns === undefined ? [] : [{ dimension: columns, code: column.code }]),
  ]
  const cell = (row: PivotRow | null, leaf: Leaf): ReactNode => {
    const own = figures(row, leaf)
    const of = [row?.label, leaf.column?.label].filter((one) => one !== undefined).join(' ')
    if (leaf.what === 'difference')
      return (
        <DifferenceLink
          figures={own}
          keys={keysOfCell(row, leaf)}
          of={of || t('total')}
          total={row === null || leaf.column === undefined}
        />
      )
    return <Figure figures={own} rule={leaf.what} />
  }
  const antd = (leaf: Leaf): Columns[number] => ({
    key: leaf.key,
    title: leaf.title,
    align: 'end',
    width: leaf.what === 'difference' ? width + 20 : width,
    render: (_, row) => cell(row, leaf),
    ...(leaf.column === undefined && leaf.what !== 'difference'
      ? { sorter: true, sortDirections: ['descend' as const], sortOrder: search.order === leaf.what ? ('descend' as const) : null }
      : {}),
  })
  const all: Columns = [
    {
      key: 'label',
      title: HEAD_COUNT_DIMENSIONS[rows!][locale],
      width: md ? 240 : 148,
      rowScope: 'row',
      ...(md ? { fixed: 'start' as const } : {}),
      render: (_, row) => <RowLabel dimension={rows!} row={row} />,
    },
    ...(groups ?? []).flatMap(({ column, leaves: own }): Columns =>
      search.rule === undefined ? [{ key: column.id, title: column.label, align: 'center', children: own.map(antd) }] : own.map(antd),
    ),
    ...(groups && groups.length > 0
      ? [{ key: 'all', title: t('total'), align: 'center' as const, children: totals.map(antd) }]
      : totals.map(antd)),
  ]
  return (
    <Table<PivotRow>
      aria-label={t('view.pivot')}
      size="small"
      bordered={columns !== undefined}
      rowKey={({ id }) => id}
      dataSource={[...(pivot?.rows ?? [])]}
      columns={all}
      pagination={false}
      showSorterTooltip={false}
      scroll={{ x: (md ? 240 : 148) + leaves.length * width + 20, y: height }}
      virtual={(pivot?.rows.length ?? 0) * leaves.length > VIRTUAL_FROM}
      locale={{ emptyText: <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} /> }}
      onChange={(_, _filters, sorter) => {
        const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
        onSearch({ order: order ? keysOf(ORDERS).find((rule) => `all.${rule}` === columnKey) : undefined })
      }}
      summary={() =>
        pivot && (
          <Table.Summary fixed>
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>
                <strong>{t('total')}</strong>
              </Table.Summary.Cell>
              {leaves.map((leaf, at) => (
                <Table.Summary.Cell key={leaf.key} index={at + 1} align="right">
                  <strong>{cell(null, leaf)}</strong>
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          </Table.Summary>
        )
      }
    />
  )
}

const ORDERS: Readonly<Record<CountingRule, true>> = { HOME: true, HOST: true, FTE: true }

function rulesShown(rule: CountingRule | undefined): readonly CountingRule[] {
  return rule === undefined ? RULES : [rule]
}
