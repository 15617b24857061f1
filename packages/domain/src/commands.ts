import type { Text } from './locale.ts'

/** The commands, as the trade names them: mutations, dialogs and histories use these words. */
export const COMMANDS = {
  createInstitution: { zh: '登记机构', en: 'Create institution' },
  reviseInstitution: { zh: '变更机构信息', en: 'Revise institution' },
  renameInstitution: { zh: '更名', en: 'Rename institution' },
  regradeInstitution: { zh: '变更等级', en: 'Regrade institution' },
  closeInstitution: { zh: '撤销机构', en: 'Close institution' },
  mergeInstitution: { zh: '并入他院', en: 'Merge institution' },
  splitInstitution: { zh: '分设机构', en: 'Split institution' },
  correctInstitution: { zh: '更正机构记录', en: 'Correct institution' },
  createAlliance: { zh: '成立医共体', en: 'Create alliance' },
  reviseAlliance: { zh: '变更医共体信息', en: 'Revise alliance' },
  dissolveAlliance: { zh: '撤销医共体', en: 'Dissolve alliance' },
  correctAlliance: { zh: '更正医共体记录', en: 'Correct alliance' },
  admitMember: { zh: '纳入成员', en: 'Admit member' },
  withdrawMember: { zh: '退出', en: 'Withdraw member' },
  transferMember: { zh: '调整到其他医共体', en: 'Transfer member' },
  changeRole: { zh: '变更角色', en: 'Change role' },
  changeLead: { zh: '更换牵头单位', en: 'Change lead' },
  correctMembership: { zh: '更正成员记录', en: 'Correct membership' },
  openLeadDispute: { zh: '登记牵头争议', en: 'Open lead dispute' },
  resolveLeadDispute: { zh: '解决牵头争议', en: 'Resolve lead dispute' },
  correctLeadDispute: { zh: '更正牵头争议记录', en: 'Correct lead dispute' },
  correctLeadVacancy: { zh: '更正牵头空缺记录', en: 'Correct lead vacancy' },
  setUnifiedManagement: { zh: '登记统一管理', en: 'Set unified management' },
  correctUnifiedManagement: { zh: '更正统一管理记录', en: 'Correct unified management' },
  openSharedService: { zh: '设立共享中心', en: 'Open shared service' },
  reviseSharedService: { zh: '变更共享中心', en: 'Revise shared service' },
  closeSharedService: { zh: '撤销共享中心', en: 'Close shared service' },
  correctSharedService: { zh: '更正共享中心记录', en: 'Correct shared service' },
  recordReferrals: { zh: '登记转诊人次', en: 'Record referrals' },
  recordMeeting: { zh: '登记会议', en: 'Record meeting' },
  recordPolicyDocument: { zh: '登记文件', en: 'Record document' },
  importInstitutions: { zh: '导入机构', en: 'Import institutions' },
  importMemberships: { zh: '导入成员关系', en: 'Import memberships' },
  undoChange: { zh: '撤回变更', en: 'Undo change' },
  loadReference: { zh: '载入基础数据', en: 'Load reference data' },
  loadDemonstration: { zh: '载入演示数据', en: 'Load demonstration data' },
} as const satisfies Record<string, Text>

export type CommandKey = keyof typeof COMMANDS

/** What the system loads by itself is no operator's doing: it is corrected, not undone. */
const LOADED: readonly string[] = ['loadReference', 'loadDemonstration'] satisfies CommandKey[]

/** Whether changes made by this command can be undone at all. */
export function isUndoable(command: string): boolean {
  return !LOADED.includes(command)
}
