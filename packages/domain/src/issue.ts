import type { Text } from './locale.ts'
import type { MessageKey, MessageParams } from './messages.ts'

/** What fills a blank of a message: a text in one form, a text per language (a role, a kind), a number, or nothing. */
export type IssueParam = string | number | Text | null
export type IssueParams = Readonly<Record<string, IssueParam>>

/**
 * One thing that is wrong with an input, the same from the domain, the form, the mutation and the database.
 * `path` finds the field (`institutionId`, `stretches.0.validTo`; empty for the whole), `code` is what tests and
 * translations use, `params` fill the blanks of the message.
 */
export interface Issue {
  readonly path: string
  readonly code: MessageKey
  readonly params: IssueParams
  /** Ids of things that the text names beyond those the input did: who does not see one of them is not told its name. */
  readonly names?: readonly string[]
}

/** An issue with the blanks its message has, checked by the compiler. */
export function issue<K extends MessageKey>(path: string, code: K, ...params: MessageParams<K>): Issue {
  return { path, code, params: params[0] ?? {} }
}

/** The same issue, saying which things its text names beyond those the input did. */
export function naming(one: Issue, ids: readonly string[]): Issue {
  return { ...one, names: ids }
}

/** The same issues seen from an outer input: each path is put behind `prefix`. */
export function issuesAt(prefix: string, issues: readonly Issue[]): Issue[] {
  return issues.map((one) => ({ ...one, path: one.path ? `${prefix}.${one.path}` : prefix }))
}
