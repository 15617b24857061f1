import type { Cited } from './cited.ts'
import type { DatedRow } from './dated.ts'
import type { Text } from './locale.ts'

/** How far unified management has come in one management domain. */
export const MANAGEMENT_STATES = {
  NOT_STARTED: { zh: '未开展', en: 'Not started' },
  UNDER_WAY: { zh: '推进中', en: 'Under way' },
  IN_FORCE: { zh: '已统一', en: 'In force' },
} as const satisfies Record<string, Text>
export type ManagementState = keyof typeof MANAGEMENT_STATES

/** What may change about it. */
export interface UnifiedManagementValue extends Cited {
  readonly state: ManagementState
}

/** One management domain of one alliance; for one member where it differs from the alliance (`institutionId`), else for all. */
export interface UnifiedManagement extends DatedRow, UnifiedManagementValue {
  readonly allianceId: string
  readonly institutionId: string | null
  /** A code of the list of management domains, e.g. `STAFF`. */
  readonly domain: string
}
