/** Which field each column of the file is for; null: left out. */
export interface MappedColumn {
  readonly header: string
  readonly field: string | null
}

export interface ImportFieldInfo {
  readonly field: string
  readonly label: string
  readonly required: boolean
}

export interface MappingState {
  readonly known: number
  /** Required fields that no column is for. */
  readonly missing: readonly ImportFieldInfo[]
  /** Fields that several columns are for. */
  readonly twice: readonly ImportFieldInfo[]
}

/** What is said about a mapping before anything is checked again. */
export function mappingState(columns: readonly MappedColumn[], fields: readonly ImportFieldInfo[]): MappingState {
  const times = (field: string) => columns.filter((column) => column.field === field).length
  return {
    known: columns.filter(({ field }) => field !== null).length,
    missing: fields.filter(({ field, required }) => required && times(field) === 0),
    twice: fields.filter(({ field }) => times(field) > 1),
  }
}

/** The messages of a row by the column they belong to; `row` holds those of the whole row or of a field without a column. */
export function issuesByColumn<I extends { readonly path: string }>(
  issues: readonly I[],
  columns: readonly MappedColumn[],
): { readonly cells: ReadonlyMap<number, readonly I[]>; readonly row: readonly I[] } {
  const cells = new Map<number, I[]>()
  const row: I[] = []
  for (const issue of issues) {
    const [field] = issue.path.split('.')
    const at = columns.findIndex((column) => column.field !== null && column.field === field)
    if (at < 0) row.push(issue)
    else cells.set(at, [...(cells.get(at) ?? []), issue])
  }
  return { cells, row }
}
