import type { Text } from './locale.ts'

/** What an entry of the audit says happened. The first five are written by the database itself, the others by who did them. */
export const AUDIT_KINDS = {
  INSERTED: { zh: '新增', en: 'Added' },
  UPDATED: { zh: '修改', en: 'Changed' },
  DELETED: { zh: '删除', en: 'Deleted' },
  BASELINE: { zh: '已有', en: 'There already' },
  PRUNED: { zh: '清理审计记录', en: 'Audit pruned' },
  SIGNED_IN: { zh: '登录', en: 'Signed in' },
  SIGN_IN_FAILED: { zh: '登录失败', en: 'Sign-in failed' },
  SIGNED_OUT: { zh: '退出登录', en: 'Signed out' },
  SESSION_ENDED: { zh: '结束会话', en: 'Session ended' },
  LOCKED: { zh: '账号锁定', en: 'Account locked' },
  UNLOCKED: { zh: '账号解锁', en: 'Account unlocked' },
  PASSWORD_CHANGED: { zh: '更改密码', en: 'Password changed' },
  TWO_FACTOR_ASKED: { zh: '密码正确，待验证动态口令', en: 'Password right, second factor asked' },
  TWO_FACTOR_CHANGED: { zh: '更改动态口令', en: 'Second factor changed' },
  SET_UP: { zh: '初始化系统', en: 'Set up' },
  REVEALED: { zh: '查看个人信息', en: 'Personal data revealed' },
  EXPORTED: { zh: '导出', en: 'Exported' },
  DENIED: { zh: '越权被拒', en: 'Denied' },
  TOKEN_CREATED: { zh: '创建令牌', en: 'Token created' },
  TOKEN_REVOKED: { zh: '吊销令牌', en: 'Token revoked' },
  VERIFIED: { zh: '核验审计', en: 'Audit verified' },
} as const satisfies Record<string, Text>
export type AuditKind = keyof typeof AUDIT_KINDS

/** Those that the database writes of its own rows. */
export const ROW_KINDS = ['INSERTED', 'UPDATED', 'DELETED', 'BASELINE'] as const satisfies readonly AuditKind[]
export type RowKind = (typeof ROW_KINDS)[number]
/** Those that a program writes of what was done: `auditEvent`. */
export type EventKind = Exclude<AuditKind, RowKind | 'PRUNED'>

/** Days that entries are kept at least (网络安全法 §21: six months). */
export const AUDIT_DAYS_LEAST = 183

/** What can be found wrong with the audit. `{table}` and `{key}` are filled in. */
export const AUDIT_PROBLEMS = {
  BLOCK_MISSING: {
    zh: '缺少第 {key} 号区块：有审计记录被整块删除。',
    en: 'Block {key} is missing: entries were removed with their block.',
  },
  BLOCK_CHANGED: {
    zh: '第 {key} 号区块的校验值不符：区块被改动或调换。',
    en: 'The hash of block {key} is not right: it was changed or moved.',
  },
  BLOCK_CONTENT: {
    zh: '第 {key} 号区块的内容与校验值不符：其中的记录被改动、删除或添加。',
    en: 'The entries of block {key} are not those it was sealed with: some were changed, removed or added.',
  },
  BLOCK_OPEN: { zh: '区块（内部编号 {key}）未封存。', en: 'A block (internal id {key}) was never sealed.' },
  ENTRY_CHANGED: { zh: '第 {key} 号审计记录被改动。', en: 'Entry {key} was changed.' },
  ENTRY_LOOSE: { zh: '第 {key} 号审计记录不属于任何区块。', en: 'Entry {key} belongs to no block.' },
  ROW_CHANGED: { zh: '{table} 中的 {key} 被绕过审计改动。', en: 'The row {key} of {table} was changed past the audit.' },
  ROW_MISSING: { zh: '{table} 中的 {key} 被绕过审计删除。', en: 'The row {key} of {table} was deleted past the audit.' },
  ROW_EXTRA: { zh: '{table} 中的 {key} 被绕过审计添加。', en: 'The row {key} of {table} was added past the audit.' },
  TRIGGER_OFF: { zh: '{table} 的审计触发器缺失或被停用。', en: 'The triggers that audit {table} are missing or off.' },
  HEAD_MISSING: {
    zh: '没有所记下的第 {key} 号区块，或其校验值不符：最近的记录被删除或改写。',
    en: 'The noted block {key} is not there, or has another hash: the newest entries were removed or rewritten.',
  },
  PRUNED_EARLY: { zh: '第 {key} 号记录清理了不满六个月的审计记录。', en: 'Entry {key} removed entries that were not six months old.' },
} as const satisfies Record<string, Text>
export type AuditProblemKind = keyof typeof AUDIT_PROBLEMS
