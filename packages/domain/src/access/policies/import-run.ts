import { ALLIANCE_OPERATORS, CONSTRUCTION_OPERATORS, definePolicy } from '../policy.ts'

/** Who may read files in, and look at what was read. */
export const IMPORT_RUN_POLICY = definePolicy({
  run: {
    says: {
      zh: '导入本职工作的资料、查看其导入记录：医共体工作和建设工作的局经办人。',
      en: 'Importing files of the own line of work, and seeing such imports: bureau operators of alliances and of construction.',
    },
    who: [...ALLIANCE_OPERATORS, ...CONSTRUCTION_OPERATORS],
  },
})
