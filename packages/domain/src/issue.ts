import type { MessageKey, MessageParams } from './messages.ts'

/** What a message says, by whom and since when: text, numbers and days that the message puts in its blanks. */
export type IssueParams = Readonly<Record<string, string | number | null>>

/**
 * One thing that is wrong with an input, the same from the domain, the form, the mutation and the database.
 * `path` finds the field (`institutionId`, `stretches.0.validTo`; empty for the whole), `code` is what tests and
 * translations use, `params` fill the blanks of the message.
 */
export interface Issue {
  readonly path: string
  readonly code: MessageKey
  readonly params: IssueParams
}

/** An issue with the blanks its message has, checked by the compiler. */
export function issue<K extends MessageKey>(path: string, code: K, ...params: MessageParams<K>): Issue {
  return { path, code, params: params[0] ?? {} }
}

/** The same issues seen from an outer input: each path is put behind `prefix`. */
export function issuesAt(prefix: string, issues: readonly Issue[]): Issue[] {
  return issues.map((one) => ({ ...one, path: one.path ? `${prefix}.${one.path}` : prefix }))
}
