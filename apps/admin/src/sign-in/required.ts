import { issue } from '@yilian/domain/issue.ts'
import type { Locale } from '@yilian/domain/locale.ts'
import { shownIssues, type ShownIssue } from '../command/issues.ts'

/** An issue for each of these fields that is empty. */
export function required(fields: Readonly<Record<string, string>>, locale: Locale): ShownIssue[] {
  return shownIssues(
    Object.entries(fields).flatMap(([path, value]) => (value === '' ? [issue(path, 'REQUIRED')] : [])),
    locale,
  )
}
