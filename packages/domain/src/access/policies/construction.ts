import { CONSTRUCTION_OPERATORS, definePolicy, READERS } from '../policy.ts'

/** Who may do what with a construction project. */
export const CONSTRUCTION_POLICY = definePolicy({
  read: {
    says: {
      zh: '局内人员和分析员看全县项目；牵头医院看成员单位在成员期间的项目；填报人看本机构的项目。',
      en: 'The bureau and analysts see the projects of the county; a lead hospital those of its members for the time of their membership; a reporter those of the own institution.',
    },
    who: READERS,
  },
  change: {
    says: {
      zh: '登记和变更项目、阶段、停工复工、计划、批复、资金、合同：建设工作的局经办人。',
      en: 'Recording and changing projects, stages, suspensions, plans, approvals, funds and contracts: bureau operators of construction.',
    },
    who: CONSTRUCTION_OPERATORS,
  },
  report: {
    says: {
      zh: '填报月报、问题和预计日期：建设工作的局经办人；牵头医院经办人对成员单位的项目；填报人对本机构的项目。',
      en: 'Reporting months, problems and forecasts: bureau operators of construction, lead-hospital operators for the projects of members, reporters for those of their own institution.',
    },
    who: [...CONSTRUCTION_OPERATORS, { role: 'LEAD_OPERATOR' }, { role: 'REPORTER' }],
  },
  accept: {
    says: {
      zh: '审核、退回月报，确认提醒：建设工作的局经办人和局领导。',
      en: 'Accepting and returning reports, acknowledging alerts: bureau operators of construction and leaders.',
    },
    who: [...CONSTRUCTION_OPERATORS, { role: 'LEADER' }],
  },
})
