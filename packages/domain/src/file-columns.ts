import { plain, type CodeList } from './code-list.ts'
import { issue, type Issue } from './issue.ts'
import type { Locale, Text } from './locale.ts'

/** A cell as it is written: text stays text (codes keep their zeros), a number is formatted by its column, `null` is an empty cell. */
export type Cell = string | number | null

/** What a cell says, or what is wrong with it; the paths of the issues are empty, the field is put before them. */
export type Parsed<V> = { readonly value: V } | { readonly issues: readonly Issue[] }

/** How the cells of a column look in a workbook. */
export type CellFormat = 'TEXT' | 'COUNT' | 'DECIMAL'

/**
 * A column of a file, said once: from it come the template, the headers that are recognised, the judgement of a cell, and the
 * export. `V` is what a cell of it says.
 */
export interface FileColumn<V> {
  readonly label: Text
  /** Other headers under which files have it. */
  readonly alsoWritten?: readonly string[]
  /** Headers of a column that names the thing by its code: where a file has both, this one is read. */
  readonly codeHeaders?: readonly string[]
  /** A new thing cannot be without it. */
  readonly required?: true
  /** Read where a file has it, and not in the template: the same in another unit. */
  readonly notOffered?: true
  /** The list its codes come from, shown in the template. */
  readonly list?: CodeList
  readonly unit?: Text
  /** Told in the template beside the label. */
  readonly help?: Text
  readonly example: Text
  /** In characters; a Chinese character counts two. */
  readonly width: number
  readonly format: CellFormat
  /** What a dash stands for: not reported, no end. A column without it must not be emptied. */
  readonly cleared?: V
  parse(text: string): Parsed<V>
  write(value: V, locale: Locale): Cell
}

/** Columns by field, in the order of the template. */
export type FileColumns<Values extends object> = { readonly [Field in keyof Values]: FileColumn<Values[Field]> }

/** What a row says. A field whose cell is empty, or which the file does not have, is absent: nothing is said of it. */
export type FileRow<Values extends object> = { readonly [Field in keyof Values]?: Values[Field] }

/** Declares the columns of a kind of file; the compiler keeps what each reads. */
export function defineColumns<Values extends object>(columns: FileColumns<Values>): FileColumns<Values> {
  return columns
}

export function fieldsOf<Values extends object>(columns: FileColumns<Values>): (keyof Values & string)[] {
  return Object.keys(columns) as (keyof Values & string)[]
}

/**
 * The field each header stands for, `null` for none: in either language, whatever the case, width, spaces, a star for "required"
 * or a unit in brackets. A field is read from one column, where there are several from the one that names it best.
 */
export function recogniseHeaders<Values extends object>(
  columns: FileColumns<Values>,
  headers: readonly string[],
): ((keyof Values & string) | null)[] {
  const claims = headers.flatMap((header, at) =>
    fieldsOf(columns).map((field) => ({ at, field, rank: headerRank(columns[field], field, plainHeader(header)) })),
  )
  const found = new Map<number, keyof Values & string>()
  const taken = new Set<string>()
  for (const { at, field, rank } of claims.toSorted((a, b) => a.rank - b.rank)) {
    if (rank === Infinity || found.has(at) || taken.has(field)) continue
    found.set(at, field)
    taken.add(field)
  }
  return headers.map((_, at) => found.get(at) ?? null)
}

function headerRank<V>({ label, codeHeaders = [], alsoWritten = [] }: FileColumn<V>, field: string, header: string): number {
  const spellings = [codeHeaders, [label.zh, label.en, field], alsoWritten]
  const rank = spellings.findIndex((some) => some.some((one) => plainHeader(one) === header))
  return header === '' || rank === -1 ? Infinity : rank
}

function plainHeader(header: string): string {
  const bare = plain(header).replace(/^\*+|\*+$/g, '')
  // A unit of money tells one column from another.
  const words = MONEY.test(bare) ? bare : bare.replace(/(?<=.)[([【].*[)\]】]$/, '')
  return words.replace(/[:。.]$/, '')
}

const MONEY = /[([【](单位:)?(万?元|cny(10,000)?)[)\]】]$/

/** Reads a row by `fields`, one per cell (`null`: a column that is not read). Issues have the field as their path. */
export function readRow<Values extends object>(
  columns: FileColumns<Values>,
  fields: readonly ((keyof Values & string) | null)[],
  cells: readonly string[],
): { row: FileRow<Values>; issues: Issue[] } {
  const row: Partial<Values> = {}
  const issues: Issue[] = []
  fields.forEach((field, at) => {
    const text = cleanCell(cells[at] ?? '')
    if (field === null || text === '') return
    const parsed = readCell(columns[field], text)
    if ('value' in parsed) row[field] = parsed.value
    else issues.push(...parsed.issues.map((one) => ({ ...one, path: field })))
  })
  return { row, issues }
}

function readCell<V>(column: FileColumn<V>, text: string): Parsed<V> {
  if (!CLEARED.test(text)) return column.parse(text)
  return column.cleared === undefined ? { issues: [issue('', 'REQUIRED')] } : { value: column.cleared }
}

/** A dash or a stroke, as sheets have it where there is nothing to say. */
const CLEARED = /^[-—–―−－/／]+$/

/** Without the marks and spaces that nobody sees. */
export function cleanCell(text: string): string {
  return text.replace(/[\u200b\u200e\u200f\ufeff]/g, '').trim()
}
