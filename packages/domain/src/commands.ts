import type { Permission } from './access/permission.ts'
import type { Text } from './locale.ts'

/** What a command is called, and what it takes to do it; `null`: not a person's to do, or (of an undo) what the undone command takes. */
export interface CommandWords extends Text {
  readonly needs: Permission | null
}

/** The commands, as the trade names them: mutations, dialogs and histories use these words. */
export const COMMANDS = {
  createInstitution: { zh: '登记机构', en: 'Create institution', needs: 'institution.change' },
  reviseInstitution: { zh: '变更机构信息', en: 'Revise institution', needs: 'institution.revise' },
  renameInstitution: { zh: '更名', en: 'Rename institution', needs: 'institution.change' },
  regradeInstitution: { zh: '变更等级', en: 'Regrade institution', needs: 'institution.change' },
  closeInstitution: { zh: '撤销机构', en: 'Close institution', needs: 'institution.change' },
  mergeInstitution: { zh: '并入他院', en: 'Merge institution', needs: 'institution.change' },
  splitInstitution: { zh: '分设机构', en: 'Split institution', needs: 'institution.change' },
  correctInstitution: { zh: '更正机构记录', en: 'Correct institution', needs: 'institution.change' },
  createAlliance: { zh: '成立医共体', en: 'Create alliance', needs: 'alliance.change' },
  reviseAlliance: { zh: '变更医共体信息', en: 'Revise alliance', needs: 'alliance.change' },
  dissolveAlliance: { zh: '撤销医共体', en: 'Dissolve alliance', needs: 'alliance.change' },
  correctAlliance: { zh: '更正医共体记录', en: 'Correct alliance', needs: 'alliance.change' },
  admitMember: { zh: '纳入成员', en: 'Admit member', needs: 'alliance.change' },
  withdrawMember: { zh: '退出', en: 'Withdraw member', needs: 'alliance.change' },
  transferMember: { zh: '调整到其他医共体', en: 'Transfer member', needs: 'alliance.change' },
  changeRole: { zh: '变更角色', en: 'Change role', needs: 'alliance.change' },
  changeLead: { zh: '更换牵头单位', en: 'Change lead', needs: 'alliance.change' },
  correctMembership: { zh: '更正成员记录', en: 'Correct membership', needs: 'alliance.change' },
  openLeadDispute: { zh: '登记牵头争议', en: 'Open lead dispute', needs: 'alliance.change' },
  resolveLeadDispute: { zh: '解决牵头争议', en: 'Resolve lead dispute', needs: 'alliance.change' },
  correctLeadDispute: { zh: '更正牵头争议记录', en: 'Correct lead dispute', needs: 'alliance.change' },
  correctLeadVacancy: { zh: '更正牵头空缺记录', en: 'Correct lead vacancy', needs: 'alliance.change' },
  setUnifiedManagement: { zh: '登记统一管理', en: 'Set unified management', needs: 'alliance.work' },
  correctUnifiedManagement: { zh: '更正统一管理记录', en: 'Correct unified management', needs: 'alliance.work' },
  openSharedService: { zh: '设立共享中心', en: 'Open shared service', needs: 'alliance.work' },
  reviseSharedService: { zh: '变更共享中心', en: 'Revise shared service', needs: 'alliance.work' },
  closeSharedService: { zh: '撤销共享中心', en: 'Close shared service', needs: 'alliance.work' },
  correctSharedService: { zh: '更正共享中心记录', en: 'Correct shared service', needs: 'alliance.work' },
  recordReferrals: { zh: '登记转诊人次', en: 'Record referrals', needs: 'alliance.work' },
  recordMeeting: { zh: '登记会议', en: 'Record meeting', needs: 'alliance.work' },
  recordPolicyDocument: { zh: '登记文件', en: 'Record document', needs: 'policyDocument.record' },
  importInstitutions: { zh: '导入机构', en: 'Import institutions', needs: 'institution.change' },
  importMemberships: { zh: '导入成员关系', en: 'Import memberships', needs: 'alliance.change' },
  importProjects: { zh: '导入建设项目', en: 'Import projects', needs: 'construction.change' },
  importFunding: { zh: '导入资金来源', en: 'Import funding', needs: 'construction.change' },
  importFundFlows: { zh: '导入资金到位和支付', en: 'Import funds arrived and paid', needs: 'construction.change' },
  importProgressReports: { zh: '导入项目月报', en: 'Import progress reports', needs: 'construction.report' },
  importOc4ids: { zh: '导入项目数据包', en: 'Import project package', needs: 'construction.change' },
  createUser: { zh: '新建用户', en: 'Create user', needs: 'user.change' },
  reviseUser: { zh: '修改用户', en: 'Revise user', needs: 'user.change' },
  disableUser: { zh: '停用用户', en: 'Disable user', needs: 'user.change' },
  enableUser: { zh: '启用用户', en: 'Enable user', needs: 'user.change' },
  unlockUser: { zh: '解锁用户', en: 'Unlock user', needs: 'user.change' },
  resetPassword: { zh: '重置密码', en: 'Reset password', needs: 'user.change' },
  resetTwoFactor: { zh: '解除动态口令', en: 'Reset two-factor sign-in', needs: 'user.change' },
  recordDepartment: { zh: '登记股室', en: 'Record department', needs: 'department.change' },
  grantRole: { zh: '授予角色', en: 'Grant role', needs: 'roleGrant.change' },
  endRoleGrant: { zh: '收回角色', en: 'End grant', needs: 'roleGrant.change' },
  correctRoleGrant: { zh: '更正授权记录', en: 'Correct grant', needs: 'roleGrant.change' },
  createProject: { zh: '登记项目', en: 'Create project', needs: 'construction.change' },
  reviseProject: { zh: '变更项目信息', en: 'Revise project', needs: 'construction.change' },
  recordStage: { zh: '登记项目阶段', en: 'Record stage', needs: 'construction.change' },
  cancelProject: { zh: '取消项目', en: 'Cancel project', needs: 'construction.change' },
  correctStages: { zh: '更正项目阶段', en: 'Correct stages', needs: 'construction.change' },
  suspendProject: { zh: '登记停工', en: 'Suspend project', needs: 'construction.change' },
  resumeProject: { zh: '登记复工', en: 'Resume project', needs: 'construction.change' },
  correctSuspension: { zh: '更正停工记录', en: 'Correct suspension', needs: 'construction.change' },
  planProject: { zh: '编制项目计划', en: 'Plan project', needs: 'construction.change' },
  replanProject: { zh: '调整项目计划', en: 'Re-plan project', needs: 'construction.change' },
  forecastProject: { zh: '登记预计日期', en: 'Record forecast', needs: 'construction.report' },
  correctMilestones: { zh: '更正项目计划', en: 'Correct milestones', needs: 'construction.change' },
  recordApproval: { zh: '登记批复', en: 'Record approval', needs: 'construction.change' },
  correctApproval: { zh: '更正批复记录', en: 'Correct approval', needs: 'construction.change' },
  recordFundingLine: { zh: '登记资金来源', en: 'Record funding', needs: 'construction.change' },
  correctFundingLine: { zh: '更正资金来源', en: 'Correct funding', needs: 'construction.change' },
  planFundingYears: { zh: '登记年度计划', en: 'Plan funding by year', needs: 'construction.change' },
  recordFundReceipt: { zh: '登记资金到位', en: 'Record funds arrived', needs: 'construction.change' },
  correctFundReceipt: { zh: '更正到位记录', en: 'Correct funds arrived', needs: 'construction.change' },
  recordPayment: { zh: '登记支付', en: 'Record payment', needs: 'construction.change' },
  correctPayment: { zh: '更正支付记录', en: 'Correct payment', needs: 'construction.change' },
  recordContract: { zh: '登记参建单位', en: 'Record unit in charge', needs: 'construction.change' },
  correctContract: { zh: '更正参建单位', en: 'Correct unit in charge', needs: 'construction.change' },
  recordProblem: { zh: '登记问题', en: 'Record problem', needs: 'construction.report' },
  correctProblem: { zh: '更正问题记录', en: 'Correct problem', needs: 'construction.report' },
  withdrawProjectRecord: { zh: '撤销项目记录', en: 'Withdraw record', needs: 'construction.change' },
  resolveProblem: { zh: '问题销号', en: 'Resolve problem', needs: 'construction.report' },
  saveProgressReport: { zh: '填写项目月报', en: 'Write progress report', needs: 'construction.report' },
  addReportPhoto: { zh: '添加照片', en: 'Add photo', needs: 'construction.report' },
  removeReportPhoto: { zh: '删去照片', en: 'Remove photo', needs: 'construction.report' },
  submitProgressReport: { zh: '上报项目月报', en: 'Submit progress report', needs: 'construction.report' },
  acceptProgressReport: { zh: '审核项目月报', en: 'Accept progress report', needs: 'construction.accept' },
  returnProgressReport: { zh: '退回项目月报', en: 'Return progress report', needs: 'construction.accept' },
  acknowledgeAlert: { zh: '确认提醒', en: 'Acknowledge alert', needs: 'construction.accept' },
  setUp: { zh: '初始设置', en: 'Set up', needs: null },
  undoChange: { zh: '撤回变更', en: 'Undo change', needs: null },
  loadReference: { zh: '载入基础数据', en: 'Load reference data', needs: null },
  loadDemonstration: { zh: '载入演示数据', en: 'Load demonstration data', needs: null },
} as const satisfies Record<string, CommandWords>

export type CommandKey = keyof typeof COMMANDS

/** Accounts and departments are not kept in time: their changes have no timelines before and after, only the audit has. */
const NOT_IN_TIME: readonly string[] = [
  'createUser',
  'reviseUser',
  'disableUser',
  'enableUser',
  'unlockUser',
  'resetPassword',
  'resetTwoFactor',
  'recordDepartment',
] satisfies CommandKey[]

/** Whether what this command changes is kept in time. */
export function isInTime(command: string): boolean {
  return !NOT_IN_TIME.includes(command)
}

/** What the system loads by itself, and what it began with, is no operator's doing: it is corrected, not undone. */
const LOADED: readonly string[] = ['loadReference', 'loadDemonstration', 'setUp'] satisfies CommandKey[]

/** Whether changes made by this command can be undone at all: a password that was reset cannot come back. */
export function isUndoable(command: string): boolean {
  return isInTime(command) && !LOADED.includes(command)
}
