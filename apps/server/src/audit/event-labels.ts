import { PERMISSIONS } from '@yilian/domain/access/permission.ts'
import { COMMANDS } from '@yilian/domain/commands.ts'
import type { Text } from '@yilian/domain/locale.ts'

import type { ColumnLabel } from './table-labels.ts'

/** What is told of an event, in words; a detail without a label is shown by its own name. */
const DETAIL_LABELS: Readonly<Record<string, ColumnLabel>> = {
  file: { zh: '文件', en: 'File' },
  filter: { zh: '筛选条件', en: 'Filter' },
  columns: { zh: '列', en: 'Columns' },
  format: { zh: '格式', en: 'Format', codes: { xlsx: { zh: 'Excel', en: 'Excel' }, csv: { zh: 'CSV', en: 'CSV' } } },
  rows: { zh: '行数', en: 'Rows' },
  complete: { zh: '已完整导出', en: 'Exported whole' },
  permission: {
    zh: '所需权限',
    en: 'Permission needed',
    codes: Object.fromEntries([...PERMISSIONS].map(([name, { says }]) => [name, says])),
  },
  command: { zh: '办理事项', en: 'Command', codes: COMMANDS },
  field: {
    zh: '内容',
    en: 'What',
    codes: { PHONE: { zh: '手机号', en: 'Phone' }, IDENTITY_NUMBER: { zh: '身份证号', en: 'Identity number' } },
  },
  count: { zh: '次数', en: 'Times' },
  username: { zh: '输入的用户名', en: 'User name entered' },
  until: { zh: '锁定至', en: 'Until' },
  name: { zh: '名称', en: 'Name' },
  device: { zh: '设备', en: 'Device' },
  step: {
    zh: '步骤',
    en: 'Step',
    codes: {
      '/sign-in/username': { zh: '用户名和密码', en: 'User name and password' },
      '/two-factor/verify-totp': { zh: '动态口令', en: 'Authenticator code' },
      '/two-factor/verify-backup-code': { zh: '恢复码', en: 'Recovery code' },
      '/two-factor/enable': { zh: '启用动态口令', en: 'Switching the second factor on' },
      '/two-factor/disable': { zh: '停用动态口令', en: 'Switching the second factor off' },
      '/two-factor/generate-backup-codes': { zh: '更换恢复码', en: 'New recovery codes' },
      '/change-password': { zh: '修改密码', en: 'Changing the password' },
    },
  },
  reason: {
    zh: '原因',
    en: 'Why',
    codes: {
      WRONG: { zh: '密码或口令不正确', en: 'The password or code is not right' },
      LOCKED: { zh: '账号已锁定', en: 'The account is locked' },
      DISABLED: { zh: '账号已停用', en: 'The account is disabled' },
      TOO_MANY: { zh: '尝试次数过多', en: 'Too many tries' },
      SIGN_IN_AGAIN: { zh: '登录已过期', en: 'The sign-in has run out' },
    },
  },
  ok: { zh: '完整无误', en: 'Whole' },
  problems: { zh: '问题数', en: 'Problems' },
  blocks: { zh: '区块数', en: 'Blocks' },
  entries: { zh: '记录数', en: 'Entries' },
  headNumber: { zh: '最新区块号', en: 'Newest block' },
  headHash: { zh: '最新校验值', en: 'Newest hash' },
  before: { zh: '早于', en: 'Older than' },
  throughBlock: { zh: '清理至区块', en: 'Through block' },
  removed: { zh: '清理记录数', en: 'Entries removed' },
  kept: { zh: '保留记录数', en: 'Entries kept' },
}

/** Where a detail stands among those of an event. */
export function detailRank(name: string): number {
  return RANKS.get(name) ?? RANKS.size
}

const RANKS: ReadonlyMap<string, number> = new Map(Object.keys(DETAIL_LABELS).map((name, at) => [name, at]))

export function detailLabel(name: string): ColumnLabel {
  const own: Text = { zh: name, en: name }
  return Object.hasOwn(DETAIL_LABELS, name) ? DETAIL_LABELS[name]! : own
}
