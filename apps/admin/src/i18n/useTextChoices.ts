import type { Text } from '@yilian/domain/locale.ts'
import { useLocale } from './useLocale.ts'

/** What a table of texts offers, for filters and pickers: `choices(USER_STATUSES)`. */
export function useTextChoices(): <Key extends string>(texts: Readonly<Record<Key, Text>>) => { value: Key; label: string }[] {
  const locale = useLocale()
  return (texts) => keysOf(texts).map((value) => ({ value, label: texts[value][locale] }))
}

/** The keys of a table of texts, as the type they have. */
export function keysOf<Key extends string>(texts: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(texts) as Key[]
}
