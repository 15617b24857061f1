/** What can be imported; the template's file is named by `TEMPLATE`. */
export const IMPORT_KINDS = ['INSTITUTIONS', 'MEMBERSHIPS'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export const TEMPLATE: Readonly<Record<ImportKind, string>> = { INSTITUTIONS: 'institutions', MEMBERSHIPS: 'memberships' }
