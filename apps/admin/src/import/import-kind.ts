import { IMPORT_KINDS, importNeeds, type ImportKind, type SheetKind } from '@yilian/domain/import-run.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'

/** The name of each kind's template at the server: `/files/template/<name>.xlsx`. */
export const TEMPLATE: Readonly<Record<SheetKind, string>> = {
  INSTITUTIONS: 'institutions',
  MEMBERSHIPS: 'memberships',
  PROJECTS: 'projects',
  FUNDING: 'funding',
  FUND_FLOWS: 'fundFlows',
  PROGRESS_REPORTS: 'progressReports',
  PEOPLE: 'people',
}

/** The kinds that somebody with these permissions imports. */
export function kindsOffered(may: (permission: Permission) => boolean): ImportKind[] {
  return (Object.keys(IMPORT_KINDS) as ImportKind[]).filter((kind) => may(importNeeds(kind)))
}

/** Where what was imported is seen. */
export const SEEN_AT = {
  INSTITUTIONS: '/institutions',
  MEMBERSHIPS: '/alliances',
  PROJECTS: '/projects',
  FUNDING: '/projects',
  FUND_FLOWS: '/projects',
  PROGRESS_REPORTS: '/projects',
  PEOPLE: '/people',
  OC4IDS: '/projects',
} as const satisfies Record<ImportKind, string>
