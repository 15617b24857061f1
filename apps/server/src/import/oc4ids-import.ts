import { OC4IDS_COLUMNS, type Oc4idsFileValues } from '@yilian/domain/construction/oc4ids-columns.ts'
import type { ImportKindDefinition } from './import-kind.ts'
export const OC4IDS_IMPORT: ImportKindDefinition<Oc4idsFileValues> = {
  columns: OC4IDS_COLUMNS,
  fieldOf: {},
  keyFields: ['code'],
  columnIssues: () => [],
  begin: async () => {
    throw new Error('not yet')
  },
}
