import { institutionsExport } from './institutions-export.ts'
import { defineExport, type AnyExport } from './define-export.ts'

/** Every list that can be had as a file, by the name in its address. */
export const EXPORTS: Readonly<Record<string, AnyExport>> = {
  institutions: defineExport('institutions', institutionsExport),
}
