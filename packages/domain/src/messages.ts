import type { IssueParam, IssueParams } from './issue.ts'
import type { Locale, Text } from './locale.ts'
import { ACCESS_MESSAGES } from './messages/access.ts'
import { ALLIANCE_MESSAGES } from './messages/alliance.ts'
import { CONSTRUCTION_MESSAGES } from './messages/construction.ts'
import { FILE_MESSAGES } from './messages/file.ts'
import { GENERAL_MESSAGES } from './messages/general.ts'
import { INSTITUTION_MESSAGES } from './messages/institution.ts'
import { STAFFING_MESSAGES } from './messages/staffing.ts'
import { USER_MESSAGES } from './messages/user.ts'

/**
 * What each issue says, in every language. `{name}` is a blank; both languages must have the same blanks (tested).
 * A message says what happened, why, and what to do. Keys are SCREAMING_SNAKE codes, grouped by feature.
 */
export const MESSAGES = {
  ...GENERAL_MESSAGES,
  ...INSTITUTION_MESSAGES,
  ...ALLIANCE_MESSAGES,
  ...CONSTRUCTION_MESSAGES,
  ...STAFFING_MESSAGES,
  ...FILE_MESSAGES,
  ...ACCESS_MESSAGES,
  ...USER_MESSAGES,
} as const satisfies Record<string, Text>

export type MessageKey = keyof typeof MESSAGES

type Blanks<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never
/** The parameters a message needs, read from its Chinese text; none for a message without blanks. */
export type MessageParams<K extends MessageKey> = [Blanks<(typeof MESSAGES)[K]['zh']>] extends [never]
  ? []
  : [params: Readonly<Record<Blanks<(typeof MESSAGES)[K]['zh']>, IssueParam>>]

/** The text of a message with its blanks filled. */
export function message(key: MessageKey, params: IssueParams, locale: Locale): string {
  return MESSAGES[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => {
    const param = params[name] ?? '—'
    return typeof param === 'object' ? param[locale] : String(param)
  })
}
