import { useState } from 'react'
import { parseChoice, type ColumnChoice } from './column-choice.ts'
import type { TableColumn } from './columns.ts'

export type Density = 'compact' | 'normal'
const DENSITY = 'yilian.table.density'

/** The user's columns of one table; null resets them. */
export function useColumnChoice(
  table: string,
  columns: readonly TableColumn<never, string>[],
): [ColumnChoice, (choice: ColumnChoice | null) => void] {
  const key = `yilian.table.${table}`
  const [kept, setKept] = useState(() => localStorage.getItem(key))
  return [
    parseChoice(kept, columns),
    (choice) => {
      const text = choice === null ? null : JSON.stringify(choice)
      if (text === null) localStorage.removeItem(key)
      else localStorage.setItem(key, text)
      setKept(text)
    },
  ]
}

/** One density for all tables: it belongs to the eyes, not to the table. */
export function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useState<Density>(() => (localStorage.getItem(DENSITY) === 'compact' ? 'compact' : 'normal'))
  return [
    density,
    (next) => {
      localStorage.setItem(DENSITY, next)
      setDensity(next)
    },
  ]
}
