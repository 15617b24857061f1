import type { Db } from '@yilian/database/db.ts'
import { issue } from '@yilian/domain/issue.ts'

import { failAbandonedImports, forgetOldImports } from './import-run.queries.ts'

/** Rows of imports are kept so long after the import ended, for those who look again. */
const DAYS_KEPT = 30

/** When the program starts: imports that were under way when it died are marked so, and old ones forgotten. */
export async function takeUpImports(db: Db): Promise<number> {
  await forgetOldImports(db, DAYS_KEPT)
  return failAbandonedImports(db, issue('', 'IMPORT_INTERRUPTED'))
}
