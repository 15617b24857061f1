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
  CONSTRUCTION_PROJECT: { zh: '建设项目', en: 'Construction project' },
  PROJECT_STAGE: { zh: '项目阶段', en: 'Stage of a project' },
  PROJECT_SUSPENSION: { zh: '停工', en: 'Suspension' },
  PROJECT_MILESTONE: { zh: '计划节点', en: 'Milestone' },
  PROJECT_APPROVAL: { zh: '批复', en: 'Approval' },
  FUNDING_LINE: { zh: '资金来源', en: 'Funding' },
  FUNDING_YEAR: { zh: '年度计划', en: 'Funding of a year' },
  FUND_RECEIPT: { zh: '资金到位', en: 'Funds arrived' },
  PROJECT_PAYMENT: { zh: '支付', en: 'Payment' },
  PROJECT_CONTRACT: { zh: '参建单位', en: 'Unit in charge' },
  PROGRESS_REPORT: { zh: '项目月报', en: 'Progress report' },
  REPORT_PHOTO: { zh: '月报照片', en: 'Photo of a report' },
  PROJECT_PROBLEM: { zh: '项目问题', en: 'Problem of a project' },
  ALERT_ACKNOWLEDGEMENT: { zh: '提醒确认', en: 'Acknowledgement of an alert' },
  ROLE_GRANT: { zh: '授权', en: 'Grant of a role' },
}
