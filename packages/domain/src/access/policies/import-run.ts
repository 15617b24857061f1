import { ALLIANCE_OPERATORS, CONSTRUCTION_OPERATORS, definePolicy, PERSONNEL_OPERATORS } from '../policy.ts'

/** Who may read files in, and look at what was read. */
export const IMPORT_RUN_POLICY = definePolicy({
  run: {
    says: {
      zh: '导入本职工作的资料、查看其导入记录：医共体、建设和人事工作的局经办人。',
      en: 'Importing files of the own line of work, and seeing such imports: bureau operators of alliances, of construction and of personnel.',
    },
    who: [...ALLIANCE_OPERATORS, ...CONSTRUCTION_OPERATORS, ...PERSONNEL_OPERATORS],
  },
})
