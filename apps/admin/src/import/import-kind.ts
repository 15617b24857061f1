import type { ImportKind } from '@yilian/domain/import-run.ts'

/** The name of each kind's template at the server: `/files/template/<name>.xlsx`. */
export const TEMPLATE: Readonly<Record<ImportKind, string>> = { INSTITUTIONS: 'institutions', MEMBERSHIPS: 'memberships' }
