import { definePolicy } from '../policy.ts'

/** Who reads the audit. */
export const AUDIT_POLICY = definePolicy({
  read: {
    says: { zh: '查阅、核验和导出审计记录：审计管理员。', en: 'Reading, verifying and exporting the audit: the audit administrator.' },
    who: [{ role: 'AUDIT_ADMINISTRATOR' }],
  },
})
