import type { ImportKind } from '@yilian/domain/import-run.ts'

import type { AnyImport } from './import-kind.ts'
import { INSTITUTION_IMPORT } from './institution-import.ts'
import { MEMBERSHIP_IMPORT } from './membership-import.ts'

/** Everything that can be imported. A new kind is one line here and one in `IMPORT_KINDS`. */
export const IMPORT_DEFINITIONS: Readonly<Record<ImportKind, AnyImport>> = {
  INSTITUTIONS: INSTITUTION_IMPORT,
  MEMBERSHIPS: MEMBERSHIP_IMPORT,
}
