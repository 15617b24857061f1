import type { Text } from './locale.ts'

/** What an institution is in an alliance. */
export const MEMBERSHIP_ROLES = {
  LEAD: { zh: '牵头单位', en: 'Lead' },
  MEMBER: { zh: '成员单位', en: 'Member' },
  SUPPORTING: { zh: '上级支援单位', en: 'Supporting institution' },
} as const satisfies Record<string, Text>
export type MembershipRole = keyof typeof MEMBERSHIP_ROLES
