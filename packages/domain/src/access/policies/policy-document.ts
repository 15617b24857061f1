import { definePolicy, READERS } from '../policy.ts'

/** Who may do what with a document that changes cite. */
export const POLICY_DOCUMENT_POLICY = definePolicy({
  read: {
    says: { zh: '凡可查看该县数据的人员。', en: 'Everybody who reads anything of the county.' },
    who: READERS,
  },
  record: {
    says: { zh: '登记和修改文件：局经办人，不限工作。', en: 'Recording and revising: bureau operators, whatever their line of work.' },
    who: [{ role: 'BUREAU_OPERATOR' }],
  },
})
