import type { Cell, CellFormat } from '@yilian/domain/file-columns.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'

/** A column of an export. `cell` gives what the screen shows of a row, `null` where the screen shows nothing. */
export interface ExportColumn<Row> {
  readonly label: Text
  readonly width: number
  readonly format: CellFormat
  cell(row: Row, locale: Locale): Cell
}
