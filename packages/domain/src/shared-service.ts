import type { Cited } from './cited.ts'
import type { DatedRow } from './dated.ts'
import { issue, type Issue } from './issue.ts'
import type { Text } from './locale.ts'

/** Services that one institution runs for others. */
export const SHARED_SERVICE_KINDS = {
  CENTRAL_PHARMACY: { zh: '中心药房', en: 'Central pharmacy' },
  IMAGING: { zh: '影像中心', en: 'Imaging centre' },
  ECG: { zh: '心电中心', en: 'ECG centre' },
  LABORATORY: { zh: '检验中心', en: 'Laboratory centre' },
  PATHOLOGY: { zh: '病理中心', en: 'Pathology centre' },
  STERILE_SUPPLY: { zh: '消毒供应中心', en: 'Sterile supply centre' },
  CONSULTATION: { zh: '远程会诊中心', en: 'Remote consultation centre' },
  OTHER: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type SharedServiceKind = keyof typeof SHARED_SERVICE_KINDS

/** What may change about a shared service while it stays the same one. */
export interface SharedServiceValue extends Cited {
  readonly kind: SharedServiceKind
  readonly name: string
  /** Who runs it; `null` when the source does not say. */
  readonly providerId: string | null
  /** Whom it serves; empty with `servesAll` for every member of the day. */
  readonly recipientIds: readonly string[]
  readonly servesAll: boolean
  /** Announced, not yet running. */
  readonly planned: boolean
}
/** A stretch of a shared service. */
export interface SharedService extends DatedRow, SharedServiceValue {
  readonly allianceId: string
}

/** Issues of the attributes alone: it serves somebody, and not itself. */
export function sharedServiceIssues({ name, providerId, recipientIds, servesAll }: SharedServiceValue): Issue[] {
  const issues: Issue[] = []
  if (name.trim() === '') issues.push(issue('name', 'REQUIRED'))
  if (name.length > 100) issues.push(issue('name', 'TOO_LONG', { max: 100 }))
  if (!servesAll && recipientIds.length === 0) issues.push(issue('recipientIds', 'REQUIRED'))
  if (providerId !== null && recipientIds.includes(providerId)) issues.push(issue('recipientIds', 'SERVES_ITSELF'))
  return issues
}
