import type { Text } from '../locale.ts'

/** Why works stand still. */
export const SUSPENSION_CAUSES = {
  FUNDS: { zh: '资金未到位', en: 'Funds not arrived' },
  LAND: { zh: '用地或征拆', en: 'Land or clearing' },
  APPROVAL: { zh: '手续未齐', en: 'Approvals outstanding' },
  DESIGN: { zh: '设计变更', en: 'Change of design' },
  CONTRACTOR: { zh: '施工单位原因', en: 'The contractor' },
  DISPUTE: { zh: '合同或工程纠纷', en: 'Dispute' },
  SAFETY: { zh: '安全或质量整改', en: 'Safety or quality' },
  WEATHER: { zh: '天气、灾害', en: 'Weather or disaster' },
  EPIDEMIC: { zh: '疫情', en: 'Epidemic' },
  HOLIDAY: { zh: '节假日', en: 'Holiday' },
  OTHER: { zh: '其他', en: 'Other' },
  NOT_STATED: { zh: '未说明', en: 'Not stated' },
} as const satisfies Record<string, Text>
export type SuspensionCause = keyof typeof SUSPENSION_CAUSES

/** Units in charge of a project. */
export const PROJECT_PARTY_ROLES = {
  OWNER: { zh: '建设单位', en: 'Owner' },
  AGENT: { zh: '代建单位', en: 'Agent for the owner' },
  SURVEY: { zh: '勘察单位', en: 'Surveyor' },
  DESIGN: { zh: '设计单位', en: 'Designer' },
  CONTRACTOR: { zh: '施工单位', en: 'Contractor' },
  SUPERVISION: { zh: '监理单位', en: 'Supervisor' },
  COST_CONSULTANT: { zh: '造价咨询单位', en: 'Cost consultant' },
  SUPPLIER: { zh: '供货单位', en: 'Supplier' },
} as const satisfies Record<string, Text>
export type ProjectPartyRole = keyof typeof PROJECT_PARTY_ROLES

/** What a change of contract changes, as OC4IDS tells modifications apart. */
export const CONTRACT_CHANGE_KINDS = {
  VALUE: { zh: '金额', en: 'Amount' },
  DURATION: { zh: '工期', en: 'Duration' },
  SCOPE: { zh: '范围', en: 'Scope' },
} as const satisfies Record<string, Text>
export type ContractChangeKind = keyof typeof CONTRACT_CHANGE_KINDS

/** How far a monthly report is. */
export const PROGRESS_REPORT_STATES = {
  DRAFT: { zh: '草稿', en: 'Draft' },
  SUBMITTED: { zh: '已上报', en: 'Submitted' },
  ACCEPTED: { zh: '已审核', en: 'Accepted' },
  RETURNED: { zh: '已退回', en: 'Returned' },
} as const satisfies Record<string, Text>
export type ProgressReportState = keyof typeof PROGRESS_REPORT_STATES

/** Money that moves: it arrives, or is paid, of what arrived or in advance. */
export const FUND_FLOW_KINDS = {
  ARRIVED: { zh: '到位', en: 'Arrived' },
  PAID: { zh: '支付', en: 'Paid' },
  ADVANCED: { zh: '垫付', en: 'Paid in advance' },
} as const satisfies Record<string, Text>
export type FundFlowKind = keyof typeof FUND_FLOW_KINDS
