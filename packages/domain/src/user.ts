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

/** What is wrong with the name of a person or program. */
export function userNameIssues(name: string, path = 'name'): Issue[] {
  if (name.trim() === '') return [issue(path, 'REQUIRED')]
  return name.length > 100 ? [issue(path, 'TOO_LONG', { max: 100 })] : []
}
