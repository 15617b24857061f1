import { ALLIANCE_OPERATORS, definePolicy, READERS } from '../policy.ts'

/** Who may do what with an alliance and what happens in it. */
export const ALLIANCE_POLICY = definePolicy({
  read: {
    says: {
      zh: '局内人员和分析员看全县医共体；牵头医院看其牵头期间的医共体；填报人看本机构作为成员期间的医共体。',
      en: 'The bureau and analysts see the alliances of the county; a lead hospital the one it leads, while it leads; a reporter the one the institution is in, while it is.',
    },
    who: READERS,
  },
  change: {
    says: {
      zh: '成立、撤销医共体，纳入、退出、调整成员，更换牵头单位，登记争议：医共体工作的局经办人。',
      en: 'Creating and dissolving alliances, admitting, withdrawing and transferring members, changing leads, recording disputes: bureau operators of alliances.',
    },
    who: ALLIANCE_OPERATORS,
  },
  work: {
    says: {
      zh: '登记统一管理、共享中心、转诊和会议：医共体工作的局经办人，以及牵头期间的牵头医院经办人。',
      en: 'Recording unified management, shared services, referrals and meetings: bureau operators of alliances, and lead-hospital operators while their hospital leads.',
    },
    who: [...ALLIANCE_OPERATORS, { role: 'LEAD_OPERATOR' }],
  },
})
