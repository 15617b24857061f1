import type { Db } from '@yilian/database/db.ts'

import type { Asker } from '../access/identify.ts'
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

/** Lets everything that is written pass, and counts it. */
export type Counted = <Row>(rows: AsyncIterable<Row>) => AsyncIterable<Row>

/**
 * Counts the rows of a file as they are taken. Before the last is followed by the end of the file it is in the audit that they were
 * taken; `record` does the same for somebody who went away in the middle. What is no table has no rows to tell.
 */
export function countedExport(
  db: Db,
  file: { readonly fileName: string; readonly ofRows: boolean },
  { name, format, params, asker, requestId, address = null }: ExportRequest,
): { readonly counted: Counted; readonly record: () => Promise<void> } {
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
        rows: file.ofRows ? rows : null,
        complete,
        filter: params.get('filter'),
        columns: params.get('columns'),
      },
    }))
  async function* counted<Row>(all: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of all) {
      rows += 1
      yield row
    }
    await write(true)
  }
  return { counted, record: () => write(false) }
}
