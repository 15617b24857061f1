import type { Issue } from '@yilian/domain/issue.ts'
import type { Locale } from '@yilian/domain/locale.ts'
import { message } from '@yilian/domain/messages.ts'

/** An issue as the form shows it, whoever found it: the domain while typing, or the server. */
export interface ShownIssue {
  readonly path: string
  readonly code: string
  readonly text: string
}

export function shownIssues(issues: readonly Issue[], locale: Locale): ShownIssue[] {
  return issues.map(({ path, code, params }) => ({ path, code, text: message(code, params, locale) }))
}

/**
 * Which issues stand beside which field, and which on top because no field is theirs. An issue belongs to the field
 * with its own path, else to the nearest field above it (`recipientIds.0` to `recipientIds`).
 */
export function placeIssues(
  issues: readonly ShownIssue[],
  fields: ReadonlySet<string>,
): { readonly at: ReadonlyMap<string, readonly ShownIssue[]>; readonly top: readonly ShownIssue[] } {
  const at = new Map<string, ShownIssue[]>()
  const top: ShownIssue[] = []
  for (const one of issues) {
    const field = fieldOf(one.path, fields)
    if (field === null) top.push(one)
    else at.set(field, [...(at.get(field) ?? []), one])
  }
  return { at, top }
}

function fieldOf(path: string, fields: ReadonlySet<string>): string | null {
  for (let rest = path; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
    if (fields.has(rest)) return rest
  }
  return null
}

/** The domain's and the server's issues as one list: the same code at the same path is said once. */
export function mergeIssues(own: readonly ShownIssue[], server: readonly ShownIssue[]): ShownIssue[] {
  const known = new Set(own.map(({ path, code }) => `${path} ${code}`))
  return [...own, ...server.filter(({ path, code }) => !known.has(`${path} ${code}`))]
}

/** What is said of a field because it is empty. */
const EMPTY: ReadonlySet<string> = new Set([
  'REQUIRED',
  'STAGE_OR_WORDING',
  'RETURN_NEEDED',
  'EXCEPTION_NEEDS_DOCUMENT',
  'LENDER_NEEDED',
  'POST_OWNER_NEEDED',
])

/** A field nobody has touched is not yet reproached for being empty, nor a form nobody has touched for changing nothing. */
export function worthShowing({ path, code }: ShownIssue, touched: ReadonlySet<string>, attempted: boolean): boolean {
  if (attempted) return true
  return code === 'NOTHING_CHANGES' ? touched.size > 0 : !EMPTY.has(code) || touched.has(path)
}
