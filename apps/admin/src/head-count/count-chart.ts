import { COUNTING_RULES, type CountingRule } from '@yilian/domain/staffing/counting/head-count.ts'
import type { ChartOption } from '../chart/echarts.ts'
import { COLORS } from '../theme/theme.ts'
import { figureOf, leavesOf, type Pivot } from './pivot.ts'

/** Rows that a picture has room for. */
export const ROWS_DRAWN = 20
/** Columns that stay apart by colour; the others are drawn together. */
const COLUMNS_DRAWN = 5

const COLOURS: Readonly<Record<CountingRule, string>> = { HOME: COLORS.blue, HOST: '#2f8f83', FTE: COLORS.amber }

interface Words {
  readonly subtext: string
  readonly rule: (rule: CountingRule) => string
  readonly others: string
}

/** Bars of the rows with the most people: the rules beside each other, or, with columns, one rule stacked by them. */
export function countChart(pivot: Pivot, rule: CountingRule | undefined, words: Words): ChartOption {
  const drawn = leavesOf(pivot.lines)
    .toSorted((one, other) => figureOf(other.total, rule ?? 'HOME') - figureOf(one.total, rule ?? 'HOME'))
    .slice(0, ROWS_DRAWN)
  // The first is drawn on top.
  const rows = drawn.toReversed()
  const text = ({ value }: { value: number }) => (value === 0 ? '' : String(Math.round(value * 100) / 100))
  const bar = (name: string, colour: string | undefined, data: number[], stack?: string) => ({
    name,
    type: 'bar',
    barMaxWidth: stack === undefined ? 12 : 18,
    data,
    label: { show: stack === undefined, position: 'right', fontSize: 11, formatter: text },
    ...(stack === undefined ? {} : { stack }),
    ...(colour === undefined ? {} : { itemStyle: { color: colour } }),
  })
  const rules = rule === undefined ? (Object.keys(COUNTING_RULES) as CountingRule[]) : [rule]
  const columns = leavesOf(pivot.heads).toSorted(
    (one, other) => figureOf(other.total, rule ?? 'HOME') - figureOf(one.total, rule ?? 'HOME'),
  )
  const of = (row: (typeof rows)[number], ids: readonly string[]): number =>
    ids.reduce((sum, id) => {
      const cell = row.cells.get(id)
      return sum + (cell ? figureOf(cell, rule ?? 'HOME') : 0)
    }, 0)
  const rest = columns.slice(COLUMNS_DRAWN).map(({ id }) => id)
  const series =
    columns.length === 0
      ? rules.map((one) =>
          bar(
            words.rule(one),
            COLOURS[one],
            rows.map(({ total }) => figureOf(total, one)),
          ),
        )
      : [
          ...columns.slice(0, COLUMNS_DRAWN).map(({ id, label }) =>
            bar(
              label,
              undefined,
              rows.map((row) => of(row, [id])),
              'all',
            ),
          ),
          ...(rest.length === 0
            ? []
            : [
                bar(
                  words.others,
                  COLORS.grey,
                  rows.map((row) => of(row, rest)),
                  'all',
                ),
              ]),
        ]
  return {
    title: { subtext: words.subtext, top: 0, left: 4, padding: 0, itemGap: 0 },
    legend: { type: 'plain', top: 22, left: 4, itemWidth: 14, itemHeight: 9 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: { left: 4, right: 48, top: 76, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', splitNumber: 4 },
    yAxis: {
      type: 'category',
      data: rows.map(({ label }) => label),
      axisLabel: { width: pivot.rows.length > 1 ? 240 : 150, overflow: 'truncate', color: COLORS.text },
    },
    series,
  }
}
