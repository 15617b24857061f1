/** A row as it was read: its number as the program that wrote it shows it, and its cells as text. */
export interface FileTextRow {
  readonly row: number
  readonly cells: readonly string[]
}
