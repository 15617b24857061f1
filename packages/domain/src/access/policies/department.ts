import { definePolicy } from '../policy.ts'

/** Who keeps the list of the bureau's departments. Everybody signed in sees it. */
export const DEPARTMENT_POLICY = definePolicy({
  change: {
    says: { zh: '登记和修改股室：系统管理员。', en: 'Recording and revising departments: the system administrator.' },
    who: [{ role: 'SYSTEM_ADMINISTRATOR' }],
  },
})
