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

/** A row or column: its key, and everything in it together. */
export interface PivotLine extends Key {
  /** The code, or nothing where there is none. */
  readonly id: string
  readonly total: Figures
}
export interface PivotRow extends PivotLine {
  /** By the id of the column. */
  readonly cells: ReadonlyMap<string, Figures>
}

export interface Pivot {
  readonly rows: readonly PivotRow[]
  /** None where there is no second dimension. */
  readonly columns: readonly PivotLine[]
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
export function pivotOf(
  cells: readonly Cell[],
  [rows, columns]: readonly [HeadCountDimension, HeadCountDimension | undefined],
  order?: CountingRule,
): Pivot {
  const byRow = grouped(cells, 0)
  const byColumn = columns === undefined ? [] : grouped(cells, 1)
  const lines = byRow.map(({ key, own }): PivotRow => ({
    ...key,
    total: sumOf(own),
    cells: new Map(columns === undefined ? [] : own.map((cell) => [idOf(cell.keys[1]!), cell])),
  }))
  return {
    rows: ordered(lines, rows, order),
    columns:
      columns === undefined
        ? []
        : ordered(
            byColumn.map(({ key, own }) => ({ ...key, total: sumOf(own) })),
            columns,
          ),
    total: sumOf(cells),
  }
}

const idOf = ({ code }: Key): string => code ?? ''

function grouped(cells: readonly Cell[], at: 0 | 1): { key: Key & { id: string }; own: Cell[] }[] {
  const groups = new Map<string, { key: Key & { id: string }; own: Cell[] }>()
  for (const cell of cells) {
    const { code, label } = cell.keys[at]!
    const id = code ?? ''
    const group = groups.get(id) ?? { key: { id, code, label }, own: [] }
    group.own.push(cell)
    groups.set(id, group)
  }
  return [...groups.values()]
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
