import { definePolicy } from '../policy.ts'

/** Who may do what with an account. What concerns one's own account is everybody's own. */
export const USER_POLICY = definePolicy({
  read: {
    says: {
      zh: '查看用户账号：系统管理员和安全管理员。',
      en: 'Seeing accounts: the system administrator and the security administrator.',
    },
    who: [{ role: 'SYSTEM_ADMINISTRATOR' }, { role: 'SECURITY_ADMINISTRATOR' }],
  },
  change: {
    says: {
      zh: '新建、修改、停用、解锁账号，重置密码和动态口令：系统管理员。',
      en: 'Creating, revising, disabling and unlocking accounts, resetting passwords and second factors: the system administrator.',
    },
    who: [{ role: 'SYSTEM_ADMINISTRATOR' }],
  },
  reveal: {
    says: {
      zh: '查看他人手机号和身份证号全文：系统管理员，须说明事由，并留记录。',
      en: 'Revealing a phone or identity number: the system administrator, with a reason, on record.',
    },
    who: [{ role: 'SYSTEM_ADMINISTRATOR' }],
  },
})
