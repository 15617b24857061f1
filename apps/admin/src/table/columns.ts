import type { ReactNode } from 'react'

/** A filter in the head of a column. Its values are kept in the address by the screen. */
export interface ColumnFilter {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[] | undefined
  /** Undefined when nothing is chosen. */
  readonly onChoose: (values: string[] | undefined) => void
  /** One value at most, as for yes or no. */
  readonly single?: boolean
}

/** A column, declared once for the screen, the choice of columns and the export. */
export interface TableColumn<Row, Sort extends string> {
  /** Lasting name: kept with the user's choice, and the column's name in exports. */
  readonly key: string
  readonly title: string
  /** Unit under the title, e.g. 张. */
  readonly unit?: string | undefined
  readonly width: number
  readonly render: (row: Row) => ReactNode
  /** Figures stand right, with tabular numerals. */
  readonly numeric?: boolean
  /** What stands in the row of totals, over all pages; the row is there when any column shown has one. */
  readonly total?: ReactNode
  readonly sort?: Sort
  readonly filter?: ColumnFilter | undefined
  readonly pinned?: boolean
  readonly optional?: boolean
  /** The columns of the file that say what this one shows, where they are not the one with its key. */
  readonly inFile?: readonly string[]
  /** Shown but not exported (a column of buttons, say). */
  readonly screenOnly?: boolean
}
