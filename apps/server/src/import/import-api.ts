import type { Access } from '@yilian/domain/access/access.ts'
import type { ImportKind } from '@yilian/domain/import-run.ts'

import type { DeniedContext } from '../access/denied.ts'

/** Who asks, with what reach, and in which request. Work that goes on after the request is held to the same. */
export interface ImportAsker extends DeniedContext {
  readonly access: Access
  readonly requestId: string
}

export interface StartImport {
  readonly kind: ImportKind
  readonly countyCode: string
  readonly fileName: string
  readonly data: Uint8Array
}

/** Imports as the API offers them. Each answers the import's id, or throws `CommandRefused`. */
export interface Imports {
  start(wanted: StartImport, asker: ImportAsker): Promise<string>
  remap(id: string, columns: readonly { readonly header: string; readonly field: string | null }[], asker: ImportAsker): Promise<string>
  /** Writes these rows, or all. */
  commit(id: string, rows: readonly number[] | null, asker: ImportAsker): Promise<string>
  cancel(id: string, asker: ImportAsker): Promise<string>
}
