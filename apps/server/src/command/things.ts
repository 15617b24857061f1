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
