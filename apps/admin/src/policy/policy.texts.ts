import type { Shape } from '../i18n/shape.ts'

const zh = {
  title: '角色与权限',
  explain: '谁可以做什么，以系统实际执行的规则为准。未列出的，任何人都不能做。',
  matrix: '权限对照表',
  may: '事项',
  yes: '可以',
  roles: '角色说明',
  scopes: '授权范围：{{scopes}}',
  apart: '不兼任其他角色',
  workAreas: '限{{areas}}工作',
  thing: {
    institution: '机构',
    alliance: '医共体',
    policyDocument: '文件',
    importRun: '导入',
    user: '用户',
    roleGrant: '授权',
    department: '股室',
    audit: '审计',
    apiToken: '令牌',
  },
  action: {
    read: '查看',
    change: '办理',
    work: '日常登记',
    revise: '变更信息',
    record: '登记',
    run: '导入',
    reveal: '查看全文',
    oversee: '管理他人',
  },
} as const

const en: Shape<typeof zh> = {
  title: 'Roles and rights',
  explain: 'Who may do what, by the very rules the system enforces. What is not listed is not allowed to anybody.',
  matrix: 'Table of rights',
  may: 'What',
  yes: 'may',
  roles: 'The roles',
  scopes: 'Granted over: {{scopes}}',
  apart: 'Stands alone',
  workAreas: 'line of work: {{areas}}',
  thing: {
    institution: 'Institutions',
    alliance: 'Alliances',
    policyDocument: 'Documents',
    importRun: 'Imports',
    user: 'Users',
    roleGrant: 'Grants',
    department: 'Departments',
    audit: 'Audit',
    apiToken: 'Tokens',
  },
  action: {
    read: 'See',
    change: 'Change',
    work: 'Daily work',
    revise: 'Revise',
    record: 'Record',
    run: 'Import',
    reveal: 'Show in full',
    oversee: 'Oversee',
  },
}

export const policyTexts = { zh, en }
