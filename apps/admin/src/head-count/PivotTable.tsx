import { Grid, Skeleton, Table, type TableProps } from 'antd'
import { HEAD_COUNT_DIMENSIONS, type CountingRule } from '@yilian/domain/staffing/counting/head-count.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { layoutOf, ruleShown, type CountViewProps } from './count-search.ts'
import { DifferenceLink, Figure, RowLabel } from './PivotCells.tsx'
import styles from './HeadCount.module.css'
import { leavesOf, type Figures, type Pivot, type PivotColumn, type PivotRow } from './pivot.ts'

type Columns = NonNullable<TableProps<PivotRow>['columns']>

const RULES: readonly CountingRule[] = ['HOME', 'HOST', 'FTE']

/** Cells beyond this are drawn only while they are in sight. */
const VIRTUAL_FROM = 1500

interface PivotTableProps extends CountViewProps {
  readonly pivot: Pivot | null
  readonly height: number
}

/** One figure of a row: which rule, or the difference, and what it is of. */
interface Leaf {
  readonly key: string
  readonly title: string
  readonly what: CountingRule | 'difference'
  /** Of a column; undefined: of all together. */
  readonly column?: PivotColumn
}

/** A column of the head over its figures, or over the columns it is divided into. */
interface Head {
  readonly column: PivotColumn
  readonly leaves: readonly Leaf[]
  readonly within: readonly Head[]
}

/** Rows by columns with every rule, the sum of all at the end, and a row of totals that stays; rows within rows fold away. */
export function PivotTable({ pivot, search, onSearch, height }: PivotTableProps): ReactNode {
  const { t } = useTranslation('headCount')
  const locale = useLocale()
  const { md = true } = Grid.useBreakpoint()
  const rule = ruleShown(search)
  const { rows, columns } = pivot ?? layoutOf(search)
  const ofColumn = (column: PivotColumn, title: string): Leaf[] =>
    [...rulesShown(rule), ...(rule === undefined ? (['difference'] as const) : [])].map((what) => ({
      key: `${column.id}.${what}`,
      title: rule === undefined ? t(`short.${what}`) : title,
      what,
      column,
    }))
  const headOf = (column: PivotColumn): Head =>
    column.children
      ? { column, within: column.children.map(headOf), leaves: ofColumn(column, t('subtotal')) }
      : { column, within: [], leaves: ofColumn(column, column.label) }
  const heads = pivot?.heads.map(headOf) ?? []
  const totals = [...RULES, 'difference' as const].map((what): Leaf => ({ key: `all.${what}`, title: t(`short.${what}`), what }))
  const leavesOfHead = ({ within, leaves: own }: Head): Leaf[] => [...within.flatMap(leavesOfHead), ...own]
  const leaves = [...heads.flatMap(leavesOfHead), ...totals]
  const width = locale === 'en' ? 104 : 92
  const figures = (row: PivotRow | null, { column }: Leaf): Figures | undefined => {
    if (column === undefined) return row === null ? pivot?.total : row.total
    return row === null ? column.total : row.cells.get(column.id)
  }
  const keysOfCell = (row: PivotRow | null, { column }: Leaf) => [...(row?.keys ?? []), ...(column?.keys ?? [])]
  const cell = (row: PivotRow | null, leaf: Leaf): ReactNode => {
    const own = figures(row, leaf)
    const of = keysOfCell(row, leaf)
      .map(({ label }) => label)
      .join(' ')
    if (leaf.what === 'difference')
      return (
        <DifferenceLink
          figures={own}
          keys={keysOfCell(row, leaf)}
          of={of || t('total')}
          total={row === null || leaf.column === undefined}
        />
      )
    const figure = <Figure figures={own} rule={leaf.what} />
    return row?.children || leaf.column?.children ? <strong>{figure}</strong> : figure
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
  const headed = ({ column, within, leaves: own }: Head): Columns =>
    within.length > 0 || rule === undefined
      ? [{ key: column.id, title: column.label, align: 'center', children: [...within.flatMap(headed), ...own.map(antd)] }]
      : own.map(antd)
  const labelWidth = md ? 240 : 148
  const all: Columns = [
    {
      key: 'label',
      title: rows.map((one) => HEAD_COUNT_DIMENSIONS[one][locale]).join(' / '),
      width: labelWidth,
      rowScope: 'row',
      ...(md ? { fixed: 'start' as const } : {}),
      render: (_, row) => (
        <span {...(rows.length > 1 && { className: styles.label })}>
          <RowLabel row={row} />
        </span>
      ),
    },
    ...heads.flatMap(headed),
    ...(heads.length > 0 ? [{ key: 'all', title: t('total'), align: 'center' as const, children: totals.map(antd) }] : totals.map(antd)),
  ]
  const count = leavesOf(pivot?.lines ?? []).length
  return (
    <Table<PivotRow>
      aria-label={t('view.pivot')}
      size="small"
      bordered={columns.length > 0}
      // Another layout begins unfolded, too.
      key={pivot ? rows.join(' ') : 'reading'}
      rowKey={({ id }) => id}
      dataSource={[...(pivot?.lines ?? [])]}
      expandable={{ defaultExpandAllRows: true, indentSize: md ? 16 : 4 }}
      columns={all}
      pagination={false}
      showSorterTooltip={false}
      scroll={{ x: labelWidth + leaves.length * width + 20, y: height }}
      virtual={count * leaves.length > VIRTUAL_FROM}
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
