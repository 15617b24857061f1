import type { z } from 'zod'

import type { Moment } from '@yilian/domain/dated.ts'
import type { Cell, CellFormat, FileColumn } from '@yilian/domain/file-columns.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'
import type { PersonalField } from '@yilian/domain/personal-data.ts'

import type { Reader } from '../access/reader.ts'
import type { Keys } from '../keys/keys.ts'

/** Who reads for a file, with the keys for what is kept sealed and written masked. */
export interface ExportReader extends Reader {
  readonly keys: Keys
  /**
   * Of these people, those whose numbers may be written in clear, which is on record by then: nobody's unless a reason was given. Asked before
   * anything of them is written.
   */
  revealed(people: readonly string[], fields: readonly PersonalField[]): Promise<ReadonlySet<string>>
}

/** A column of an export. `cell` gives what the screen shows of a row, `null` (an empty cell) where the screen shows a dash. */
export interface ExportColumn<Row> {
  readonly label: Text
  readonly unit?: Text
  /** In characters; a Chinese character counts two. */
  readonly width: number
  readonly format: CellFormat
  cell(row: Row, locale: Locale): Cell
}

/** What was asked for: validated, with what was left out filled in. */
export interface Asked<Filter, Order extends string> {
  readonly filter: Filter
  readonly orderBy: Order | null
  readonly descending: boolean
  readonly moment: Moment
  readonly locale: Locale
  /** Names of the columns in the order in which they are written. */
  readonly columns: readonly string[]
}

/**
 * A list as a file: its name, what it may be asked, its columns under the names the screen has for them, and its rows page by page
 * from the list's own query.
 */
export interface ExportTable<Filter, Order extends string, Row> {
  /** What it takes to have it; its rows are those that are seen. */
  readonly needs: Permission
  readonly title: Text
  readonly filter: z.ZodType<Filter>
  readonly orders: readonly Order[]
  readonly columns: Readonly<Record<string, ExportColumn<Row>>>
  /** It has numbers that a reason (`reveal`) shows in clear, to those who may reveal them. */
  readonly personal?: true
  /** The columns unless others are asked for. Left out: all. */
  readonly usual?: readonly string[]
  /** The columns of a Word table unless others are asked for: as many as a page is wide. Left out: all. */
  readonly onPaper?: readonly string[]
  /** Rows as the screen lists them. Reads only what the columns asked for need. */
  pages(reader: ExportReader, asked: Asked<Filter, Order>): AsyncIterable<readonly Row[]>
  /** The six digits of the county it is of, or the name of the one thing; `null`: everything. */
  whose(reader: Reader, asked: Asked<Filter, Order>): Promise<{ readonly countyCode: string } | { readonly name: string } | null>
  /** The days it is about, for its head; left out: the day in force. `null`: it is not about a day. */
  readonly days?: ((asked: Asked<Filter, Order>) => Text) | null
}

/** A column of files in general as one of an export: the same header, width, format and way of writing. */
export function fileColumn<V, Row>(column: FileColumn<V>, value: (row: Row) => V, label: Text = column.label): ExportColumn<Row> {
  const { unit, width, format } = column
  return { label, ...(unit && { unit }), width, format, cell: (row, locale) => column.write(value(row), locale) }
}

/** A column of text. */
export function textColumn<Row>(
  label: Text,
  width: number,
  cell: (row: Row, locale: Locale) => string | null | undefined,
): ExportColumn<Row> {
  return { label, width, format: 'TEXT', cell: (row, locale) => cell(row, locale) ?? null }
}

/** The header of a column: `床位数（张）`, `Site area (m²)`, `Beds` where the label is the unit already. */
export function headingOf({ label, unit }: Pick<ExportColumn<never>, 'label' | 'unit'>, locale: Locale): string {
  const name = label[locale]
  const measure = unit?.[locale]
  if (!measure || measure.toLowerCase() === name.toLowerCase()) return name
  return locale === 'zh' ? `${name}（${measure}）` : `${name} (${measure})`
}

/** Several things in one cell. */
export function listed(names: readonly string[], locale: Locale): string {
  return names.join(locale === 'zh' ? '、' : ', ')
}
