import type { Text } from '../locale.ts'

/** What a role is granted over. */
export const SCOPE_KINDS = {
  INSTALLATION: { zh: '全系统', en: 'Whole installation' },
  COUNTY: { zh: '县（市、区）', en: 'County' },
  DEPARTMENT: { zh: '股室', en: 'Department' },
  ALLIANCE: { zh: '医共体', en: 'Alliance' },
  INSTITUTION: { zh: '机构', en: 'Institution' },
} as const satisfies Record<string, Text>
export type ScopeKind = keyof typeof SCOPE_KINDS

export interface RoleRules {
  readonly label: Text
  /** What it is for, as its holder is told. */
  readonly duty: Text
  /** What it may be granted over. */
  readonly scopes: readonly ScopeKind[]
  /** Its holder has no other role at the same time, so that nobody can do another's work or erase their own trace. */
  readonly apart: boolean
}

/**
 * The roles. Three administrators are kept apart (等保2.0 三级: 系统管理员、安全管理员、审计管理员); none of them reads or changes what
 * the county records.
 */
export const ROLES = {
  SYSTEM_ADMINISTRATOR: {
    label: { zh: '系统管理员', en: 'System administrator' },
    duty: {
      zh: '管理用户账号和股室，不授权，不看业务数据。',
      en: 'Keeps accounts and departments; grants nothing, reads no business data.',
    },
    scopes: ['INSTALLATION'],
    apart: true,
  },
  SECURITY_ADMINISTRATOR: {
    label: { zh: '安全管理员', en: 'Security administrator' },
    duty: {
      zh: '授予和收回角色，吊销令牌，不管理账号，不看业务数据。',
      en: 'Grants and ends roles, revokes tokens; keeps no accounts, reads no business data.',
    },
    scopes: ['INSTALLATION'],
    apart: true,
  },
  AUDIT_ADMINISTRATOR: {
    label: { zh: '审计管理员', en: 'Audit administrator' },
    duty: { zh: '查阅和核验审计记录，不能更改任何内容。', en: 'Reads and verifies the audit; changes nothing.' },
    scopes: ['INSTALLATION'],
    apart: true,
  },
  BUREAU_OPERATOR: {
    label: { zh: '局经办人', en: 'Bureau operator' },
    duty: { zh: '查看全县数据，经办所分管工作的变更。', en: 'Reads the county, and records the changes of the line of work granted.' },
    scopes: ['COUNTY', 'DEPARTMENT'],
    apart: false,
  },
  LEADER: {
    label: { zh: '局领导', en: 'Leader' },
    duty: { zh: '查看全县数据并审批。', en: 'Reads the county and approves.' },
    scopes: ['COUNTY', 'DEPARTMENT'],
    apart: false,
  },
  LEAD_OPERATOR: {
    label: { zh: '牵头医院经办人', en: 'Lead-hospital operator' },
    duty: {
      zh: '在牵头期间经办本医共体的日常工作，查看和维护成员单位在成员期间的数据。',
      en: 'While the hospital leads, records the daily work of its alliance; sees and keeps its members for the time of their membership.',
    },
    scopes: ['INSTITUTION', 'ALLIANCE'],
    apart: false,
  },
  REPORTER: {
    label: { zh: '机构填报人', en: 'Institution reporter' },
    duty: { zh: '查看和填报本机构的数据。', en: 'Sees and reports the own institution.' },
    scopes: ['INSTITUTION'],
    apart: false,
  },
  ANALYST: {
    label: { zh: '分析员', en: 'Analyst' },
    duty: { zh: '只读查询和导出。', en: 'Reads and exports; changes nothing.' },
    scopes: ['COUNTY', 'ALLIANCE', 'INSTITUTION'],
    apart: false,
  },
} as const satisfies Record<string, RoleRules>
export type Role = keyof typeof ROLES

/** The rules of a role, as the type that all roles share. */
export function roleRules(role: Role): RoleRules {
  return ROLES[role]
}
