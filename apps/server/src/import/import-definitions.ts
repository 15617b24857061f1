import type { ImportKind } from '@yilian/domain/import-run.ts'

import { FUND_FLOW_IMPORT } from './fund-flow-import.ts'
import { FUNDING_IMPORT } from './funding-import.ts'
import type { AnyImport } from './import-kind.ts'
import { INSTITUTION_IMPORT } from './institution-import.ts'
import { MEMBERSHIP_IMPORT } from './membership-import.ts'
import { OC4IDS_IMPORT } from './oc4ids-import.ts'
import { PEOPLE_IMPORT } from './people-import.ts'
import { PROGRESS_REPORT_IMPORT } from './progress-report-import.ts'
import { PROJECT_IMPORT } from './project-import.ts'

/** Everything that can be imported. A new kind is one line here and one in `IMPORT_KINDS`. */
export const IMPORT_DEFINITIONS: Readonly<Record<ImportKind, AnyImport>> = {
  INSTITUTIONS: INSTITUTION_IMPORT,
  MEMBERSHIPS: MEMBERSHIP_IMPORT,
  PROJECTS: PROJECT_IMPORT,
  FUNDING: FUNDING_IMPORT,
  FUND_FLOWS: FUND_FLOW_IMPORT,
  PROGRESS_REPORTS: PROGRESS_REPORT_IMPORT,
  PEOPLE: PEOPLE_IMPORT,
  OC4IDS: OC4IDS_IMPORT,
}
