import { addDays, type IsoDate } from './day.ts'
import { issue, type Issue } from './issue.ts'

/** Days that a token works at most. */
export const TOKEN_DAYS = 400
/** Tokens that work at the same time, of one account. */
export const TOKENS_AT_ONCE = 50
/** What every secret begins with, so that one that leaks is recognised. */
export const TOKEN_PREFIX = 'yln_'

export interface ApiTokenDraft {
  readonly name: string
  /** The grants of the owner that it may use; `null` for all that the owner has. */
  readonly grantIds: readonly string[] | null
  /** The last day on which it works. */
  readonly expiresOn: IsoDate
}

/** What is wrong with a token, given the grants its owner has or will have. */
export function apiTokenIssues({ name, grantIds, expiresOn }: ApiTokenDraft, ownerGrantIds: readonly string[], today: IsoDate): Issue[] {
  const issues: Issue[] = []
  const latest = addDays(today, TOKEN_DAYS)
  if (name.trim() === '') issues.push(issue('name', 'REQUIRED'))
  if (name.length > 100) issues.push(issue('name', 'TOO_LONG', { max: 100 }))
  if (grantIds?.length === 0) issues.push(issue('grantIds', 'REQUIRED'))
  grantIds?.forEach((id, at) => {
    if (!ownerGrantIds.includes(id)) issues.push(issue(`grantIds.${at}`, 'NOT_THE_OWNERS_GRANT'))
  })
  if (expiresOn < today || expiresOn > latest) issues.push(issue('expiresOn', 'TOKEN_EXPIRY', { today, latest, days: TOKEN_DAYS }))
  return issues
}
