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
  LOCKED: { zh: '账号锁定', en: 'Account locked' },
  UNLOCKED: { zh: '账号解锁', en: 'Account unlocked' },
  PASSWORD_CHANGED: { zh: '更改密码', en: 'Password changed' },
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
