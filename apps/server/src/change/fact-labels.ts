import type { FactKind } from '@yilian/database/facts.ts'
import type { Text } from '@yilian/domain/locale.ts'

/** The kinds of facts in words. */
export const FACT_LABELS: Readonly<Record<FactKind, Text>> = {
  INSTITUTION: { zh: '机构', en: 'Institution' },
  INSTITUTION_LINEAGE: { zh: '机构沿革', en: 'Lineage of an institution' },
  ALLIANCE: { zh: '医共体', en: 'Alliance' },
  MEMBERSHIP: { zh: '成员关系', en: 'Membership' },
  LEAD_VACANCY: { zh: '牵头空缺', en: 'Vacancy of the lead' },
  LEAD_DISPUTE: { zh: '牵头争议', en: 'Lead dispute' },
  UNIFIED_MANAGEMENT: { zh: '统一管理', en: 'Unified management of a domain' },
  SHARED_SERVICE: { zh: '共享中心', en: 'Shared service' },
  REFERRAL_FLOW: { zh: '转诊人次', en: 'Referrals of a month' },
  ALLIANCE_MEETING: { zh: '会议', en: 'Meeting' },
  POLICY_DOCUMENT: { zh: '文件', en: 'Document' },
  ROLE_GRANT: { zh: '授权', en: 'Grant of a role' },
}
