import { definePolicy, PERSONNEL_OPERATORS, READERS } from '../policy.ts'

/** Who may do what with people, posts and the establishment. */
export const STAFF_POLICY = definePolicy({
  read: {
    says: {
      zh: '局内人员和分析员看全县人员；牵头医院看成员单位在成员期间的人员；填报人看本机构的人员。证件号码和手机号一律遮盖。',
      en: 'The bureau and analysts see the staff of the county; a lead hospital that of its members for the time of their membership; a reporter the own staff. Identity and phone numbers are masked for everybody.',
    },
    who: READERS,
  },
  change: {
    says: {
      zh: '登记和变更人员、任职、证书、岗位、编制和培养队列：人事工作的局经办人。',
      en: 'Recording and changing people, appointments, licences, posts, quotas and cohorts: bureau operators of personnel.',
    },
    who: PERSONNEL_OPERATORS,
  },
  reveal: {
    says: {
      zh: '查看人员证件号码和手机号全文：人事工作的局经办人，须说明事由，并留记录。',
      en: 'Revealing the identity or phone number of a person: bureau operators of personnel, with a reason, on record.',
    },
    who: PERSONNEL_OPERATORS,
  },
})
