import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Empty, Grid, Skeleton, Table, type TableProps } from 'antd'
import type { Key, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../i18n/format.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { shownColumns } from './column-choice.ts'
import type { TableColumn } from './columns.ts'
import styles from './DataTable.module.css'
import { ExportMenu } from './ExportMenu.tsx'
import { chipsOf, FilterChips, type FilterChip } from './FilterChips.tsx'
import { Pager } from './Pager.tsx'
import { FIRST_PAGE, pageArguments, pageOf, type PageInfo, type TableSearch } from './table-search.ts'
import { useColumnChoice, useDensity } from './useColumnChoice.ts'
import { useBodyHeight } from './useBodyHeight.ts'

/** Rows beyond this are drawn only while they are in sight. */
const VIRTUAL_FROM = 100

export interface DataTableProps<Row extends object, Sort extends string> {
  /** Lasting name: keeps the user's columns, and names the export at the server. */
  readonly name: string
  readonly label: string
  readonly columns: readonly TableColumn<Row, Sort>[]
  readonly rowKey: (row: Row) => string
  /** Undefined until the first answer. */
  readonly rows: readonly Row[] | undefined
  readonly total: number | undefined
  readonly pageInfo: PageInfo | undefined
  /** A newer answer is on its way: what is shown is dimmed. */
  readonly busy: boolean
  readonly search: TableSearch<Sort>
  readonly onSearch: (patch: TableSearch<Sort>) => void
  /** The filter of the query, for the export; `null`: this table has no export. */
  readonly exportFilter: object | null
  /** Documents of the same rows that are no tables. */
  readonly exportMore?: readonly { readonly format: string; readonly label: string }[]
  /** Search box and what else stands left above the table. */
  readonly toolbar?: ReactNode
  /** Filters that are not in a column's head. */
  readonly chips?: readonly FilterChip[]
  readonly onClearFilters: () => void
  /** When nothing is recorded at all: what belongs here, and the first step. */
  readonly empty: ReactNode
  readonly selection?: { readonly keys: readonly string[]; readonly onChange: (keys: string[]) => void; readonly actions: ReactNode }
  /** What opens under a row, and what the button that opens it is called. */
  readonly detail?: { readonly render: (row: Row) => ReactNode; readonly label: (row: Row) => string }
}

/** The table of every list: see docs/mechanisms/tables.md. It fills what height is left and scrolls inside. */
export function DataTable<Row extends object, Sort extends string>(props: DataTableProps<Row, Sort>): ReactNode {
  const {
    name,
    label,
    columns,
    rowKey,
    rows,
    total,
    pageInfo,
    busy,
    search,
    onSearch,
    exportFilter,
    toolbar,
    onClearFilters,
    empty,
    selection,
    detail,
  } = props
  const { t } = useTranslation('table')
  const { t: shell } = useTranslation('shell')
  const { md = true } = Grid.useBreakpoint()
  const [choice, setChoice] = useColumnChoice(name, columns)
  const [density, setDensity] = useDensity()
  const [frame, bodyHeight] = useBodyHeight()
  const shown = shownColumns(columns, choice)
  const width = shown.reduce((sum, column) => sum + column.width, (selection ? 40 : 0) + (detail ? 40 : 0))
  const chips = chipsOf(columns, props.chips ?? [], shell)
  const page = pageOf(search, rows?.length ?? 0, pageInfo)
  return (
    <section className={styles.root} aria-label={label} data-print="flow">
      <div className={styles.toolbar} data-print="no">
        {toolbar}
        <span className={styles.toolbarEnd}>
          {exportFilter && (
            <ExportMenu
              name={name}
              columns={shown.filter((column) => !column.screenOnly).flatMap(({ key, inFile = [key] }) => inFile)}
              filter={exportFilter}
              order={pageArguments(search)}
              total={total}
              more={props.exportMore}
            />
          )}
          <ColumnChooser columns={columns} choice={choice} onChoice={setChoice} density={density} onDensity={setDensity} />
        </span>
      </div>
      <FilterChips chips={chips} onClear={onClearFilters} />
      {selection && selection.keys.length > 0 && (
        <div className={styles.selected}>
          <strong>{t('selected', { count: selection.keys.length })}</strong>
          {selection.actions}
          <Button type="link" size="small" onClick={() => selection.onChange([])}>
            {t('unselect')}
          </Button>
        </div>
      )}
      <div ref={frame} className={styles.frame} data-busy={busy} aria-busy={busy} data-print="list">
        <Table<Row>
          size={density === 'compact' ? 'small' : 'middle'}
          rowKey={rowKey}
          dataSource={rows ?? []}
          columns={shown.map((column) => antdColumn(column, search, md))}
          pagination={false}
          scroll={{ x: width, y: bodyHeight }}
          virtual={(rows?.length ?? 0) > VIRTUAL_FROM}
          showSorterTooltip={false}
          locale={{
            emptyText:
              rows === undefined ? (
                <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} style={{ textAlign: 'start' }} />
              ) : chips.length > 0 ? (
                <NoMatch onClear={onClearFilters} />
              ) : (
                empty
              ),
          }}
          onChange={(_, filters, sorter, { action }) => {
            if (action === 'filter') applyFilters(shown, filters)
            if (action === 'sort') onSearch({ ...FIRST_PAGE, ...orderOf(shown, sorter) })
          }}
          {...(selection
            ? {
                rowSelection: {
                  columnWidth: 40,
                  selectedRowKeys: [...selection.keys],
                  onChange: (keys: Key[]) => selection.onChange(keys.map(String)),
                  preserveSelectedRowKeys: true,
                },
              }
            : {})}
          {...(detail
            ? {
                expandable: {
                  columnWidth: 40,
                  fixed: md,
                  expandedRowRender: detail.render,
                  expandIcon: ({ expanded, onExpand, record }) => (
                    <Button
                      type="text"
                      size="small"
                      icon={expanded ? <DownOutlined /> : <RightOutlined />}
                      aria-label={detail.label(record)}
                      aria-expanded={expanded}
                      onClick={(event) => onExpand(record, event)}
                    />
                  ),
                },
              }
            : {})}
          {...(rows && rows.length > 0 && shown.some(({ total: sum }) => sum !== undefined)
            ? { summary: () => <Totals columns={shown} lead={(selection ? 1 : 0) + (detail ? 1 : 0)} /> }
            : {})}
        />
      </div>
      <Pager page={page} total={total} size={search.size} onSearch={(patch) => onSearch(patch)} />
      <div className={styles.printedTotal}>
        {total === undefined
          ? ''
          : t('pager.rows', { first: countText(page.firstRow), last: countText(page.lastRow), total: countText(total) })}
      </div>
    </section>
  )
}

interface TotalsProps {
  readonly columns: readonly Pick<TableColumn<never, string>, 'key' | 'numeric' | 'total'>[]
  /** Columns before the first, for selection and detail. */
  readonly lead: number
}

/** The row of totals, which stays in sight. */
function Totals({ columns, lead }: TotalsProps): ReactNode {
  return (
    <Table.Summary fixed>
      <Table.Summary.Row>
        {columns.map(({ key, numeric, total }, at) => (
          <Table.Summary.Cell
            key={key}
            index={at === 0 ? 0 : at + lead}
            colSpan={at === 0 ? 1 + lead : 1}
            align={numeric ? 'right' : 'left'}
          >
            <strong>{total}</strong>
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  )
}

type AntdColumn<Row> = NonNullable<TableProps<Row>['columns']>[number]

/** On a phone the first column scrolls away with the others: it would leave no room for them. */
function antdColumn<Row, Sort extends string>(column: TableColumn<Row, Sort>, search: TableSearch<Sort>, roomy: boolean): AntdColumn<Row> {
  const { key, title, unit, width, render, numeric, sort, filter, pinned } = column
  return {
    key,
    width,
    title: unit ? (
      <>
        {title}
        <span className={styles.unit}>{unit}</span>
      </>
    ) : (
      title
    ),
    render: (_, row) => render(row),
    align: numeric ? 'end' : 'start',
    ...(pinned ? { rowScope: 'row', ...(roomy ? { fixed: 'start' } : {}) } : {}),
    ...(sort === undefined ? {} : { sorter: true, sortOrder: search.sort !== sort ? null : search.dir === 'desc' ? 'descend' : 'ascend' }),
    ...(filter
      ? {
          filters: filter.choices.map(({ value, label }) => ({ value, text: label })),
          filteredValue: filter.chosen ? [...filter.chosen] : null,
          filterMultiple: filter.single !== true,
          filterSearch: filter.choices.length > 8,
        }
      : {}),
  }
}

function applyFilters<Row, Sort extends string>(
  columns: readonly TableColumn<Row, Sort>[],
  filters: Readonly<Record<string, readonly unknown[] | null>>,
): void {
  for (const { key, filter } of columns) {
    if (!filter) continue
    const values = filters[key]?.map(String) ?? []
    if (values.join() !== (filter.chosen ?? []).join()) filter.onChoose(values.length === 0 ? undefined : values)
  }
}

function orderOf<Row, Sort extends string>(
  columns: readonly TableColumn<Row, Sort>[],
  sorter: Parameters<NonNullable<TableProps<Row>['onChange']>>[2],
): Pick<TableSearch<Sort>, 'sort' | 'dir'> {
  const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
  if (!order) return { sort: undefined, dir: undefined }
  return { sort: columns.find(({ key }) => key === columnKey)?.sort, dir: order === 'descend' ? 'desc' : undefined }
}

function NoMatch({ onClear }: { readonly onClear: () => void }): ReactNode {
  const { t } = useTranslation('table')
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          {t('noMatch.title')}
          <br />
          <span className={styles.faint}>{t('noMatch.advice')}</span>
        </>
      }
    >
      <Button onClick={onClear}>{t('filter.clear')}</Button>
    </Empty>
  )
}
