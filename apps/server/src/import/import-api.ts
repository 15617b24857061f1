import type { Actor } from '@yilian/database/changes.ts'
import type { ImportKind } from '@yilian/domain/import-run.ts'

/** Who asks, and in which request. */
export interface Asker {
  readonly actor: Actor
  readonly requestId: string
}

export interface StartImport extends Asker {
  readonly kind: ImportKind
  readonly countyCode: string
  readonly fileName: string
  readonly data: Uint8Array
}

/** Imports as the API offers them. Each answers the import's id, or throws `CommandRefused`. */
export interface Imports {
  start(wanted: StartImport): Promise<string>
  remap(id: string, columns: readonly { readonly header: string; readonly field: string | null }[], asker: Asker): Promise<string>
  /** Writes these rows, or all. */
  commit(id: string, rows: readonly number[] | null, asker: Asker): Promise<string>
  cancel(id: string, asker: Asker): Promise<string>
}
