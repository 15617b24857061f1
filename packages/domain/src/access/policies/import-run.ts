import { ALLIANCE_OPERATORS, definePolicy } from '../policy.ts'

/** Who may read files in, and look at what was read. */
export const IMPORT_RUN_POLICY = definePolicy({
  run: {
    says: {
      zh: '导入机构和成员关系、查看导入记录：医共体工作的局经办人。',
      en: 'Importing institutions and memberships, and seeing imports: bureau operators of alliances.',
    },
    who: ALLIANCE_OPERATORS,
  },
})
