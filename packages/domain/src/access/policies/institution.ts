import { ALLIANCE_OPERATORS, definePolicy, READERS } from '../policy.ts'

/** Who may do what with an institution. */
export const INSTITUTION_POLICY = definePolicy({
  read: {
    says: {
      zh: '局内人员和分析员看全县及上级医院；牵头医院看成员单位在成员期间的数据；填报人看本机构及其所在医共体的牵头单位。',
      en: 'The bureau and analysts see the county and the hospitals above it; a lead hospital its members for the time of their membership; a reporter the own institution and who leads its alliance.',
    },
    who: READERS,
  },
  change: {
    says: {
      zh: '登记、更名、变更等级、撤销、合并、分设和更正机构：医共体工作的局经办人。',
      en: 'Creating, renaming, regrading, closing, merging, splitting and correcting: bureau operators of alliances.',
    },
    who: ALLIANCE_OPERATORS,
  },
  revise: {
    says: {
      zh: '变更机构信息（床位、面积、设备等）：医共体工作的局经办人；牵头医院经办人对成员单位；填报人对本机构。',
      en: 'Revising beds, areas, equipment and the like: bureau operators of alliances, lead-hospital operators for members, reporters for their own institution.',
    },
    who: [...ALLIANCE_OPERATORS, { role: 'LEAD_OPERATOR' }, { role: 'REPORTER' }],
  },
})
