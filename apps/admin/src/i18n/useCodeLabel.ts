import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS, type CodeListName } from '@yilian/domain/code-lists/code-lists.ts'
import { useCallback } from 'react'
import { MISSING } from './format.ts'
import { useLocale } from './useLocale.ts'

/** The label of a code in the reader's language: `label('membershipRole', 'LEAD')`. One that is not reported is "—". */
export function useCodeLabel(): (list: CodeListName, code: string | null | undefined) => string {
  const locale = useLocale()
  return useCallback((list, code) => (code === null || code === undefined ? MISSING : codeLabel(CODE_LISTS[list], code, locale)), [locale])
}
