import type { Text } from '@yilian/domain/locale.ts'

/** What the things are called that a command names. */
export const THINGS = {
  alliance: { zh: '医共体', en: 'alliance' },
  institution: { zh: '机构', en: 'institution' },
  membership: { zh: '成员关系', en: 'membership' },
  leadVacancy: { zh: '牵头空缺', en: 'lead vacancy' },
  leadDispute: { zh: '牵头争议', en: 'lead dispute' },
  unifiedManagement: { zh: '统一管理记录', en: 'unified-management record' },
  sharedService: { zh: '共享中心', en: 'shared service' },
  meeting: { zh: '会议', en: 'meeting' },
  project: { zh: '建设项目', en: 'project' },
  suspension: { zh: '停工记录', en: 'suspension' },
  approval: { zh: '批复', en: 'approval' },
  fundingLine: { zh: '资金来源', en: 'funding' },
  fundReceipt: { zh: '到位记录', en: 'receipt' },
  payment: { zh: '支付记录', en: 'payment' },
  contract: { zh: '参建单位', en: 'unit in charge' },
  problem: { zh: '问题', en: 'problem' },
  progressReport: { zh: '项目月报', en: 'progress report' },
  photo: { zh: '照片', en: 'photo' },
  projectRecord: { zh: '项目记录', en: 'record of a project' },
  document: { zh: '文件', en: 'document' },
  region: { zh: '行政区划', en: 'region' },
  county: { zh: '县', en: 'county' },
  change: { zh: '变更', en: 'change' },
  user: { zh: '用户', en: 'user' },
  department: { zh: '股室', en: 'department' },
  roleGrant: { zh: '授权', en: 'grant' },
  token: { zh: '令牌', en: 'token' },
} as const satisfies Record<string, Text>

export type Thing = keyof typeof THINGS
