import type { Locale, Text } from '@yilian/domain/locale.ts'

/** Names by id, of institutions, alliances, projects, documents and regions; of funds the code of their source. */
export type Names = ReadonlyMap<string, string>

export const UUID_LENGTH = 36

/** The name of what an id names; a dash where it names nothing. What has no name here is nothing to this reader: not even its id is told. */
export function nameOf(id: unknown, names: Names): string {
  return typeof id === 'string' ? (names.get(id) ?? (id.length === UUID_LENGTH ? '—' : id)) : '—'
}

/** The label of a code; a code without one is shown as it is. */
export function labelIn(labels: Readonly<Record<string, Text | { readonly label: Text }>>, code: unknown): Text {
  const found = labels[String(code)]
  if (!found) return same(String(code))
  return 'label' in found ? found.label : found
}

/** Words that are the same in every language. */
export function same(words: string): Text {
  return { zh: words, en: words }
}

/** Words written once for each language. */
export function text(write: (locale: Locale) => string): Text {
  return { zh: write('zh'), en: write('en') }
}
