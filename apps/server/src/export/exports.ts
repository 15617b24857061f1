import { allianceChangesExport } from './alliance-changes-export.ts'
import { alliancesExport } from './alliances-export.ts'
import { auditExport } from './audit-export.ts'
import { changesExport } from './changes-export.ts'
import { defineExport, type AnyExport } from './define-export.ts'
import { institutionsExport } from './institutions-export.ts'
import { membershipsExport } from './memberships-export.ts'
import { peopleExport } from './people-export.ts'
import { projectsExport } from './projects-export.ts'
import { policyDocumentsExport } from './policy-documents-export.ts'

/** Every list that can be had as a file, by the name in its address. */
export const EXPORTS: Readonly<Record<string, AnyExport>> = {
  institutions: defineExport('institutions', institutionsExport),
  alliances: defineExport('alliances', alliancesExport),
  memberships: defineExport('memberships', membershipsExport),
  allianceChanges: defineExport('allianceChanges', allianceChangesExport),
  policyDocuments: defineExport('policyDocuments', policyDocumentsExport),
  projects: defineExport('projects', projectsExport),
  people: defineExport('people', peopleExport),
  changes: defineExport('changes', changesExport),
  audit: defineExport('audit', auditExport),
}
