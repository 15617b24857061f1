import type { Text } from '../locale.ts'

/** What goes wrong with alliances, memberships, disputes, unified management, services, referrals, meetings. */
export const ALLIANCE_MESSAGES = {} as const satisfies Record<string, Text>
