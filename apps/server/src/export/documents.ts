import type { DocumentExport } from './document-export.ts'
import { oc4idsExport } from './oc4ids-export.ts'

/** Every file that is no table, by its name and ending in the address. */
export const DOCUMENTS: Readonly<Record<string, DocumentExport>> = { 'projects.json': oc4idsExport }
