import { codeLabel, codesOf, type CodeList } from '@yilian/domain/code-list.ts'
import { useLocale } from './useLocale.ts'

export interface Choice<Code extends string> {
  readonly value: Code
  readonly label: string
}

/** The codes of a list with their labels, for filters and pickers: `choices(OWNERSHIPS)`. */
export function useChoices(): <Code extends string>(list: CodeList<Code>) => Choice<Code>[] {
  const locale = useLocale()
  return (list) => codesOf(list).map((value) => ({ value, label: codeLabel(list, value, locale) }))
}
