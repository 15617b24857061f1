/** Which columns of a table are shown, in which order: kept per table on the machine. */
export interface ColumnChoice {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
}

interface Choosable {
  readonly key: string
  /** Stays first and cannot be hidden. */
  readonly pinned?: boolean | undefined
  /** Not shown until chosen. */
  readonly optional?: boolean | undefined
}

export function defaultChoice(columns: readonly Choosable[]): ColumnChoice {
  return { order: columns.map(({ key }) => key), hidden: columns.filter(({ optional }) => optional).map(({ key }) => key) }
}

/** All columns in the order chosen. Columns that came with a newer version stand where the table puts them. */
export function inChosenOrder<C extends Choosable>(columns: readonly C[], choice: ColumnChoice): C[] {
  const place = (column: C, index: number) => {
    if (column.pinned) return -1
    const at = choice.order.indexOf(column.key)
    return at >= 0 ? at : index - 0.5
  }
  return columns
    .map((column, index) => ({ column, at: place(column, index) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ column }) => column)
}

export function shownColumns<C extends Choosable>(columns: readonly C[], choice: ColumnChoice): C[] {
  return inChosenOrder(columns, choice).filter(({ key, pinned }) => pinned || !choice.hidden.includes(key))
}

/** The choice with one column moved one place up or down among those that can move. */
export function moved(columns: readonly Choosable[], choice: ColumnChoice, key: string, step: -1 | 1): ColumnChoice {
  const order = inChosenOrder(columns, choice).map((column) => column.key)
  const from = order.indexOf(key)
  const to = from + step
  const pinned = columns.filter((column) => column.pinned).length
  if (from < 0 || to < pinned || to >= order.length) return choice
  return { ...choice, order: order.with(from, order[to]!).with(to, key) }
}

export function toggled(choice: ColumnChoice, key: string): ColumnChoice {
  return { ...choice, hidden: choice.hidden.includes(key) ? choice.hidden.filter((one) => one !== key) : [...choice.hidden, key] }
}

/** What was kept, or the table's own choice where nothing (or nonsense) was. */
export function parseChoice(kept: string | null, columns: readonly Choosable[]): ColumnChoice {
  if (kept === null) return defaultChoice(columns)
  try {
    const value: unknown = JSON.parse(kept)
    if (isChoice(value)) return value
  } catch {
    // What another version or another hand wrote is no reason to fail: the table's own choice stands.
  }
  return defaultChoice(columns)
}

function isChoice(value: unknown): value is ColumnChoice {
  const texts = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one === 'string')
  return typeof value === 'object' && value !== null && 'order' in value && 'hidden' in value && texts(value.order) && texts(value.hidden)
}
