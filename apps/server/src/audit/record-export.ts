import type { Db } from '@yilian/database/db.ts'
import type { Cell } from '@yilian/domain/file-columns.ts'

import type { Asker } from '../access/identify.ts'
import type { ExportFile } from '../export/define-export.ts'
import { auditEvent } from './audit-event.ts'

/** What was asked to be written to a file, by whom. */
export interface ExportRequest {
  readonly name: string
  readonly format: string
  readonly params: URLSearchParams
  readonly asker: Asker
  readonly requestId: string
  readonly address?: string | null
}

/**
 * The same file, with its rows counted as they are taken. Before the last is followed by the end of the file it is in the audit that they
 * were taken; `record` does the same for somebody who went away in the middle.
 */
export function countedExport(db: Db, file: ExportFile, { name, format, params, asker, requestId, address = null }: ExportRequest) {
  let rows = 0
  let recorded: Promise<void> | null = null
  const write = (complete: boolean): Promise<void> =>
    (recorded ??= auditEvent(db, {
      kind: 'EXPORTED',
      actorId: asker.actor.id,
      actorName: asker.actor.name,
      address,
      requestId,
      details: {
        export: name,
        file: `${file.fileName}.${format}`,
        rows,
        complete,
        filter: params.get('filter'),
        columns: params.get('columns'),
      },
    }))
  async function* counted(): AsyncGenerator<readonly Cell[]> {
    for await (const row of file.rows) {
      rows += 1
      yield row
    }
    await write(true)
  }
  return { file: { ...file, rows: counted() }, record: (): Promise<void> => write(false) }
}
