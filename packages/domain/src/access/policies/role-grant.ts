import { definePolicy } from '../policy.ts'

/** Who may do what with the roles of others. */
export const ROLE_GRANT_POLICY = definePolicy({
  read: {
    says: {
      zh: '查看授权：安全管理员和系统管理员；本人的授权人人可看。',
      en: 'Seeing grants: the security administrator and the system administrator; everybody sees their own.',
    },
    who: [{ role: 'SECURITY_ADMINISTRATOR' }, { role: 'SYSTEM_ADMINISTRATOR' }],
  },
  change: {
    says: {
      zh: '授予、收回和更正角色：安全管理员，不能给自己授权。',
      en: 'Granting, ending and correcting roles: the security administrator, never for themselves.',
    },
    who: [{ role: 'SECURITY_ADMINISTRATOR' }],
  },
})
