import { codesOf } from '@yilian/domain/code-list.ts'
import type { Decimal } from '@yilian/domain/decimal.ts'
import { HEAD_COUNT_LISTS } from '@yilian/domain/staffing/counting/head-count-label.ts'
import type { CountingRule, HeadCountDimension } from '@yilian/domain/staffing/counting/head-count.ts'
import { addEquivalents } from '@yilian/domain/staffing/counting/shares.ts'

/** What is counted by the three rules. */
export interface Figures {
  readonly home: number
  readonly host: number
  readonly fte: Decimal
}

interface Key {
  readonly code: string | null
  readonly label: string
}

/** A cell as the server answers it: its keys are those of the row and, with columns, of the column. */
export interface Cell extends Figures {
  readonly keys: readonly Key[]
}

/** By what rows and columns are: one dimension, or one within another. */
export interface Layout {
  readonly rows: readonly HeadCountDimension[]
  readonly columns: readonly HeadCountDimension[]
}

/** A row or column: its key, behind it those it is within, and everything in it together. */
export interface PivotLine extends Key {
  /** The codes, one within the other; nothing where there is none. */
  readonly id: string
  readonly keys: readonly (Key & { readonly dimension: HeadCountDimension })[]
  readonly total: Figures
}
export interface PivotColumn extends PivotLine {
  readonly children?: readonly PivotColumn[]
}
export interface PivotRow extends PivotLine {
  /** By the id of the column, and of the columns it is divided into. */
  readonly cells: ReadonlyMap<string, Figures>
  readonly children?: readonly PivotRow[]
}

export interface Pivot extends Layout {
  readonly lines: readonly PivotRow[]
  /** None where it is not divided into columns. */
  readonly heads: readonly PivotColumn[]
  readonly total: Figures
}

const FIELD = { HOME: 'home', HOST: 'host', FTE: 'fte' } as const satisfies Record<CountingRule, keyof Figures>

/** One figure, as a number to order and draw by. */
export function figureOf(figures: Figures, rule: CountingRule): number {
  return Number(figures[FIELD[rule]])
}

export function sumOf(all: readonly Figures[]): Figures {
  return {
    home: all.reduce((sum, { home }) => sum + home, 0),
    host: all.reduce((sum, { host }) => sum + host, 0),
    fte: addEquivalents(all.map(({ fte }) => fte)),
  }
}

/** By how much the host rule and full-time equivalents say more than the home rule. */
export function differenceOf({ home, host, fte }: Figures): { readonly host: number; readonly fte: number } {
  return { host: host - home, fte: Number(fte) - home }
}

/** Lays the cells out in rows and columns, with totals; in the order of the code list, of the region's code, or the most people first. */
export function pivotOf(cells: readonly Cell[], { rows, columns }: Layout, order?: CountingRule): Pivot {
  const columnIdsOf = ({ keys }: Cell): string[] => columns.map((_, depth) => idOf(keys.slice(rows.length, rows.length + depth + 1)))
  const rowOf = (line: Grouped): PivotRow => {
    const parts = line.own.flatMap((cell) => columnIdsOf(cell).map((id) => ({ id, cell })))
    const byColumn = Map.groupBy(parts, ({ id }) => id)
    return {
      ...lineOf(line),
      cells: new Map([...byColumn].map(([id, own]) => [id, sumOf(own.map(({ cell }) => cell))])),
      ...(line.within && { children: ordered(line.within.map(rowOf), rows[line.keys.length]!, order) }),
    }
  }
  const columnOf = (line: Grouped): PivotColumn => ({
    ...lineOf(line),
    ...(line.within && { children: ordered(line.within.map(columnOf), columns[line.keys.length]!) }),
  })
  return {
    rows,
    columns,
    lines: ordered(grouped(cells, rows, 0).map(rowOf), rows[0]!, order),
    heads: columns.length === 0 ? [] : ordered(grouped(cells, columns, rows.length).map(columnOf), columns[0]!),
    total: sumOf(cells),
  }
}

/** The lines that are not divided any further, each named by all its keys. */
export function leavesOf<Line extends PivotLine & { readonly children?: readonly Line[] }>(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) =>
    line.children ? leavesOf(line.children) : [{ ...line, label: line.keys.map(({ label }) => label).join(' · ') }],
  )
}

/** Cells with the same keys, one within the other. */
interface Grouped {
  readonly keys: PivotLine['keys']
  readonly own: readonly Cell[]
  readonly within?: readonly Grouped[]
}

const idOf = (keys: readonly Key[]): string => keys.map(({ code }) => code ?? '').join('/')

function lineOf({ keys, own }: Grouped): PivotLine {
  const { code, label } = keys.at(-1)!
  return { id: idOf(keys), keys, code, label, total: sumOf(own) }
}

/** `at`: where in the keys of a cell the dimensions begin. */
function grouped(cells: readonly Cell[], dimensions: readonly HeadCountDimension[], at: number, outer: PivotLine['keys'] = []): Grouped[] {
  const [dimension, ...inner] = dimensions
  if (dimension === undefined) return []
  const groups = Map.groupBy(cells, ({ keys }) => keys[at]!.code)
  return [...groups.values()].map((own) => {
    const { code, label } = own[0]!.keys[at]!
    const keys = [...outer, { dimension, code, label }]
    return { keys, own, ...(inner.length > 0 && { within: grouped(own, inner, at + 1, keys) }) }
  })
}

function ordered<Line extends PivotLine>(lines: readonly Line[], dimension: HeadCountDimension, order?: CountingRule): Line[] {
  const list = HEAD_COUNT_LISTS[dimension]
  const codes = list ? codesOf(list) : null
  const by = (one: Line, other: Line): number => {
    if (order) return figureOf(other.total, order) - figureOf(one.total, order) || one.label.localeCompare(other.label, 'zh')
    // What has no key stands last.
    if (one.code === null || other.code === null) return Number(one.code === null) - Number(other.code === null)
    if (codes) return codes.indexOf(one.code) - codes.indexOf(other.code)
    if (dimension === 'REGION' || dimension === 'COUNTY') return one.code < other.code ? -1 : 1
    return other.total.home - one.total.home || other.total.host - one.total.host || one.label.localeCompare(other.label, 'zh')
  }
  return lines.toSorted(by)
}
