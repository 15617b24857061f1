/**
 * Columns whose TypeScript type says more than PostgreSQL knows, as `'table.column': 'Type'`; mostly what a `jsonb` column holds.
 * Columns with a check list (`check (role in ('lead', 'member'))`) need no entry: their union is read from the constraint.
 */
export const COLUMN_TYPES: Readonly<Record<string, string>> = {
  'alliance.kind': 'AllianceKind',
  'institution_version.category': 'InstitutionCategory',
  'institution_version.ownership': 'Ownership',
  'institution_version.affiliation': 'Affiliation',
  'institution_version.economic_type': 'EconomicType',
  'institution_version.management_class': 'ManagementClass',
  'institution_version.site_area': 'Decimal',
  'institution_version.building_area': 'Decimal',
  'unified_management.domain': 'ManagementDomain',
  'shared_service.kind': 'SharedServiceKind',
  'role_grant.role': 'Role',
  'role_grant.work_area': 'WorkArea',
  'import_run.columns': 'ImportColumn[]',
  'import_run.failure': 'Issue',
  'import_row.issues': 'Issue[]',
  'audit_entry.kind': 'AuditKind',
  'audit_entry.before': 'Readonly<Record<string, unknown>>',
  'audit_entry.after': 'Readonly<Record<string, unknown>>',
}

/** The module that each type named above, or used for days and instants, is imported from. */
export const TYPE_MODULES: Readonly<Record<string, string>> = {
  AllianceKind: '@yilian/domain/alliance-kind.ts',
  Decimal: '@yilian/domain/decimal.ts',
  InstitutionCategory: '@yilian/domain/code-lists/institution-category.ts',
  Ownership: '@yilian/domain/code-lists/ownership.ts',
  Affiliation: '@yilian/domain/code-lists/affiliation.ts',
  EconomicType: '@yilian/domain/code-lists/economic-type.ts',
  ManagementClass: '@yilian/domain/code-lists/management-class.ts',
  ManagementDomain: '@yilian/domain/code-lists/management-domain.ts',
  SharedServiceKind: '@yilian/domain/shared-service.ts',
  ImportColumn: '@yilian/domain/import-run.ts',
  Issue: '@yilian/domain/issue.ts',
  Role: '@yilian/domain/access/role.ts',
  WorkArea: '@yilian/domain/access/work-area.ts',
  AuditKind: '@yilian/domain/audit.ts',
  Instant: '@yilian/domain/day.ts',
  IsoDate: '@yilian/domain/day.ts',
}
