import { ALLIANCE_OPERATORS, CONSTRUCTION_OPERATORS, definePolicy, PERSONNEL_OPERATORS } from '../policy.ts'

/** Who may read files in, and look at what was read. */
export const IMPORT_RUN_POLICY = definePolicy({
  run: {
    says: {
      zh: '导入本职工作的资料、查看其导入记录：医共体、建设和人事工作的局经办人；牵头医院经办人和填报人导入可填报项目的月报，只看自己的导入。',
      en: 'Importing files of the own line of work, and seeing such imports: bureau operators of alliances, of construction and of personnel; lead-hospital operators and reporters the months of the projects they report on, each seeing only the own imports.',
    },
    who: [...ALLIANCE_OPERATORS, ...CONSTRUCTION_OPERATORS, ...PERSONNEL_OPERATORS, { role: 'LEAD_OPERATOR' }, { role: 'REPORTER' }],
  },
})
