import { issue, type Issue } from './issue.ts'
import type { Text } from './locale.ts'

/** Whose account it is. */
export const USER_KINDS = {
  PERSON: { zh: '个人', en: 'Person' },
  SERVICE: { zh: '服务账号', en: 'Service account' },
} as const satisfies Record<string, Text>
export type UserKind = keyof typeof USER_KINDS

export const USER_STATUSES = {
  ACTIVE: { zh: '正常', en: 'Active' },
  DISABLED: { zh: '已停用', en: 'Disabled' },
} as const satisfies Record<string, Text>
export type UserStatus = keyof typeof USER_STATUSES

/** What is said of a person or a program that has an account, but for personal data. */
export interface UserDraft {
  /** As it signs in; never changes. */
  readonly username: string
  readonly name: string
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,31}$/

/** As people type it to as it is kept: small letters, half width. */
export function normaliseUsername(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** What is wrong with the names of an account; `username` in its normal form. Eleven digits would be taken for a phone number. */
export function userIssues({ username, name }: UserDraft): Issue[] {
  const issues: Issue[] = []
  if (!USERNAME.test(username) || /^\d{11}$/.test(username)) issues.push(issue('username', 'USERNAME_SHAPE'))
  if (name.trim() === '') issues.push(issue('name', 'REQUIRED'))
  if (name.length > 50) issues.push(issue('name', 'TOO_LONG', { max: 50 }))
  return issues
}
