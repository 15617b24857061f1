import type { Shape } from '../i18n/shape.ts'

const zh = {
  title: '股室',
  explain: '股室用于登记人员归属，也可作为授权范围。',
  record: '登记股室',
  revise: '修改',
  reviseOf: '修改{{name}}',
  name: '名称',
  nameHint: '如“医政股”',
  county: '县（市、区）',
  users: '在用账号',
  state: '状态',
  open: '在用',
  closedFrom: '{{day}} 起撤销',
  closedOn: '撤销日期',
  closedHint: '自该日起不再使用；不填为在用',
  actions: '办理',
  showUsers: '查看用户',
  empty: '还没有登记股室。登记后可在用户信息中选用，也可按股室授权。',
  confirm: '登记股室“{{name}}”',
  confirmRevise: '保存对“{{name}}”的修改',
} as const

const en: Shape<typeof zh> = {
  title: 'Departments',
  explain: 'Where people belong, and what roles can be granted over.',
  record: 'Record department',
  revise: 'Revise',
  reviseOf: 'Revise {{name}}',
  name: 'Name',
  nameHint: 'e.g. “Medical affairs”',
  county: 'County',
  users: 'Accounts in use',
  state: 'State',
  open: 'In use',
  closedFrom: 'closed from {{day}}',
  closedOn: 'Closed from',
  closedHint: 'The first day it no longer exists; empty while it does',
  actions: 'Commands',
  showUsers: 'Show its users',
  empty: 'No departments yet. Once recorded, users can belong to them and roles be granted over them.',
  confirm: 'Record department “{{name}}”',
  confirmRevise: 'Save the changes to “{{name}}”',
}

export const departmentTexts = { zh, en }
