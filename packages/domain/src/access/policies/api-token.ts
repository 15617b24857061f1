import { definePolicy } from '../policy.ts'

/** Who oversees the tokens of others. Everybody makes and revokes their own. */
export const API_TOKEN_POLICY = definePolicy({
  oversee: {
    says: { zh: '查看和吊销他人令牌：安全管理员。', en: 'Seeing and revoking the tokens of others: the security administrator.' },
    who: [{ role: 'SECURITY_ADMINISTRATOR' }],
  },
})
